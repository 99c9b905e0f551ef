package org.neurarium.circuits;

/// A place on the canvas, in canvas pixels at zoom 1; x grows to the right, y downwards.
///
/// @param x finite
/// @param y finite
public record Point(double x, double y) {

  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y))
      throw new IllegalArgumentException("a point is finite: " + x + ", " + y);
  }

  /// This point moved by an offset.
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }
}
