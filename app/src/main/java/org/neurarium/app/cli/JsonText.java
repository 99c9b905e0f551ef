package org.neurarium.app.cli;

import java.util.Collection;
import java.util.Map;
import org.neurarium.circuits.units.Quantity;

/// Prints maps, lists, texts, numbers and truth values as JSON. A number that JSON cannot say (NaN, infinite) becomes null.
final class JsonText {

  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText text = new JsonText();
    text.value(value, "\n");
    return text.out.toString();
  }

  private void value(Object value, String line) {
    switch (value) {
      case Map<?, ?> map -> members(map, line);
      case Collection<?> list -> items(list, line);
      case Double number -> out.append(Double.isFinite(number) ? Quantity.format(number) : "null");
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> quote(value.toString());
    }
  }

  private void members(Map<?, ?> map, String line) {
    out.append('{');
    String separator = line + "  ";
    for (Map.Entry<?, ?> member : map.entrySet()) {
      out.append(separator);
      quote(member.getKey().toString());
      out.append(": ");
      value(member.getValue(), line + "  ");
      separator = "," + line + "  ";
    }
    out.append(map.isEmpty() ? "}" : line + "}");
  }

  private void items(Collection<?> list, String line) {
    out.append('[');
    String separator = line + "  ";
    for (Object item : list) {
      out.append(separator);
      value(item, line + "  ");
      separator = "," + line + "  ";
    }
    out.append(list.isEmpty() ? "]" : line + "]");
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c == '\n') out.append("\\n");
      else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
      else out.append(c);
    }
    out.append('"');
  }
}
