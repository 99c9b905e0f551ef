package org.neurarium.visualization.paint;

import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.TraceHistory;

/// Thins a trace to what a row of pixels can show: where several values share a column, its first, lowest, highest and last
/// ("M4", Jugel et al. 2014, doi:10.14778/2732951.2732953), so that no extreme is lost and the line looks the same. One thread; reuses its arrays.
public final class Decimator {

  private double[] x = new double[0];
  private double[] y = new double[0];
  private int count;

  /// Thins the values of a window.
  ///
  /// @param trace what to draw
  /// @param run gives times of steps
  /// @param window what is looked at; one value more on each side is drawn, so that the line reaches the edges
  /// @param area across which the window lies
  /// @param columns how many pixels the area is wide
  public void thin(TraceHistory trace, RunHistory run, TimeWindow window, Area area, int columns) {
    count = 0;
    long from = Math.max(trace.firstStep(), run.stepAt(window.start()) - 1);
    long to = Math.min(trace.endStep(), run.stepAt(window.end()) + 2);
    if (to <= from) return;
    int room = (int) Math.min(to - from, 4L * (columns + 4));
    if (x.length < room) {
      x = new double[room];
      y = new double[room];
    }
    double stepsPerColumn = window.length() / run.dt() / columns;
    if (stepsPerColumn <= 4) {
      for (long step = from; step < to && count < room; step++)
        add(run.timeOf(step), trace.at(step), window, area);
      return;
    }
    // Columns are counted in whole steps from step 0, so that they do not shift, and the picture
    // does not shimmer, while the window moves.
    long perColumn = (long) Math.ceil(stepsPerColumn);
    long start = from;
    while (start < to) {
      long end = Math.min(to, (start / perColumn + 1) * perColumn);
      // Four values or fewer are drawn as they are: four points would be no thinner.
      if (end - start <= 4) {
        for (long step = start; step < end; step++)
          add(run.timeOf(step), trace.at(step), window, area);
        start = end;
        continue;
      }
      double first = trace.at(start);
      double last = trace.at(end - 1);
      double low = trace.low(start, end);
      double high = trace.high(start, end);
      double middle = (run.timeOf(start) + run.timeOf(end - 1)) / 2;
      if (low > high) {
        add(middle, Double.NaN, window, area);
      } else {
        boolean rising = !(first > last);
        add(run.timeOf(start), first, window, area);
        add(middle, rising ? low : high, window, area);
        add(middle, rising ? high : low, window, area);
        add(run.timeOf(end - 1), last, window, area);
      }
      start = end;
    }
  }

  private void add(double time, double value, TimeWindow window, Area area) {
    x[count] = window.x(time, area);
    y[count++] = value;
  }

  /// How many points there are.
  public int count() {
    return count;
  }

  /// Across the area in logical pixels.
  public double[] x() {
    return x;
  }

  /// Values as they were recorded, NaN where the line breaks.
  public double[] y() {
    return y;
  }
}
