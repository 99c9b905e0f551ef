package org.neurarium.visualization.paint;

import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.colour.ColourMap;

/// Mean weights of a projection at one moment, in cells: columns are sources, rows are targets.
///
/// @param cells rows × columns values in `unit`, row by row, NaN where there is no synapse; not changed by anyone any more
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
    view.fill(cells, rows, columns);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double w : cells) {
      if (w < low) low = w;
      if (w > high) high = w;
    }
    boolean any = low <= high;
    return new WeightPicture(
        cells,
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

  /// All weights the same: they get the middle of the colours, not the end, which would say "as strong as can be".
  private boolean isUniform() {
    return high - low <= 1e-9 * Math.abs(high);
  }

  /// The weight at the lower end of the colour bar: 0 unless there are negative ones.
  public double barLow() {
    if (isUniform() && low < 0) return 2 * low;
    return isSigned() ? -Math.max(-low, high) : Math.min(0, low);
  }

  /// The weight at the upper end of the colour bar.
  public double barHigh() {
    if (isSigned()) return Math.max(-low, high);
    if (isUniform() && high > 0) return 2 * high;
    return low == 0 && high == 0 ? 1 : Math.max(0, high);
  }

  /// The colours of weights: viridis by size, so that strong is bright for either sign; diverging where both signs occur.
  ///
  /// @param dark whether the ground is dark
  /// @param weight in `unit`
  public int colour(double weight, boolean dark) {
    double share = (weight - barLow()) / (barHigh() - barLow());
    if (isSigned()) return (dark ? ColourMap.DIVERGING_ON_DARK : ColourMap.DIVERGING).at(share);
    return ColourMap.VIRIDIS.at(high <= 0 && low < 0 ? 1 - share : share);
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
