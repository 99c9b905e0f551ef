package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Paints the lines of a model's text that are seen: looks, line numbers, the line of the caret, brackets, mistakes. One picture instead of a node for each word, as
/// nodes would each be styled and laid out with every key. FX thread only.
///
/// Colours and typefaces are those of the style sheets: for each look there is one word that is never shown, to be asked.
final class CodePicture extends Canvas {

  /// Room at the left for line numbers (px).
  static final double GUTTER = 46;

  private static final double NUMBER_GAP = 12;

  /// What is to be painted.
  ///
  /// @param lines of the text
  /// @param tints their looks
  /// @param brackets places in the text of two that belong together, or none
  /// @param caretLine from 0; -1 for none
  /// @param origin where the text's upper left corner is in the picture (px)
  record Scene(Lines lines, Tints tints, List<Integer> brackets, int caretLine, Point2D origin) {}

  private final Map<Mark.Look, Text> looks = new EnumMap<>(Mark.Look.class);
  private final Text number = word("nr-code-line-number");
  private final Text error = word("nr-code-error");
  private final Text warning = word("nr-code-warning");
  private final Rectangle caretLine = shape("nr-code-caret-line");
  private final Rectangle bracket = shape("nr-code-bracket");
  private final Rectangle gutter = shape("nr-code-gutter");
  private final Text ruler = word(Mark.Look.PLAIN.style());
  private final Group asked = new Group();

  CodePicture() {
    setMouseTransparent(true);
    for (Mark.Look look : Mark.Look.values()) looks.put(look, word(look.style()));
    asked.getChildren().addAll(looks.values());
    asked.getChildren().addAll(number, error, warning, caretLine, bracket, gutter, ruler);
    asked.setVisible(false);
    asked.setManaged(false);
  }

  /// What has to be in the scene for its colours to be known; never seen.
  Node asked() {
    return asked;
  }

  private Text look(Mark.Look look) {
    return Objects.requireNonNull(looks.get(look));
  }

  private static Text word(String style) {
    Text word = new Text("M");
    word.getStyleClass().addAll("nr-code-word", style);
    return word;
  }

  private static Rectangle shape(String style) {
    Rectangle shape = new Rectangle(1, 1);
    shape.getStyleClass().add(style);
    return shape;
  }

  /// The distance between lines (px), as the text control lays them out with the same spacing.
  ///
  /// @param spacing between lines (px)
  double lineHeight(double spacing) {
    ruler.setText("M");
    ruler.setLineSpacing(0);
    double one = ruler.getLayoutBounds().getHeight();
    return one + spacing;
  }

  /// How far a place in a line is from its beginning (px).
  double xOf(String line, int column) {
    int to = Math.min(column, line.length());
    if (isPlain(line, to)) return to * advance();
    ruler.setText(line.substring(0, to));
    return ruler.getLayoutBounds().getWidth();
  }

  private double advance() {
    ruler.setText("MMMMMMMMMMMMMMMMMMMM");
    return ruler.getLayoutBounds().getWidth() / 20;
  }

  /// Whether all characters are of one width.
  private static boolean isPlain(String line, int to) {
    for (int i = 0; i < to; i++) if (line.charAt(i) < ' ' || line.charAt(i) > '~') return false;
    return true;
  }

  void paint(Scene scene, double lineHeight) {
    GraphicsContext g = getGraphicsContext2D();
    double width = getWidth();
    double height = getHeight();
    g.clearRect(0, 0, width, height);
    g.setTextBaseline(VPos.BASELINE);
    Lines lines = scene.lines();
    double x = scene.origin().getX();
    double y = scene.origin().getY();
    int first = Math.clamp((long) Math.floor(-y / lineHeight), 0, lines.count() - 1);
    int last = Math.clamp((long) Math.floor((height - y) / lineHeight), 0, lines.count() - 1);
    ruler.setText("M");
    double ascent = ruler.getBaselineOffset();
    double advance = advance();
    for (int i = first; i <= last; i++) {
      double top = y + i * lineHeight;
      if (i == scene.caretLine()) {
        g.setFill(caretLine.getFill());
        g.fillRect(0, top, width, lineHeight);
      }
      String line = lines.line(i);
      for (int at : scene.brackets())
        if (lines.lineAt(at) == i) bracket(g, x + xOf(line, lines.columnAt(at)), top, lineHeight);
      words(g, line, scene.tints().marks(i), x, top + ascent, advance);
      for (Tints.Wave wave : scene.tints().waves(i)) wave(g, line, wave, x, top + ascent + 3);
    }
    numbers(g, scene, first, last, lineHeight, ascent);
  }

