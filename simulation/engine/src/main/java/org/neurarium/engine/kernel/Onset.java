package org.neurarium.engine.kernel;

import java.util.Arrays;

/// For models without a reset: who met the spike condition at the last grid point, so that a neuron fires only when it begins to hold.
final class Onset {

  private final boolean asked;
  private final int from;
  private final boolean[] held;
  private int[] last;
  private int[] next;
  private int count;

  Onset(boolean asked, int from, int to) {
    this.asked = asked;
    this.from = from;
    held = new boolean[asked ? to - from : 0];
    last = new int[held.length];
    next = new int[held.length];
  }

  boolean isAsked() {
    return asked;
  }

  /// Nobody has met the condition.
  void forget() {
    Arrays.fill(held, false);
    count = 0;
  }

  /// Remembers who meets the condition at this grid point and keeps only those in the list that did not at the last.
  ///
  /// @param found numbers of those that meet it are in `start … end - 1`
  /// @return where the list ends now
  int keepNew(int[] found, int start, int end) {
    if (!asked) return end;
    int n = end - start;
    System.arraycopy(found, start, next, 0, n);
    int stay = start;
    for (int k = start; k < end; k++) if (!held[found[k] - from]) found[stay++] = found[k];
    for (int k = 0; k < count; k++) held[last[k] - from] = false;
    for (int k = 0; k < n; k++) held[next[k] - from] = true;
    int[] free = last;
    last = next;
    next = free;
    count = n;
    return stay;
  }
}
