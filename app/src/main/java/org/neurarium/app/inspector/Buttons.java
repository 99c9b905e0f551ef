package org.neurarium.app.inspector;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/// Small buttons inside a form.
final class Buttons {

  private Buttons() {}

  static Button small(String text, String help, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().addAll("nr-small-button");
    button.setTooltip(Row.tip(help));
    button.setOnAction(_ -> action.run());
    return button;
  }

  static Node pair(String first, Runnable one, String second, Runnable two) {
    return new HBox(8, small(first, first, one), small(second, second, two));
  }
}
