package org.neurarium.app.canvas;

import org.neurarium.circuits.Point;

/// The raster on which symbols stand.
final class Grid {

  /// Distance of its points in canvas pixels.
  static final double STEP = 20;

  private Grid() {}

  /// The grid point next to a place.
  static Point snap(Point p) {
    return new Point(snap(p.x()), snap(p.y()));
  }

  private static double snap(double v) {
    return Math.round(v / STEP) * STEP
        + 0.0; // + 0.0 turns -0 into 0, which would be written to files
  }

  /// How to move so that a node which stood at `from` comes to stand on the grid.
  static Point snapOffset(Point from, double dx, double dy) {
    Point to = snap(from.plus(dx, dy));
    return new Point(to.x() - from.x(), to.y() - from.y());
  }
}
