package org.neurarium.app.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Role;

/// Lays the tree of a neuron out on a plane, as pictures of neurons are drawn: apical dendrites upwards, basal ones and the axon downwards, obliques to the sides.
///
/// Lengths go with the square root, so that a soma of 20 µm and a trunk of 400 µm can be seen together. The same cell is laid out the same way each time. Coordinates
/// are in µm^½, y downwards, with the centre of the root at (0, 0).
///
/// @param limbs one for each compartment, each behind its parent
public record TreeLayout(List<Limb> limbs) {

  private static final double UP = -Math.PI / 2;
  private static final double DOWN = Math.PI / 2;
  private static final double OBLIQUE = Math.toRadians(58);
  private static final double FORK = Math.toRadians(46);
  private static final double WIDEST = Math.toRadians(150);

  /// A compartment as a straight line. The root is a body: its line has no length.
  ///
  /// @param compartment what it shows
  /// @param x0 where it begins, nearer to the root
  /// @param x1 its far end
  /// @param width across, in µm^½
  public record Limb(
      Compartment compartment, double x0, double y0, double x1, double y1, double width) {

    public boolean isRoot() {
      return compartment.parent().isEmpty();
    }

    /// Across, at a fraction of the way from its beginning to its far end.
    public double xAt(double way) {
      return x0 + way * (x1 - x0);
    }

    public double yAt(double way) {
      return y0 + way * (y1 - y0);
    }

    /// How far a point is from the line.
    public double distance(double x, double y) {
      double w = way(x, y);
      return Math.hypot(x - xAt(w), y - yAt(w));
    }

    /// The fraction of the way at which the line comes nearest to a point.
    public double way(double x, double y) {
      double dx = x1 - x0;
      double dy = y1 - y0;
      double length = dx * dx + dy * dy;
      return length == 0 ? 0.5 : Math.clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
    }
  }

  /// A rectangle around all limbs.
  public record Extent(double left, double top, double right, double bottom) {
    public double width() {
      return right - left;
    }

    public double height() {
      return bottom - top;
    }
  }

  public TreeLayout {
    limbs = List.copyOf(limbs);
  }

  /// The layout of a cell.
  public static TreeLayout of(CellModel cell) {
    List<Limb> limbs = new ArrayList<>();
    cell.compartments().stream()
        .filter(c -> c.parent().isEmpty())
        .findFirst()
        .ifPresent(root -> {
          limbs.add(new Limb(root, 0, 0, 0, 0, Math.sqrt(micrometres(root.diameter()))));
          List<Compartment> up = new ArrayList<>();
          List<Compartment> down = new ArrayList<>();
          for (Compartment c : cell.children(root.id())) (isLower(c) ? down : up).add(c);
          fan(cell, up, 0, 0, UP, limbs);
          fan(cell, down, 0, 0, DOWN, limbs);
        });
    return new TreeLayout(limbs);
  }

  private static boolean isLower(Compartment c) {
    return c.role() == Role.BASAL || c.role() == Role.AXON;
  }

  private static double micrometres(org.neurarium.circuits.units.Quantity length) {
    return Math.max(0, length.engineValue());
  }

  /// Lays siblings out around a direction: obliques at the sides, the others fanned out by how many ends they have.
  private static void fan(
      CellModel cell,
      List<Compartment> siblings,
      double x,
      double y,
      double direction,
      List<Limb> limbs) {
    List<Compartment> sides = siblings.stream().filter(c -> c.role() == Role.OBLIQUE).toList();
    List<Compartment> middle = siblings.stream().filter(c -> c.role() != Role.OBLIQUE).toList();
    for (int k = 0; k < sides.size(); k++) {
      double turn = OBLIQUE + Math.floorDiv(k, 2) * Math.toRadians(14);
      grow(cell, sides.get(k), x, y, direction + (k % 2 == 0 ? turn : -turn), limbs);
    }
    int ends = middle.stream().mapToInt(c -> ends(cell, c)).sum();
    double spread = Math.min(WIDEST, FORK * Math.max(0, ends - 1));
    double at = direction - spread / 2;
    for (Compartment c : middle) {
      double share = ends <= 1 ? 0 : spread * ends(cell, c) / ends;
      grow(cell, c, x, y, middle.size() == 1 ? direction : at + share / 2, limbs);
      at += share;
    }
  }

  private static void grow(
      CellModel cell, Compartment c, double x, double y, double direction, List<Limb> limbs) {
    double length = Math.sqrt(micrometres(c.length()));
    double x1 = x + length * Math.cos(direction);
    double y1 = y + length * Math.sin(direction);
    limbs.add(new Limb(c, x, y, x1, y1, Math.sqrt(micrometres(c.diameter()))));
    fan(cell, cell.children(c.id()), x1, y1, direction, limbs);
  }

  /// How many branches end in a subtree.
  private static int ends(CellModel cell, Compartment c) {
    List<Compartment> children = cell.children(c.id());
    return children.isEmpty() ? 1 : children.stream().mapToInt(k -> ends(cell, k)).sum();
  }

  /// The limb of a compartment.
  public Optional<Limb> limb(String compartment) {
    return limbs.stream().filter(l -> l.compartment().id().equals(compartment)).findFirst();
  }

  /// The limb nearest to a point, if one is within reach.
  public Optional<Limb> nearest(double x, double y, double reach) {
    return limbs.stream()
        .filter(l -> l.distance(x, y) <= reach + l.width() / 2)
        .min(Comparator.comparingDouble(l -> l.distance(x, y) - l.width() / 2));
  }

  /// The rectangle around everything.
  public Extent extent() {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    for (Limb l : limbs) {
      double half = l.isRoot() ? l.width() / 2 : 0;
      left = Math.min(left, Math.min(l.x0(), l.x1()) - half);
      right = Math.max(right, Math.max(l.x0(), l.x1()) + half);
      top = Math.min(top, Math.min(l.y0(), l.y1()) - half);
      bottom = Math.max(bottom, Math.max(l.y0(), l.y1()) + half);
    }
    return new Extent(left, top, right, bottom);
  }
}
