package org.neurarium.visualization.paint;

import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.colour.ColourMap;

/// Mean weights of a projection at one moment, in cells: columns are sources, rows are targets.
///
/// Where all weights are the same, weights have nothing to show: then the colours tell how densely the cells are connected, in synapses per pair
/// of source and target.
///
/// @param cells rows × columns values in `unit`, row by row, NaN where there is no synapse; not changed by anyone any more
/// @param counts of synapses, likewise
/// @param rows how many groups of targets
/// @param columns how many groups of sources
/// @param sources how many there are
/// @param targets how many there are
/// @param synapses how many there are
/// @param unit symbol
/// @param low smallest mean weight, 0 without any
/// @param high largest mean weight, 0 without any
public record WeightPicture(
    double[] cells,
    int[] counts,
    int rows,
    int columns,
    int sources,
    int targets,
    long synapses,
    String unit,
    double low,
    double high) {

  /// Looks at the weights now, in at most this many rows and columns.
  public static WeightPicture of(WeightView view, int mostRows, int mostColumns) {
    int rows = Math.clamp(view.targets(), 1, Math.max(1, mostRows));
    int columns = Math.clamp(view.sources(), 1, Math.max(1, mostColumns));
    double[] cells = new double[rows * columns];
    int[] counts = new int[rows * columns];
    view.fill(cells, counts, rows, columns);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double w : cells) {
      if (w < low) low = w;
      if (w > high) high = w;
    }
    boolean any = low <= high;
    return new WeightPicture(
        cells,
        counts,
        rows,
        columns,
        view.sources(),
        view.targets(),
        view.synapses(),
        view.unit().symbol(),
        any ? low : 0,
        any ? high : 0);
  }

  /// Whether there are weights of both signs.
  public boolean isSigned() {
    return low < 0 && high > 0;
  }

  /// Whether all weights are the same, so that colours tell of density.
  public boolean isUniform() {
    return synapses > 0 && high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high));
  }

  /// What a cell's colour tells: its mean weight in `unit`, or its synapses per pair when all weights are the same; NaN where there is no synapse.
  public double shown(int row, int column) {
    int cell = row * columns + column;
    if (counts[cell] == 0) return Double.NaN;
    if (!isUniform()) return cells[cell];
    double pairs =
        (double) (lastSource(column) - firstSource(column) + 1)
            * (lastTarget(row) - firstTarget(row) + 1);
    return counts[cell] / pairs;
  }

  /// The value at the lower end of the colour bar: 0 unless there are negative weights.
  public double barLow() {
    if (isUniform()) return 0;
    return isSigned() ? -Math.max(-low, high) : Math.min(0, low);
  }

  /// The value at the upper end of the colour bar.
  public double barHigh() {
    if (isUniform()) return densest();
    if (isSigned()) return Math.max(-low, high);
    return low == 0 && high == 0 ? 1 : Math.max(0, high);
  }

  private double densest() {
    double densest = 0;
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++)
        if (counts[row * columns + column] > 0) densest = Math.max(densest, shown(row, column));
    return densest;
  }

  /// The unit at the colour bar.
  public String barUnit() {
    return isUniform() ? "per pair" : unit;
  }

  /// The colour of each cell, row by row: viridis by size, so that strong is bright for either sign; diverging where both signs occur.
  /// Without synapse it is transparent.
  ///
  /// @param dark whether the ground is dark
  public int[] colours(boolean dark) {
    double from = barLow();
    double to = barHigh();
    int[] colours = new int[rows * columns];
    for (int row = 0; row < rows; row++)
      for (int column = 0; column < columns; column++)
        colours[row * columns + column] = colour(shown(row, column), from, to, dark);
    return colours;
  }

  /// The colours of the bar from its lower to its upper end.
  public int[] barColours(int steps, boolean dark) {
    double from = barLow();
    double to = barHigh();
    int[] colours = new int[steps];
    for (int i = 0; i < steps; i++)
      colours[i] = colour(from + (i + 0.5) / steps * (to - from), from, to, dark);
    return colours;
  }

  private int colour(double value, double from, double to, boolean dark) {
    double share = (value - from) / (to - from);
    if (isSigned()) return (dark ? ColourMap.DIVERGING_ON_DARK : ColourMap.DIVERGING).at(share);
    boolean negative = !isUniform() && high <= 0 && low < 0;
    return ColourMap.VIRIDIS.at(negative ? 1 - share : share);
  }

  /// First source of a column.
  public int firstSource(int column) {
    return (int) Math.ceilDiv((long) column * sources, columns);
  }

  /// Last source of a column.
  public int lastSource(int column) {
    return firstSource(column + 1) - 1;
  }

  /// First target of a row.
  public int firstTarget(int row) {
    return (int) Math.ceilDiv((long) row * targets, rows);
  }

  /// Last target of a row.
  public int lastTarget(int row) {
    return firstTarget(row + 1) - 1;
  }
}
