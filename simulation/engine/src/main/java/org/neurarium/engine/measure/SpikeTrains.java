package org.neurarium.engine.measure;

import java.util.Arrays;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.engine.observe.NeuronDirectory;

/// The spikes of one population, or some of its neurons, in one window of time, and what can be said of them. Immutable.
public final class SpikeTrains {

  /// Fewest intervals from which a neuron's irregularity is taken.
  public static final int FEWEST_INTERVALS = 10;

  private final int[] starts;
  private final long[] steps;
  private final double dt;
  private final long firstStep;
  private final long lastStep;

  private SpikeTrains(int[] starts, long[] steps, double dt, long firstStep, long lastStep) {
    this.starts = starts;
    this.steps = steps;
    this.dt = dt;
    this.firstStep = firstStep;
    this.lastStep = lastStep;
  }

  /// Takes an element's spikes from a log.
  ///
  /// @param dt length of a step (ms)
  /// @param from beginning of the window (ms), exclusive
  /// @param to end of the window (ms), inclusive
  public static SpikeTrains of(
      SpikeLog log, NeuronDirectory.Entry entry, double dt, double from, double to) {
    return of(log, entry, NeuronSelection.ALL, dt, from, to);
  }

  /// Takes the spikes of some of an element's neurons from a log.
  ///
  /// @param selection which neurons, silent ones included
  /// @param dt length of a step (ms)
  /// @param from beginning of the window (ms), exclusive
  /// @param to end of the window (ms), inclusive
  public static SpikeTrains of(
      SpikeLog log,
      NeuronDirectory.Entry entry,
      NeuronSelection selection,
      double dt,
      double from,
      double to) {
    long first = Math.round(from / dt) + 1;
    long last = Math.round(to / dt);
    int[] chosen = selection.indices(entry.size());
    int[] place = new int[entry.size()];
    Arrays.fill(place, -1);
    for (int i = 0; i < chosen.length; i++) place[chosen[i]] = i;
    int[] starts = new int[chosen.length + 1];
    for (int k = 0; k < log.size(); k++) {
      int at = placeOf(log, k, entry, place, first, last);
      if (at >= 0) starts[at + 1]++;
    }
    for (int i = 0; i < chosen.length; i++) starts[i + 1] += starts[i];
    int[] next = Arrays.copyOf(starts, chosen.length);
    long[] steps = new long[starts[chosen.length]];
    for (int k = 0; k < log.size(); k++) {
      int at = placeOf(log, k, entry, place, first, last);
      if (at >= 0) steps[next[at]++] = log.step(k);
    }
    return new SpikeTrains(starts, steps, dt, first, last);
  }

  /// Where the k-th spike's neuron stands among those chosen; -1 where the spike does not count.
  private static int placeOf(
      SpikeLog log, int k, NeuronDirectory.Entry entry, int[] place, long first, long last) {
    int neuron = log.neuron(k) - entry.first();
    boolean counts =
        neuron >= 0 && neuron < entry.size() && log.step(k) >= first && log.step(k) <= last;
    return counts ? place[neuron] : -1;
  }

  /// How many neurons there are.
  public int neurons() {
    return starts.length - 1;
  }

  /// How many spikes there are.
  public int spikes() {
    return steps.length;
  }

  /// Mean rate: spikes per neuron and second (Hz).
  public double rate() {
    return spikes() / (neurons() * duration() * 1e-3);
  }

  private double duration() {
    return (lastStep - firstStep + 1) * dt;
  }

