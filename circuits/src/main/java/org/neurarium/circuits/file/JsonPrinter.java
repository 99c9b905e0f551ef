package org.neurarium.circuits.file;

import java.util.List;
import java.util.Map;
import org.neurarium.circuits.file.Json.Member;

/// Prints a tree so that people can read it and a version control system can compare it.
///
/// What fits into 100 columns stands on one line; objects in a list, and the members of the root, have lines of their own; a
/// long list of plain values is wrapped like text. Two spaces a level, `\n` at every line's end, the last included.
final class JsonPrinter {

  private static final int COLUMNS = 100;

  private final StringBuilder out = new StringBuilder();

  private JsonPrinter() {}

  static String print(Json.Obj root) {
    JsonPrinter printer = new JsonPrinter();
    printer.lines(root, "");
    return printer.out.append('\n').toString();
  }

  /// Prints a value that is no file of its own, without a line break at its end.
  static String fragment(Json value) {
    JsonPrinter printer = new JsonPrinter();
    printer.value(value, "", 0);
    return printer.out.toString();
  }

  /// Prints a value, on one line if it fits beside what the line already has.
  ///
  /// @param used columns already taken
  private void value(Json json, String indent, int used) {
    int before = out.length();
    if (inline(json, before + COLUMNS - used - 1)) return;
    out.setLength(before);
    lines(json, indent);
  }

  private void lines(Json json, String indent) {
    String inner = indent + "  ";
    switch (json) {
      case Json.Obj(Map<String, Member> members, _) -> {
        out.append('{');
        String separator = "\n";
        for (Map.Entry<String, Member> member : members.entrySet()) {
          int start = out.append(separator).length();
          out.append(inner);
          quote(member.getKey());
          out.append(": ");
          value(member.getValue().value(), inner, out.length() - start);
          separator = ",\n";
        }
        out.append('\n').append(indent).append('}');
      }
      case Json.Arr(List<Json> items, _) when items.stream().allMatch(JsonPrinter::isPlain) ->
          wrapped(items, indent, inner);
      case Json.Arr(List<Json> items, _) -> {
        out.append('[');
        String separator = "\n";
        for (Json item : items) {
          out.append(separator).append(inner);
          value(item, inner, inner.length());
          separator = ",\n";
        }
        out.append('\n').append(indent).append(']');
      }
      default -> inline(json, Integer.MAX_VALUE);
    }
  }

  private void wrapped(List<Json> items, String indent, String inner) {
    out.append('[');
    int lineStart = out.length() - COLUMNS; // full, so that the first item starts a line
    for (int i = 0; i < items.size(); i++) {
      int before = out.length();
      inline(items.get(i), Integer.MAX_VALUE);
      if (i + 1 < items.size()) out.append(',');
      if (out.length() + 1 - lineStart > COLUMNS) {
        out.insert(before, "\n" + inner);
        lineStart = before + 1;
      } else out.insert(before, ' ');
    }
    out.append('\n').append(indent).append(']');
  }

  private static boolean isPlain(Json json) {
    return !(json instanceof Json.Obj) && !(json instanceof Json.Arr);
  }

  /// Prints on one line; false once the output passes `end` or the value asks for lines of its own.
  private boolean inline(Json json, int end) {
    switch (json) {
      case Json.Text(String text, _) -> quote(text);
      case Json.Num(String digits, _) -> out.append(digits);
      case Json.Bool(boolean value, _) -> out.append(value);
      case Json.Null _ -> out.append("null");
      case Json.Arr(List<Json> items, _) -> {
        String separator = "";
        out.append('[');
        for (Json item : items) {
          out.append(separator);
          if (item instanceof Json.Obj || !inline(item, end)) return false;
          separator = ", ";
        }
        out.append(']');
      }
      case Json.Obj(Map<String, Member> members, _) -> {
        String separator = "";
        out.append('{');
        for (Map.Entry<String, Member> member : members.entrySet()) {
          out.append(separator);
          quote(member.getKey());
          out.append(": ");
          if (!inline(member.getValue().value(), end)) return false;
          separator = ", ";
        }
        out.append('}');
      }
    }
    return out.length() <= end;
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ' || c == '\u007F' || isLoneSurrogate(text, i))
            out.append(String.format("\\u%04x", (int) c));
          else out.append(c);
        }
      }
    }
    out.append('"');
  }

  /// Half a character has no form in UTF-8 and would be lost.
  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c))
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
