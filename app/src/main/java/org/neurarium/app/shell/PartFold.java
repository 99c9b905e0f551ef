package org.neurarium.app.shell;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.neurarium.app.controls.Icons;

/// The heading of a family of parts, which folds them away and shows them again: by a click, by Enter or Space, by the arrow keys to the right and left. FX thread only.
final class PartFold extends HBox {

  private static final String SHOWN = "M3.5 6 L8 10.5 L12.5 6";
  private static final String FOLDED = "M6 3.5 L10.5 8 L6 12.5";

  private final boolean open;
  private final Runnable turn;

  /// @param title of the family
  /// @param count of its parts
  /// @param open whether they are shown
  /// @param turn shows or folds them
  PartFold(String title, int count, boolean open, Runnable turn) {
    super(5);
    this.open = open;
    this.turn = turn;
    Label words = PartsPane.heading(title);
    getChildren().addAll(words, Icons.spacer());
    if (!open) {
      Label number = new Label(Integer.toString(count));
      number.getStyleClass().addAll("nr-muted", "nr-small");
      number.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().add(number);
    }
    Node sign = Icons.line(open ? SHOWN : FOLDED);
    sign.getStyleClass().add("nr-part-fold-sign");
    getChildren().add(sign);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("nr-part-fold");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText((open ? "Fold away " : "Show ") + count + " parts of " + title);
    Tooltip.install(
        this,
        new Tooltip(
            open
                ? "Fold these away; typing above finds them all the same"
                : "Show " + (count == 1 ? "what is here" : "these " + count)));
    setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY) turn.run();
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent e) {
    boolean turns =
        switch (e.getCode()) {
          case ENTER, SPACE -> true;
          case RIGHT, LEFT -> (e.getCode() == KeyCode.RIGHT) != open;
          default -> false;
        };
    if (!turns) return;
    e.consume();
    turn.run();
  }
}
