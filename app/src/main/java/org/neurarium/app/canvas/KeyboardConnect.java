package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.neurarium.app.canvas.Connections.Answer;

/// Draws a connection with keys: arrows lead the line from node to node.
final class KeyboardConnect {

  private final CircuitLayer layer;
  private final ConnectDraft draft;
  private NodeView at;

  KeyboardConnect(CircuitLayer layer, ConnectDraft draft) {
    this.layer = layer;
    this.draft = draft;
    at = draft.from();
    draft.moveTo(at);
  }

  /// Goes to the next node in an arrow's direction, if there is one.
  void move(KeyCode arrow) {
    double dx = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
    double dy = arrow == KeyCode.UP ? -1 : arrow == KeyCode.DOWN ? 1 : 0;
    next(layer, at, dx, dy)
        .ifPresent(n -> {
          at = n;
          draft.moveTo(n);
        });
  }

  /// The nearest node in a direction: far aside counts twice.
  static Optional<NodeView> next(CircuitLayer layer, NodeView from, double dx, double dy) {
    NodeView best = null;
    double least = Double.POSITIVE_INFINITY;
    for (NodeView n : layer.nodes()) {
      if (n == from || (n instanceof GroupView g && !g.isFolded())) continue;
      double along = (n.x() - from.x()) * dx + (n.y() - from.y()) * dy;
      double aside = Math.abs((n.x() - from.x()) * dy) + Math.abs((n.y() - from.y()) * dx);
      if (along <= 1) continue;
      double cost = along + 2 * aside;
      if (cost < least) {
        least = cost;
        best = n;
      }
    }
    return Optional.ofNullable(best);
  }

  NodeView at() {
    return at;
  }

  Optional<String> refusal() {
    return draft.refusal();
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
