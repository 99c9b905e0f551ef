package org.neurarium.app.canvas;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

/// Where a node's name stands.
enum LabelSide {
  BELOW,
  RIGHT,
  LEFT,
  ABOVE;

  /// All sides, best first.
  static final List<LabelSide> PREFERRED = List.of(BELOW, RIGHT, LEFT, ABOVE);

  private static boolean isTriangle(Outline outline) {
    return outline instanceof Outline.Polygon p && p.size() == 3;
  }

  /// The box that a label of this size takes beside a symbol at (x, y).
  Bounds box(double x, double y, Outline outline, double gap, double width, double height) {
    double w = outline.halfWidth();
    double h = outline.halfHeight();
    boolean triangle = isTriangle(outline);
    // Beside the tip of a triangle, not beside its foot.
    double besideX = triangle ? 0.58 * w + gap : w + gap + 3;
    double besideY = triangle ? y - 0.52 * h : y;
    return switch (this) {
      case BELOW -> new BoundingBox(x - width / 2, y + h + gap, width, height);
      case ABOVE -> new BoundingBox(x - width / 2, y - h - gap - height, width, height);
      case RIGHT -> new BoundingBox(x + besideX, besideY - height / 2, width, height);
      case LEFT -> new BoundingBox(x - besideX - width, besideY - height / 2, width, height);
    };
  }

  /// The side on which a label meets the least: names, symbols and lines count by how much they disturb.
  ///
  /// @param boxes where the label would be on each side
  static LabelSide choose(
      Function<LabelSide, Bounds> boxes, Iterable<Bounds> obstacles, Iterable<Curve> lines) {
    LabelSide best = BELOW;
    double least = Double.POSITIVE_INFINITY;
    double preference = 0;
    for (LabelSide side : PREFERRED) {
      Bounds box = boxes.apply(side);
      double cost = preference;
      for (Bounds o : obstacles) if (o.intersects(box)) cost += 4;
      for (Curve line : lines) if (line.crosses(box)) cost += 2;
      if (cost < least) {
        least = cost;
        best = side;
      }
      preference += 0.5;
    }
    return best;
  }
}
