package org.neurarium.engine.observe;

import java.util.List;

/// A picture of a world: shapes in a unit square, x to the right and y downwards, drawn in order. One painter draws all worlds.
public record Scene(List<Shape> shapes) {

  public static final Scene EMPTY = new Scene(List.of());

  public Scene {
    shapes = List.copyOf(shapes);
  }

  /// What a shape stands for, from which a painter takes its colours.
  public enum Style {
    FLOOR,
    WALL,
    AGENT,
    CUE,
    REWARD,
    TARGET,
    /// Something that is there and does nothing at the moment.
    IDLE,
    /// A trace of what has been.
    TRAIL,
    TEXT
  }

  public sealed interface Shape {
    Style style();
  }

  /// A straight line.
  public record Line(double x1, double y1, double x2, double y2, Style style) implements Shape {}

  /// A filled circle around (x, y).
  public record Circle(double x, double y, double radius, Style style) implements Shape {}

  /// A filled rectangle from its upper left corner (x, y).
  public record Box(double x, double y, double width, double height, Style style)
      implements Shape {}

  /// A short text centred at (x, y).
  public record Label(double x, double y, String text, Style style) implements Shape {}
}
