package org.neurarium.app.canvas;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A text field over a name or a note. Enter or a click elsewhere keeps the text, Escape does not; in a note, Shift+Enter or plain Enter starts a new line
/// and Ctrl+Enter keeps it.
final class InPlaceEditor {

  private final CanvasView canvas;
  private final TextInputControl field;
  private final Consumer<String> keep;
  private boolean done;

  private InPlaceEditor(CanvasView canvas, TextInputControl field, Consumer<String> keep) {
    this.canvas = canvas;
    this.field = field;
    this.keep = keep;
  }

  /// Edits a name.
  ///
  /// @param box where, in view pixels
  static void editLine(CanvasView canvas, Bounds box, String text, Consumer<String> keep) {
    new InPlaceEditor(canvas, new TextField(text), keep).open(box, 150, 30);
  }

  /// Edits a note.
  static void editText(CanvasView canvas, Bounds box, String text, Consumer<String> keep) {
    TextArea area = new TextArea(text);
    area.setWrapText(true);
    new InPlaceEditor(canvas, area, keep).open(box, 160, 90);
  }

  private void open(Bounds box, double minWidth, double minHeight) {
    field.setId("in-place-editor");
    field.getStyleClass().add("in-place-editor");
    field.setManaged(false);
    double width = Math.max(minWidth, box.getWidth() + 16);
    double height = Math.max(minHeight, box.getHeight() + (field instanceof TextArea ? 16 : 0));
    field.resizeRelocate(box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    canvas.addEditor(field);
    field.requestFocus();
    field.selectAll();
    field.focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) finish(true);
            });
  }

  private void key(KeyEvent e) {
    boolean keeps =
        e.getCode() == KeyCode.ENTER && (field instanceof TextField || e.isShortcutDown());
    if (!keeps && e.getCode() != KeyCode.ESCAPE) return;
    e.consume();
    finish(keeps);
  }

  private void finish(boolean keeps) {
    if (done) return;
    done = true;
    String text = field.getText().strip();
    boolean hadFocus = field.isFocused();
    canvas.removeEditor(field);
    if (keeps && !text.isEmpty()) keep.accept(text);
    if (hadFocus) canvas.requestFocus();
  }
}
