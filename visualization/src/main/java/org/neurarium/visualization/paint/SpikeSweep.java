package org.neurarium.visualization.paint;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.SpikeHistory;

/// Goes through the spikes of a window once and hands each to the raster, to the marks of traces and to the rates. One thread;
/// reuses its arrays from picture to picture.
final class SpikeSweep {

  /// Points of one band of the raster: upper left corners of bars.
  static final class Points {
    float[] x = new float[1024];
    float[] y = new float[1024];
    int count;

    void add(float px, float py) {
      if (count == x.length) {
        x = Arrays.copyOf(x, 2 * count);
        y = Arrays.copyOf(y, 2 * count);
      }
      x[count] = px;
      y[count++] = py;
    }
  }

  /// Spike steps of one neuron that has a trace.
  static final class Marks {
    long[] steps = new long[64];
    int count;

    void add(long step) {
      if (count == steps.length) steps = Arrays.copyOf(steps, 2 * count);
      steps[count++] = step;
    }
  }

  /// Spikes of one element in bins; bin k covers steps from `firstStep + k * stepsPerBin` on.
  static final class Bins {
    long firstStep;
    long stepsPerBin;
    int[] counts = new int[0];
    int size;
  }

  private Points[] bands = new Points[0];
  private Marks[] marks = new Marks[0];
  private Bins[] rates = new Bins[0];
  private @Nullable LiveScene prepared;

  /// By band: the row of each neuron, -1 for none; empty where every neuron has its own.
  private int[][] rowsOf = new int[0][];

  Points band(int i) {
    return bands[i];
  }

  /// Marks of the i-th trace of the scene.
  Marks marks(int i) {
    return marks[i];
  }

  Bins rate(int i) {
    return rates[i];
  }

  /// Collects what a scene shows in a window.
  void collect(LiveScene scene, LiveLayout layout, RunHistory run, TimeWindow window) {
    prepare(scene);
    SpikeHistory spikes = run.spikes();
    int elements = spikes.elementCount();
    int[] bandOf =
        numbers(elements, spikes, scene.bands().stream().map(LiveScene.Band::element).toList());
    int[] rateOf =
        numbers(elements, spikes, scene.rates().stream().map(LiveScene.Rate::element).toList());
    int[][] marksOf = marksOf(scene, spikes, elements);
    long from = run.stepAt(window.start());
    long to = run.stepAt(window.end()) + 1;
    long first = from;
    for (int i = 0; i < scene.rates().size(); i++) {
      divide(rates[i], scene.rates().get(i).bin(), layout.rate().width(), run, from, to);
      first = Math.min(first, rates[i].firstStep);
    }
    float[] tops = new float[bandOf.length];
    float[] perRow = new float[bandOf.length];
    for (int e = 0; e < bandOf.length; e++) {
      if (bandOf[e] < 0) continue;
      Area area = layout.bands().get(bandOf[e]);
      tops[e] = (float) area.y();
      perRow[e] = (float) (area.height() / Math.max(1, scene.bands().get(bandOf[e]).rows()));
    }
    double left = window.x(run.timeOf(from), layout.plot());
    double perStep = run.dt() / window.length() * layout.plot().width();
    spikes.forEach(
        first, to, new Distributor(bandOf, rateOf, marksOf, tops, perRow, from, left, perStep));
  }

  /// Takes the spikes of one sweep. What depends on the step alone is worked out once a step: a busy network has dozens of spikes in each.
  private final class Distributor implements SpikeHistory.Visitor {
    private final int[] bandOf;
    private final int[] rateOf;
    private final int[][] marksOf;
    private final float[] tops;
    private final float[] perRow;
    private final long from;
    private final double left;
    private final double perStep;
    private final int[] binNow = new int[rates.length];
    private long stepNow = Long.MIN_VALUE;
    private float xNow;

    Distributor(
        int[] bandOf,
        int[] rateOf,
        int[][] marksOf,
        float[] tops,
        float[] perRow,
        long from,
        double left,
        double perStep) {
      this.bandOf = bandOf;
      this.rateOf = rateOf;
      this.marksOf = marksOf;
      this.tops = tops;
      this.perRow = perRow;
      this.from = from;
      this.left = left;
      this.perStep = perStep;
    }

