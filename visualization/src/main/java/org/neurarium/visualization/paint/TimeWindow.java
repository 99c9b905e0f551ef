package org.neurarium.visualization.paint;

/// A stretch of time that is being looked at.
///
/// @param start first instant in ms
/// @param end last instant in ms, after `start`
public record TimeWindow(double start, double end) {

  public TimeWindow {
    if (!(end > start))
      throw new IllegalArgumentException("a window ends after it starts: " + start + ".." + end);
  }

  public double length() {
    return end - start;
  }

  /// Where a time, in ms lies across an area.
  public double x(double time, Area area) {
    return area.x() + (time - start) / length() * area.width();
  }

  /// The time, in ms at a place across an area.
  public double time(double x, Area area) {
    return start + (x - area.x()) / area.width() * length();
  }
}
