package org.neurarium.engine.cable;

/// Solves the linear system of a tree of segments, for many trees at once: elimination from the leaves to the root and back (Hines 1984, doi:10.1016/0020-7101(84)90008-4),
/// in as many operations as there are segments. Each loop goes over trees, so that they become vector code.
///
/// For each tree and segment k, `diagonal[k]·x[k] − sum over neighbours of axial·x = right[k]`. The diagonal contains the axial conductances already. Own arrays for a chunk of trees; used
/// by one thread. Allocates nothing once it is made.
final class TreeSolver {

  private final int[] parents;
  private final double[][] right;
  private final double[][] diagonal;

  /// @param parents of the segments, each before its children; the first is the root
  /// @param room most trees at a time
  TreeSolver(int[] parents, int room) {
    this.parents = parents.clone();
    right = new double[parents.length][room];
    diagonal = new double[parents.length][room];
  }

  /// Right side of a segment, by tree; after [#solve] the solution.
  double[] right(int segment) {
    return right[segment];
  }

  /// Diagonal of a segment, by tree; [#solve] uses it up.
  double[] diagonal(int segment) {
    return diagonal[segment];
  }

  /// Adds the currents between neighbours to the right sides.
  ///
  /// @param potentials by segment and tree
  /// @param axial conductances to the parents, by segment and tree; those of the root are not read
  void addAxialCurrents(double[][] potentials, double[][] axial, int count) {
    for (int k = parents.length - 1; k > 0; k--) {
      int p = parents[k];
      addAxialCurrent(axial[k], potentials[k], potentials[p], right[k], right[p], count);
    }
  }

  private static void addAxialCurrent(
      double[] g, double[] v, double[] parent, double[] right, double[] above, int count) {
    for (int t = 0; t < count; t++) {
      double current = g[t] * (parent[t] - v[t]);
      right[t] += current;
      above[t] -= current;
    }
  }

  /// Solves for `count` trees.
  ///
  /// @param axial conductances to the parents, by segment and tree; those of the root are not read
  void solve(double[][] axial, int count) {
    for (int k = parents.length - 1; k > 0; k--)
      eliminate(axial[k], diagonal[k], right[k], diagonal[parents[k]], right[parents[k]], count);
    divide(right[0], diagonal[0], count);
    for (int k = 1; k < parents.length; k++)
      substitute(axial[k], diagonal[k], right[k], right[parents[k]], count);
  }

  /// Leaves the reciprocal of the diagonal in its place.
  private static void eliminate(
      double[] g,
      double[] diagonal,
      double[] right,
      double[] above,
      double[] rightAbove,
      int count) {
    for (int t = 0; t < count; t++) {
      double inverse = 1 / diagonal[t];
      double factor = g[t] * inverse;
      diagonal[t] = inverse;
      above[t] -= factor * g[t];
      rightAbove[t] += factor * right[t];
    }
  }

  private static void divide(double[] right, double[] diagonal, int count) {
    for (int t = 0; t < count; t++) right[t] /= diagonal[t];
  }

  private static void substitute(
      double[] g, double[] inverse, double[] right, double[] above, int count) {
    for (int t = 0; t < count; t++) right[t] = (right[t] + g[t] * above[t]) * inverse[t];
  }
}
