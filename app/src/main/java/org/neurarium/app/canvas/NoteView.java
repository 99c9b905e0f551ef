package org.neurarium.app.canvas;

import javafx.geometry.VPos;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;

/// A note: wrapped text on a quiet card.
final class NoteView extends NodeView {

  private final Rectangle card = new Rectangle();
  private final Rectangle margin = new Rectangle();
  private final Text text = new Text();

  NoteView(Note note) {
    super(note);
    card.getStyleClass().add("note-card");
    margin.getStyleClass().add("note-margin");
    text.getStyleClass().add("note-text");
    text.setTextOrigin(VPos.TOP);
    getChildren().addAll(card, margin, text);
  }

  @Override
  void draw(Node newNode) {
    Note note = (Note) newNode;
    text.setText(note.text());
    text.setWrappingWidth(Math.max(20, note.width() - 2 * Symbols.NOTE_PADDING - 4));
    fitToText();
  }

  /// Gives the card the height of its text, once the text has its font.
  void fitToText() {
    double w = ((Note) node()).width() / 2;
    double h = text.getLayoutBounds().getHeight() / 2 + Symbols.NOTE_PADDING;
    if (outline().halfHeight() != h || outline().halfWidth() != w)
      setOutline(new Outline.Box(w, h));
    card.setX(-w);
    card.setY(-h);
    card.setWidth(2 * w);
    card.setHeight(2 * h);
    margin.setX(-w);
    margin.setY(-h);
    margin.setWidth(4);
    margin.setHeight(2 * h);
    text.setX(-w + Symbols.NOTE_PADDING + 4);
    text.setY(-h + Symbols.NOTE_PADDING);
  }

  @Override
  boolean hasLabel() {
    return false;
  }
}
