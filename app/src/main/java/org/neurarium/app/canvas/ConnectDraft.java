package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Projection;

/// A connection on its way: a line from a node to the mouse, or to a node chosen with the arrow keys, and the answer to what would happen there.
final class ConnectDraft {

  private final CircuitLayer layer;
  private final Connections connections;
  private final Group stage;
  private final NodeView from;
  private String fromPort;
  private final CubicCurve line = new CubicCurve();
  private final Circle tip = new Circle(5);
  private @Nullable NodeView over;
  private String toPort = "";
  private @Nullable Answer answer;

  /// @param stage where the line is shown, in canvas pixels
  /// @param fromPort of a world from which it starts; empty for none in particular
  ConnectDraft(
      CircuitLayer layer, Connections connections, Group stage, NodeView from, String fromPort) {
    this.layer = layer;
    this.connections = connections;
    this.stage = stage;
    this.from = from;
    this.fromPort = fromPort;
    line.getStyleClass().add("draft-line");
    tip.getStyleClass().add("draft-tip");
    line.setMouseTransparent(true);
    tip.setMouseTransparent(true);
    stage.getChildren().addAll(line, tip);
  }

  NodeView from() {
    return from;
  }

  /// The node that the line ends at, if any.
  Optional<NodeView> over() {
    return Optional.ofNullable(over);
  }

  /// Why the connection cannot be made here; empty where it can, or over nothing.
  Optional<String> refusal() {
    return answer instanceof Answer.No no ? Optional.of(no.reason()) : Optional.empty();
  }

  /// What would be made here.
  Optional<Answer.Yes> acceptance() {
    return answer instanceof Answer.Yes yes ? Optional.of(yes) : Optional.empty();
  }

  /// The port of a world from which it starts.
  String fromPort() {
    return fromPort;
  }

  /// Starts from another port of the world.
  void startFrom(String port) {
    fromPort = port;
  }

  /// Whether it may end on a projection's line.
  boolean endsOnLines() {
    return layer.element(from.elementId()).filter(connections::endsOnLines).isPresent();
  }

  /// Leads the line to a point of the canvas, with nothing or a projection under it.
  void moveTo(double x, double y, Optional<ElementId> projection) {
    aim(null, projection, "");
    show(
        Routing.towards(from.port(fromPort, true), x, y),
        projection.isPresent() && acceptance().isPresent());
  }

  /// What the line would land on inside of a tree.
  Optional<String> landing() {
    return over instanceof DendriticView && !toPort.isEmpty() && answer instanceof Answer.Yes yes
        ? Optional.of(yes.made() instanceof Projection p ? "on " + p.receptor() : "on " + toPort)
        : Optional.empty();
  }

  /// Leads the line to a node; its answer decides how both look.
  ///
  /// @param toPort of a world, or compartment of a tree, at which it ends; empty for none in particular
  void moveTo(NodeView target, String toPort) {
    aim(target, Optional.of(target.elementId()), toPort);
    Curve curve =
        target == from
            ? Routing.loop(from.port(), 0, Routing.UP, Routing.End.ARROW)
            : Routing.between(
                from.port(fromPort, true), target.port(toPort, false), 0, true, Routing.End.ARROW);
    show(curve, acceptance().isPresent());
  }

  private void aim(@Nullable NodeView target, Optional<ElementId> element, String toPort) {
    if (over != null) over.setDrop(false, false);
    if (over instanceof DendriticView tree) tree.setTarget(Optional.empty());
    over = target;
    this.toPort = toPort;
    Optional<Element> source = layer.element(from.elementId());
    Optional<Element> hit = element.flatMap(layer::element);
    answer =
        source.isPresent() && hit.isPresent()
            ? connections.connect(layer.circuit(), source.get(), fromPort, hit.get(), toPort)
            : null;
    if (over != null) over.setDrop(answer instanceof Answer.Yes, answer instanceof Answer.No);
    if (over instanceof DendriticView tree && answer instanceof Answer.Yes)
      tree.setTarget(Optional.of(toPort));
  }

  private void show(Curve c, boolean lands) {
    line.setStartX(c.x0());
    line.setStartY(c.y0());
    line.setControlX1(c.x1());
    line.setControlY1(c.y1());
    line.setControlX2(c.x2());
    line.setControlY2(c.y2());
    line.setEndX(c.x3());
    line.setEndY(c.y3());
    tip.setCenterX(c.x3());
    tip.setCenterY(c.y3());
    tip.setOpacity(lands ? 1 : 0.55);
  }

  /// Takes the line away.
  void remove() {
    if (over != null) over.setDrop(false, false);
    if (over instanceof DendriticView tree) tree.setTarget(Optional.empty());
    stage.getChildren().removeAll(line, tip);
  }
}
