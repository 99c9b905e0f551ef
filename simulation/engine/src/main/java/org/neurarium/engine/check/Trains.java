package org.neurarium.engine.check;

import java.util.Arrays;

/// The spikes of some neurons within a window, and statistics of them.
///
/// @param times of the spikes, in order (ms)
/// @param owners which of the neurons, from 0, gave each spike
/// @param neurons how many neurons there are, silent ones included
/// @param start of the window (ms); spikes come after it
/// @param end of the window (ms); spikes come at it or before
record Trains(double[] times, int[] owners, int neurons, double start, double end) {

  /// Fewest inter-spike intervals from which the variation of one neuron is judged.
  private static final int FEWEST_INTERVALS = 10;

  int count() {
    return times.length;
  }

  /// Spikes per neuron and second (Hz).
  double rate() {
    return count() / (neurons * (end - start) * 1e-3);
  }

  /// Mean over neurons with at least 10 inter-spike intervals of their standard deviation over their mean; NaN if there is no such neuron.
  double cvIsi() {
    double[] last = new double[neurons];
    Arrays.fill(last, Double.NaN);
    Moments[] intervals = new Moments[neurons];
    for (int n = 0; n < neurons; n++) intervals[n] = new Moments();
    for (int i = 0; i < times.length; i++) {
      int n = owners[i];
      if (!Double.isNaN(last[n])) intervals[n].add(times[i] - last[n]);
      last[n] = times[i];
    }
    Moments variations = new Moments();
    for (Moments m : intervals)
      if (m.count() >= FEWEST_INTERVALS) variations.add(Math.sqrt(m.variance()) / m.mean());
    return variations.mean();
  }

  /// Variance over mean of the pooled number of spikes in consecutive bins; NaN if nobody fired.
  ///
  /// @param bin (ms)
  double fano(double bin) {
    int bins = (int) Math.floor((end - start) / bin + 1e-9);
    int[] counts = new int[bins];
    for (double time : times) {
      // A spike at the edge belongs to the bin that ends there; the small number forgives the
      // rounding of step times dt.
      int b = (int) Math.ceil((time - start) / bin - 1e-9) - 1;
      if (b >= 0 && b < bins) counts[b]++;
    }
    Moments moments = new Moments();
    for (int c : counts) moments.add(c);
    return moments.variance() / moments.mean();
  }

  /// Mean time of the spikes (ms); NaN if there are none.
  double meanTime() {
    return ofTimes().mean();
  }

  /// Standard deviation of the times (ms); NaN if there are fewer than two spikes.
  double timeSpread() {
    return Math.sqrt(ofTimes().variance());
  }

  /// Time of the last spike (ms); NaN if there is none.
  double lastTime() {
    return times.length == 0 ? Double.NaN : times[times.length - 1];
  }

  private Moments ofTimes() {
    Moments moments = new Moments();
    for (double time : times) moments.add(time);
    return moments;
  }

  /// Largest distance to the expected times (ms), one by one; infinite if their numbers differ.
  double distanceTo(double[] expected) {
    if (expected.length != times.length) return Double.POSITIVE_INFINITY;
    double[] sorted = expected.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++)
      largest = Math.max(largest, Math.abs(sorted[i] - times[i]));
    return largest;
  }

  /// Mean and variance of numbers that come one by one (Welford, doi:10.1080/00401706.1962.10490022).
  private static final class Moments {
    private long count;
    private double mean;
    private double squares;

    void add(double x) {
      count++;
      double before = x - mean;
      mean += before / count;
      squares += before * (x - mean);
    }

    long count() {
      return count;
    }

    double mean() {
      return count == 0 ? Double.NaN : mean;
    }

    double variance() {
      return count < 2 ? Double.NaN : squares / (count - 1);
    }
  }
}
