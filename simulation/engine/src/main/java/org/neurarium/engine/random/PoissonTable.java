package org.neurarium.engine.random;

import java.util.Arrays;

/// Turns evenly distributed numbers into Poisson distributed counts with one mean, by inversion of a table.
///
/// The table holds the distribution function from the first count that matters to the last; what is cut away has a
/// probability below 1e-17. It is computed outwards from the mode by products and quotients and then normalized, so there is no
/// underflow for large means and no function whose last bit differs between machines. Immutable.
public final class PoissonTable {

  /// Means above this would make a table of more than about 10 million entries.
  public static final double MAX_MEAN = 1e11;

  /// What [#quick] gives where 32 bits do not decide.
  public static final int UNDECIDED = -1;

  private static final int CELL_BITS = 8;
  private static final int SHORT_CELL_BITS = 12;
  private static final char SHORT_UNDECIDED = Character.MAX_VALUE;

  private final double mean;
  private final int first;
  private final double[] upTo;
  private final int[] cells = new int[1 << CELL_BITS];
  private final char[] shortCells = new char[1 << SHORT_CELL_BITS];

  /// @param mean 0 … [#MAX_MEAN]
  public PoissonTable(double mean) {
    if (!(mean >= 0 && mean <= MAX_MEAN))
      throw new IllegalArgumentException("the mean count is in 0.." + MAX_MEAN + ": " + mean);
    this.mean = mean;
    long mode = (long) mean;
    int reach = (int) (10 * Math.sqrt(mean)) + 40; // far beyond where the terms fall below 1e-20
    long lowest = Math.max(0, mode - reach);
    double[] terms = new double[(int) (mode - lowest) + reach + 1];
    int centre = (int) (mode - lowest);
    terms[centre] = 1;
    for (int k = centre - 1; k >= 0; k--) terms[k] = terms[k + 1] * ((lowest + k + 1) / mean);
    for (int k = centre + 1; k < terms.length; k++) terms[k] = terms[k - 1] * (mean / (lowest + k));
    double sum = 0;
    for (double term : terms) sum += term;
    int from = 0;
    while (terms[from] < 1e-18 * sum && from < centre) from++;
    int to = terms.length;
    while (terms[to - 1] < 1e-18 * sum && to - 1 > centre) to--;
    upTo = new double[to - from];
    double running = 0;
    for (int k = from; k < to; k++) {
      running += terms[k];
      upTo[k - from] = running / sum;
    }
    upTo[upTo.length - 1] = 1; // every number below 1 finds a count
    first = Math.toIntExact(Math.min(lowest + from, Integer.MAX_VALUE - upTo.length));
    for (int c = 0; c < cells.length; c++) {
      int least = count(c / (double) cells.length);
      int most = count(Math.nextDown((c + 1) / (double) cells.length));
      cells[c] = least == most ? least : UNDECIDED;
    }
    double width = 1.0 / shortCells.length;
    for (int c = 0; c < shortCells.length; c++) {
      int least = count(c * width);
      boolean decided = least == count(Math.nextDown((c + 1) * width)) && least < SHORT_UNDECIDED;
      shortCells[c] = decided ? (char) least : SHORT_UNDECIDED;
    }
  }

  public double mean() {
    return mean;
  }

  /// The count that belongs to all numbers in [0, 1) that begin with these 32 bits, [#UNDECIDED] where they may have several. No branch, no search: for hot
  /// loops.
  public int quick(int word) {
    return cells[word >>> (32 - CELL_BITS)];
  }

  /// Adds the counts that belong to 16 bits each, times a weight, to sums.
  ///
  /// @param halves of neuron i at `i - from`
  /// @param weights one for all neurons, or one for each
  /// @param generator that has drawn the bits at this step, and draws more where they do not decide
  public void add(
      char[] halves,
      int from,
      int to,
      double[] weights,
      double[] sums,
      long step,
      PhiloxGroups generator) {
    char[] table = shortCells;
    boolean one = weights.length == 1;
    double weight = weights[0];
    for (int i = from; i < to; i++) {
      int half = halves[i - from];
      int count = table[half >>> (16 - SHORT_CELL_BITS)];
      if (count == SHORT_UNDECIDED) count = count(generator.refined(step, i, half));
      sums[i] += count * (one ? weight : weights[i]);
    }
  }

  /// The count that belongs to a number in [0, 1).
  public int count(double uniform) {
    double[] table = upTo;
    if (table.length <= 64) {
      int k = 0;
      while (uniform >= table[k]) k++;
      return first + k;
    }
    int found = Arrays.binarySearch(table, uniform);
    return first + (found >= 0 ? found + 1 : -found - 1);
  }
}