  /// Irregularity: the coefficient of variation SD/mean (SD with n - 1) of each neuron's intervals between spikes, averaged over the neurons with at least
  /// [#FEWEST_INTERVALS] of them; 0 for clockwork, 1 for Poisson trains; NaN without such neurons.
  public double cvIsi() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < neurons(); i++) {
      int n = intervals(i);
      if (n < FEWEST_INTERVALS) continue;
      double mean = 0;
      for (int k = 0; k < n; k++) mean += interval(i, k);
      mean /= n;
      double squares = 0;
      for (int k = 0; k < n; k++) squares += (interval(i, k) - mean) * (interval(i, k) - mean);
      sum += Math.sqrt(squares / (n - 1)) / mean;
      count++;
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /// Local variation (Shinomoto, Shima and Tanji 2003, doi:10.1162/089976603322518759): the mean of 3·((I' - I)/(I' + I))² over neighbouring intervals,
  /// averaged over the same neurons as [#cvIsi()]; unlike it, blind to slow changes of rate.
  public double localVariation() {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < neurons(); i++) {
      int n = intervals(i);
      if (n < FEWEST_INTERVALS) continue;
      double local = 0;
      for (int k = 0; k + 1 < n; k++) {
        double contrast =
            (double) (interval(i, k + 1) - interval(i, k)) / (interval(i, k + 1) + interval(i, k));
        local += 3 * contrast * contrast;
      }
      sum += local / (n - 1);
      count++;
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /// How many neurons have enough intervals for [#cvIsi()].
  public int neuronsWithIntervals() {
    int count = 0;
    for (int i = 0; i < neurons(); i++) if (intervals(i) >= FEWEST_INTERVALS) count++;
    return count;
  }

  private int intervals(int neuron) {
    return Math.max(0, starts[neuron + 1] - starts[neuron] - 1);
  }

  private long interval(int neuron, int k) {
    return steps[starts[neuron] + k + 1] - steps[starts[neuron] + k];
  }

  /// Fano factor of the population: variance over mean of the pooled spike count in consecutive bins; 1 for independent Poisson neurons, more where they
  /// fire together. NaN without spikes.
  ///
  /// @param bin width (ms); what is left over at the end is not used
  public double fano(double bin) {
    long width = Math.max(1, Math.round(bin / dt));
    int bins = (int) ((lastStep - firstStep + 1) / width);
    double[] counts = counts(0, neurons(), width, bins);
    double mean = Arrays.stream(counts).sum() / bins;
    double variance = 0;
    for (double c : counts) variance += (c - mean) * (c - mean) / bins;
    return mean == 0 ? Double.NaN : variance / mean;
  }

  /// Synchrony: [#fano] in bins of 1 ms.
  public double synchrony() {
    return fano(1);
  }

  /// Mean Pearson correlation of the spike counts of all pairs among the first neurons; those whose count never changes are left out. NaN with fewer than two.
  ///
  /// @param bin width (ms)
  /// @param first how many neurons to take
  public double pairCorrelation(double bin, int first) {
    long width = Math.max(1, Math.round(bin / dt));
    int bins = (int) ((lastStep - firstStep + 1) / width);
    // The mean over bins of the square of a sum of z-scores is the number of neurons plus twice the
    // sum of their correlations.
    double[] sum = new double[bins];
    int used = 0;
    for (int i = 0; i < Math.min(first, neurons()); i++) {
      double[] counts = counts(i, i + 1, width, bins);
      double mean = Arrays.stream(counts).sum() / bins;
      double variance = 0;
      for (double c : counts) variance += (c - mean) * (c - mean) / bins;
      if (variance == 0) continue;
      used++;
      double sd = Math.sqrt(variance);
      for (int b = 0; b < bins; b++) sum[b] += (counts[b] - mean) / sd;
    }
    if (used < 2) return Double.NaN;
    double squares = 0;
    for (double s : sum) squares += s * s / bins;
    return (squares - used) / ((double) used * (used - 1));
  }

  /// Mean time of the spikes (ms); NaN without spikes.
  public double meanTime() {
    return Arrays.stream(steps).mapToDouble(step -> step * dt).average().orElse(Double.NaN);
  }

  /// Standard deviation (with n - 1) of the spikes' times (ms): how narrow a volley is; NaN with fewer than two spikes.
  public double timeSpread() {
    if (steps.length < 2) return Double.NaN;
    double mean = meanTime();
    double squares = 0;
    for (long step : steps) squares += (step * dt - mean) * (step * dt - mean);
    return Math.sqrt(squares / (steps.length - 1));
  }

  /// Time of the last spike (ms); NaN without spikes.
  public double lastTime() {
    return Arrays.stream(steps).mapToDouble(step -> step * dt).max().orElse(Double.NaN);
  }

  /// Largest distance of a spike to the expected time (ms), both in order of time, one by one; infinite where their numbers differ.
  public double distanceTo(double[] expected) {
    if (expected.length != steps.length) return Double.POSITIVE_INFINITY;
    double[] wanted = expected.clone();
    long[] given = steps.clone();
    Arrays.sort(wanted);
    Arrays.sort(given);
    double largest = 0;
    for (int k = 0; k < given.length; k++)
      largest = Math.max(largest, Math.abs(wanted[k] - given[k] * dt));
    return largest;
  }

  private double[] counts(int fromNeuron, int toNeuron, long width, int bins) {
    double[] counts = new double[bins];
    for (int k = starts[fromNeuron]; k < starts[toNeuron]; k++) {
      long bin = (steps[k] - firstStep) / width;
      if (bin < bins) counts[(int) bin]++;
    }
    return counts;
  }
}
