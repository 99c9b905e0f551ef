package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.circuits.world.Layout;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Scene.Style;

/// Where the cells of a map are, and what they look like.
final class Places {

  private Places() {}

  /// Shows a cell's centre at `place`.
  static void show(Turn turn, Layout map, int cell) {
    int row = cell / map.width();
    turn.show("place", (cell % map.width() + 0.5) / map.width(), (row + 0.5) / map.height());
  }

  static void draw(List<Scene.Shape> into, Layout map, int agent, List<Integer> rewards) {
    double size = 1.0 / Math.max(map.width(), map.height());
    double left = 0.5 * (1 - size * map.width());
    double top = 0.5 * (1 - size * map.height());
    for (int y = 0; y < map.height(); y++)
      for (int x = 0; x < map.width(); x++)
        into.add(
            new Scene.Box(
                left + x * size,
                top + y * size,
                size,
                size,
                map.isWall(x, y) ? Style.WALL : Style.FLOOR));
    for (int cell : rewards) into.add(disc(map, cell, left, top, size, 0.3, Style.REWARD));
    into.add(disc(map, agent, left, top, size, 0.35, Style.AGENT));
  }

  private static Scene.Circle disc(
      Layout map, int cell, double left, double top, double size, double radius, Style style) {
    int row = cell / map.width();
    return new Scene.Circle(
        left + (cell % map.width() + 0.5) * size, top + (row + 0.5) * size, radius * size, style);
  }
}
