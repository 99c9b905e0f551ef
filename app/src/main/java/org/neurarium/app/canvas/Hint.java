package org.neurarium.app.canvas;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// A few words beside the mouse: what a line is, or why something cannot be done here.
final class Hint extends Label {

  private static final PseudoClass REFUSAL = PseudoClass.getPseudoClass("refusal");

  Hint() {
    getStyleClass().add("canvas-hint");
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
    setId("canvas-hint");
  }

  /// @param x view pixels
  /// @param y view pixels
  /// @param refusal whether it says that something cannot be done
  void show(String text, double x, double y, boolean refusal) {
    pseudoClassStateChanged(REFUSAL, refusal);
    setText(text);
    setVisible(true);
    applyCss();
    double width = Math.min(prefWidth(-1), 420);
    resize(width, prefHeight(width));
    double limit = getParent() == null ? x : getParent().getLayoutBounds().getWidth();
    relocate(Math.max(4, Math.min(x + 14, limit - width - 4)), y + 16);
  }

  void hide() {
    setVisible(false);
  }
}
