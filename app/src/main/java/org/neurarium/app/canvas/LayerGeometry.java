package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Projection;

/// What of a drawn circuit lies where on the canvas: hits, boxes, extents, in canvas pixels. FX thread.
final class LayerGeometry {

  private final CircuitLayer layer;

  LayerGeometry(CircuitLayer layer) {
    this.layer = layer;
  }

  /// The topmost node at a point of the canvas.
  Optional<NodeView> nodeAt(double x, double y) {
    NodeView found = null;
    for (NodeView view : layer.nodes()) {
      boolean open = view instanceof GroupView g && !g.isFolded();
      if (view.isHit(x, y) && (found == null || !open)) found = view;
    }
    return Optional.ofNullable(found);
  }

  /// The projection or link whose line is nearest to a point of the canvas, if it is near enough.
  Optional<LinkView> lineAt(double x, double y, double tolerance) {
    return lineAt(x, y, tolerance, e -> e instanceof Projection || e instanceof Link);
  }

  /// The projection whose line is nearest to a point of the canvas, if it is near enough.
  Optional<LinkView> projectionAt(double x, double y, double tolerance) {
    return lineAt(x, y, tolerance, Projection.class::isInstance);
  }

  private Optional<LinkView> lineAt(
      double x, double y, double tolerance, Predicate<Element> wanted) {
    @Nullable LinkView found = null;
    double nearest = tolerance;
    for (LinkView view : layer.links()) {
      if (layer.element(view.element()).filter(wanted).isEmpty()) continue;
      Bounds box = view.curve().box();
      if (x < box.getMinX() - tolerance
          || x > box.getMaxX() + tolerance
          || y < box.getMinY() - tolerance
          || y > box.getMaxY() + tolerance) continue;
      double distance = view.curve().distance(x, y);
      if (distance < nearest) {
        nearest = distance;
        found = view;
      }
    }
    return Optional.ofNullable(found);
  }

  /// Nodes and lines that lie inside a box of the canvas.
  List<ElementId> inside(Bounds box) {
    List<ElementId> found = new ArrayList<>();
    for (NodeView view : layer.nodes())
      if (view instanceof GroupView g && !g.isFolded()
          ? box.contains(g.fullBox())
          : box.intersects(view.box())) found.add(view.elementId());
    for (LinkView view : layer.links())
      if (layer
              .element(view.element())
              .filter(e -> e instanceof Projection || e instanceof Link)
              .isPresent()
          && box.contains(view.curve().box())) found.add(view.element());
    return found;
  }

  /// The box around everything, names included.
  Optional<Bounds> extent() {
    return extent(layer.nodes().stream().map(NodeView::elementId).toList());
  }

  /// The box around some nodes.
  Optional<Bounds> extent(Collection<ElementId> ids) {
    Bounds all = null;
    for (ElementId id : ids) {
      NodeView view = layer.node(id).orElse(null);
      if (view == null) continue;
      Bounds box = view.fullBox();
      all = all == null ? box : union(all, box);
    }
    return Optional.ofNullable(all);
  }

  private static Bounds union(Bounds a, Bounds b) {
    double left = Math.min(a.getMinX(), b.getMinX());
    double top = Math.min(a.getMinY(), b.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(a.getMaxX(), b.getMaxX()) - left,
        Math.max(a.getMaxY(), b.getMaxY()) - top);
  }
}
