package org.neurarium.engine.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.TraceRing;

/// One worker's copy of all neuromodulators, of what is on its way to them, and of what has been learnt to predict. Every worker computes the same numbers from the same spikes.
///
/// In the step that ends at grid point k every concentration first goes from k - 1 to k, and then what is due at k is released: what reads it at k sees both.
public final class Concentrations {

  /// Nothing at all.
  static final Concentrations NONE = new Concentrations(List.of(), List.of(), List.of());

  private final List<RunningModulator> modulators;
  private final List<Release> releases;
  private final List<Prediction> predictions;
  private final List<Tap> taps = new ArrayList<>();

  private record Tap(TraceRing ring, RunningModulator modulator) {}

  /// @param modulators this worker's own
  /// @param releases into them, in the circuit's order of links
  /// @param predictions whose errors are among the releases
  public Concentrations(
      List<RunningModulator> modulators, List<Release> releases, List<Prediction> predictions) {
    this.modulators = List.copyOf(modulators);
    this.releases = List.copyOf(releases);
    this.predictions = List.copyOf(predictions);
    start();
  }

  /// The number of a modulator.
  ///
  /// @param key id of its source, or the symbol of a substance without one
  /// @return -1 where there is none
  public int find(String key) {
    for (int k = 0; k < modulators.size(); k++) if (modulators.get(k).key().equals(key)) return k;
    return -1;
  }

  /// The numbers of all modulators of one substance.
  ///
  /// @param symbol in brackets: `[DA]`
  public int[] of(String symbol) {
    return IntStream.range(0, modulators.size())
        .filter(k -> modulators.get(k).symbol().equals(symbol))
        .toArray();
  }

  public RunningModulator modulator(int number) {
    return modulators.get(number);
  }

  public List<RunningModulator> modulators() {
    return modulators;
  }

  /// Between steps: writes these traces from now on, as far as they are of its sources.
  public void record(List<TraceRing> traces) {
    taps.clear();
    for (TraceRing trace : traces)
      for (RunningModulator m : modulators) if (m.isTraced(trace)) taps.add(new Tap(trace, m));
  }

  /// Makes visible what was recorded up to a grid point.
  public void publish(long lastStep) {
    for (int k = 0; k < taps.size(); k++) taps.get(k).ring.publish(lastStep);
  }

  /// Goes one step on and releases what is due at its end.
  public void advance(long step) {
    for (int k = 0; k < modulators.size(); k++) modulators.get(k).advance(step);
    for (int k = 0; k < releases.size(); k++) {
      Release release = releases.get(k);
      release.apply(step, modulators.get(release.modulator));
    }
    for (int k = 0; k < taps.size(); k++) {
      Tap tap = taps.get(k);
      tap.ring.put(tap.modulator.mean() / tap.modulator.unit().scale());
    }
  }

  // ---- causes, between the exchange of spikes and the next epoch

  /// What the spikes of a segment release.
  ///
  /// @param segment of the source in the directory
  public Release.OfSpikes[] releases(int segment) {
    return releases.stream()
        .filter(Release.OfSpikes.class::isInstance)
        .map(Release.OfSpikes.class::cast)
        .filter(r -> r.segment() == segment)
        .toArray(Release.OfSpikes[]::new);
  }

  /// Enters an output of a world: links from this port release it one delay later.
  ///
  /// @param step grid point at which the port had the value
  public void give(ElementId world, String port, long step, double value) {
    for (int k = 0; k < releases.size(); k++)
      if (releases.get(k) instanceof Release.OfWorld r && r.takes(world, port)) r.give(step, value);
  }

  /// Enters a tick of a world, from which errors of predictions are computed and released one delay later.
  ///
  /// @param step grid point of the tick
  /// @param reward that came with it
  /// @param shows what there is to see now, always as many numbers
  public void tick(ElementId world, long step, double reward, double[] shows) {
    for (int k = 0; k < predictions.size(); k++)
      if (predictions.get(k).world().equals(world)) predictions.get(k).tick(step, reward, shows);
  }

  /// The release that a link makes, if there is one.
  public Optional<Release> release(ElementId link) {
    return releases.stream().filter(r -> r.link().equals(link)).findFirst();
  }

  /// The prediction behind a link, if there is one.
  public Optional<Prediction> prediction(ElementId link) {
    return predictions.stream().filter(p -> p.link().equals(link)).findFirst();
  }

  // ---- between steps

  /// Releases an amount everywhere, at once.
  public void release(int modulator, double amount) {
    modulators.get(modulator).release(-1, amount, false);
  }

  /// Goes back to the start values, with nothing under way.
  public void start() {
    modulators.forEach(RunningModulator::start);
    releases.forEach(Release::clear);
    predictions.forEach(Prediction::clear);
  }

  /// Goes on from where others of the same names are.
  ///
  /// @param done steps done by the old network
  /// @param from step from which this one goes on
  /// @param ratio of the old time step to the new one
  public void takeOver(Concentrations old, long done, long from, double ratio) {
    for (RunningModulator m : modulators) {
      int there = old.find(m.key());
      // A substance that had no source may have got one.
      if (there < 0) there = old.find(m.symbol());
      if (there >= 0) m.takeOver(old.modulators.get(there));
    }
    for (Release r : releases)
      old.release(r.link()).ifPresent(before -> r.takeOver(before, done, from, ratio));
    for (Prediction p : predictions) old.prediction(p.link()).ifPresent(p::takeOver);
  }
}
