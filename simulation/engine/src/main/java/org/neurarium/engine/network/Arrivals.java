package org.neurarium.engine.network;

import java.util.Arrays;

/// A calendar: which lines of synapses a spike reaches at which grid point of the near future, in the order in which they were entered.
///
/// Its room grows until it has seen the busiest step; then nothing is allocated any more.
final class Arrivals {

  private final int[][] lines;
  private final int[] counts;
  private final int mask;

  /// @param longest the longest delay (steps), at least 1
  Arrivals(int longest) {
    int steps = Integer.highestOneBit(Math.max(1, 2 * longest - 1)) * 2;
    lines = new int[steps][4];
    counts = new int[steps];
    mask = steps - 1;
  }

  /// Enters an arrival.
  void add(long step, int line) {
    int day = (int) step & mask;
    int count = counts[day];
    if (count == lines[day].length) lines[day] = Arrays.copyOf(lines[day], 2 * count);
    lines[day][count] = line;
    counts[day] = count + 1;
  }

  /// The lines due at a grid point, in the first [#count] places.
  int[] due(long step) {
    return lines[(int) step & mask];
  }

  /// How many lines are due at a grid point.
  int count(long step) {
    return counts[(int) step & mask];
  }

  /// For how many steps ahead there is room.
  int steps() {
    return counts.length;
  }

  /// Forgets what was due at a grid point.
  void clear(long step) {
    counts[(int) step & mask] = 0;
  }

  /// Forgets everything.
  void clear() {
    Arrays.fill(counts, 0);
  }

  long bytes() {
    long sum = 0;
    for (int[] day : lines) sum += 4L * day.length + 20;
    return sum;
  }
}
