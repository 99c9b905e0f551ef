package org.neurarium.app.models;

import java.util.List;
import java.util.function.Supplier;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import org.neurarium.circuits.Problem;

/// Shows lines of a model's text in the looks that its reading gives them.
final class Colouring implements SyntaxDecorator {

  private final Supplier<Reading> reading;
  private List<TextPos> brackets = List.of();

  Colouring(Supplier<Reading> reading) {
    this.reading = reading;
  }

  /// Which brackets belong together, to be shown: two of them or none.
  void pair(List<TextPos> both) {
    brackets = both;
  }

  List<TextPos> pair() {
    return brackets;
  }

  @Override
  public RichParagraph createRichParagraph(CodeTextModel model, int index) {
    String text = model.getPlainText(index);
    RichParagraph.Builder line = RichParagraph.builder();
    Pieces pieces = new Pieces(line);
    int at = 0;
    for (Mark mark : reading.get().marks(index)) {
      // The reading may be a moment older than the text.
      int start = Math.min(mark.start(), text.length());
      int end = Math.min(mark.end(), text.length());
      if (start < at || end <= start) continue;
      if (start > at) pieces.add(text.substring(at, start), Mark.Look.PLAIN);
      pieces.add(text.substring(start, end), mark.look());
      at = end;
    }
    if (at < text.length() || text.isEmpty()) pieces.add(text.substring(at), Mark.Look.PLAIN);
    pieces.end();
    for (Problem p : reading.get().problemsOf(index)) underline(line, text, p);
    for (TextPos bracket : brackets)
      if (bracket.index() == index && bracket.offset() < text.length())
        line.addHighlight(bracket.offset(), 1, "nr-code-bracket");
    return line.build();
  }

  /// Joins what looks the same, and lets blanks look like what is before them: each piece becomes a
  /// node, which costs time with each key.
  private static final class Pieces {
    private final RichParagraph.Builder line;
    private final StringBuilder joined = new StringBuilder();
    private Mark.Look look = Mark.Look.PLAIN;
    private boolean any;

    Pieces(RichParagraph.Builder line) {
      this.line = line;
    }

    void add(String text, Mark.Look wanted) {
      Mark.Look next = wanted == Mark.Look.SIGN ? Mark.Look.PLAIN : wanted;
      boolean blank = text.isBlank();
      if (any && next != look && !blank && !joined.toString().isBlank()) end();
      // Blanks at the beginning take the look of the first word.
      if (!any || !blank) look = next;
      joined.append(text);
      any = true;
    }

    void end() {
      if (any) line.addWithStyleNames(joined.toString(), "nr-code-word", look.style());
      joined.setLength(0);
      any = false;
    }
  }

  private void underline(RichParagraph.Builder line, String text, Problem problem) {
    Mark where = reading.get().where(problem);
    int end = Math.min(where.end(), text.length());
    int start = Math.clamp(where.start(), 0, Math.max(0, end - 1));
    if (end > start)
      line.addWavyUnderline(
          start, end - start, problem.isError() ? "nr-code-error" : "nr-code-warning");
  }

  @Override
  public void handleChange(
      CodeTextModel model,
      TextPos start,
      TextPos end,
      int charsAddedTop,
      int linesAdded,
      int charsAddedBottom) {
    // The text is read when the change is complete.
    brackets = List.of();
  }
}
