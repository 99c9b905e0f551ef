package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Projection;

/// Draws a connection with keys: arrows lead the line from node to node, and to the middles of projections where it may end there; another
/// key goes through the ports of a world.
final class KeyboardConnect {

  /// A place that a line can be led to.
  ///
  /// @param node empty for the middle of a projection
  private record Spot(ElementId element, double x, double y, @Nullable NodeView node) {}

  private final CircuitLayer layer;
  private final ConnectDraft draft;
  private Spot at;
  private String toPort = "";

  KeyboardConnect(CircuitLayer layer, ConnectDraft draft) {
    this.layer = layer;
    this.draft = draft;
    at = spot(draft.from());
    if (draft.from() instanceof WorldPanel world)
      world.ports(true).stream().findFirst().ifPresent(draft::startFrom);
    lead();
  }

  private static Spot spot(NodeView n) {
    return new Spot(n.elementId(), n.x(), n.y(), n);
  }

  private List<Spot> spots() {
    List<Spot> all = new ArrayList<>();
    for (NodeView n : layer.nodes())
      if (!(n instanceof GroupView g) || g.isFolded()) all.add(spot(n));
    if (draft.endsOnLines())
      for (LinkView line : layer.links())
        if (layer.element(line.element()).orElse(null) instanceof Projection)
          all.add(new Spot(line.element(), line.curve().xAt(0.5), line.curve().yAt(0.5), null));
    return all;
  }

  /// Goes to the next node or line in an arrow's direction, if there is one.
  void move(KeyCode arrow) {
    double dx = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    double dy = arrow == KeyCode.UP ? -1 : arrow == KeyCode.DOWN ? 1 : 0;
    next(spots(), at, dx, dy)
        .ifPresent(s -> {
          at = s;
          toPort = "";
          lead();
        });
  }

  /// Goes to the next port: of the world that the line has reached, else of the one from which it starts.
  ///
  /// @return whether there is one
  boolean nextPort() {
    if (at.node() instanceof WorldPanel world && world != draft.from()) {
      toPort = after(world.ports(false), toPort);
    } else if (draft.from() instanceof WorldPanel world) {
      draft.startFrom(after(world.ports(true), draft.fromPort()));
    } else {
      return false;
    }
    lead();
    return true;
  }

  private static String after(List<String> ports, String port) {
    if (ports.isEmpty()) return "";
    return ports.get((ports.indexOf(port) + 1) % ports.size());
  }

  private void lead() {
    if (at.node() != null) draft.moveTo(at.node(), toPort);
    else draft.moveTo(at.x(), at.y(), Optional.of(at.element()));
  }

  /// The nearest place in a direction: far aside counts twice.
  private static Optional<Spot> next(List<Spot> spots, Spot from, double dx, double dy) {
    Spot best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Spot s : spots) {
      if (s.element().equals(from.element())) continue;
      double along = (s.x() - from.x()) * dx + (s.y() - from.y()) * dy;
      double aside = Math.abs((s.x() - from.x()) * dy) + Math.abs((s.y() - from.y()) * dx);
      if (along <= 1) continue;
      double cost = along + 2 * aside;
      if (cost < least) {
        least = cost;
        best = s;
      }
    }
    return Optional.ofNullable(best);
  }

  /// What the line has reached.
  ElementId at() {
    return at.element();
  }

  double x() {
    return at.x();
  }

  double y() {
    return at.y() + (at.node() == null ? 0 : at.node().outline().halfHeight());
  }

  /// Where it is and what Enter would do there, in words.
  String words() {
    String from = draft.fromPort().isEmpty() ? "" : " from “" + draft.fromPort() + "”";
    String to = toPort.isEmpty() ? "" : ", “" + toPort + "”";
    String name = layer.element(at.element()).map(Element::name).orElse("");
    boolean ports =
        draft.from() instanceof WorldPanel
            || (at.node() instanceof WorldPanel && at.node() != draft.from());
    return draft.refusal().orElse("Arrows choose, Enter connects" + from + " to " + name + to + ".")
        + (ports ? " Tab: another port." : "");
  }

  boolean isRefused() {
    return draft.refusal().isPresent();
  }

  /// Ends it; gives what is to be made, if that may be.
  Optional<Answer.Yes> finish() {
    Optional<Answer.Yes> answer = draft.acceptance();
    draft.remove();
    return answer;
  }

  void cancel() {
    draft.remove();
  }
}
