package org.neurarium.app.models;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.theme.Fonts;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.language.ModelReader;

/// The text of a model, with colours, line numbers, matching brackets and completion. FX thread only.
///
/// JavaFX's own text area holds the text, the caret, the selection and undo; its letters are hidden, and [CodePicture] paints them below it, in the same places. The
/// language reads in the background, one text at a time and then the newest.
public final class ModelText extends Region {

  /// What is opened and not longer than this is read at once, so that it never appears without colours.
  private static final int SHORT = 10_000;

  /// As in the style sheet (px).
  private static final double LINE_SPACING = 1.5;

  private static final Pattern NAMED =
      Pattern.compile("(?m)^\\s*(?:neuron|cell|synapse|channel|modulator)\\s+(\\w+)");

  private final FxBridge fx;
  private final Function<String, Supplier<Reading>> read;
  private final TextArea area = new TextArea();
  private final CodePicture picture = new CodePicture();
  private final Tints tints = new Tints();
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.EMPTY);
  private final CompletionList completions = new CompletionList(this::complete);
  private final PauseTransition settled = new PauseTransition(Duration.millis(50));
  private final CodeKeys keys = new CodeKeys(area, () -> this.undoBefore.run());
  private final Runnable paint = this::paintIfNeeded;
  private Lines lines = Lines.EMPTY;
  private Consumer<String> whenTyped = _ -> {};
  private Consumer<Integer> whenTooLong = _ -> {};
  private Runnable undoBefore = () -> {};
  private @Nullable Node letters;
  private boolean replacing;
  private boolean isReading;
  private boolean isOld;
  private boolean dirty = true;

  /// @param read is asked on the FX thread for a text; what it gives is run in the background and makes something of it
  ModelText(FxBridge fx, Function<String, Supplier<Reading>> read) {
    this.fx = fx;
    this.read = read;
    var _ = Fonts.loadForEquations();
    getStyleClass().add("nr-code");
    area.setId("model-text");
    area.setAccessibleText("Text of the model");
    area.setTextFormatter(new TextFormatter<>(this::admit));
    completions.setManaged(false);
    completions.setVisible(false);
    getChildren().addAll(picture, picture.asked(), area, completions);
    area.textProperty().subscribe((_, now) -> changed(now));
    area.caretPositionProperty().subscribe(_ -> caretMoved());
    area.focusedProperty()
        .subscribe(focused -> {
          if (!focused) completions.close();
          repaint();
        });
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    area.scrollTopProperty().subscribe(_ -> repaint());
    area.scrollLeftProperty().subscribe(_ -> repaint());
    // Where a list of problems takes room below, the caret must not end up behind it.
    settled.setOnFinished(_ -> showCaret());
    area.heightProperty().subscribe(_ -> settled.playFromStart());
    sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) before.removePostLayoutPulseListener(paint);
          if (now != null) now.addPostLayoutPulseListener(paint);
          repaint();
        });
    sceneProperty().flatMap(Scene::userAgentStylesheetProperty).subscribe(_ -> repaint());
  }

  @Override
  protected void layoutChildren() {
    picture.setWidth(getWidth());
    picture.setHeight(getHeight());
    area.resizeRelocate(
        CodePicture.GUTTER, 0, Math.max(0, getWidth() - CodePicture.GUTTER), getHeight());
    repaint();
  }

  /// Paints with the next frame.
  private void repaint() {
    dirty = true;
    if (getScene() != null) Platform.requestNextPulse();
  }

  private void paintIfNeeded() {
    if (!dirty || getScene() == null || getWidth() <= 0) return;
    dirty = false;
    int caret = Math.min(area.getCaretPosition(), lines.text().length());
    picture.paint(
        new CodePicture.Scene(
            lines,
            tints,
            area.isFocused() ? CodeKeys.brackets(lines, caret) : List.of(),
            area.isFocused() ? lines.lineAt(caret) : -1,
            origin()),
        lineHeight());
  }

  private double lineHeight() {
    return picture.lineHeight(LINE_SPACING);
  }

  /// Where the first letter's box is, as the text area has laid it out.
  private Point2D origin() {
    if (letters == null) letters = area.lookup(".content .text");
    if (letters == null) return new Point2D(CodePicture.GUTTER, 0);
    return sceneToLocal(letters.localToScene(0, 0));
  }

  /// What the language makes of the text; follows it within some milliseconds.
  ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  Reading reading() {
    return reading.get();
  }

  /// The text as it stands.
  public String text() {
    return area.getText();
  }

  /// Hears of each change that a person makes.
  void setWhenTyped(Consumer<String> listener) {
    whenTyped = listener;
  }

  /// Hears how many characters the text would have had after what was not taken because of its length.
  void setWhenTooLong(Consumer<Integer> listener) {
    whenTooLong = listener;
  }

  /// What undo does when nothing typed is left to be undone.
  void setUndoBefore(Runnable action) {
    undoBefore = action;
  }

  /// Shows another text, from its beginning, with nothing to undo.
  ///
  /// @return whether all of it is shown: of what is far longer than a model may be only the beginning is, and cannot be changed
  boolean open(String text, boolean editable) {
    boolean whole = text.length() <= ModelReader.LONGEST;
    completions.close();
    area.setEditable(editable && whole);
    replace(whole ? text : text.substring(0, ModelReader.LONGEST), 0, 0);
    area.setScrollTop(0);
    area.setScrollLeft(0);
    if (area.getText().length() <= SHORT) take(read.apply(area.getText()).get());
    else reread();
    return whole;
  }

  private void replace(String text, int anchor, int caret) {
    replacing = true;
    area.setText(text);
    area.selectRange(anchor, caret);
    replacing = false;
  }

  /// Takes over a text that was changed elsewhere; the caret stays beside what it was beside. What was typed before can only be undone there.
  void follow(String text) {
    String old = text();
    if (old.equals(text)) return;
    int same = 0;
    int most = Math.min(old.length(), text.length());
    while (same < most && old.charAt(same) == text.charAt(same)) same++;
    int tail = 0;
    while (tail < most - same
        && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) tail++;
    int by = text.length() - old.length();
    int from = same;
    int rest = old.length() - tail;
    IntUnaryOperator moved =
        at -> at <= from ? at : at >= rest ? at + by : Math.min(at, text.length());
    double top = area.getScrollTop();
    replace(text, moved.applyAsInt(area.getAnchor()), moved.applyAsInt(area.getCaretPosition()));
    area.setScrollTop(top);
    reread();
  }

  /// A model is a small text: what would make it longer than the language reads is not taken, with a word about it.
  private TextFormatter.Change admit(TextFormatter.Change change) {
    if (replacing || !change.isContentChange()) return change;
    long length =
        (long) area.getLength()
            - (change.getRangeEnd() - change.getRangeStart())
            + change.getText().length();
    if (length <= ModelReader.LONGEST || length < area.getLength()) {
      if (change.getText().indexOf('\t') >= 0)
        change.setText(change.getText().replace("\t", CodeKeys.INDENT));
      return change;
    }
    change.setText("");
    change.setRange(change.getControlCaretPosition(), change.getControlCaretPosition());
    change.selectRange(change.getControlAnchor(), change.getControlCaretPosition());
    whenTooLong.accept((int) Math.min(Integer.MAX_VALUE, length));
    return change;
  }

  private void changed(String now) {
    Lines before = lines;
    lines = Lines.of(now);
    tints.follow(before, lines);
    repaint();
    if (replacing) return;
    reread();
    whenTyped.accept(now);
  }

  /// Reads the text again, for what it means has changed though it may not have.
  void reread() {
    if (isReading) {
      isOld = true;
      return;
    }
    isReading = true;
    String text = text();
    var _ =
        fx.inBackground(
            read.apply(text),
            (result, _) -> {
              isReading = false;
              if (result != null && text.equals(text())) take(result);
              if (!isOld) return;
              isOld = false;
              reread();
            });
  }

  private void take(Reading now) {
    tints.take(now, lines);
    reading.set(now);
    repaint();
    completions.refresh(now, line(), column());
  }

  // --- the caret

  private void caretMoved() {
    repaint();
    if (completions.isOpen()) completions.refresh(reading(), line(), column());
  }

  /// The caret's place in the text as it was last heard of: the control tells of the caret and of the text one after the other.
  private int caret() {
    return Math.min(area.getCaretPosition(), lines.text().length());
  }

  private String line() {
    return lines.line(lines.lineAt(caret()));
  }

  private int column() {
    return lines.columnAt(caret());
  }

  private void showCaret() {
    if (!area.isFocused() || completions.isOpen() || area.getHeight() <= 0) return;
    double y = origin().getY() + lines.lineAt(caret()) * lineHeight();
    if (y < 0) area.setScrollTop(area.getScrollTop() + y);
    double below = y + 2 * lineHeight() - area.getHeight();
    if (below > 0) area.setScrollTop(area.getScrollTop() + below);
  }

  /// Puts the caret to a place and shows it.
  ///
  /// @param lineNumber from 1
  /// @param columnNumber from 1
  public void goTo(int lineNumber, int columnNumber) {
    int at = lines.offset(lineNumber - 1, columnNumber - 1);
    area.requestFocus();
    area.selectRange(at, at);
    showCaret();
  }

  /// Shows where a problem is, and selects what it is about.
  void goTo(Problem problem) {
    goTo(problem.place().line(), problem.place().column());
    Mark where = reading().where(problem);
    int line = problem.place().line() - 1;
    area.selectRange(lines.offset(line, where.start()), lines.offset(line, where.end()));
  }

  /// Selects the model's name in its first statement.
  void goToName() {
    Matcher header = NAMED.matcher(text());
    if (!header.find()) return;
    area.requestFocus();
    area.selectRange(header.start(1), header.end(1));
  }

  /// Whether the list of completions is open, which Escape closes first.
  boolean isCompleting() {
    return completions.isOpen();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  // --- typing

  private void press(KeyEvent e) {
    if (e.getCode() == KeyCode.SPACE && (e.isShortcutDown() || e.isControlDown())) {
      e.consume();
      openCompletions();
    } else if (completions.isOpen() && completions.press(e.getCode()) || keys.press(e)) e.consume();
  }

  private void openCompletions() {
    if (!area.isEditable()) return;
    completions.open(reading(), line(), column());
    place();
  }

  /// Puts the list below the caret, or above it where there is no room below.
  private void place() {
    double top = origin().getY() + lines.lineAt(caret()) * lineHeight();
    double bottom = top + lineHeight();
    completions.autosize();
    double width = Math.min(completions.getWidth(), getWidth() - 16);
    double height = Math.min(completions.getHeight(), getHeight() - 16);
    double left = origin().getX() + picture.xOf(line(), column());
    double x = Math.clamp(left - 14, 8, Math.max(8, getWidth() - width - 8));
    double below = bottom + 4;
    double y = below + height > getHeight() - 4 ? Math.max(4, top - height - 4) : below;
    completions.resizeRelocate(x, y, width, height);
  }

  private void complete(Completion chosen) {
    int start = lines.start(lines.lineAt(caret()));
    area.replaceText(start + chosen.from(), caret(), chosen.insert());
    int at = start + chosen.from() + chosen.caretAfter();
    area.selectRange(at, at);
  }
}
