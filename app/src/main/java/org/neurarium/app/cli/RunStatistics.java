package org.neurarium.app.cli;

import java.util.Arrays;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.measure.SpikeHash;
import org.neurarium.engine.observe.NeuronDirectory;

/// Counts while a run goes on: what can be said about each population's spikes, and a hash of all of them. Belongs to the running thread.
final class RunStatistics implements SpikeSink {

  private static final int FEWEST_INTERVALS = 10;
  private static final double BIN_MS = 1;

  private final NeuronDirectory directory;
  private final double dt;
  private final long[] spikes;
  private final int[][] counts;
  private final long[] lastStep;
  private final int[] intervals;
  private final double[] mean;
  private final double[] squares;
  private final SpikeHash hash;

  /// @param dt length of a step (ms)
  RunStatistics(NeuronDirectory directory, double dt) {
    this.directory = directory;
    this.dt = dt;
    spikes = new long[directory.entries().size()];
    counts = new int[directory.entries().size()][1024];
    lastStep = new long[directory.size()];
    Arrays.fill(lastStep, -1);
    intervals = new int[directory.size()];
    mean = new double[directory.size()];
    squares = new double[directory.size()];
    hash = new SpikeHash(directory);
  }

  @Override
  public void spikes(long step, int[] neurons, int count) {
    hash.spikes(step, neurons, count);
    // A spike at a bin's edge belongs to the bin that ends there.
    int bin = (int) Math.max(0, Math.ceil(step * dt / BIN_MS - 1e-9) - 1);
    int entry = 0;
    int entryEnd = 0;
    for (int i = 0; i < count; i++) {
      int neuron = neurons[i];
      if (neuron >= entryEnd) {
        entry = directory.entryOf(neuron);
        entryEnd = directory.entries().get(entry).first() + directory.entries().get(entry).size();
        if (counts[entry].length <= bin)
          counts[entry] = Arrays.copyOf(counts[entry], Math.max(bin + 1, 2 * counts[entry].length));
      }
      counts[entry][bin]++;
      spikes[entry]++;
      interval(neuron, step);
    }
  }

  /// Welford's running mean and sum of squares, one neuron at a time.
  private void interval(int neuron, long step) {
    long before = lastStep[neuron];
    lastStep[neuron] = step;
    if (before < 0) return;
    double interval = step - before;
    int n = ++intervals[neuron];
    double off = interval - mean[neuron];
    mean[neuron] += off / n;
    squares[neuron] += off * (interval - mean[neuron]);
  }

  /// The hash of all spikes so far, in hexadecimal. To be asked once, at the end.
  String hash() {
    return hash.finish();
  }

  /// Spikes of an element, by its index in the directory.
  long spikes(int entry) {
    return spikes[entry];
  }

  /// Mean, over the element's neurons with at least 10 inter-spike intervals, of their coefficient of variation; NaN if there is none.
  double cvIsi(int entry) {
    NeuronDirectory.Entry e = directory.entries().get(entry);
    double sum = 0;
    int judged = 0;
    for (int n = e.first(); n < e.first() + e.size(); n++)
      if (intervals[n] >= FEWEST_INTERVALS) {
        sum += Math.sqrt(squares[n] / (intervals[n] - 1)) / mean[n];
        judged++;
      }
    return judged == 0 ? Double.NaN : sum / judged;
  }

  /// Variance over mean of the element's pooled spike count in bins of 1 ms; 1 for independent Poisson neurons, NaN if nobody fired.
  ///
  /// @param time length of the run (ms)
  double synchrony(int entry, double time) {
    int bins = (int) Math.floor(time / BIN_MS + 1e-9);
    if (bins < 2) return Double.NaN;
    int[] all = Arrays.copyOf(counts[entry], bins);
    double average = Arrays.stream(all).average().orElse(0);
    double sum = 0;
    for (int c : all) sum += (c - average) * (c - average);
    return sum / (bins - 1) / average;
  }
}
