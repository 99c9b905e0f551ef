package org.neurarium.engine.build;

import java.util.Arrays;
import org.neurarium.engine.random.RandomStream;

/// An exact number of pairs, drawn evenly from all pairs, without a list of them: what is kept is how often each source draws. A source's targets follow from that
/// and from its own random numbers, whenever they are asked for.
///
/// Where a pair may come more than once, sources are drawn as often as there are pairs. Where it may not, as many are drawn as are missing, until none is: each
/// drawn pair that is there already leaves one missing. Both are what drawing pairs one by one would give. Where more than half of all pairs are wanted, those that are left out are drawn.
final class TotalNumber {

  private static final int SOURCES = 1;
  private static final int TARGETS = 2;
  private static final int BLOCK = 1 << 16;

  private final long key;
  private final int targets;
  private final boolean again;
  private final boolean noSelf;
  private final boolean leavesOut;
  private final int[] draws;

  /// @param count how many pairs
  /// @param again whether a pair may come more than once
  /// @param noSelf whether pairs of equal numbers are left out
  TotalNumber(long key, int sources, int targets, long count, boolean again, boolean noSelf) {
    this.key = key;
    this.targets = targets;
    this.again = again;
    this.noSelf = noSelf;
    long all = (long) sources * choices();
    leavesOut = !again && count > all / 2;
    draws = new int[sources];
    RandomStream stream = new RandomStream(key);
    long wanted = leavesOut ? all - count : count;
    Row row = new Row();
    int[] found = new int[again ? 0 : sources];
    boolean[] changed = new boolean[found.length];
    long missing = wanted;
    for (int round = 0; missing > 0; round++) {
      for (long k = 0; k < missing; k++) {
        if (k % BLOCK == 0) stream.at(SOURCES + (round << 2), (int) (k / BLOCK));
        int source = (int) stream.nextBelow(sources);
        draws[source]++;
        if (!again) changed[source] = true;
      }
      if (again) return;
      missing = wanted;
      for (int s = 0; s < sources; s++) {
        if (changed[s]) found[s] = row.draw(s);
        changed[s] = false;
        missing -= found[s];
      }
    }
  }

  private int choices() {
    return noSelf ? targets - 1 : targets;
  }

  /// Finds the targets of sources. Belongs to one thread.
  final class Row {
    private final RandomStream stream = new RandomStream(key);
    private final boolean[] taken = new boolean[again ? 0 : targets];
    private int[] found = new int[16];

    int[] found() {
      return found;
    }

    /// The targets of a source.
    ///
    /// @return how many there are, in [#found()]
    int find(int source) {
      int n = draw(source);
      if (!leavesOut) return n;
      for (int k = 0; k < n; k++) taken[found[k]] = true;
      int[] out = Arrays.copyOf(found, n);
      room(choices() - n);
      int rest = 0;
      for (int t = 0; t < targets; t++)
        if (!taken[t] && !(noSelf && t == source)) found[rest++] = t;
      for (int t : out) taken[t] = false;
      return rest;
    }

    private void room(int n) {
      if (found.length < n) found = new int[n];
    }

    private int draw(int source) {
      int n = draws[source];
      int choices = choices();
      room(n);
      stream.at(source, TARGETS);
      int kept = 0;
      for (int k = 0; k < n; k++) {
        int target = (int) stream.nextBelow(choices);
        // Targets are counted without the neuron itself; close the gap.
        if (noSelf && target >= source) target++;
        if (!again) {
          if (taken[target]) continue;
          taken[target] = true;
        }
        found[kept++] = target;
      }
      if (!again) for (int k = 0; k < kept; k++) taken[found[k]] = false;
      return kept;
    }
  }
}
