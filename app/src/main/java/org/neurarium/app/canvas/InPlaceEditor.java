package org.neurarium.app.canvas;

import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Note;

/// A text field over a name or a note. Enter or a click elsewhere keeps the text, Escape does not; in a note Enter starts a new line and Ctrl+Enter
/// keeps the text.
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

  /// Edits a node's name, or a note's text.
  static void edit(CanvasView canvas, NodeView view) {
    Workspace workspace = canvas.workspace();
    ElementId id = view.elementId();
    if (view.node() instanceof Note note) {
      TextArea area = new TextArea(note.text());
      area.setWrapText(true);
      new InPlaceEditor(canvas, area, text -> keepNote(workspace, id, text))
          .open(toView(canvas.viewport(), view.box()), 160, 90);
    } else {
      TextField field = new TextField(view.node().name());
      new InPlaceEditor(canvas, field, name -> keepName(workspace, id, name))
          .open(toView(canvas.viewport(), view.nameBox()), 150, 30);
    }
  }

  private static void keepName(Workspace workspace, ElementId id, String name) {
    workspace
        .circuit()
        .find(id)
        .filter(e -> !e.name().equals(name))
        .ifPresent(e -> workspace.change("Rename " + e.name(), e.withName(name)));
  }

  private static void keepNote(Workspace workspace, ElementId id, String text) {
    workspace
        .circuit()
        .find(id, Note.class)
        .filter(n -> !n.text().equals(text))
        .ifPresent(n -> workspace.change("Edit " + n.name(), n.saying(text)));
  }

  private static Bounds toView(Viewport viewport, Bounds box) {
    return new BoundingBox(
        viewport.toViewX(box.getMinX()),
        viewport.toViewY(box.getMinY()),
        box.getWidth() * viewport.scale(),
        box.getHeight() * viewport.scale());
  }

  private void open(Bounds box, double minWidth, double minHeight) {
    field.setId("in-place-editor");
    field.getStyleClass().add("in-place-editor");
    field.setManaged(false);
    double width = Math.max(minWidth, box.getWidth() + 16);
    double height = Math.max(minHeight, box.getHeight() + (field instanceof TextArea ? 16 : 0));
    field.resizeRelocate(
        box.getCenterX() - width / 2, box.getCenterY() - height / 2, width, height);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    canvas.addEditor(field);
    field.requestFocus();
    field.selectAll();
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
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
