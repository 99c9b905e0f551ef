package org.neurarium.app.canvas;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.neurarium.circuits.Point;

/// Finds room for a new part.
final class Placement {

  private static final double ROOM = 80;
  private static final double STEP = 160;
  private static final int RINGS = 12;

  private Placement() {}

  /// The free grid place nearest to a wish, looked for in growing squares around it.
  static Point free(CircuitLayer layer, Point wish) {
    Point start = Grid.snap(wish);
    for (int ring = 0; ring < RINGS; ring++) {
      for (int row = -ring; row <= ring; row++)
        for (int column = -ring; column <= ring; column++) {
          if (Math.max(Math.abs(row), Math.abs(column)) != ring) continue;
          Point candidate = start.plus(column * STEP, row * STEP);
          if (isFree(layer, candidate)) return candidate;
        }
    }
    return start;
  }

  private static boolean isFree(CircuitLayer layer, Point p) {
    Bounds room = new BoundingBox(p.x() - ROOM, p.y() - ROOM, 2 * ROOM, 2 * ROOM);
    return layer.nodes().stream().noneMatch(n -> n.box().intersects(room));
  }
}
