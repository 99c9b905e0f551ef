package org.neurarium.app.canvas;

import java.util.List;

/// The shape of a symbol, in symbol pixels around its centre (0, 0), for drawing, hit tests and finding where lines meet it.
sealed interface Outline {

  /// Half its width.
  double halfWidth();

  /// Half its height.
  double halfHeight();

  /// Whether a point lies inside.
  boolean contains(double x, double y);

  /// How far the edge is from the centre in the direction of the unit vector (dx, dy).
  double reach(double dx, double dy);

  /// A circle.
  record Disc(double radius) implements Outline {
    @Override
    public double halfWidth() {
      return radius;
    }

    @Override
    public double halfHeight() {
      return radius;
    }

    @Override
    public boolean contains(double x, double y) {
      return x * x + y * y <= radius * radius;
    }

    @Override
    public double reach(double dx, double dy) {
      return radius;
    }
  }

  /// A rectangle with rounded corners.
  record Box(double halfWidth, double halfHeight) implements Outline {
    @Override
    public boolean contains(double x, double y) {
      return Math.abs(x) <= halfWidth && Math.abs(y) <= halfHeight;
    }

    @Override
    public double reach(double dx, double dy) {
      double toSide = dx == 0 ? Double.POSITIVE_INFINITY : halfWidth / Math.abs(dx);
      double toTop = dy == 0 ? Double.POSITIVE_INFINITY : halfHeight / Math.abs(dy);
      return Math.min(toSide, toTop);
    }
  }

  /// A convex polygon that holds the centre.
  ///
  /// @param corners x, y in turn
  record Polygon(List<Double> corners) implements Outline {
    public Polygon {
      corners = List.copyOf(corners);
    }

    static Polygon of(Double... corners) {
      return new Polygon(List.of(corners));
    }

    private double x(int i) {
      return corners.get(2 * i % corners.size());
    }

    private double y(int i) {
      return corners.get((2 * i + 1) % corners.size());
    }

    int size() {
      return corners.size() / 2;
    }

    @Override
    public double halfWidth() {
      double widest = 0;
      for (int i = 0; i < size(); i++) widest = Math.max(widest, Math.abs(x(i)));
      return widest;
    }

    @Override
    public double halfHeight() {
      double highest = 0;
      for (int i = 0; i < size(); i++) highest = Math.max(highest, Math.abs(y(i)));
      return highest;
    }

    @Override
    public boolean contains(double px, double py) {
      boolean inside = false;
      for (int i = 0; i < size(); i++) {
        boolean between = y(i) > py != y(i + 1) > py;
        if (between && px < (x(i + 1) - x(i)) * (py - y(i)) / (y(i + 1) - y(i)) + x(i))
          inside = !inside;
      }
      return inside;
    }

    @Override
    public double reach(double dx, double dy) {
      double farthest = 0;
      for (int i = 0; i < size(); i++) {
        double ex = x(i + 1) - x(i);
        double ey = y(i + 1) - y(i);
        double cross = dx * ey - dy * ex;
        if (Math.abs(cross) < 1e-12) continue;
        double along = (x(i) * ey - y(i) * ex) / cross;
        double onEdge = (x(i) * dy - y(i) * dx) / cross;
        if (along > 0 && onEdge >= -1e-9 && onEdge <= 1 + 1e-9)
          farthest = Math.max(farthest, along);
      }
      return farthest;
    }
  }
}
