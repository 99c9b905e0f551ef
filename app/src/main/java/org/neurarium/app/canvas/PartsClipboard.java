package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.CircuitWriter;

/// The system's clipboard for pieces of circuits: as text in the format of circuit files, so that a piece can go to another window,
/// into a mail, and back.
final class PartsClipboard {

  private String lastText = "";
  private int pasted;

  /// Puts a piece on the clipboard.
  void write(Snippet snippet) {
    Circuit piece = new Circuit("Parts", "", RunSettings.DEFAULT, snippet.elements());
    ClipboardContent content = new ClipboardContent();
    content.putString(CircuitWriter.write(piece));
    Clipboard.getSystemClipboard().setContent(content);
    lastText = "";
  }

  /// Whether there may be something to paste; cheap.
  boolean hasText() {
    return Clipboard.getSystemClipboard().hasString();
  }

  /// The piece on the clipboard; empty where it holds something else.
  Optional<Snippet> read() {
    String text = Clipboard.getSystemClipboard().getString();
    if (text == null || !text.stripLeading().startsWith("{")) return Optional.empty();
    pasted = text.equals(lastText) ? pasted + 1 : 1;
    lastText = text;
    return CircuitReader.read("clipboard", text)
        .circuit()
        .map(c -> new Snippet(c.elements()))
        .filter(s -> !s.isEmpty());
  }

  /// How many times the same piece was read: each paste goes one step further aside, so that none hides another.
  int timesRead() {
    return pasted;
  }
}
