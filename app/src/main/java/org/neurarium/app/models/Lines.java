package org.neurarium.app.models;

import java.util.ArrayList;
import java.util.List;

/// A text with the places where its lines begin. Immutable.
///
/// @param text whole, its lines ended by a line feed
/// @param starts of the lines, from 0
record Lines(String text, List<Integer> starts) {

  static final Lines EMPTY = of("");

  static Lines of(String text) {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.add(at + 1);
    return new Lines(text, List.copyOf(starts));
  }

  int count() {
    return starts.size();
  }

  int start(int line) {
    return starts.get(line);
  }

  /// Where a line ends, before its line feed.
  int end(int line) {
    return line + 1 < count() ? starts.get(line + 1) - 1 : text.length();
  }

  String line(int line) {
    return text.substring(start(line), end(line));
  }

  /// The line that a place in the text belongs to.
  int lineAt(int offset) {
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  int columnAt(int offset) {
    return offset - start(lineAt(offset));
  }

  /// A place in the text; lines and columns that there are not become the nearest that there are.
  int offset(int line, int column) {
    int there = Math.clamp(line, 0, count() - 1);
    return Math.clamp(start(there) + (long) Math.max(0, column), start(there), end(there));
  }
}
