package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.engine.random.Philox;

/// The sources of a stimulus that show what a world gives: Poisson spikes with rates that follow it. A source with several spikes in a step appears as
/// often in the buffer. Settings change between steps only.
public final class RunningObservation {

  /// How a value becomes rates.
  ///
  /// @param port which output
  /// @param gives what it gives
  /// @param values how many there are of a category; else 1
  /// @param rate mean count in a step of a source that answers best
  /// @param baseline mean count in a step of one that does not
  /// @param width of a source's tuning
  public record Tuning(
      String port, Gives gives, int values, double rate, double baseline, double width) {

    public static Tuning of(Signal.Observation signal, Gives gives, int values, double dt) {
      return new Tuning(
          signal.port(),
          gives,
          values,
          signal.rate().engineValue() * dt,
          signal.baseline().engineValue() * dt,
          signal.width());
    }
  }

  /// Most spikes of a source in a step.
  private static final int MOST = 10_000;

  private final ElementId element;
  private final ElementId world;
  private final int size;
  private final long key;
  private Tuning tuning;
  private Window window;
  private int edition;

  /// @param key key of this stimulus's draws
  public RunningObservation(
      ElementId element, ElementId world, int size, long key, Tuning tuning, Window window) {
    this.element = element;
    this.world = world;
    this.size = size;
    this.key = key;
    this.tuning = tuning;
    this.window = window;
  }

  public ElementId element() {
    return element;
  }

  /// The world that it shows.
  public ElementId world() {
    return world;
  }

  /// Sets other rates and another window; the output stays.
  public void set(Tuning newTuning, Window newWindow) {
    tuning = newTuning;
    window = newWindow;
    edition++;
  }

  /// One worker's share of the sources.
  ///
  /// @param own the worker's copy of the world
  public Share share(int worker, int workers, RunningWorld own) {
    return new Sources(
        own,
        Network.sliceStart(size, worker, workers),
        Network.sliceStart(size, worker + 1, workers));
  }

  private final class Sources implements Share {
    private final RunningWorld of;
    private final int output;
    private final int from;
    private final int to;
    private final Philox generator = new Philox(key);
    private final double[] drawn;
    private final double[] means;
    private final double[] none; // probability of no spike
    private int version = -1;
    private int lastEdition = -1;

    Sources(RunningWorld of, int from, int to) {
      this.of = of;
      this.from = from;
      this.to = to;
      output = of.shown(tuning.port());
      drawn = new double[to - from];
      means = new double[to - from];
      none = new double[to - from];
    }

    @Override
    public void advance(long step, SpikeBuffer into) {
      if (from == to || !window.contains(step)) return;
      if (version != of.version() || lastEdition != edition) tune();
      generator.uniforms(step, from, to, drawn);
      for (int i = 0; i < drawn.length; i++) {
        double u = drawn[i];
        if (u < none[i]) continue;
        int count = count(u, means[i], none[i]);
        int[] room = into.room(count);
        int at = into.size();
        for (int k = 0; k < count; k++) room[at++] = from + i;
        into.setSize(at);
      }
    }

    /// By inversion, term by term: means are small.
    private static int count(double u, double mean, double none) {
      double term = none;
      double upTo = none;
      int count = 0;
      while (u >= upTo && count < MOST && term > 0) {
        count++;
        term *= mean / count;
        upTo += term;
      }
      return count;
    }

    private void tune() {
      version = of.version();
      lastEdition = edition;
      double x = of.seenX(output);
      double y = of.seenY(output);
      for (int i = from; i < to; i++) {
        double answer = Double.isNaN(x) ? 0 : answer(i, x, y);
        double mean = Math.max(0, tuning.baseline() + (tuning.rate() - tuning.baseline()) * answer);
        means[i - from] = mean;
        none[i - from] = StrictMath.exp(-mean);
      }
    }

    private double answer(int source, double x, double y) {
      return switch (tuning.gives()) {
        case Gives.Category _ -> (long) source * tuning.values() / size == (long) x ? 1 : 0;
        case Gives.Amount _, Gives.Event _ -> x;
        case Gives.Place(int dimensions) -> {
          int columns = dimensions == 1 ? size : (int) Math.ceil(Math.sqrt(size));
          int rows = (size + columns - 1) / columns;
          int row = source / columns;
          double dx = (source % columns + 0.5) / columns - x;
          double dy = dimensions == 1 ? 0 : (row + 0.5) / rows - y;
          double w = tuning.width();
          yield StrictMath.exp(-(dx * dx + dy * dy) / (2 * w * w));
        }
      };
    }

    @Override
    public long broken() {
      return -1;
    }
  }
}
