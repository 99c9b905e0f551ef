package org.neurarium.engine.compile;

/// Propagators of x' = A·x + b with constant A and b: x(h) = P·x(0) + Q·b with P = exp(A·h) and Q = ∫₀ʰ exp(A·s) ds.
///
/// Q of a short piece comes from its Taylor series, P = I + A·Q; doubling the length by P ← P·P, Q ← (P + I)·Q leads back to h (scaling and squaring, Moler and Van Loan 2003,
/// doi:10.1137/S00361445024180). Equal and nearly equal time constants need no care. Built from IEEE operations in a fixed order.
final class MatrixExponential {

  private static final double PIECE = 0.25;
  private static final int MOST_DOUBLINGS = 1100;

  private final double[][] p;
  private final double[][] q;
  private final double[][] halfP;
  private final double[][] halfQ;

  private MatrixExponential(double[][] p, double[][] q, double[][] halfP, double[][] halfQ) {
    this.p = p;
    this.q = q;
    this.halfP = halfP;
    this.halfQ = halfQ;
  }

  /// P over the whole length, or over half of it.
  double[][] p(boolean half) {
    return half ? halfP : p;
  }

  /// Q over the whole length, or over half of it.
  double[][] q(boolean half) {
    return half ? halfQ : q;
  }

  /// Computes both, for a length and half of it.
  ///
  /// @param a square; where it is not finite, so are the results
  static MatrixExponential of(double[][] a, double length) {
    int n = a.length;
    double norm = 0;
    for (double[] row : a) {
      double sum = 0;
      for (double x : row) sum += Math.abs(x);
      norm = sum > norm || Double.isNaN(sum) ? sum : norm;
    }
    norm *= Math.abs(length);
    // At least one doubling, because the half is wanted, too.
    int doublings = 1;
    while (norm * StrictMath.pow(2, -doublings) > PIECE && doublings < MOST_DOUBLINGS) doublings++;
    double piece = length * StrictMath.pow(2, -doublings);
    double[][] q = series(a, piece);
    double[][] p = plusIdentity(product(a, q));
    double[][] beforeP = p;
    double[][] beforeQ = q;
    for (int k = 0; k < doublings; k++) {
      beforeP = p;
      beforeQ = q;
      q = product(plusIdentity(p), q);
      p = product(p, p);
    }
    MatrixExponential result = new MatrixExponential(p, q, beforeP, beforeQ);
    if (n > 0) {
      result.sharpen(a, length, false);
      result.sharpen(a, length / 2, true);
    }
    return result;
  }

  /// Q = Σ Aᵏ hᵏ⁺¹ / (k + 1)! of a piece so short that 17 terms are enough for a double.
  private static double[][] series(double[][] a, double h) {
    int n = a.length;
    double[][] term = new double[n][n];
    for (int i = 0; i < n; i++) term[i][i] = h;
    double[][] sum = copy(term);
    for (int k = 2; k <= 17; k++) {
      term = product(a, term);
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) {
          term[i][j] *= h / k;
          sum[i][j] += term[i][j];
        }
    }
    return sum;
  }

  /// Squaring loses digits of factors that are known better: a variable that nothing it acts on acts back upon decays with exactly its own rate.
  private void sharpen(double[][] a, double length, boolean half) {
    boolean[][] reach = reachability(a);
    for (int i = 0; i < a.length; i++) {
      boolean alone = true;
      for (int j = 0; j < a.length; j++) alone &= i == j || !(reach[i][j] && reach[j][i]);
      if (!alone || Double.isNaN(a[i][i])) continue;
      double x = a[i][i] * length;
      p(half)[i][i] = StrictMath.exp(x);
      q(half)[i][i] = x == 0 ? length : StrictMath.expm1(x) / a[i][i];
    }
  }

  /// Whether variable j acts on variable i, directly or through others.
  static boolean[][] reachability(double[][] a) {
    boolean[][] acts = new boolean[a.length][a.length];
    for (int i = 0; i < a.length; i++) for (int j = 0; j < a.length; j++) acts[i][j] = a[i][j] != 0;
    return closure(acts);
  }

  /// The transitive closure, in place.
  static boolean[][] closure(boolean[][] acts) {
    int n = acts.length;
    for (int k = 0; k < n; k++)
      for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) acts[i][j] |= acts[i][k] && acts[k][j];
    return acts;
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] c = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int k = 0; k < n; k++) {
        double x = a[i][k];
        // Structural zeros stay zeros, next to what is not finite, too.
        if (x == 0) continue;
        for (int j = 0; j < n; j++) if (b[k][j] != 0) c[i][j] = Math.fma(x, b[k][j], c[i][j]);
      }
    return c;
  }

  private static double[][] plusIdentity(double[][] a) {
    double[][] sum = copy(a);
    for (int i = 0; i < a.length; i++) sum[i][i] += 1;
    return sum;
  }

  private static double[][] copy(double[][] a) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) copy[i] = a[i].clone();
    return copy;
  }
}