  private void bracket(GraphicsContext g, double x, double top, double lineHeight) {
    g.setFill(bracket.getFill());
    g.fillRoundRect(x - 0.5, top, advance() + 1, lineHeight - 1, 3, 3);
    g.setStroke(bracket.getStroke());
    g.setLineWidth(1);
    g.strokeRoundRect(
        Math.round(x) - 0.5, Math.round(top) + 0.5, advance() + 1, lineHeight - 2, 3, 3);
  }

  private void words(
      GraphicsContext g, String line, List<Mark> marks, double x, double baseline, double advance) {
    // Only what is seen of a very long line.
    int most = (int) Math.min(line.length(), Math.max(0, (getWidth() - x) / advance + 1));
    boolean plain = isPlain(line, most);
    for (Piece piece : pieces(line, marks, most, plain)) {
      Text look = look(piece.look());
      g.setFill(look.getFill());
      g.setFont(look.getFont());
      double left = plain ? piece.from() * advance : xOf(line, piece.from());
      g.fillText(line.substring(piece.from(), piece.to()), x + left, baseline);
    }
  }

  private record Piece(int from, int to, Mark.Look look) {}

  /// What is painted at once: neighbours that look the same, without the blanks around them.
  private static List<Piece> pieces(String line, List<Mark> marks, int most, boolean joined) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (Mark mark : marks) {
      int start = Math.min(mark.start(), most);
      int end = Math.min(mark.end(), most);
      if (start < at || end <= start) continue;
      add(pieces, line, at, start, Mark.Look.PLAIN, joined);
      add(pieces, line, start, end, mark.look(), joined);
      at = end;
    }
    add(pieces, line, at, most, Mark.Look.PLAIN, joined);
    return pieces;
  }

  private static void add(
      List<Piece> pieces, String line, int from, int to, Mark.Look wanted, boolean joined) {
    int start = from;
    int end = to;
    while (start < end && line.charAt(start) <= ' ') start++;
    while (end > start && line.charAt(end - 1) <= ' ') end--;
    if (start == end) return;
    Mark.Look look = wanted == Mark.Look.SIGN ? Mark.Look.PLAIN : wanted;
    Piece before = pieces.isEmpty() ? null : pieces.getLast();
    if (joined && before != null && before.look() == look)
      pieces.set(pieces.size() - 1, new Piece(before.from(), end, look));
    else pieces.add(new Piece(start, end, look));
  }

  private void wave(GraphicsContext g, String line, Tints.Wave wave, double x, double y) {
    Paint paint = (wave.error() ? error : warning).getStroke();
    g.setStroke(paint == null ? Color.RED : paint);
    g.setLineWidth(1.2);
    double from = x + xOf(line, wave.start());
    double to = x + xOf(line, wave.end());
    int points = Math.clamp((long) ((to - from) / 2) + 1, 2, 2000);
    double[] xs = new double[points];
    double[] ys = new double[points];
    for (int k = 0; k < points; k++) {
      xs[k] = from + 2 * k;
      ys[k] = y + (k % 2 == 0 ? 1.1 : -1.1);
    }
    g.strokePolyline(xs, ys, points);
  }

  /// Over the text, which may have been moved below them.
  private void numbers(
      GraphicsContext g, Scene scene, int first, int last, double lineHeight, double ascent) {
    double y = scene.origin().getY();
    g.setFill(gutter.getFill());
    g.fillRect(0, 0, GUTTER, getHeight());
    int caret = scene.caretLine();
    if (caret >= first && caret <= last) {
      g.setFill(caretLine.getFill());
      g.fillRect(0, y + caret * lineHeight, GUTTER, lineHeight);
    }
    g.setFont(number.getFont());
    g.setTextAlign(TextAlignment.RIGHT);
    for (int i = first; i <= last; i++) {
      g.setFill(i == caret ? look(Mark.Look.PLAIN).getFill() : number.getFill());
      g.fillText(Integer.toString(i + 1), GUTTER - NUMBER_GAP, y + i * lineHeight + ascent);
    }
    g.setTextAlign(TextAlignment.LEFT);
  }
}
