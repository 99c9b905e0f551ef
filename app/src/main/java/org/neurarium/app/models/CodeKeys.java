package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.IndexRange;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys do in a model's text beyond what they do in any text: lines begin below the line before, Tab indents, Ctrl+/ makes comments. FX thread only.
final class CodeKeys {

  static final String INDENT = "  ";

  private final TextArea area;
  private final Runnable undoBefore;

  /// @param undoBefore what undo does when nothing typed is left to be undone
  CodeKeys(TextArea area, Runnable undoBefore) {
    this.area = area;
    this.undoBefore = undoBefore;
  }

  /// Does what a key means; whether it meant anything here.
  boolean press(KeyEvent e) {
    boolean bare = !e.isShortcutDown() && !e.isControlDown() && !e.isAltDown() && !e.isMetaDown();
    if (e.getCode() == KeyCode.TAB && bare) {
      if (!area.isEditable()) return false;
      indent(!e.isShiftDown());
      return true;
    }
    if (e.getCode() == KeyCode.ENTER && bare) {
      if (area.isEditable()) newLine();
      return true;
    }
    if (!e.isShortcutDown() || e.isAltDown()) return false;
    return switch (e.getCode()) {
      case SLASH -> {
        comment();
        yield true;
      }
      case Z -> {
        if (e.isShiftDown()) area.redo();
        else if (area.isUndoable()) area.undo();
        else undoBefore.run();
        yield true;
      }
      default -> false;
    };
  }

  private Lines lines() {
    return Lines.of(area.getText());
  }

  private void newLine() {
    Lines lines = lines();
    int caret = area.getCaretPosition();
    int index = lines.lineAt(caret);
    int column = lines.columnAt(caret);
    String line = lines.line(index);
    int blanks = 0;
    while (blanks < line.length() && blanks < column && line.charAt(blanks) == ' ') blanks++;
    // What follows the first line of a model is indented, as in the models that come along.
    boolean header = index == 0 && blanks == 0 && column == line.length();
    area.replaceSelection("\n" + (header && !line.isBlank() ? INDENT : " ".repeat(blanks)));
  }

  /// Tab: spaces at the caret, or all selected lines to the right; with Shift to the left.
  private void indent(boolean right) {
    Lines lines = lines();
    IndexRange selection = area.getSelection();
    if (right && lines.lineAt(selection.getStart()) == lines.lineAt(selection.getEnd())) {
      area.replaceSelection(INDENT);
      return;
    }
    eachSelectedLine(line -> {
      if (right) return line.isEmpty() ? line : INDENT + line;
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

  /// Changes lines as one step of undo; whole lines stay selected where there were several.
  private void eachSelectedLine(UnaryOperator<String> change) {
    Lines lines = lines();
    IndexRange selection = area.getSelection();
    int first = lines.lineAt(selection.getStart());
    int last = lines.lineAt(selection.getEnd());
    if (last > first && lines.columnAt(selection.getEnd()) == 0) last--;
    List<String> changed = new ArrayList<>();
    for (int i = first; i <= last; i++) changed.add(change.apply(lines.line(i)));
    String now = String.join("\n", changed);
    int from = lines.start(first);
    int to = lines.end(last);
    String old = lines.text().substring(from, to);
    if (now.equals(old)) return;
    int caret = lines.columnAt(area.getCaretPosition()) + now.length() - old.length();
    area.replaceText(from, to, now);
    if (last > first) area.selectRange(from, from + now.length());
    else area.positionCaret(from + Math.clamp(caret, 0, now.length()));
  }

  /// The bracket beside a place and its partner in the same line, if both exist.
  static List<Integer> brackets(Lines lines, int caret) {
    int index = lines.lineAt(caret);
    String line = lines.line(index);
    int column = lines.columnAt(caret);
    for (int at : new int[] {column - 1, column}) {
      if (at < 0 || at >= line.length()) continue;
      int kind = "()".indexOf(line.charAt(at));
      if (kind < 0) continue;
      int partner = partner(line, at, kind == 0 ? 1 : -1);
      if (partner >= 0) return List.of(lines.start(index) + at, lines.start(index) + partner);
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
}
