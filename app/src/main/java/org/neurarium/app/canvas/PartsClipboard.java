package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.CircuitWriter;

/// The system's clipboard for pieces of circuits: as text in the format of circuit files, so that a piece can go to another window,
/// into a mail, and back. Models of the circuit's own follow, each after a line with the name of its file.
final class PartsClipboard {

  private static final Pattern FILE = Pattern.compile("(?m)^=== models/(\\w+)\\.model ===\\n");

  private String lastText = "";
  private int pasted;

  /// Puts a piece on the clipboard.
  void write(Snippet snippet) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text(snippet));
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
    return snippet(text);
  }

  static String text(Snippet snippet) {
    StringBuilder text =
        new StringBuilder(
            CircuitWriter.write(new Circuit("Parts", "", RunSettings.DEFAULT, snippet.elements())));
    for (OwnModel m : snippet.models()) {
      if (text.charAt(text.length() - 1) != '\n') text.append('\n');
      text.append("=== ").append(m.file()).append(" ===\n").append(m.text());
    }
    return text.toString();
  }

  /// The piece that a text is; empty where it is something else.
  static Optional<Snippet> snippet(String text) {
    Matcher file = FILE.matcher(text);
    List<OwnModel> models = new ArrayList<>();
    String circuit = text;
    boolean any = file.find();
    if (any) circuit = text.substring(0, file.start());
    while (any) {
      String id = file.group(1);
      int begin = file.end();
      any = file.find();
      String model = text.substring(begin, any ? file.start() : text.length());
      if (OwnModel.isValid(id) && models.stream().noneMatch(m -> m.id().equals(id)))
        models.add(new OwnModel(id, model));
    }
    return CircuitReader.read("clipboard", circuit)
        .circuit()
        .map(c -> new Snippet(c.elements(), models))
        .filter(s -> !s.isEmpty());
  }

  /// How many times the same piece was read: each paste goes one step further aside, so that none hides another.
  int timesRead() {
    return pasted;
  }
}
