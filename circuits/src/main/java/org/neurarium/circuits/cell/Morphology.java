package org.neurarium.circuits.cell;

import java.util.List;

/// A neuron as it was drawn under the microscope: points with a radius, each joined to the one before it towards the root.
///
/// @param points each behind its parent, the root first
public record Morphology(List<Point> points) {

  public Morphology {
    points = List.copyOf(points);
  }

  /// A place in the middle of a neurite or of the soma. Lengths in um.
  ///
  /// @param kind what it belongs to
  /// @param parent index among the morphology's points; −1 for the root
  public record Point(Kind kind, double x, double y, double z, double radius, int parent) {

    /// How far it is from another one (um).
    public double distance(Point other) {
      double dx = x - other.x;
      double dy = y - other.y;
      double dz = z - other.z;
      return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }

  /// What a point belongs to, as the second column of an SWC file says.
  public enum Kind {
    OTHER,
    SOMA,
    AXON,
    BASAL,
    APICAL;

    /// The kind with a number; those above 4 are the author's own.
    static Kind of(int number) {
      return number >= 1 && number <= 4 ? values()[number] : OTHER;
    }
  }
}
