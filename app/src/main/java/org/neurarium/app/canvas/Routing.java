package org.neurarium.app.canvas;

import java.util.List;
import javafx.geometry.Bounds;

/// Finds the way of a line between two symbols.
///
/// Lines between the same two symbols get a lane each: lane 0 is the straight way, others bend to one side or the other, always
/// counted in the same sense for both directions, so that a line and its answer bulge apart.
final class Routing {

  /// What a line ends with; how long it is decides where the stroke has to stop.
  enum End {
    /// Excites.
    ARROW(13),
    /// Inhibits.
    DOT(11),
    /// A current, or what carries no synapses.
    CHEVRON(2),
    /// Modulates.
    DIAMOND(14),
    /// Couples two membranes: the same at both ends, as neither side gives more than it takes.
    BARS(7),
    /// A probe looks.
    NONE(0);

    final double length;

    End(double length) {
      this.length = length;
    }
  }

  /// One end of a line: a symbol at its place, or a handle at its edge.
  ///
  /// @param facing direction in which a line leaves or arrives from outside (radians); NaN for any
  record Port(double x, double y, Outline outline, double facing) {

    /// A symbol that lines meet from all sides.
    Port(double x, double y, Outline outline) {
      this(x, y, outline, Double.NaN);
    }

    /// A control point that lets a line leave the way the port faces; the point given where it faces nowhere.
    private double[] led(double controlX, double controlY, double distance) {
      if (Double.isNaN(facing)) return new double[] {controlX, controlY};
      double lead = Math.clamp(0.45 * distance, 30, 140);
      return new double[] {x + lead * Math.cos(facing), y + lead * Math.sin(facing)};
    }
  }

  /// The direction of loops where nothing is in the way.
  static final double UP = -Math.PI / 2;

  /// The directions of loops, best first.
  static final List<Double> LOOP_DIRECTIONS = List.of(UP, 0.0, Math.PI, Math.PI / 2);

  /// Space between a line and the symbol it starts from.
  private static final double START_GAP = 5;

  /// Space between the tip of a line and the symbol it ends at.
  private static final double END_GAP = 3;

  private static final double LANE_WIDTH = 34;

  private Routing() {}

  /// The lane of line number `index` of `count` between the same symbols.
  static double lane(int index, int count) {
    return index - (count - 1) / 2.0;
  }

