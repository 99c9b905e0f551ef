package org.neurarium.engine.build;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.network.BackgroundDrive;
import org.neurarium.engine.network.CurrentDrive;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.RunningPoisson;
import org.neurarium.engine.network.RunningSense;
import org.neurarium.engine.network.Window;
import org.neurarium.engine.random.PoissonTable;
import org.neurarium.engine.random.RandomKey;
import org.neurarium.engine.sense.Coding;
import org.neurarium.engine.sense.Films;
import org.neurarium.engine.sense.Lens;

/// Turns what a stimulus says into what the running network works with, when it is built and when it changes.
public final class StimulusSettings {

  /// Most spikes of a source in a step, each of which is delivered on its own: more are a slip of the pen.
  private static final double MOST_SPIKES = 10_000;

  private StimulusSettings() {}

  /// The steps in which a stimulus acts.
  public static Window window(Stimulus s, double dt) {
    return Window.of(s.start().engineValue(), s.stop().engineValue(), dt);
  }

  /// The first grid point at which a stimulus's list is not played any more.
  public static long endPoint(Stimulus s, double dt) {
    double stop = s.stop().engineValue();
    return stop == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : Window.firstPointFrom(stop, dt);
  }

  /// Mean counts in a step, one for all sources or one for each; empty, with a problem, where a rate makes no sense.
  public static Optional<double[]> means(
      Stimulus s, Signal.Poisson signal, double dt, long seed, List<Problem> problems) {
    double[] rates =
        ValueSource.perNeuron(
            signal.rate(),
            RandomKey.of(seed, s.id(), "rate"),
            s.size(),
            () -> Positions.of(s.id(), s.size(), Sheet.DEFAULT, seed));
    for (int i = 0; i < rates.length; i++) {
      rates[i] *= dt;
      if (rates[i] >= 0 && rates[i] <= MOST_SPIKES) continue;
      problems.add(rateProblem(s));
      return Optional.empty();
    }
    return Optional.of(rates);
  }

  /// The counts of a background; empty, with a problem, where its rate makes no sense.
  public static Optional<PoissonTable> counts(
      Stimulus s, Signal.PoissonBackground signal, double dt, List<Problem> problems) {
    double mean = signal.rate().engineValue() * dt;
    if (isMean(mean)) return Optional.of(new PoissonTable(mean));
    problems.add(rateProblem(s));
    return Optional.empty();
  }

  private static boolean isMean(double mean) {
    return mean >= 0 && mean <= PoissonTable.MAX_MEAN;
  }

  private static Problem rateProblem(Stimulus s) {
    return Problem.error(
        Place.in(s.id(), "rate"),
        s.name() + " has a rate that is negative or beyond all bounds",
        "Take a rate of 0 or more.");
  }

  /// How a sense is shown and coded; empty, with a problem, where a file does not serve. Blocks while files are read.
  ///
  /// @param screen on which live pictures appear
  /// @param before settings in force, whose films serve again where the scene is the same
  public static Optional<RunningSense.Settings> sense(
      Stimulus s,
      Signal.Sense sense,
      float[] screen,
      RunningSense.@Nullable Settings before,
      DataFiles files,
      double dt,
      long seed,
      List<Problem> problems) {
    int columns = sense.columns();
    int rows = sense.rows();
    Optional<Films.Ready> ready =
        before != null && before.shows(sense)
            ? Optional.of(new Films.Ready(before.films(), before.bytes()))
            : new Films(s.id(), sense, screen, files, dt, seed, problems).make();
    Lens lens =
        sense.scene().givesEvents()
            ? Lens.plain(columns, rows, sense.channels())
            : Lens.of(sense.field(), columns, rows);
    return ready.map(films ->
        new RunningSense.Settings(
            sense, films.films(), films.bytes(), lens, coding(sense, dt), window(s, dt)));
  }

  private static Coding coding(Signal.Sense sense, double dt) {
    return switch (sense.code()) {
      case Code.Rate rate -> new Coding.Rate(rate.rate().engineValue() * dt);
      case Code.Latency latency -> {
        int steps = steps(latency.window(), dt);
        yield new Coding.Volley(steps, steps - 1, false);
      }
      case Code.Phase phase -> {
        int steps = steps(phase.period(), dt);
        yield new Coding.Volley(steps, steps / 2, true);
      }
      case Code.Events _ ->
          new Coding.Events(
              sense.scene() instanceof Scene.EventCamera camera ? camera.threshold() : 1);
    };
  }

  private static int steps(Quantity time, double dt) {
    return Math.clamp(Math.round(time.engineValue() / dt), 2, 1 << 24);
  }

  static Optional<RunningPoisson> poisson(
      Stimulus s, Signal.Poisson signal, double dt, long seed, List<Problem> problems) {
    return means(s, signal, dt, seed, problems)
        .map(means ->
            new RunningPoisson(
                s.id(), s.size(), RandomKey.of(seed, s.id(), "poisson"), means, window(s, dt)));
  }

  static CurrentDrive current(
      Projection p,
      Stimulus s,
      Signal.Current signal,
      int receptor,
      double[] gains,
      double dt,
      long seed) {
    return new CurrentDrive(
        p.id(),
        s.id(),
        receptor,
        RandomKey.of(seed, p.id(), "noise"),
        dt,
        gains,
        signal,
        s.start().engineValue(),
        window(s, dt));
  }

  static Optional<BackgroundDrive> background(
      Projection p,
      Stimulus s,
      Signal.PoissonBackground signal,
      DelayRing ring,
      double[] weights,
      double dt,
      long seed,
      List<Problem> problems) {
    int delay =
        p.delay() instanceof Value.Constant c
            ? Math.clamp(Math.round(c.quantity().engineValue() / dt), 1, Projection.LONGEST_DELAY)
            : 1;
    return counts(s, signal, dt, problems)
        .map(counts ->
            new BackgroundDrive(
                p.id(),
                s.id(),
                ring,
                RandomKey.of(seed, p.id(), "background"),
                delay,
                weights,
                counts,
                window(s, dt)));
  }
}
