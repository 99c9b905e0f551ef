package org.neurarium.visualization.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeBatch;
import org.neurarium.engine.observe.TraceRing;

/// All that the plots remember, filled from whatever network is being observed. Belongs to the plot thread.
public final class RunHistory {

  private static final int BATCH = 1 << 16;
  private static final int RATE_BINS = 2048;
  private static final double RATE_BIN = 10; // ms

  private final int traceLimitBits;
  private final SpikeHistory spikes;
  private final Map<TraceKey, TraceHistory> traces = new LinkedHashMap<>();
  private final Map<ElementId, RateHistory> rates = new HashMap<>();
  private final SpikeBatch batch = new SpikeBatch(BATCH);
  private final double[] values = new double[BATCH];

  private @Nullable Observation observation;
  private int[] sourceOf = new int[0];
  private @Nullable RateHistory[] rateOf = new RateHistory[0];
  private long[] traceRead = new long[0];
  private long spikesRead;
  private double dt = 0.1;
  private long done; // newest step that was read
  private long reached; // newest step that was told
  private long lost;
  private long version;

  /// Which variable of which neuron.
  ///
  /// @param element the population
  /// @param neuron index in it
  /// @param variable id of the state variable
  public record TraceKey(ElementId element, int neuron, String variable) {}

  /// Bounds as a desktop can spare them: 4 million spikes (59 MB), a million values for each trace (8 MB).
  public RunHistory() {
    this(22, 20);
  }

  /// @param spikeLimitBits keeps 2^spikeLimitBits spikes
  /// @param traceLimitBits keeps 2^traceLimitBits values of each trace
  public RunHistory(int spikeLimitBits, int traceLimitBits) {
    spikes = new SpikeHistory(spikeLimitBits);
    this.traceLimitBits = traceLimitBits;
  }

  /// Reads what is new in an observation. A new one takes over at its first step: what was remembered of that step and later is forgotten; with
  /// another dt, everything is.
  ///
  /// @return whether anything changed
  public boolean read(Observation now) {
    long before = version;
    if (observation != now) begin(now);
    readSpikes(now);
    readTraces(now);
    return version != before;
  }

  private void begin(Observation now) {
    Observation before = observation;
    Map<TraceRing, Long> readBefore = new HashMap<>();
    if (before != null) {
      // The network that goes may have run on since the last read.
      readSpikes(before);
      readTraces(before);
      for (int i = 0; i < traceRead.length; i++)
        readBefore.put(before.traces().get(i), traceRead[i]);
    }
    observation = now;
    // With the same ring it is the same run, only looked at through other probes.
    if (before == null || before.spikes() != now.spikes()) takeOver(now);
    traceRead = new long[now.traces().size()];
    for (int i = 0; i < traceRead.length; i++)
      traceRead[i] = readBefore.getOrDefault(now.traces().get(i), 0L);
    List<NeuronDirectory.Entry> entries = now.directory().entries();
    sourceOf = new int[entries.size()];
    rateOf = new RateHistory[entries.size()];
    for (int i = 0; i < sourceOf.length; i++) {
      ElementId element = entries.get(i).element();
      sourceOf[i] = spikes.number(element);
      rateOf[i] =
          rates.computeIfAbsent(
              element, _ -> new RateHistory(RATE_BINS, Math.round(RATE_BIN / dt)));
    }
    version++;
  }

  private void takeOver(Observation now) {
    if (now.dt() != dt) {
      dt = now.dt();
      clear();
    }
    // Step 0 is the state before the first step; otherwise the step at which it took over was done
    // by the network before.
    long from = now.firstStep() == 0 ? 0 : now.firstStep() + 1;
    spikes.forgetFrom(from);
    traces.values().forEach(t -> t.forgetFrom(from));
    rates.values().forEach(r -> r.forgetFrom(from));
    done = Math.min(done, now.firstStep());
    reached = 0;
    spikesRead = 0;
  }

  private void clear() {
    spikes.clear();
    traces.clear();
    rates.clear();
    done = 0;
  }

  private void readSpikes(Observation now) {
    List<NeuronDirectory.Entry> entries = now.directory().entries();
    do {
      spikesRead = now.spikes().read(spikesRead, batch);
      lost += batch.lost();
      // Spikes of one step stand in order of neuron, so the element rarely changes from one to the
      // next.
      int first = 0;
      int end = 0;
      int source = 0;
      RateHistory rate = null;
      for (int i = 0; i < batch.size(); i++) {
        int neuron = batch.neuron(i);
        long step = batch.step(i);
        if (neuron < first || neuron >= end || rate == null) {
          int at = now.directory().entryOf(neuron);
          first = entries.get(at).first();
          end = first + entries.get(at).size();
          source = sourceOf[at];
          rate = rateOf[at];
        }
        spikes.add(step, source, neuron - first);
        if (rate != null) rate.add(step);
      }
      if (batch.size() > 0) {
        version++;
        done = Math.max(done, spikes.lastStep());
      }
    } while (batch.size() == batch.capacity());
  }

  private void readTraces(Observation now) {
    for (int i = 0; i < traceRead.length; i++) {
      TraceRing ring = now.traces().get(i);
      // What the writer has surely overwritten is skipped, not copied as NaN.
      long from = Math.max(traceRead[i], ring.written() - ring.capacity());
      if (from > traceRead[i]) lost += from - traceRead[i];
      int n;
      while ((n = ring.read(from, values)) > 0) {
        TraceKey key = new TraceKey(ring.population(), ring.neuron(), ring.variable());
        traces
            .computeIfAbsent(key, _ -> new TraceHistory(ring.unit(), traceLimitBits))
            .put(ring.firstStep() + from, values, n);
        from += n;
        done = Math.max(done, ring.firstStep() + from - 1);
        version++;
      }
      traceRead[i] = from;
    }
  }

  /// Says how far the run has come, for stretches in which nothing spikes and nothing is recorded.
  ///
  /// @param step how many steps are done
  public void reach(long step) {
    // The newest word counts, even when it is lower: a word from before a reset may come late.
    if (step == reached) return;
    reached = step;
    version++;
  }

  public SpikeHistory spikes() {
    return spikes;
  }

  /// A recorded variable, if any of it is known.
  public Optional<TraceHistory> trace(TraceKey key) {
    return Optional.ofNullable(traces.get(key));
  }

  /// Which variables are known, in the order in which they came.
  public Collection<TraceKey> traceKeys() {
    return List.copyOf(traces.keySet());
  }

  /// The spike counts of an element, if it is known.
  public Optional<RateHistory> rate(ElementId element) {
    RateHistory found = rates.get(element);
    if (found != null) found.reach(endStep());
    return Optional.ofNullable(found);
  }

  /// Length of a step, in ms.
  public double dt() {
    return dt;
  }

  /// The step after the newest one done.
  public long endStep() {
    return Math.max(done, reached) + 1;
  }

  /// The end of the newest step, in ms.
  public double now() {
    return Math.max(done, reached) * dt;
  }

  /// The end of a step, in ms.
  public double timeOf(long step) {
    return step * dt;
  }

  /// The first step that ends at this time, in ms or later.
  public long stepAt(double time) {
    return (long) Math.ceil(time / dt - 1e-9);
  }

  /// How many spikes and values could not be read because the engine had overwritten them.
  public long lost() {
    return lost;
  }

  /// Grows whenever something was learnt or forgotten.
  public long version() {
    return version;
  }
}
