package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;
import org.neurarium.engine.random.Philox;
import org.neurarium.engine.random.PhiloxGroups;
import org.neurarium.engine.random.PoissonTable;

/// A Poisson background as it reaches one receptor of a population: in each step, each target draws how many of its own train's spikes arrive.
/// Settings change between steps only.
public final class BackgroundDrive {

  private static final int LOWEST_BITS = 12;
  private static final int LOWEST = (1 << LOWEST_BITS) - 1;

  private final ElementId projection;
  private final ElementId stimulus;
  private final DelayRing ring;
  private final long key;
  private final int delay;
  private double[] weights;
  private PoissonTable counts;
  private Window window;

  /// @param key key of this projection's draws
  /// @param weights one for all targets or one for each
  /// @param delay (steps); spikes are drawn where they arrive, so it moves only the window
  public BackgroundDrive(
      ElementId projection,
      ElementId stimulus,
      DelayRing ring,
      long key,
      int delay,
      double[] weights,
      PoissonTable counts,
      Window window) {
    this.projection = projection;
    this.stimulus = stimulus;
    this.ring = ring;
    this.key = key;
    this.delay = delay;
    this.weights = weights;
    this.counts = counts;
    this.window = window.later(delay);
  }

  public ElementId projection() {
    return projection;
  }

  public ElementId stimulus() {
    return stimulus;
  }

  /// Sets another rate and window.
  public void set(PoissonTable newCounts, Window newWindow) {
    counts = newCounts;
    window = newWindow.later(delay);
  }

  /// Sets other weights.
  public void setWeights(double[] newWeights) {
    weights = newWeights;
  }

  /// What one worker draws with.
  final class Draws {
    private final Philox generator = new Philox(key);
    private final PhiloxGroups groups = new PhiloxGroups(key);
    private final char[] halves;
    private final int[] words;

    /// @param neurons of the worker
    Draws(int neurons) {
      boolean spread = ring.segments() != 1;
      halves = new char[spread ? 0 : neurons];
      words = new int[spread ? neurons : 0];
    }

    /// Adds what arrives at this grid point.
    void add(long step, int from, int to) {
      if (!window.contains(step) || counts.mean() == 0) return;
      if (ring.segments() == 1) {
        groups.halves(step, from, to, halves);
        counts.add(halves, from, to, weights, ring.row(step), step, groups);
      } else {
        addSpread(step, from, to);
      }
    }

    private void addSpread(long step, int from, int to) {
      generator.words(step, from, to, words);
      double[] sums = ring.row(step);
      PoissonTable table = counts;
      int neurons = ring.neurons();
      int segments = ring.segments();
      double[] w = weights;
      int stride = w.length == 1 ? 0 : 1;
      for (int i = from; i < to; i++) {
        int word = words[i - from];
        int count = table.quick(word);
        if (count == PoissonTable.UNDECIDED) count = table.count(generator.refined(step, i, word));
        // The lowest bits of a word hardly ever decide a count.
        int place = ((word & LOWEST) * segments >>> LOWEST_BITS) * neurons + i;
        sums[place] += count * w[i * stride];
      }
    }
  }
}
