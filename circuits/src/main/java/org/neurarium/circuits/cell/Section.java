package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.cell.Morphology.Kind;
import org.neurarium.circuits.cell.Morphology.Point;

/// An unbranched stretch of a neuron, as a cylinder with the same area of membrane and the same axial resistance.
///
/// @param kind what it belongs to
/// @param parent index of the section it hangs on, among all; −1 for the soma
/// @param length (um)
/// @param diameter (um)
record Section(Kind kind, int parent, double length, double diameter) {

  /// The cylinder with a membrane area A and an axial resistance r for each unit of resistivity: A = π d L and r = 4 L/(π d²).
  private static Section cylinder(Kind kind, int parent, double area, double resistance) {
    double diameter = Math.cbrt(4 * area / (Math.PI * Math.PI * resistance));
    return new Section(kind, parent, area / (Math.PI * diameter), diameter);
  }

  /// The sections of a morphology: the soma, then each behind the one it hangs on.
  static List<Section> of(Morphology morphology) {
    return new Cutting(morphology).sections();
  }

  /// Cuts a morphology at its branch points.
  private static final class Cutting {

    private final List<Point> points;
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final List<Section> sections = new ArrayList<>();

    Cutting(Morphology morphology) {
      points = morphology.points();
      for (int k = 1; k < points.size(); k++)
        children.computeIfAbsent(points.get(k).parent(), _ -> new ArrayList<>()).add(k);
    }

    /// A stretch to follow.
    ///
    /// @param first its first point of its own
    /// @param parent index of its parent among the sections
    private record Start(int first, int parent) {}

    List<Section> sections() {
      sections.add(soma());
      List<Start> waiting = new ArrayList<>();
      for (int k = points.size() - 1; k > 0; k--)
        if (!isSoma(k) && isSoma(points.get(k).parent())) waiting.add(new Start(k, 0));
      while (!waiting.isEmpty()) {
        Start start = waiting.removeLast();
        int last = stretch(start);
        for (int child : children.getOrDefault(last, List.of()).reversed())
          waiting.add(new Start(child, sections.size() - 1));
      }
      return sections;
    }

    /// The root stands for a soma where none was drawn.
    private boolean isSoma(int k) {
      return k == 0 || points.get(k).kind() == Kind.SOMA;
    }

    /// A cylinder as long as it is thick, with the area that was drawn; of one point it is the sphere's.
    private Section soma() {
      double area = 0;
      for (int k = 1; k < points.size(); k++)
        if (isSoma(k) && isSoma(points.get(k).parent()))
          area += area(points.get(k), points.get(k).radius(), points.get(points.get(k).parent()));
      if (area == 0) area = 4 * Math.PI * Math.pow(points.getFirst().radius(), 2);
      double size = Math.sqrt(area / Math.PI);
      return new Section(Kind.SOMA, -1, size, size);
    }

    /// Membrane of a cone between two points, the first of which has another radius than it was drawn with.
    private static double area(Point a, double radius, Point b) {
      return Math.PI * (radius + b.radius()) * Math.hypot(a.distance(b), radius - b.radius());
    }

    /// Follows a stretch to the next branch point, tip or change of kind, and adds its cylinder.
    ///
    /// @return its last point
    private int stretch(Start start) {
      int here = start.first();
      Kind kind = points.get(here).kind();
      double area = 0;
      double resistance = 0;
      // From a soma a neurite begins at its own first point; from a branch point it begins there,
      // as thick as at its own first point.
      Point before = points.get(points.get(here).parent());
      double radius = points.get(here).radius();
      boolean fromSoma = isSoma(points.get(here).parent());
      while (true) {
        Point point = points.get(here);
        if (!fromSoma && point.distance(before) > 0) {
          area += area(before, radius, point);
          resistance += point.distance(before) / (Math.PI * radius * point.radius());
        }
        fromSoma = false;
        before = point;
        radius = point.radius();
        List<Integer> next = children.getOrDefault(here, List.of());
        if (next.size() != 1 || points.get(next.getFirst()).kind() != kind) break;
        here = next.getFirst();
      }
      if (resistance == 0) {
        // A single point: as long as it is from the soma's surface, or as thick as it is.
        Point point = points.get(start.first());
        Point parent = points.get(point.parent());
        double length = Math.max(point.distance(parent) - parent.radius(), 2 * point.radius());
        sections.add(new Section(kind, start.parent(), length, 2 * point.radius()));
      } else sections.add(cylinder(kind, start.parent(), area, resistance));
      return here;
    }
  }
}
