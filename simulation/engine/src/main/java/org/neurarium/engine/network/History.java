package org.neurarium.engine.network;

/// A state variable of a population at the latest grid points, for neurons that are coupled to it.
///
/// Each neuron's place in a row is written by the worker that owns the neuron, at the end of its step. A row is used again after as many steps as there are
/// rows: as many as the longest delay and an epoch together, since one worker may still read what was a delay ago when another is at the epoch's end.
public final class History {

  private final String variable;
  private final double[][] rows;
  private final int mask;

  /// @param variable id of the state
  /// @param neurons places in a row
  /// @param longest the longest delay (steps)
  /// @param epoch most steps between two meetings of the workers
  public History(String variable, int neurons, int longest, int epoch) {
    this.variable = variable;
    rows = new double[Integer.highestOneBit(2 * (longest + epoch) - 1)][neurons];
    mask = rows.length - 1;
  }

  /// The state's id.
  public String variable() {
    return variable;
  }

  /// The values at a grid point, by neuron; the history's own array.
  public double[] row(long step) {
    return rows[(int) step & mask];
  }

  /// Keeps the values of neurons `from` to `to - 1` at a grid point.
  void put(long step, double[] values, int from, int to) {
    System.arraycopy(values, from, row(step), from, to - from);
  }

  /// Between steps: says that the values have been these for ever.
  void begin(double[] values) {
    for (double[] row : rows) System.arraycopy(values, 0, row, 0, row.length);
  }

  /// How many bytes it takes.
  public long bytes() {
    return rows.length * (8L * rows[0].length + 16);
  }
}
