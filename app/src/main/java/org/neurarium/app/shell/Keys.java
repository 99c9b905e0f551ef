package org.neurarium.app.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Runs actions when their keys are pressed.
final class Keys {

  private final Scene scene;
  private final Node canvas;
  private final BooleanSupplier blocked;
  private final List<Action> actions;

  /// @param scene whose keys count
  /// @param canvas where keys of [Action.Scope#CANVAS] count
  /// @param blocked whether something lies over the window that takes all keys
  /// @param actions in the order in which they are tried
  Keys(Scene scene, Node canvas, BooleanSupplier blocked, List<Action> actions) {
    this.scene = scene;
    this.canvas = canvas;
    this.blocked = blocked;
    this.actions = List.copyOf(actions);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent e) {
    if (blocked.getAsBoolean()) return;
    for (Action action : actions) {
      if (action.keys().filter(k -> k.match(e)).isEmpty() || !counts(action, e)) continue;
      e.consume();
      action.run().run();
      return;
    }
  }

  private boolean counts(Action action, KeyEvent e) {
    Node focus = scene.getFocusOwner();
    boolean typing = isText(focus);
    return switch (action.scope()) {
      // A field has its own undo, copy and paste; only what cannot be meant for text passes it by.
      case ANYWHERE ->
          !typing || (e.isShortcutDown() && !isForText(e)) || e.getCode().isFunctionKey();
      case CANVAS -> isOnCanvas(focus);
    };
  }

  private static boolean isForText(KeyEvent e) {
    return switch (e.getCode()) {
      case A, C, V, X, Z, Y -> true;
      default -> false;
    };
  }

  /// Whether what has the focus takes letters.
  static boolean isText(@Nullable Node focus) {
    return focus instanceof TextInputControl;
  }

  private boolean isOnCanvas(@Nullable Node focus) {
    if (isText(focus)) return false;
    for (Node n = focus; n != null; n = n.getParent()) if (n == canvas) return true;
    // With no focus at all, or with it on the window itself, the canvas is what a person looks at.
    return canvas.isVisible() && (focus == null || focus == scene.getRoot());
  }
}
