package org.neurarium.circuits.language;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Span;

/// Compares models without regard to where things stand in their texts.
final class Likeness {

  private Likeness() {}

  /// Where two records differ first; empty if nowhere.
  static String difference(@Nullable Object a, @Nullable Object b) {
    return difference("", a, b);
  }

  private static String difference(String path, @Nullable Object a, @Nullable Object b) {
    if (a instanceof Span && b instanceof Span) return "";
    if (a == null || b == null || !a.getClass().equals(b.getClass()))
      return a instanceof List && b instanceof List || a instanceof Map && b instanceof Map
          ? inside(path, a, b)
          : a == b ? "" : path + ": " + a + " | " + b;
    return inside(path, a, b);
  }

  private static String inside(String path, Object a, Object b) {
    if (a instanceof Optional<?> x && b instanceof Optional<?> y)
      return difference(path, x.orElse(null), y.orElse(null));
    if (a instanceof List<?> x && b instanceof List<?> y) return lists(path, x, y);
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      if (!x.keySet().equals(y.keySet())) return path + ": " + x + " | " + y;
      for (Object key : x.keySet()) {
        String found = difference(path + "." + key, x.get(key), y.get(key));
        if (!found.isEmpty()) return found;
      }
      return "";
    }
    if (!a.getClass().isRecord()) return a.equals(b) ? "" : path + ": " + a + " | " + b;
    try {
      for (RecordComponent part : a.getClass().getRecordComponents()) {
        if (part.getName().equals("text")) continue;
        String found =
            difference(
                path + "." + part.getName(),
                part.getAccessor().invoke(a),
                part.getAccessor().invoke(b));
        if (!found.isEmpty()) return found;
      }
    } catch (ReflectiveOperationException unexpected) {
      throw new LinkageError(unexpected.getMessage(), unexpected);
    }
    return "";
  }

  private static String lists(String path, List<?> a, List<?> b) {
    if (a.size() != b.size()) return path + ": " + a + " | " + b;
    Iterator<?> other = b.iterator();
    int k = 0;
    for (Object one : a) {
      String found = difference(path + "[" + k++ + "]", one, other.next());
      if (!found.isEmpty()) return found;
    }
    return "";
  }
}
