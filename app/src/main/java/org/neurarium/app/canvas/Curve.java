package org.neurarium.app.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// A cubic Bézier curve in canvas pixels, from `(x0, y0)` to `(x3, y3)`.
record Curve(
    double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {

  private static final int SEGMENTS = 24;

  double xAt(double t) {
    double s = 1 - t;
    return s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3;
  }

  double yAt(double t) {
    double s = 1 - t;
    return s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3;
  }

  /// The direction in which the curve arrives, in radians.
  double endAngle() {
    double dx = x3 - x2;
    double dy = y3 - y2;
    if (Math.hypot(dx, dy) < 1e-6) {
      dx = x3 - x0;
      dy = y3 - y0;
    }
    return Math.atan2(dy, dx);
  }

  /// The direction in which the curve leaves, in radians.
  double startAngle() {
    double dx = x1 - x0;
    double dy = y1 - y0;
    if (Math.hypot(dx, dy) < 1e-6) {
      dx = x3 - x0;
      dy = y3 - y0;
    }
    return Math.atan2(dy, dx);
  }

  /// About how long the curve is.
  double length() {
    double length = 0;
    double x = x0;
    double y = y0;
    for (int i = 1; i <= SEGMENTS; i++) {
      double nextX = xAt((double) i / SEGMENTS);
      double nextY = yAt((double) i / SEGMENTS);
      length += Math.hypot(nextX - x, nextY - y);
      x = nextX;
      y = nextY;
    }
    return length;
  }

  /// How far a point is from the curve.
  double distance(double px, double py) {
    double best = Double.POSITIVE_INFINITY;
    double x = x0;
    double y = y0;
    for (int i = 1; i <= SEGMENTS; i++) {
      double nextX = xAt((double) i / SEGMENTS);
      double nextY = yAt((double) i / SEGMENTS);
      best = Math.min(best, distanceToSegment(px, py, x, y, nextX, nextY));
      x = nextX;
      y = nextY;
    }
    return best;
  }

  private static double distanceToSegment(
      double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.clamp(((px - ax) * dx + (py - ay) * dy) / square, 0, 1);
    return Math.hypot(px - ax - t * dx, py - ay - t * dy);
  }

  /// The box around the curve, about to the pixel.
  Bounds box() {
    double left = Math.min(x0, x3);
    double right = Math.max(x0, x3);
    double top = Math.min(y0, y3);
    double bottom = Math.max(y0, y3);
    for (int i = 1; i < SEGMENTS; i++) {
      double x = xAt((double) i / SEGMENTS);
      double y = yAt((double) i / SEGMENTS);
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    return new BoundingBox(left, top, right - left, bottom - top);
  }

  /// Whether any of the curve lies inside a box.
  boolean crosses(Bounds box) {
    if (!box().intersects(box)) return false;
    for (int i = 0; i <= SEGMENTS; i++) {
      double t = (double) i / SEGMENTS;
      if (box.contains(xAt(t), yAt(t))) return true;
    }
    return false;
  }
}
