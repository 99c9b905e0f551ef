package org.neurarium.circuits.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that a person probably meant.
public final class DidYouMean {

  private DidYouMean() {}

  /// Two shorter words that differ in more than case are different words, no slip.
  private static final int SHORTEST = 3;

  /// The candidate closest to a word, if one is close: another case or, where one of both has three letters or more, a slip of a few letters or a beginning.
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    if (word.isEmpty() || word.length() > 64) return Optional.empty();
    String best = "";
    double bestCost = Math.min(3, Math.max(1, word.length() / 3)) + 0.5;
    for (String candidate : candidates) {
      double cost = cost(word, candidate);
      if (cost < bestCost) {
        best = candidate;
        bestCost = cost;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /// A hint for a problem: what was probably meant, else what there is to choose from.
  ///
  /// @param choices how the list of candidates is announced, such as `The models are`
  public static String hint(String word, Collection<String> candidates, String choices) {
    return nearest(word, candidates)
        .map(meant -> "Did you mean '" + meant + "'?")
        .orElseGet(
            () -> candidates.isEmpty() ? "" : choices + ": " + String.join(", ", candidates) + ".");
  }

  private static double cost(String word, String candidate) {
    if (word.equalsIgnoreCase(candidate)) return 0.1;
    String a = word.toLowerCase(Locale.ROOT);
    String b = candidate.toLowerCase(Locale.ROOT);
    if (Math.max(a.length(), b.length()) < SHORTEST) return 9;
    if (a.length() >= SHORTEST && b.startsWith(a)) return 0.9;
    return Math.abs(a.length() - b.length()) > 3 ? 9 : distance(a, b);
  }

  /// Counts the letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++)
      for (int j = 1; j <= b.length(); j++) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    return d[a.length()][b.length()];
  }
}
