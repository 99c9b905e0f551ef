package org.neurarium.app.shell;

import java.util.Locale;

/// Fuzzy matching: the letters wanted, in order, with gaps; better at the beginnings of words and side by side.
final class Finder {

  private Finder() {}

  /// How well a text matches, larger is better; 0 for not at all.
  static int score(String wanted, String text) {
    String w = wanted.strip().toLowerCase(Locale.ROOT);
    String t = text.toLowerCase(Locale.ROOT);
    if (w.isEmpty()) return 1;
    int whole = t.indexOf(w);
    if (whole >= 0)
      return 1000 - whole - t.length() / 4 + (whole == 0 || isStart(text, whole) ? 500 : 0);
    int score = 0;
    int at = 0;
    for (int i = 0; i < w.length(); i++) {
      char c = w.charAt(i);
      if (c == ' ') continue;
      int found = t.indexOf(c, at);
      if (found < 0) return 0;
      score += found == at && i > 0 ? 8 : isStart(text, found) ? 6 : 1;
      score -= Math.min(found - at, 3);
      at = found + 1;
    }
    return Math.max(1, 100 + score - t.length() / 4);
  }

  private static boolean isStart(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
