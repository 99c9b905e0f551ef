package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeBatch;

/// What has just happened in a running network, element by element: read from the spike ring with a cursor of its own, never waiting.
///
/// One look reads a bounded number of spikes. When more have come the rest is skipped: the picture stays in the present and the rates
/// are scaled up by what was left out.
final class Activity {

  private static final int BATCH = 8192;
  private static final int MOST_BATCHES = 4;

  /// Time constant of the rates (ms of biological time).
  private static final double RATE_TAU = 200;

  /// One population's or stimulus's recent past.
  static final class Source {
    private final ElementId element;
    private final int first;
    private final int size;
    private final float[] seen;
    private int spikes;
    private double rate;

    private Source(NeuronDirectory.Entry entry, int tracked) {
      element = entry.element();
      first = entry.first();
      size = entry.size();
      seen = new float[tracked];
    }

    ElementId element() {
      return element;
    }

    /// Spikes read in the last look.
    int spikes() {
      return spikes;
    }

    /// Spikes per second of each neuron, over about the last 200 ms of biological time.
    double rate() {
      return rate;
    }

    /// How bright each tracked neuron is, from 1 at its spike down to 0.
    float[] light() {
      return seen;
    }
  }

  /// Which neurons of an element are watched one by one.
  interface Tracking {

    /// How many.
    int count(ElementId element);

    /// Which of them a neuron is, or -1.
    int index(ElementId element, int neuron);
  }

  private final SpikeBatch batch = new SpikeBatch(BATCH);
  private @Nullable Observation watched;
  private List<Source> sources = List.of();
  private long next;
  private long lastStep;

  /// Turns to a network; one already watched is looked at on.
  void watch(Observation observation, Tracking tracking, long step) {
    if (observation == watched) return;
    boolean another = watched == null || watched.spikes() != observation.spikes();
    watched = observation;
    List<Source> made = new ArrayList<>();
    for (NeuronDirectory.Entry e : observation.directory().entries())
      made.add(new Source(e, tracking.count(e.element())));
    sources = made;
    if (another) {
      next = observation.spikes().written();
      lastStep = step;
    }
  }

  /// Forgets the network.
  void forget() {
    watched = null;
    sources = List.of();
  }

  /// Reads what has come since the last look.
  ///
  /// @param step steps done by now
  /// @param fade factor by which lights have faded since
  void look(Tracking tracking, long step, double fade) {
    Observation observation = watched;
    if (observation == null) return;
    for (Source s : sources) {
      s.spikes = 0;
      for (int i = 0; i < s.seen.length; i++) s.seen[i] *= (float) fade;
    }
    long written = observation.spikes().written();
    long wanted = written - next;
    long most = (long) BATCH * MOST_BATCHES;
    if (wanted > most) next = written - most;
    double scale = wanted > most ? (double) wanted / most : 1;
    NeuronDirectory directory = observation.directory();
    while (next < written) {
      long before = next;
      next = observation.spikes().read(next, batch);
      for (int i = 0; i < batch.size(); i++) {
        int neuron = batch.neuron(i);
        if (neuron >= directory.size()) continue;
        Source s = sources.get(directory.entryOf(neuron));
        s.spikes++;
        int dot = tracking.index(s.element, neuron - s.first);
        if (dot >= 0 && dot < s.seen.length) s.seen[dot] = 1;
      }
      if (next == before) break;
    }
    double passed = (step - lastStep) * observation.dt();
    lastStep = step;
    if (passed <= 0) return;
    double blend = 1 - Math.exp(-passed / RATE_TAU);
    for (Source s : sources) {
      double now = s.spikes * scale / s.size / passed * 1000;
      s.rate += (now - s.rate) * blend;
    }
  }

  List<Source> sources() {
    return sources;
  }
}
