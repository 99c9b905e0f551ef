package org.neurarium.app.inspector;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.neurarium.app.controls.Marks;
import org.neurarium.app.controls.MeasuredBox;

/// A field of a form with its label, and a place for a sentence when what was typed makes no sense.
abstract class Row extends MeasuredBox {

  private final Label sentence = new Label();

  Row() {
    super(0);
    getStyleClass().add("nr-row");
    VBox.setVgrow(this, Priority.NEVER);
    sentence.getStyleClass().add("nr-row-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setPadding(new Insets(2, 0, 2, 0));
  }

  /// Shows what the circuit says now, unless the person is typing here.
  abstract void refresh();

  /// Puts the focus where this row is edited.
  abstract void focusField();

  /// Says under the field why its text was not taken; the text stays.
  final void complain(javafx.scene.control.Control field, String why) {
    sentence.setText(why);
    if (!getChildren().contains(sentence)) getChildren().add(sentence);
    Marks.wrong(field, why);
  }

  /// Takes the complaint back.
  final void content(javafx.scene.control.Control field) {
    if (getChildren().remove(sentence)) Marks.right(field);
  }

  final boolean isComplaining() {
    return getChildren().contains(sentence);
  }

  static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(320);
    return tip;
  }
}
