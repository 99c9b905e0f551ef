package org.neurarium.engine.portrait;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.units.Dimension;

/// Where a two-variable model stands still, and how it moves elsewhere, inside a box. All numbers in engine units.
///
/// @param box what was looked at
/// @param xNullcline where dx/dt = 0: lines, each x1, y1, x2, y2, …
/// @param yNullcline where dy/dt = 0
/// @param points where both are 0, from left to right
/// @param arrows directions on a grid: x, y, and a vector whose larger component (in parts of the box) is at most 1
public record PhasePortrait(
    Box box,
    List<double[]> xNullcline,
    List<double[]> yNullcline,
    List<FixedPoint> points,
    double[] arrows) {

  private static final int CELLS = 120;
  private static final int ARROWS = 18;
  private static final int BISECTIONS = 30;
  private static final int NEWTON_STEPS = 40;

  /// A part of the plane.
  public record Box(double left, double right, double bottom, double top) {
    public Box {
      if (!(left < right && bottom < top))
        throw new IllegalArgumentException(
            "an empty box: " + left + ", " + right + ", " + bottom + ", " + top);
    }

    /// A box in which orbits and the lines near them are well seen.
    ///
    /// @param orbits of the flow, or of the same with other currents, so that all of them fit
    public static Box around(List<Orbit> orbits, Flow flow) {
      double[] extent = {
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
      };
      for (Orbit orbit : orbits) {
        double[] one = orbit.extent();
        for (int k = 0; k < 4; k++)
          extent[k] = k % 2 == 0 ? Math.min(extent[k], one[k]) : Math.max(extent[k], one[k]);
      }
      if (extent[0] > extent[1]) extent = new double[] {-1, 1, -1, 1};
      boolean voltage = flow.x().unit().dimension().equals(Dimension.VOLTAGE);
      // Models without units keep to a few units around 0.
      if (flow.x().unit().dimension().equals(Dimension.NONE)) {
        extent[0] = Math.min(extent[0], -2);
        extent[1] = Math.max(extent[1], 2);
      }
      double[] x = padded(extent[0], extent[1], voltage ? 60 : 4);
      double bottom = extent[2];
      double top = extent[3];
      // Where y stands still, for x in the middle of the picture: most models are linear in y
      // there.
      for (int k = 0; k <= 10; k++) {
        double at = x[0] + (x[1] - x[0]) * (0.25 + 0.05 * k);
        double still = -flow.dy(at, 0) / (flow.dy(at, 1) - flow.dy(at, 0));
        if (!Double.isFinite(still)) continue;
        bottom = Math.min(bottom, still);
        top = Math.max(top, still);
      }
      double[] y = padded(bottom, top, 1e-3 * Math.max(1, Math.abs(top)));
      return new Box(x[0], x[1], y[0], y[1]);
    }

    private static double[] padded(double low, double high, double least) {
      double span = Math.max(1.3 * (high - low), least);
      double middle = (low + high) / 2;
      return new double[] {middle - span / 2, middle + span / 2};
    }

    double width() {
      return right - left;
    }

    double height() {
      return top - bottom;
    }

    boolean contains(double x, double y) {
      return x >= left && x <= right && y >= bottom && y <= top;
    }
  }

  /// A place where the model can stand still.
  public record FixedPoint(double x, double y, Kind kind) {}

  /// What happens near a fixed point, from the eigenvalues of the linearised flow.
  public enum Kind {
    STABLE_NODE("stable node", true),
    STABLE_FOCUS("stable focus", true),
    UNSTABLE_NODE("unstable node", false),
    UNSTABLE_FOCUS("unstable focus", false),
    SADDLE("saddle", false),
    /// Neither attracts nor repels in the linearised flow.
    NEUTRAL("neutral point", false);

    private final String title;
    private final boolean stable;

    Kind(String title, boolean stable) {
      this.title = title;
      this.stable = stable;
    }

    /// For people.
    public String title() {
      return title;
    }

    /// Whether what starts near it goes there.
    public boolean isStable() {
      return stable;
    }
  }

  /// Draws a flow's portrait.
  public static PhasePortrait of(Flow flow, Box box) {
    double[][] dx = new double[CELLS + 1][CELLS + 1];
    double[][] dy = new double[CELLS + 1][CELLS + 1];
    for (int i = 0; i <= CELLS; i++)
      for (int j = 0; j <= CELLS; j++) {
        double x = box.left + box.width() * i / CELLS;
        double y = box.bottom + box.height() * j / CELLS;
        dx[i][j] = flow.dx(x, y);
        dy[i][j] = flow.dy(x, y);
      }
    return new PhasePortrait(
        box,
        zeros(box, dx, flow::dx),
        zeros(box, dy, flow::dy),
        fixedPoints(flow, box, dx, dy),
        arrows(flow, box));
  }

  private interface Speed {
    double at(double x, double y);
  }

  /// Follows the line where a speed is 0 through the cells of a grid (marching squares), with each crossing of a cell's edge found by bisection.
  private static List<double[]> zeros(Box box, double[][] values, Speed speed) {
    Map<Integer, double[]> crossings = new HashMap<>();
    Map<Integer, Set<Integer>> neighbours = new LinkedHashMap<>();
    int[] found = new int[4];
    for (int i = 0; i < CELLS; i++)
      for (int j = 0; j < CELLS; j++) {
        int count = 0;
        for (int edge = 0; edge < 4; edge++) {
          // Edges of a cell, in turn: below, right, above, left; each is shared with the next cell.
          boolean flat = edge % 2 == 0;
          int i1 = i + (edge == 1 ? 1 : 0);
          int j1 = j + (edge == 2 ? 1 : 0);
          int i2 = i1 + (flat ? 1 : 0);
          int j2 = j1 + (flat ? 0 : 1);
          if (!changesSign(values[i1][j1], values[i2][j2])) continue;
          int key = 2 * (i1 * (CELLS + 1) + j1) + (flat ? 0 : 1);
          crossings.computeIfAbsent(
              key, _ -> crossing(box, speed, i1, j1, i2, j2, values[i1][j1] > 0));
          found[count++] = key;
        }
        for (int k = 0; k + 1 < count; k += 2) {
          neighbours.computeIfAbsent(found[k], _ -> new LinkedHashSet<>()).add(found[k + 1]);
          neighbours.computeIfAbsent(found[k + 1], _ -> new LinkedHashSet<>()).add(found[k]);
        }
      }
    return lines(crossings, neighbours);
  }

  private static double[] crossing(
      Box box, Speed speed, int i1, int j1, int i2, int j2, boolean positiveFirst) {
    double x1 = box.left + box.width() * i1 / CELLS;
    double y1 = box.bottom + box.height() * j1 / CELLS;
    double x2 = box.left + box.width() * i2 / CELLS;
    double y2 = box.bottom + box.height() * j2 / CELLS;
    double part = bisect(speed, x1, y1, x2, y2, positiveFirst);
    return new double[] {x1 + part * (x2 - x1), y1 + part * (y2 - y1)};
  }

  /// Joins crossings of the same line, ends first, closed lines last.
  private static List<double[]> lines(
      Map<Integer, double[]> crossings, Map<Integer, Set<Integer>> neighbours) {
    List<double[]> lines = new ArrayList<>();
    for (boolean ends : new boolean[] {true, false})
      for (Integer start : List.copyOf(neighbours.keySet())) {
        Set<Integer> there = neighbours.getOrDefault(start, Set.of());
        if (there.isEmpty() || (ends && there.size() != 1)) continue;
        List<Integer> way = new ArrayList<>(List.of(start));
        for (Integer at = start; !there.isEmpty(); there = neighbours.getOrDefault(at, Set.of())) {
          Integer next = there.iterator().next();
          there.remove(next);
          Objects.requireNonNull(neighbours.get(next)).remove(at);
          way.add(next);
          at = next;
        }
        double[] line = new double[2 * way.size()];
        for (int k = 0; k < way.size(); k++)
          System.arraycopy(Objects.requireNonNull(crossings.get(way.get(k))), 0, line, 2 * k, 2);
        lines.add(line);
      }
    return lines;
  }

  private static boolean changesSign(double a, double b) {
    return Double.isFinite(a) && Double.isFinite(b) && a > 0 != b > 0;
  }

  private static double bisect(
      Speed speed, double x1, double y1, double x2, double y2, boolean positiveFirst) {
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      boolean positive = speed.at(x1 + middle * (x2 - x1), y1 + middle * (y2 - y1)) > 0;
      if (positive == positiveFirst) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  private static List<FixedPoint> fixedPoints(Flow flow, Box box, double[][] dx, double[][] dy) {
    List<FixedPoint> points = new ArrayList<>();
    for (int i = 0; i < CELLS; i++)
      for (int j = 0; j < CELLS; j++) {
        // Both lines pass through this cell: Newton's method tells whether they meet in or near it.
        if (!crosses(dx, i, j) || !crosses(dy, i, j)) continue;
        double x = box.left + box.width() * (i + 0.5) / CELLS;
        double y = box.bottom + box.height() * (j + 0.5) / CELLS;
        FixedPoint point = newton(flow, box, x, y);
        if (point == null) continue;
        boolean near =
            Math.abs(point.x - x) <= 1.5 * box.width() / CELLS
                && Math.abs(point.y - y) <= 1.5 * box.height() / CELLS;
        boolean known =
            points.stream()
                .anyMatch(p ->
                    Math.abs(p.x - point.x) < 1e-6 * box.width()
                        && Math.abs(p.y - point.y) < 1e-6 * box.height());
        if (near && !known) points.add(point);
      }
    points.sort(Comparator.comparingDouble(FixedPoint::x));
    return List.copyOf(points);
  }

  private static boolean crosses(double[][] values, int i, int j) {
    double a = values[i][j];
    return changesSign(a, values[i + 1][j])
        || changesSign(a, values[i][j + 1])
        || changesSign(a, values[i + 1][j + 1]);
  }

  private static @Nullable FixedPoint newton(Flow flow, Box box, double startX, double startY) {
    double x = startX;
    double y = startY;
    double stepX = 1e-6 * box.width();
    double stepY = 1e-6 * box.height();
    for (int k = 0; k < NEWTON_STEPS; k++) {
      double[] j = jacobian(flow, x, y, stepX, stepY);
      double determinant = j[0] * j[3] - j[1] * j[2];
      double f = flow.dx(x, y);
      double g = flow.dy(x, y);
      double moveX = (g * j[1] - f * j[3]) / determinant;
      double moveY = (f * j[2] - g * j[0]) / determinant;
      if (!Double.isFinite(moveX) || !Double.isFinite(moveY)) return null;
      x += moveX;
      y += moveY;
      if (!box.contains(x, y)) return null;
      if (Math.abs(moveX) < 1e-10 * box.width() && Math.abs(moveY) < 1e-10 * box.height())
        return new FixedPoint(x, y, kind(jacobian(flow, x, y, stepX, stepY)));
    }
    return null;
  }

  private static double[] jacobian(Flow flow, double x, double y, double stepX, double stepY) {
    return new double[] {
      (flow.dx(x + stepX, y) - flow.dx(x - stepX, y)) / (2 * stepX),
      (flow.dx(x, y + stepY) - flow.dx(x, y - stepY)) / (2 * stepY),
      (flow.dy(x + stepX, y) - flow.dy(x - stepX, y)) / (2 * stepX),
      (flow.dy(x, y + stepY) - flow.dy(x, y - stepY)) / (2 * stepY)
    };
  }

  private static Kind kind(double[] j) {
    double trace = j[0] + j[3];
    double determinant = j[0] * j[3] - j[1] * j[2];
    // Derivatives are good to about eight digits: what is smaller than that is 0.
    double size = Math.abs(j[0]) + Math.abs(j[3]) + Math.sqrt(Math.abs(j[1] * j[2]));
    if (Math.abs(determinant) < 1e-8 * size * size) return Kind.NEUTRAL;
    if (determinant < 0) return Kind.SADDLE;
    if (Math.abs(trace) < 1e-7 * size) return Kind.NEUTRAL;
    boolean turns = trace * trace < 4 * determinant;
    if (trace < 0) return turns ? Kind.STABLE_FOCUS : Kind.STABLE_NODE;
    return turns ? Kind.UNSTABLE_FOCUS : Kind.UNSTABLE_NODE;
  }

  private static double[] arrows(Flow flow, Box box) {
    List<double[]> arrows = new ArrayList<>();
    for (int i = 0; i < ARROWS; i++)
      for (int j = 0; j < ARROWS; j++) {
        double x = box.left + box.width() * (i + 0.5) / ARROWS;
        double y = box.bottom + box.height() * (j + 0.5) / ARROWS;
        double u = flow.dx(x, y) / box.width();
        double v = flow.dy(x, y) / box.height();
        double size = Math.hypot(u, v);
        if (!(size > 0) || !Double.isFinite(size)) continue;
        arrows.add(new double[] {x, y, u / size, v / size});
      }
    return flat(arrows);
  }

  private static double[] flat(List<double[]> pieces) {
    double[] all = new double[4 * pieces.size()];
    for (int k = 0; k < pieces.size(); k++) System.arraycopy(pieces.get(k), 0, all, 4 * k, 4);
    return all;
  }
}
