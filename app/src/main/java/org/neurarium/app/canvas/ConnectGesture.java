package org.neurarium.app.canvas;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.MouseEvent;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.circuits.ElementId;

/// Draws a connection from a node's handle to what lies under the mouse.
final class ConnectGesture implements Gesture {

  /// View pixels within which a line is hit.
  private static final double LINE_TOLERANCE = 8;

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final ConnectDraft draft;
  private final Hint hint;
  private final Consumer<Answer.Yes> made;
  private boolean left;

  /// @param made called when the line is dropped where it may be
  ConnectGesture(
      CircuitLayer layer,
      Viewport viewport,
      ConnectDraft draft,
      Hint hint,
      Consumer<Answer.Yes> made) {
    this.layer = layer;
    this.viewport = viewport;
    this.draft = draft;
    this.hint = hint;
    this.made = made;
  }

  @Override
  public void drag(MouseEvent e) {
    double x = viewport.toCanvasX(e.getX());
    double y = viewport.toCanvasY(e.getY());
    Optional<ElementId> line =
        layer
            .geometry()
            .projectionAt(x, y, LINE_TOLERANCE / viewport.scale())
            .map(LinkView::element)
            .filter(_ -> draft.endsOnLines());
    // A name may lie across a line; where a line is wanted it goes before.
    Optional<NodeView> target =
        layer
            .geometry()
            .nodeAt(x, y)
            .filter(n -> line.isEmpty() || n.outline().contains(x - n.x(), y - n.y()));
    if (target.isEmpty()) left = true;
    // The way begins on the node itself; only coming back to it means a recurrent projection.
    if (target.isPresent() && (left || target.get() != draft.from())) {
      String port =
          switch (target.get()) {
            case WorldPanel world -> world.portAt(x, y, false).orElse("");
            case DendriticView tree -> tree.compartmentAt(x, y).orElse("");
            default -> "";
          };
      draft.moveTo(target.get(), port);
    } else {
      draft.moveTo(x, y, line);
    }
    Optional<String> refusal = draft.refusal();
    if (refusal.isPresent()) hint.show(refusal.get(), e.getX(), e.getY(), true);
    else
      draft
          .landing()
          .ifPresentOrElse(words -> hint.show(words, e.getX(), e.getY(), false), hint::hide);
  }

  @Override
  public void release(MouseEvent e) {
    drag(e);
    Optional<Answer.Yes> accepted = draft.acceptance();
    cancel();
    accepted.ifPresent(made);
  }

  @Override
  public void cancel() {
    hint.hide();
    draft.remove();
  }
}