    private void begin(long step) {
      stepNow = step;
      xNow = (float) (left + (step - from) * perStep);
      for (int i = 0; i < binNow.length; i++) {
        long bin = Math.floorDiv(step - rates[i].firstStep, rates[i].stepsPerBin);
        binNow[i] = bin >= 0 && bin < rates[i].size ? (int) bin : -1;
      }
    }

    @Override
    public void spike(long step, int source, int neuron) {
      if (step != stepNow) begin(step);
      int rate = rateOf[source];
      if (rate >= 0 && binNow[rate] >= 0) rates[rate].counts[binNow[rate]]++;
      if (step < from) return;
      int band = bandOf[source];
      if (band >= 0) {
        int[] rows = rowsOf[band];
        int row = rows.length == 0 ? neuron : neuron < rows.length ? rows[neuron] : -1;
        if (row >= 0) bands[band].add(xNow, tops[source] + row * perRow[source]);
      }
      int[] ofNeuron = marksOf[source];
      if (neuron < ofNeuron.length && ofNeuron[neuron] >= 0) marks[ofNeuron[neuron]].add(step);
    }
  }

  private void prepare(LiveScene scene) {
    if (prepared != scene) {
      prepared = scene;
      bands = filled(new Points[scene.bands().size()], Points::new);
      marks = filled(new Marks[scene.traces().size()], Marks::new);
      rates = filled(new Bins[scene.rates().size()], Bins::new);
      rowsOf = new int[bands.length][];
      for (int i = 0; i < bands.length; i++) {
        LiveScene.Band band = scene.bands().get(i);
        rowsOf[i] = new int[0];
        if (band.neurons().ranges().isEmpty()) continue;
        int[] rows = new int[band.size()];
        Arrays.fill(rows, -1);
        int[] chosen = band.neurons().indices(band.size());
        for (int r = 0; r < chosen.length; r++) rows[chosen[r]] = r;
        rowsOf[i] = rows;
      }
    }
    for (Points p : bands) p.count = 0;
    for (Marks m : marks) m.count = 0;
  }

  private static <T> T[] filled(T[] array, java.util.function.Supplier<T> maker) {
    Arrays.setAll(array, _ -> maker.get());
    return array;
  }

  private static int[] numbers(int elements, SpikeHistory spikes, List<ElementId> wanted) {
    int[] place = new int[elements];
    for (int e = 0; e < elements; e++) place[e] = wanted.indexOf(spikes.element(e));
    return place;
  }

  /// By element number and neuron: the first trace of that neuron whose spikes are marked, or -1.
  private static int[][] marksOf(LiveScene scene, SpikeHistory spikes, int elements) {
    int[][] marksOf = new int[elements][];
    for (int e = 0; e < elements; e++) {
      int[] ofNeuron = new int[0];
      for (int t = scene.traces().size() - 1; t >= 0; t--) {
        var key = scene.traces().get(t).key();
        if (!key.element().equals(spikes.element(e))) continue;
        if (key.neuron() >= ofNeuron.length) {
          int old = ofNeuron.length;
          ofNeuron = Arrays.copyOf(ofNeuron, key.neuron() + 1);
          Arrays.fill(ofNeuron, old, ofNeuron.length, -1);
        }
        ofNeuron[key.neuron()] = t;
      }
      marksOf[e] = ofNeuron;
    }
    return marksOf;
  }

  /// Bins of the wished width, or of a multiple of it where there would be more bins than pixels, on multiples of their width.
  private static void divide(
      Bins bins, double wished, double pixels, RunHistory run, long from, long to) {
    long width = Math.max(1, Math.round(wished / run.dt()));
    long smallest = (long) Math.ceil((to - from) / Math.max(1, pixels));
    bins.stepsPerBin = width * Math.max(1, Math.ceilDiv(smallest, width));
    bins.firstStep = Math.floorDiv(from, bins.stepsPerBin) * bins.stepsPerBin;
    bins.size = (int) Math.ceilDiv(Math.max(1, to - bins.firstStep), bins.stepsPerBin);
    // Only bins that the run has passed are counted whole.
    while (bins.size > 0 && bins.firstStep + bins.size * bins.stepsPerBin > run.endStep())
      bins.size--;
    if (bins.counts.length < bins.size) bins.counts = new int[bins.size];
    Arrays.fill(bins.counts, 0, bins.size, 0);
  }
}
