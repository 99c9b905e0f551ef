package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.PhaseTimes;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.Threads;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.WeightView;

/// How fast a network runs.
///
/// The network runs for [#WARM_UP_SECONDS] of wall time and at least [#SETTLING_MS], so that the virtual machine has compiled what it will compile, and is taken back to
/// its start. After [#SETTLING_MS] more, three stretches of the same biological time follow; what is reported is the one with the median wall time.
final class NetworkBenchmark {

  /// Wall time of the warm-up: by then the optimising compiler has been seen to be done with each of the networks.
  static final double WARM_UP_SECONDS = 5;

  /// Biological time in which a network forgets its start.
  static final double SETTLING_MS = 500;

  private static final int STRETCHES = 3;
  private static final int STEPS_AT_ONCE = 1000;

  /// One stretch.
  private record Stretch(double seconds, long spikes, double events, PhaseTimes phases) {}

  private NetworkBenchmark() {}

  /// Measures.
  ///
  /// @param milliseconds biological time of a stretch
  static Map<String, Object> measure(
      String name,
      Circuit circuit,
      ModelCatalogue models,
      Threads threads,
      double milliseconds,
      BuildMonitor monitor) {
    long start = System.nanoTime();
    Simulation.Build build = Simulation.build(circuit, DataFiles.NONE, models, threads, monitor);
    double buildSeconds = (System.nanoTime() - start) * 1e-9;
    try (Simulation simulation =
        build.simulation().orElseThrow(() -> Failure.of(build.problems()))) {
      EventCounter counter = new EventCounter(simulation, circuit);
      simulation.sendSpikesTo(counter);
      long warm = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
      do advance(simulation, SETTLING_MS, monitor);
      while (System.nanoTime() < warm);
      simulation.reset();
      advance(simulation, SETTLING_MS, monitor);
      List<Stretch> stretches = new ArrayList<>();
      for (int i = 0; i < STRETCHES; i++)
        stretches.add(stretch(simulation, counter, milliseconds, monitor));
      stretches.sort(Comparator.comparingDouble(Stretch::seconds));
      return report(name, simulation, buildSeconds, milliseconds, stretches.get(STRETCHES / 2));
    }
  }

  private static void advance(Simulation simulation, double milliseconds, BuildMonitor monitor) {
    long end = simulation.step() + Math.round(milliseconds / simulation.dt());
    while (simulation.step() < end) {
      if (monitor.isCancelled()) throw Failure.of("Stopped.");
      simulation
          .advance(Math.min(STEPS_AT_ONCE, end - simulation.step()))
          .ifPresent(problem -> {
            throw Failure.of(List.of(problem));
          });
    }
  }

  private static Stretch stretch(
      Simulation simulation, EventCounter counter, double milliseconds, BuildMonitor monitor) {
    PhaseTimes before = simulation.phaseTimes();
    long spikes = counter.spikes;
    double events = counter.events;
    long start = System.nanoTime();
    advance(simulation, milliseconds, monitor);
    double seconds = (System.nanoTime() - start) * 1e-9;
    PhaseTimes after = simulation.phaseTimes();
    return new Stretch(
        seconds,
        counter.spikes - spikes,
        counter.events - events,
        new PhaseTimes(
            after.update() - before.update(),
            after.plasticity() - before.plasticity(),
            after.deliver() - before.deliver(),
            after.exchange() - before.exchange(),
            after.record() - before.record()));
  }

  private static Map<String, Object> report(
      String name,
      Simulation simulation,
      double buildSeconds,
      double milliseconds,
      Stretch median) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("neurons", simulation.neurons());
    row.put("synapses", simulation.synapses());
    row.put("threads", simulation.threads());
    row.put("simulated_ms", milliseconds);
    row.put("rate_hz", median.spikes() / (simulation.neurons() * milliseconds * 1e-3));
    row.put("build_s", buildSeconds);
    row.put("real_time_factor", median.seconds() / (milliseconds * 1e-3));
    row.put(
        "neuron_step_ns",
        median.phases().update()
            * simulation.threads()
            * 1e9
            / (simulation.neurons() * milliseconds / simulation.dt()));
    row.put("synaptic_events_per_s", median.events() / median.seconds());
    row.put("peak_memory_bytes", PeakMemory.bytes());
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("update", median.phases().update());
    seconds.put("deliver", median.phases().deliver());
    seconds.put("plasticity", median.phases().plasticity());
    seconds.put("exchange", median.phases().exchange());
    seconds.put("record", median.phases().record());
    row.put("seconds", seconds);
    return row;
  }

  /// Counts spikes, and the synapses that they reach: each spike counts for the mean number of synapses of its element.
  private static final class EventCounter implements SpikeSink {
    private final NeuronDirectory directory;
    private final double[] reach;
    long spikes;
    double events;

    EventCounter(Simulation simulation, Circuit circuit) {
      directory = simulation.observation().directory();
      Map<ElementId, WeightView> weights = simulation.observation().weights();
      reach =
          directory.entries().stream()
              .mapToDouble(entry ->
                  circuit.projections().stream()
                      .filter(p -> p.from().equals(entry.element()))
                      .map(p -> weights.get(p.id()))
                      .filter(Objects::nonNull)
                      .mapToDouble(view -> (double) view.synapses() / entry.size())
                      .sum())
              .toArray();
    }

    @Override
    public void spikes(long step, int[] neurons, int count) {
      spikes += count;
      for (int i = 0; i < count; i++) events += reach[directory.entryOf(neurons[i])];
    }
  }
}
