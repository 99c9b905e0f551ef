package org.neurarium.app.inspector;

import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A text, taken on Enter or when the focus leaves (a text of several lines: when the focus leaves).
final class TextRow extends Row {

  private final TextInputControl text;
  private final Access<String> access;
  private final Function<String, Optional<String>> objection;
  private String shown = "";

  /// @param objection why a text makes no sense, as a sentence; empty where it does
  TextRow(
      String name,
      String help,
      boolean lines,
      Access<String> access,
      Function<String, Optional<String>> objection) {
    this.access = access;
    this.objection = objection;
    text = lines ? area() : new TextField();
    text.setTooltip(tip(help));
    text.setAccessibleText(name);
    text.setId(NumberRow.fieldId(name));
    text.getStyleClass().add("nr-text");
    text.focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) commit();
        });
    text.textProperty().subscribe((_, _) -> content(text));
    text.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && !lines) commit();
          if (e.getCode() == KeyCode.ESCAPE && !text.getText().equals(shown)) {
            text.setText(shown);
            e.consume();
          }
        });
    Label label = new Label(name);
    label.getStyleClass().add("nr-row-name");
    label.setLabelFor(text);
    if (lines) {
      setSpacing(4);
      getChildren().addAll(label, text);
    } else {
      label.setMinWidth(Region.USE_PREF_SIZE);
      label.setPrefWidth(76);
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox line = new HBox(8, label, text);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().add(line);
    }
    refresh();
  }

  /// A name, which is never blank.
  static TextRow name(Access<String> access) {
    return new TextRow(
        "Name",
        "What this part is called. It may change at any time; the part keeps its noise and wiring.",
        false,
        access,
        t -> t.isBlank() ? Optional.of("A part needs a name.") : Optional.empty());
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setWrapText(true);
    area.setPrefRowCount(5);
    return area;
  }

  private void commit() {
    if (text.getText().equals(shown)) return;
    Optional<String> why = objection.apply(text.getText());
    if (why.isPresent()) {
      complain(text, why.get());
      return;
    }
    shown = text.getText();
    access.set(text.getText().strip());
    refresh();
  }

  @Override
  void refresh() {
    boolean typing = text.isFocused() && !text.getText().equals(shown);
    if (typing || isComplaining()) return;
    String now = access.get().orElse("");
    text.setPromptText(access.get().isPresent() ? "" : "differ");
    shown = now;
    if (!text.getText().equals(now)) text.setText(now);
  }

  @Override
  void focusField() {
    text.requestFocus();
    text.selectAll();
  }
}
