package org.neurarium.engine.build;

import java.util.Arrays;
import org.neurarium.engine.random.RandomStream;

/// An exact number of pairs drawn from all pairs, sorted by source, then target.
final class PairList {

  private final long[] pairs;
  private final int targets;
  private final int[] starts;

  private PairList(long[] pairs, int sources, int targets) {
    this.pairs = pairs;
    this.targets = targets;
    starts = new int[sources + 1];
    for (long pair : pairs) starts[(int) (pair / targets) + 1]++;
    for (int s = 0; s < sources; s++) starts[s + 1] += starts[s];
  }

  /// @param count how many pairs
  /// @param again whether a pair may come more than once
  /// @param noSelf whether pairs of equal numbers are left out
  static PairList draw(
      long key, int sources, int targets, long count, boolean again, boolean noSelf) {
    int n = Math.toIntExact(count);
    RandomStream stream = new RandomStream(key).at(0, 0);
    Pairs all = new Pairs(sources, targets, noSelf);
    long[] chosen = new long[n];
    if (again) {
      for (int k = 0; k < n; k++) chosen[k] = all.number(stream.nextBelow(all.count()));
      Arrays.sort(chosen);
    } else if (n <= all.count() / 2) {
      chosen = distinct(stream, all.count(), n);
      for (int k = 0; k < n; k++) chosen[k] = all.number(chosen[k]);
      Arrays.sort(chosen);
    } else {
      // More than half: draw those that are left out.
      long[] out = distinct(stream, all.count(), Math.toIntExact(all.count() - n));
      int next = 0;
      int at = 0;
      for (long pair = 0; pair < all.count(); pair++)
        if (next < out.length && out[next] == pair) next++;
        else chosen[at++] = all.number(pair);
    }
    return new PairList(chosen, sources, targets);
  }

  /// Different numbers below a bound, ascending: draws what is missing until nothing is.
  private static long[] distinct(RandomStream stream, long bound, int n) {
    long[] numbers = new long[n];
    int have = 0;
    while (have < n) {
      for (int k = have; k < n; k++) numbers[k] = stream.nextBelow(bound);
      Arrays.sort(numbers);
      have = 0;
      for (int k = 0; k < n; k++)
        if (k == 0 || numbers[k] != numbers[k - 1]) numbers[have++] = numbers[k];
    }
    return numbers;
  }

  /// Numbers the pairs that are allowed.
  private record Pairs(int sources, int targets, boolean noSelf) {
    long count() {
      return (long) sources * (noSelf ? targets - 1 : targets);
    }

    /// `source · targets + target` of the k-th allowed pair; ascending in k.
    long number(long k) {
      if (!noSelf) return k;
      long source = k / (targets - 1);
      long target = k % (targets - 1);
      return source * targets + (target >= source ? target + 1 : target);
    }
  }

  /// Where the pairs of a source begin.
  int start(int source) {
    return starts[source];
  }

  int target(int k) {
    return (int) (pairs[k] % targets);
  }
}
