package org.neurarium.engine.network;

/// Shows the synapses what a neuron's variable is in the middle of a step while they are integrated: the mean of both ends.
final class MiddleValues {

  private final double[] values;
  private final int from;
  private final double[] ends;

  /// @param values the variable's own array
  /// @param from first place that moves
  /// @param to one past the last
  MiddleValues(double[] values, int from, int to) {
    this.values = values;
    this.from = from;
    ends = new double[to - from];
  }

  /// Before the variable advances.
  void keep() {
    System.arraycopy(values, from, ends, 0, ends.length);
  }

  /// After it has advanced: puts the mean in its place.
  void meet() {
    for (int k = 0; k < ends.length; k++) {
      double end = values[from + k];
      values[from + k] = 0.5 * (ends[k] + end);
      ends[k] = end;
    }
  }

  /// Puts its new value in its place.
  void leave() {
    System.arraycopy(ends, 0, values, from, ends.length);
  }
}
