package org.neurarium.engine.network;

import java.util.Arrays;

/// What is under way to one receptor of a population: for each grid point of the near future, the sum of weights that arrives at each neuron.
///
/// The row of grid point `step` begins at [#offset]; a row is used again after as many steps as there are rows. Each neuron's column is
/// written by the worker that owns the neuron.
public final class DelayRing {

  private final double[] sums;
  private final int stride;
  private final int mask;

  /// @param neurons columns
  /// @param longest the longest delay (steps), at least 1
  public DelayRing(int neurons, int longest) {
    stride = stride(neurons);
    int rows = rows(longest);
    mask = rows - 1;
    sums = new double[Math.multiplyExact(rows, stride)];
  }

  private static int stride(int neurons) {
    return (neurons + 7) & ~7; // rows begin at a multiple of a cache line's doubles
  }

  private static int rows(int longest) {
    return Integer.highestOneBit(Math.max(1, 2 * longest - 1));
  }

  /// How many bytes a ring takes.
  public static long bytes(int neurons, int longest) {
    return 8L * rows(longest) * stride(neurons);
  }

  /// Where the row of a grid point begins in [#sums()].
  public int offset(long step) {
    return ((int) step & mask) * stride;
  }

  /// All rows.
  public double[] sums() {
    return sums;
  }

  /// How many grid points there is room for.
  public int rows() {
    return mask + 1;
  }

  /// Empties the part of a row that belongs to neurons `from` to `to - 1`.
  public void clear(long step, int from, int to) {
    int offset = offset(step);
    Arrays.fill(sums, offset + from, offset + to, 0);
  }

  /// Empties everything.
  public void clear() {
    Arrays.fill(sums, 0);
  }
}