  /// The curve from one symbol to another.
  ///
  /// @param lane how far to bend, see [#lane]; positive bends to the left of the way from the symbol that comes first
  /// @param forwards whether `from` is the symbol that comes first
  static Curve between(Port from, Port to, double lane, boolean forwards, End end) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double distance = Math.hypot(dx, dy);
    if (distance < 1) return loop(from, 0, UP, end);
    double side = forwards ? 1 : -1;
    double bend = lane == 0 ? Math.min(0.055 * distance, 13) : side * lane * LANE_WIDTH;
    double nx = dy / distance * bend;
    double ny = -dx / distance * bend;
    double[] c1 =
        from.led(from.x + dx * 0.33 + nx * 1.25, from.y + dy * 0.33 + ny * 1.25, distance);
    double[] c2 = to.led(from.x + dx * 0.67 + nx * 1.25, from.y + dy * 0.67 + ny * 1.25, distance);
    double[] start = onEdge(from, c1[0], c1[1], START_GAP);
    double[] tip = onEdge(to, c2[0], c2[1], END_GAP);
    return stoppingBefore(tip, start, c1[0], c1[1], c2[0], c2[1], end);
  }

  /// A curve between ports of a panel and a symbol beyond it that goes around the panel: above or below, whichever is less of a detour.
  ///
  /// @param direct the way that crosses the panel; taken all the same where there is no other
  static Curve around(Curve direct, Port from, Port to, Bounds panel, End end) {
    double nearer = to.y + from.y > 2 * panel.getCenterY() ? 1 : -1;
    for (double height = 40; height <= 400; height += 24)
      for (double side : new double[] {nearer, -nearer}) {
        double[] c1 = swung(from, to, 0.33, side * height);
        double[] c2 = swung(to, from, 0.33, side * height);
        double[] start =
            Double.isNaN(from.facing)
                ? onEdge(from, c1[0], c1[1], START_GAP)
                : onEdge(
                    from,
                    from.x + Math.cos(from.facing),
                    from.y + Math.sin(from.facing),
                    START_GAP);
        double[] tip =
            Double.isNaN(to.facing)
                ? onEdge(to, c2[0], c2[1], END_GAP)
                : onEdge(to, to.x + Math.cos(to.facing), to.y + Math.sin(to.facing), END_GAP);
        Curve curve = stoppingBefore(tip, start, c1[0], c1[1], c2[0], c2[1], end);
        if (!curve.crosses(panel)) return curve;
      }
    return direct;
  }

  /// A control point far to one side: out of a port the way it faces, else on the way to the other end.
  private static double[] swung(Port at, Port other, double share, double height) {
    if (Double.isNaN(at.facing))
      return new double[] {
        at.x + share * (other.x - at.x), at.y + share * (other.y - at.y) + 0.75 * height
      };
    double lead = 40 + 0.45 * Math.abs(height);
    return new double[] {at.x + lead * Math.cos(at.facing), at.y + height};
  }

  /// A loop at a symbol, for a projection onto itself.
  ///
  /// @param index of the loops at this symbol, which lie inside each other
  /// @param direction in which it bulges, in radians
  static Curve loop(Port at, int index, double direction, End end) {
    double spread = Math.toRadians(36 - 4 * Math.min(index, 4));
    double reach = at.outline.reach(Math.cos(direction), Math.sin(direction));
    double height = reach + 58 + 22 * index;
    double half = 44 + 12 * index;
    double ux = Math.cos(direction);
    double uy = Math.sin(direction);
    double c1x = at.x + ux * height + uy * half;
    double c1y = at.y + uy * height - ux * half;
    double c2x = at.x + ux * height - uy * half;
    double c2y = at.y + uy * height + ux * half;
    double[] start =
        onEdge(
            at,
            at.x + Math.cos(direction - spread),
            at.y + Math.sin(direction - spread),
            START_GAP);
    double[] tip =
        onEdge(
            at, at.x + Math.cos(direction + spread), at.y + Math.sin(direction + spread), END_GAP);
    return stoppingBefore(tip, start, c1x, c1y, c2x, c2y, end);
  }

  /// A straight line from a symbol to a free point, for a connection being drawn.
  static Curve towards(Port from, double x, double y) {
    double[] start = onEdge(from, x, y, START_GAP);
    double dx = x - start[0];
    double dy = y - start[1];
    return new Curve(
        start[0],
        start[1],
        start[0] + dx * 0.33,
        start[1] + dy * 0.33,
        start[0] + dx * 0.67,
        start[1] + dy * 0.67,
        x,
        y);
  }

  /// A line from a symbol onto the middle of another line, a little bent.
  static Curve onto(Port from, double x, double y, End end) {
    double dx = x - from.x;
    double dy = y - from.y;
    double distance = Math.hypot(dx, dy);
    if (distance < 1) return towards(from, x, y);
    double bend = Math.min(0.12 * distance, 22);
    double nx = dy / distance * bend;
    double ny = -dx / distance * bend;
    double c1x = from.x + dx * 0.33 + nx;
    double c1y = from.y + dy * 0.33 + ny;
    double c2x = from.x + dx * 0.67 + nx;
    double c2y = from.y + dy * 0.67 + ny;
    double[] start = onEdge(from, c1x, c1y, START_GAP);
    return stoppingBefore(new double[] {x, y}, start, c1x, c1y, c2x, c2y, end);
  }

  private static Curve stoppingBefore(
      double[] tip, double[] start, double c1x, double c1y, double c2x, double c2y, End end) {
    double dx = tip[0] - c2x;
    double dy = tip[1] - c2y;
    double length = Math.max(1e-6, Math.hypot(dx, dy));
    double stop = Math.min(end.length, length * 0.9);
    return new Curve(
        start[0],
        start[1],
        c1x,
        c1y,
        c2x,
        c2y,
        tip[0] - dx / length * stop,
        tip[1] - dy / length * stop);
  }

  /// Where the way from a symbol's centre towards a point leaves the symbol, and a gap beyond.
  private static double[] onEdge(Port port, double towardsX, double towardsY, double gap) {
    double dx = towardsX - port.x;
    double dy = towardsY - port.y;
    double length = Math.hypot(dx, dy);
    if (length < 1e-9) return new double[] {port.x, port.y};
    double reach = port.outline.reach(dx / length, dy / length) + gap;
    return new double[] {port.x + dx / length * reach, port.y + dy / length * reach};
  }
}
