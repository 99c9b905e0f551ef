package org.neurarium.app.canvas;

import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;

/// Turns keys into actions, while the canvas or something on it other than a text field has the focus.
final class CanvasKeys {

  private static final double PAN = 60;

  private final CanvasView canvas;
  private final CanvasActions actions;
  private @Nullable KeyboardConnect connecting;
  private boolean spaceDown;
  private boolean spaceUsed;

  CanvasKeys(CanvasView canvas, CanvasActions actions) {
    this.canvas = canvas;
    this.actions = actions;
  }

  void install() {
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    canvas.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    canvas
        .focusWithinProperty()
        .addListener((_, _, within) -> {
          if (!within) {
            spaceDown = false;
            cancelConnecting();
          }
        });
  }

  boolean isSpaceDown() {
    return spaceDown;
  }

  /// Space served to pan, so letting it go does not start the run.
  void spaceWasUsed() {
    spaceUsed = true;
  }

  void startConnecting() {
    cancelConnecting();
    canvas
        .workspace()
        .selection()
        .single()
        .flatMap(canvas.layer()::node)
        .ifPresent(
            from -> connecting = new KeyboardConnect(canvas.layer(), canvas.draft(from, "")));
    showConnecting();
  }

  private boolean cancelConnecting() {
    if (connecting == null) return false;
    connecting.cancel();
    connecting = null;
    canvas.hint().hide();
    return true;
  }

  private void press(KeyEvent e) {
    if (e.getTarget() instanceof TextInputControl) return;
    if (handle(e)) e.consume();
  }

  private boolean handle(KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) return escape();
    if (e.getCode().isArrowKey() && !e.isShortcutDown() && !e.isAltDown()) return arrow(e);
    if (connecting != null && e.getCode() == KeyCode.ENTER) {
      finishConnecting();
      return true;
    }
    if (connecting != null && e.getCode() == KeyCode.TAB) {
      if (connecting.nextPort()) showConnecting();
      return true;
    }
    if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) return tab(e.isShiftDown());
    if (e.getCode() == KeyCode.SPACE && !e.isShortcutDown()) {
      if (!spaceDown) spaceUsed = false;
      spaceDown = true;
      return true;
    }
    if (e.getCode() == KeyCode.BACK_SPACE && !e.isShortcutDown()) {
      canvas.workspace().removeSelected();
      return true;
    }
    for (CanvasAction action : actions.all())
      if (action.shortcut().isPresent() && action.shortcut().get().match(e)) {
        if (action.isEnabled()) action.run().run();
        return true;
      }
    return false;
  }

  private void release(KeyEvent e) {
    if (e.getCode() != KeyCode.SPACE || !spaceDown) return;
    spaceDown = false;
    e.consume();
    if (!spaceUsed) canvas.workspace().toggleRun();
  }

  private boolean escape() {
    if (cancelConnecting() || canvas.cancelGesture()) return true;
    if (canvas.workspace().selection().isEmpty()) return false;
    canvas.workspace().selection().clear();
    return true;
  }

  private boolean arrow(KeyEvent e) {
    if (connecting != null) {
      connecting.move(e.getCode());
      showConnecting();
      return true;
    }
    double step = e.isShiftDown() ? 1 : Grid.STEP;
    double dx = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1 : 0;
    double dy = e.getCode() == KeyCode.UP ? -1 : e.getCode() == KeyCode.DOWN ? 1 : 0;
    if (canvas.workspace().selection().isEmpty()) canvas.viewport().pan(-dx * PAN, -dy * PAN);
    else actions.nudge(dx * step, dy * step);
    return true;
  }

  private void showConnecting() {
    if (connecting == null) return;
    String words = connecting.words();
    canvas.say(words);
    canvas
        .hint()
        .show(
            words,
            canvas.viewport().toViewX(connecting.x()),
            canvas.viewport().toViewY(connecting.y()),
            connecting.isRefused());
    canvas.reveal(connecting.at());
  }

  private void finishConnecting() {
    if (connecting == null) return;
    var made = connecting.finish();
    connecting = null;
    canvas.hint().hide();
    made.ifPresent(canvas::connect);
  }

  /// Goes to the next node in the circuit's order; beyond the last one the focus leaves the canvas.
  private boolean tab(boolean backwards) {
    List<ElementId> order = canvas.layer().nodes().stream().map(NodeView::elementId).toList();
    if (order.isEmpty()) return false;
    int at =
        canvas
            .workspace()
            .selection()
            .single()
            .map(order::indexOf)
            .filter(i -> i >= 0)
            .orElse(backwards ? order.size() : -1);
    int next = at + (backwards ? -1 : 1);
    if (next < 0 || next >= order.size()) return false;
    canvas.workspace().selection().only(order.get(next));
    canvas.focus(order.get(next));
    canvas.reveal(order.get(next));
    return true;
  }
}
