package org.neurarium.app.canvas;

import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/// Turns outlines into shapes of the scene.
final class Shapes {

  private static final double CORNER = 12;

  private Shapes() {}

  static Shape of(Outline outline) {
    return switch (outline) {
      case Outline.Disc disc -> new Circle(disc.radius());
      case Outline.Box box -> {
        Rectangle r =
            new Rectangle(
                -box.halfWidth(), -box.halfHeight(), 2 * box.halfWidth(), 2 * box.halfHeight());
        r.setArcWidth(2 * CORNER);
        r.setArcHeight(2 * CORNER);
        yield r;
      }
      case Outline.Polygon polygon ->
          new Polygon(polygon.corners().stream().mapToDouble(v -> v).toArray());
    };
  }
}
