package org.neurarium.visualization.paint;

/// A rectangle in logical pixels.
///
/// @param x left edge
/// @param y upper edge
/// @param width not negative
/// @param height not negative
public record Area(double x, double y, double width, double height) {

  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  public boolean contains(double px, double py) {
    return px >= x && px < right() && py >= y && py < bottom();
  }
}
