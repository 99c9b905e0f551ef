package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.util.Duration;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import org.neurarium.app.FxBridge;
import org.neurarium.app.theme.Fonts;
import org.neurarium.circuits.Problem;

/// The text of a model, with colours, line numbers, matching brackets and completion. FX thread only.
public final class ModelText extends StackPane {

  /// A longer text is read in the background, so that a key never takes longer than a frame because of it.
  private static final int SHORT = 4_000;

  private static final Duration MOMENT = Duration.millis(150);
  private static final double SIZE = 13;
  private static final String INDENT = "  ";

  private final FxBridge fx;
  private final Function<String, Reading> read;
  private final CodeArea area = new CodeArea();
  private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.EMPTY);
  private final Colouring colouring = new Colouring(reading::get);
  private final CompletionList completions = new CompletionList(this::complete);
  private final PauseTransition moment = new PauseTransition(MOMENT);
  private final PauseTransition settled = new PauseTransition(Duration.millis(50));
  private Consumer<String> whenTyped = _ -> {};
  private Runnable undoBefore = () -> {};
  private boolean replacing;

  /// @param read makes something of a text; called on the FX thread for short texts and in the background for long ones
  ModelText(FxBridge fx, Function<String, Reading> read) {
    this.fx = fx;
    this.read = read;
    var _ = Fonts.loadForEquations();
    getStyleClass().add("nr-code");
    area.setId("model-text");
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText("Text of the model");
    area.setFont(Font.font(Fonts.MONO, SIZE));
    area.setLineSpacing(1.5);
    area.setLineNumbersEnabled(true);
    area.setTabSize(INDENT.length());
    area.setContentPadding(new Insets(8, 16, 24, 10));
    area.setHighlightCurrentParagraph(true);
    area.setSyntaxDecorator(colouring);
    moment.setOnFinished(_ -> readInBackground());
    completions.setManaged(false);
    completions.setVisible(false);
    getChildren().addAll(area, completions);
    StyledTextModel model = area.getModel();
    model.addListener(change -> {
      if (change.isEdit()) changed();
    });
    area.caretPositionProperty().subscribe(_ -> caretMoved());
    area.focusedProperty()
        .subscribe(focused -> {
          if (!focused) completions.close();
        });
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    // Where a list of problems takes room below, the caret must not end up behind it.
    settled.setOnFinished(_ -> showCaret());
    area.heightProperty().subscribe(_ -> settled.playFromStart());
    // The control keeps the looks that it has found in style sheets; another theme has others.
    sceneProperty().flatMap(Scene::userAgentStylesheetProperty).subscribe(_ -> restyle());
    keys();
  }

  private void keys() {
    var map = area.getInputMap();
    map.registerFunction(RichTextArea.Tag.INSERT_TAB, () -> indent(true));
    map.register(KeyBinding.shift(KeyCode.TAB), () -> indent(false));
    map.registerFunction(RichTextArea.Tag.INSERT_LINE_BREAK, this::newLine);
    map.register(KeyBinding.shortcut(KeyCode.SLASH), this::comment);
    map.register(
        KeyBinding.shortcut(KeyCode.Z),
        () -> {
          if (area.isUndoable()) area.undo();
          else undoBefore.run();
        });
  }

  /// What the language makes of the text; follows the text at once, or within a moment where it is long.
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

  /// What undo does when nothing typed is left to be undone.
  void setUndoBefore(Runnable action) {
    undoBefore = action;
  }

  /// Shows another text, from its beginning, with nothing to undo.
  void open(String text, boolean editable) {
    replacing = true;
    completions.close();
    area.setEditable(editable);
    area.setText(text);
    area.clearUndoRedo();
    area.select(TextPos.ZERO);
    replacing = false;
    reread();
  }

  /// Takes over a text that was changed elsewhere; the caret stays beside what it was beside.
  void follow(String text) {
    String old = text();
    if (old.equals(text)) return;
    int same = 0;
    int most = Math.min(old.length(), text.length());
    while (same < most && old.charAt(same) == text.charAt(same)) same++;
    int tail = 0;
    while (tail < most - same
        && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) tail++;
    replacing = true;
    TextPos end = position(old, old.length() - tail);
    area.replaceText(position(old, same), end, text.substring(same, text.length() - tail));
    replacing = false;
    reread();
  }

  private static TextPos position(String text, int offset) {
    int line = 0;
    int start = 0;
    for (int next = text.indexOf('\n'); next >= 0 && next < offset; ) {
      line++;
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    return TextPos.ofLeading(line, offset - start);
  }

  private void changed() {
    if (replacing) return;
    reread();
    whenTyped.accept(text());
  }

  private void readInBackground() {
    String text = text();
    var _ =
        fx.inBackground(
            () -> read.apply(text),
            (result, _) -> {
              if (result != null && text.equals(text())) take(result);
            });
  }

  private void take(Reading now) {
    reading.set(now);
    restyle();
    completions.refresh(now, line(), column());
  }

  /// Reads the text again, for what it means has changed though it has not.
  void reread() {
    String text = text();
    if (text.length() <= SHORT) {
      moment.stop();
      take(read.apply(text));
    } else moment.playFromStart();
  }

  private void showCaret() {
    TextPos caret = area.getCaretPosition();
    TextPos anchor = area.getAnchorPosition();
    if (caret != null && anchor != null && area.isFocused() && !completions.isOpen())
      area.select(anchor, caret);
  }

  private void restyle() {
    area.getModel().fireStyleChangeEvent(TextPos.ZERO, area.getDocumentEnd());
  }

  // --- the caret

  private void caretMoved() {
    List<TextPos> pair = brackets();
    if (!pair.equals(colouring.pair())) {
      colouring.pair(pair);
      restyle();
    }
    if (completions.isOpen()) completions.refresh(reading(), line(), column());
  }

  /// The bracket beside the caret and its partner, if both exist.
  private List<TextPos> brackets() {
    TextPos caret = area.getCaretPosition();
    if (caret == null) return List.of();
    for (int offset : new int[] {caret.offset() - 1, caret.offset()}) {
      String line = area.getPlainText(caret.index());
      if (offset < 0 || offset >= line.length()) continue;
      int kind = "()".indexOf(line.charAt(offset));
      if (kind < 0) continue;
      int partner = partner(line, offset, kind == 0 ? 1 : -1);
      if (partner >= 0)
        return List.of(
            TextPos.ofLeading(caret.index(), offset), TextPos.ofLeading(caret.index(), partner));
    }
    return List.of();
  }

  private static int partner(String line, int from, int direction) {
    int depth = 0;
    for (int i = from; i >= 0 && i < line.length(); i += direction) {
      if (line.charAt(i) == '(') depth += direction;
      if (line.charAt(i) == ')') depth -= direction;
      if (depth == 0) return i;
    }
    return -1;
  }

  private String line() {
    TextPos caret = area.getCaretPosition();
    return caret == null ? "" : area.getPlainText(caret.index());
  }

  private int column() {
    TextPos caret = area.getCaretPosition();
    return caret == null ? 0 : caret.offset();
  }

  /// Puts the caret to a place and shows it.
  ///
  /// @param lineNumber from 1
  /// @param columnNumber from 1
  public void goTo(int lineNumber, int columnNumber) {
    int line = Math.clamp(lineNumber - 1L, 0, area.getParagraphCount() - 1);
    int offset = Math.clamp(columnNumber - 1L, 0, area.getPlainText(line).length());
    area.requestFocus();
    area.select(TextPos.ofLeading(line, offset));
  }

  /// Shows where a problem is, and selects what it is about.
  void goTo(Problem problem) {
    goTo(problem.place().line(), problem.place().column());
    Mark where = reading().where(problem);
    int line = Math.clamp(problem.place().line() - 1L, 0, area.getParagraphCount() - 1);
    int length = area.getPlainText(line).length();
    area.select(
        TextPos.ofLeading(line, Math.min(where.start(), length)),
        TextPos.ofLeading(line, Math.min(where.end(), length)));
  }

  /// Selects the model's name in its first statement.
  void goToName() {
    for (int i = 0; i < area.getParagraphCount(); i++) {
      var header =
          java.util.regex.Pattern.compile(
                  "^\\s*(?:neuron|cell|synapse|channel|modulator)\\s+(\\w+)")
              .matcher(area.getPlainText(i));
      if (!header.find()) continue;
      area.requestFocus();
      area.select(TextPos.ofLeading(i, header.start(1)), TextPos.ofLeading(i, header.end(1)));
      return;
    }
  }

  /// Whether the list of completions is open, which Escape closes first.
  boolean isCompleting() {
    return completions.isOpen();
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  boolean hasFocus() {
    return area.isFocused();
  }

  // --- typing

  private void press(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.SPACE
        || e.isControlDown() && e.getCode() == KeyCode.SPACE) {
      e.consume();
      openCompletions();
    } else if (completions.isOpen() && completions.press(e.getCode())) e.consume();
  }

  private void openCompletions() {
    if (!area.isEditable()) return;
    completions.open(reading(), line(), column());
    place();
  }

  /// Puts the list below the caret, or above it where there is no room below.
  private void place() {
    Node caret = area.lookup(".caret");
    Bounds at =
        caret == null
            ? area.getBoundsInParent()
            : sceneToLocal(caret.localToScene(caret.getBoundsInLocal()));
    completions.autosize();
    double width = Math.min(completions.getWidth(), getWidth() - 16);
    double height = Math.min(completions.getHeight(), getHeight() - 16);
    double x = Math.clamp(at.getMinX() - 14, 8, Math.max(8, getWidth() - width - 8));
    double below = at.getMaxY() + 4;
    double y = below + height > getHeight() - 4 ? Math.max(4, at.getMinY() - height - 4) : below;
    completions.resizeRelocate(x, y, width, height);
  }

  private void complete(Completion chosen) {
    TextPos caret = area.getCaretPosition();
    if (caret == null) return;
    TextPos from = TextPos.ofLeading(caret.index(), chosen.from());
    area.replaceText(from, caret, chosen.insert());
    area.select(TextPos.ofLeading(caret.index(), chosen.from() + chosen.caretAfter()));
  }

  private void newLine() {
    TextPos caret = area.getCaretPosition();
    if (caret == null || !area.isEditable()) return;
    String line = area.getPlainText(caret.index());
    int blanks = 0;
    while (blanks < line.length() && blanks < caret.offset() && line.charAt(blanks) == ' ')
      blanks++;
    // What follows the first line of a model is indented, as in the models that come along.
    boolean header = caret.index() == 0 && blanks == 0 && caret.offset() == line.length();
    insert("\n" + (header && !line.isBlank() ? INDENT : " ".repeat(blanks)));
  }

  private void insert(String text) {
    var selection = area.getSelection();
    if (selection == null) return;
    TextPos end = area.replaceText(selection.getMin(), selection.getMax(), text);
    area.select(end);
  }

  /// Tab: spaces at the caret, or all selected lines to the right; with Shift to the left.
  private void indent(boolean right) {
    var selection = area.getSelection();
    if (selection == null || !area.isEditable()) return;
    if (right && selection.getMin().index() == selection.getMax().index()) {
      insert(INDENT);
      return;
    }
    eachSelectedLine(line -> {
      if (right) return INDENT + line;
      return line.startsWith(INDENT) ? line.substring(INDENT.length()) : line.stripLeading();
    });
  }

  /// Makes the selected lines comments, or takes the marks away where all are comments.
  private void comment() {
    if (!area.isEditable()) return;
    List<String> lines = new ArrayList<>();
    eachSelectedLine(line -> {
      lines.add(line);
      return line;
    });
    boolean all = lines.stream().allMatch(l -> l.isBlank() || l.strip().startsWith("#"));
    eachSelectedLine(line -> {
      if (line.isBlank()) return line;
      return all ? line.replaceFirst("# ?", "") : line.replaceFirst("^(\\s*)", "$1# ");
    });
  }

  private void eachSelectedLine(Function<String, String> change) {
    var selection = area.getSelection();
    if (selection == null) return;
    int first = selection.getMin().index();
    int last = selection.getMax().index();
    if (last > first && selection.getMax().offset() == 0) last--;
    for (int i = first; i <= last; i++) {
      String line = area.getPlainText(i);
      String changed = change.apply(line);
      if (!changed.equals(line))
        area.replaceText(TextPos.ofLeading(i, 0), TextPos.ofLeading(i, line.length()), changed);
    }
  }
}
