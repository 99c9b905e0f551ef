package org.neurarium.engine.network;

import java.util.Arrays;

/// What is under way to one receptor of a population: for each grid point of the near future, the sum of weights that arrives at each neuron.
///
/// A row is used again after as many steps as there are rows. Each neuron's place in it is written by the worker that owns the neuron.
public final class DelayRing {

  private final double[][] rows;
  private final int neurons;
  private final int mask;

  /// @param neurons of the population
  /// @param segments over which the receptor is spread; the places of one segment's neurons lie side by side. 0 where nothing ever arrives
  /// @param longest the longest delay (steps), at least 1
  public DelayRing(int neurons, int segments, int longest) {
    this.neurons = neurons;
    rows = new double[rowCount(longest)][neurons * segments];
    mask = rows.length - 1;
  }

  private static int rowCount(int longest) {
    return Integer.highestOneBit(Math.max(1, 2 * longest - 1));
  }

  /// How many bytes a ring takes.
  public static long bytes(int neurons, int segments, int longest) {
    return rowCount(longest) * (8L * neurons * segments + 16);
  }

  /// How many bytes this ring takes.
  public long bytes() {
    return rows.length * (8L * rows[0].length + 16);
  }

  /// How many neurons the population has.
  public int neurons() {
    return neurons;
  }

  /// Over how many segments the receptor is spread.
  public int segments() {
    return rows[0].length / neurons;
  }

  /// What arrives at a grid point, by segment and neuron. The ring's own array: the index of the first segment is the neuron's number, with no offset, so that loops
  /// over it and the neurons' own arrays can become vector code.
  public double[] row(long step) {
    return rows[(int) step & mask];
  }

  /// How many grid points there is room for.
  public int rows() {
    return rows.length;
  }

  /// Empties the part of a row that belongs to neurons `from` to `to - 1`.
  public void clear(long step, int from, int to) {
    double[] row = row(step);
    for (int at = 0; at < row.length; at += neurons) Arrays.fill(row, at + from, at + to, 0);
  }

  /// Empties everything.
  public void clear() {
    for (double[] row : rows) Arrays.fill(row, 0);
  }
}
