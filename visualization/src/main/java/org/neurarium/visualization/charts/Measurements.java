package org.neurarium.visualization.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.charts.ChartData.Intervals;
import org.neurarium.visualization.charts.ChartData.Line;
import org.neurarium.visualization.charts.ChartData.Rates;
import org.neurarium.visualization.charts.ChartData.Weights;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.SpikeHistory.Spikes;
import org.neurarium.visualization.paint.Ticks;

/// Computes what charts show. Pure functions; any thread.
public final class Measurements {

  private static final int RATE_BINS = 250;
  private static final double SMALLEST_BIN = 1; // ms
  private static final double SIGMA = 2; // bins
  private static final int HISTOGRAM_BINS = 60;
  private static final int WEIGHT_SAMPLE = 100_000;

  private Measurements() {}

  /// The spikes of an element in a window.
  ///
  /// @param size how many neurons it has
  public record Train(String name, Role role, int size, Spikes spikes) {}

  /// Rates in about 250 bins of a round width, of 1 ms at least.
  ///
  /// @param dt length of a step in ms
  /// @param from first step of the window
  /// @param to step after the last
  public static Rates rates(List<Train> trains, double dt, long from, long to) {
    double length = (to - from) * dt;
    double bin = Math.max(SMALLEST_BIN, Ticks.step(Math.max(length, SMALLEST_BIN), RATE_BINS));
    long perBin = Math.max(1, Math.round(bin / dt));
    int n = (int) ((to - from) / perBin);
    List<Line> raw = new ArrayList<>();
    List<Line> smooth = new ArrayList<>();
    if (n >= 2) {
      for (Train train : trains) {
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) x[i] = (from + (i + 0.5) * perBin) * dt;
        double each = 1000 / ((double) train.size() * perBin * dt);
        for (long step : train.spikes().steps()) {
          int at = (int) ((step - from) / perBin);
          if (step >= from && at < n) y[at] += each;
        }
        raw.add(new Line(train.name(), train.role(), x, y, ""));
        smooth.add(new Line(train.name(), train.role(), x, smoothed(y), ""));
      }
    }
    return new Rates(raw, smooth, perBin * dt, SIGMA * perBin * dt);
  }

  /// Smooths with a Gaussian; at the edges the part of the kernel that lies inside counts fully.
  static double[] smoothed(double[] y) {
    int reach = (int) Math.ceil(4 * SIGMA);
    double[] smooth = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int k = Math.max(0, i - reach); k <= Math.min(y.length - 1, i + reach); k++) {
        double w = Math.exp(-0.5 * (k - i) * (k - i) / (SIGMA * SIGMA));
        sum += w * y[k];
        weights += w;
      }
      smooth[i] = sum / weights;
    }
    return smooth;
  }

  /// Histograms of intervals between spikes of the same neuron, over the range that holds 99 % of them.
  public static Intervals intervals(List<Train> trains, double dt) {
    List<double[]> all = new ArrayList<>();
    List<Double> cvs = new ArrayList<>();
    double longest = 0;
    for (Train train : trains) {
      List<double[]> byNeuron = intervalsByNeuron(train, dt);
      double[] pooled = byNeuron.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
      all.add(pooled);
      cvs.add(cv(byNeuron));
      if (pooled.length > 0)
        longest = Math.max(longest, pooled[(int) (0.99 * (pooled.length - 1))]);
    }
    if (longest == 0) return new Intervals(List.of(), dt);
    double bin = Math.max(dt, Ticks.step(longest, HISTOGRAM_BINS));
    int n = (int) Math.floor(longest / bin + 1e-9) + 1;
    List<Line> lines = new ArrayList<>();
    for (int t = 0; t < trains.size(); t++) {
      double[] pooled = all.get(t);
      if (pooled.length == 0) continue;
      double[] x = new double[n];
      double[] y = new double[n];
      for (int i = 0; i < n; i++) x[i] = (i + 0.5) * bin;
      for (double interval : pooled) {
        int at = (int) (interval / bin + 1e-9);
        if (at < n) y[at] += 1 / (bin * pooled.length);
      }
      double cv = cvs.get(t);
      String note = Double.isNaN(cv) ? "too few spikes for a CV" : "CV " + Ticks.format(cv, 0.01);
      lines.add(new Line(trains.get(t).name(), trains.get(t).role(), x, y, note));
    }
    return new Intervals(lines, bin);
  }

  /// The intervals in ms of each neuron, in order of time.
  static List<double[]> intervalsByNeuron(Train train, double dt) {
    int[] counts = new int[train.size()];
    Spikes spikes = train.spikes();
    for (int neuron : spikes.neurons()) counts[neuron]++;
    double[][] intervals = new double[train.size()][];
    for (int i = 0; i < counts.length; i++) intervals[i] = new double[Math.max(0, counts[i] - 1)];
    long[] last = new long[train.size()];
    int[] filled = new int[train.size()];
    Arrays.fill(filled, -1);
    for (int i = 0; i < spikes.size(); i++) {
      int neuron = spikes.neurons()[i];
      if (filled[neuron] >= 0)
        intervals[neuron][filled[neuron]] = (spikes.steps()[i] - last[neuron]) * dt;
      filled[neuron]++;
      last[neuron] = spikes.steps()[i];
    }
    return List.of(intervals);
  }

  /// Mean coefficient of variation over the neurons with enough intervals; NaN without any.
  static double cv(List<double[]> byNeuron) {
    return byNeuron.stream()
        .filter(i -> i.length >= Intervals.FEWEST)
        .mapToDouble(Measurements::cv)
        .average()
        .orElse(Double.NaN);
  }

  private static double cv(double[] intervals) {
    double mean = Arrays.stream(intervals).average().orElse(Double.NaN);
    double squares = Arrays.stream(intervals).map(i -> (i - mean) * (i - mean)).sum();
    return Math.sqrt(squares / (intervals.length - 1)) / mean;
  }

  /// A histogram of weights.
  public static Weights weights(String projection, WeightView view) {
    double[] sample = view.sample(WEIGHT_SAMPLE);
    double low = Arrays.stream(sample).min().orElse(0);
    double high = Arrays.stream(sample).max().orElse(0);
    double span = high > low ? high - low : Math.max(1e-9, Math.abs(high) * 0.1);
    double bin = Ticks.step(span, HISTOGRAM_BINS);
    long firstBin = (long) Math.floor(low / bin);
    int n = (int) Math.min(HISTOGRAM_BINS + 3L, (long) Math.floor(high / bin) - firstBin + 1);
    double[] middles = new double[n];
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) middles[i] = (firstBin + i + 0.5) * bin;
    for (double w : sample) counts[Math.clamp((long) Math.floor(w / bin) - firstBin, 0, n - 1)]++;
    return new Weights(
        projection, view.unit().symbol(), middles, counts, bin, sample.length, view.synapses());
  }
}
