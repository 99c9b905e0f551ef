package org.neurarium.app.canvas;

import javafx.scene.shape.ArcTo;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/// The dots inside a population's symbol, each standing for one of its neurons, evenly picked.
///
/// @param neurons of the population
/// @param positions x, y in turn, in symbol pixels
record Dots(int neurons, double[] positions) {

  static final double RADIUS = 2.9;
  private static final double SPACING = 10.2;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  int count() {
    return positions.length / 2;
  }

  double x(int dot) {
    return positions[2 * dot];
  }

  double y(int dot) {
    return positions[2 * dot + 1];
  }

  /// The neuron that a dot stands for.
  int neuron(int dot) {
    return (int) ((long) dot * neurons / count());
  }

  /// The dot that stands for a neuron, or -1.
  int dot(int neuron) {
    int candidate = (int) (((long) neuron * count() + neurons - 1) / neurons);
    return candidate < count() && neuron(candidate) == neuron ? candidate : -1;
  }

  /// As many dots as fit into an outline, at most one for each neuron.
  static Dots in(Outline outline, int neurons) {
    double[] all =
        switch (outline) {
          case Outline.Disc disc -> sunflower(disc.radius() - 10);
          case Outline.Polygon polygon -> rows(polygon);
          case Outline.Box box -> sunflower(Math.min(box.halfWidth(), box.halfHeight()) - 8);
        };
    int count = Math.min(neurons, all.length / 2);
    return new Dots(neurons, innermost(all, count, outline));
  }

  private static double[] sunflower(double radius) {
    int count = Math.max(1, (int) (0.62 * radius * radius / (SPACING * SPACING) * Math.PI * 0.8));
    double[] positions = new double[2 * count];
    for (int i = 0; i < count; i++) {
      double r = radius * Math.sqrt((i + 0.5) / count);
      positions[2 * i] = r * Math.cos(i * GOLDEN_ANGLE);
      positions[2 * i + 1] = r * Math.sin(i * GOLDEN_ANGLE);
    }
    return positions;
  }

  private static double[] rows(Outline.Polygon triangle) {
    double h = triangle.halfHeight();
    double w = triangle.halfWidth();
    int rows = Math.max(1, (int) ((2 * h - 38) / SPACING));
    java.util.List<Double> positions = new java.util.ArrayList<>();
    for (int row = 0; row < rows; row++) {
      double y = h - 12.5 - row * SPACING;
      double halfRoom = w * (y + h) / (2 * h) - 13;
      int count = Math.max(1, (int) (2 * Math.max(0, halfRoom) / SPACING) + 1);
      for (int i = 0; i < count; i++) {
        positions.add((i - (count - 1) / 2.0) * SPACING);
        positions.add(y);
      }
    }
    return positions.stream().mapToDouble(v -> v).toArray();
  }

  /// The dots nearest to the middle of the symbol, in their order.
  private static double[] innermost(double[] all, int count, Outline outline) {
    double middleY = outline instanceof Outline.Polygon ? outline.halfHeight() * 0.4 : 0;
    int[] chosen =
        java.util.stream.IntStream.range(0, all.length / 2)
            .boxed()
            .sorted(
                java.util.Comparator.comparingDouble(
                    i -> Math.hypot(all[2 * i], all[2 * i + 1] - middleY)))
            .limit(count)
            .mapToInt(i -> i)
            .sorted()
            .toArray();
    double[] kept = new double[2 * count];
    for (int i = 0; i < count; i++) {
      kept[2 * i] = all[2 * chosen[i]];
      kept[2 * i + 1] = all[2 * chosen[i] + 1];
    }
    return kept;
  }

  /// Draws all dots as one shape.
  Path path() {
    Path path = new Path();
    for (int i = 0; i < count(); i++) {
      path.getElements()
          .addAll(
              new MoveTo(x(i) - RADIUS, y(i)),
              new ArcTo(RADIUS, RADIUS, 0, x(i) + RADIUS, y(i), false, true),
              new ArcTo(RADIUS, RADIUS, 0, x(i) - RADIUS, y(i), false, true),
              new ClosePath());
    }
    return path;
  }
}
