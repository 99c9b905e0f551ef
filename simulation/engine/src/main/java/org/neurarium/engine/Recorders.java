package org.neurarium.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.SynapseTable;
import org.neurarium.engine.observe.CloudView;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeRing;
import org.neurarium.engine.observe.StateView;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.engine.observe.WorldView;

/// The rings of a running network, and which traces its probes ask for.
final class Recorders {

  private static final int LARGE = 1000;
  private static final int SMALL_BITS = 18;
  private static final int LARGE_BITS = 21;
  private static final int FEW_TRACES = 16;

  private final Network network;
  private final Map<ElementId, WeightView> weights = new LinkedHashMap<>();
  private final Map<ElementId, StateView> states = new LinkedHashMap<>();
  private final Map<ElementId, CloudView> clouds = new LinkedHashMap<>();
  private final List<WorldView> worlds;
  private Observation observation;

  Recorders(Network network) {
    this.network = network;
    for (SynapseTable p : network.tables()) weights.put(p.element(), p);
    for (RunningPopulation p : network.populations()) states.put(p.element(), p.states());
    for (RunningModulator m : network.concentrations().getFirst().modulators())
      if (m.isSource()) clouds.put(new ElementId(m.key()), m);
    worlds = network.worlds().getFirst().stream().map(w -> new WorldView(w.element())).toList();
    observation =
        new Observation(
            0,
            network.dt(),
            0,
            network.directory(),
            spikeRing(),
            List.of(),
            weights,
            states,
            clouds,
            worlds);
  }

  private SpikeRing spikeRing() {
    return new SpikeRing(bits());
  }

  private int bits() {
    return network.directory().size() < LARGE ? SMALL_BITS : LARGE_BITS;
  }

  Observation observation() {
    return observation;
  }

  /// How many bytes the rings take.
  long bytes() {
    long traces =
        observation.traces().stream().mapToLong(t -> 8L * (t.capacity() + TraceRing.MARGIN)).sum();
    return traces + (12L << bits());
  }

  void spikes(long step, int[] neurons, int count) {
    observation.spikes().write(step, neurons, count);
  }

  /// Makes the worlds' newest frames visible.
  ///
  /// @param all also where nobody has looked since the last time
  void showWorlds(boolean all) {
    for (int k = 0; k < worlds.size(); k++)
      if (all || worlds.get(k).isWanted())
        worlds.get(k).put(network.worlds().getFirst().get(k).frame());
  }

  /// Begins with empty rings at a step; traces begin with the values at that moment.
  void begin(Circuit circuit, long step, long generation) {
    observation =
        new Observation(
            generation,
            network.dt(),
            step,
            network.directory(),
            spikeRing(),
            traces(circuit, step, List.of()),
            weights,
            states,
            clouds,
            worlds);
    attach();
  }

  /// Takes up other probes without disturbing the run; traces that stay go on.
  void probe(Circuit circuit, long step) {
    Observation old = observation;
    observation =
        new Observation(
            old.generation(),
            old.dt(),
            old.firstStep(),
            old.directory(),
            old.spikes(),
            traces(circuit, step, old.traces()),
            weights,
            states,
            clouds,
            worlds);
    attach();
  }

  private void attach() {
    for (RunningPopulation p : network.populations())
      p.record(
          observation.traces().stream().filter(t -> t.population().equals(p.element())).toList());
    network.concentrations().getFirst().record(observation.traces());
  }

  /// A neuron's variable.
  private record Wanted(RunningPopulation population, int neuron, NeuronModel.State state) {}

  private List<TraceRing> traces(Circuit circuit, long step, List<TraceRing> old) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Probe probe : circuit.probes())
      for (ElementId target : probe.targets())
        switch (probe.recording()) {
          case Recording.State state -> want(target, state, wanted);
          case Recording.Kymograph(int neuron) -> want(target, neuron, wanted);
          case Recording.Spikes _,
              Recording.Weights _,
              Recording.Rate _,
              Recording.Concentration _ -> {}
        }
    List<TraceRing> traces = new ArrayList<>();
    int bits = wanted.size() <= FEW_TRACES ? 17 : 16;
    for (Wanted w : wanted.values()) {
      Optional<TraceRing> kept = old.stream().filter(t -> isOf(t, w)).findFirst();
      kept.ifPresent(t -> fill(t, w, step));
      traces.add(kept.orElseGet(() -> begin(w, step, bits)));
    }
    for (RunningModulator m : recorded(circuit)) {
      Optional<TraceRing> kept = old.stream().filter(m::isTraced).findFirst();
      traces.add(kept.orElseGet(() -> m.trace(step, bits)));
    }
    return traces;
  }

  /// The sources whose concentrations probes ask for, each once.
  private Set<RunningModulator> recorded(Circuit circuit) {
    Set<RunningModulator> all = new LinkedHashSet<>();
    Concentrations first = network.concentrations().getFirst();
    for (Probe probe : circuit.probes())
      if (probe.recording() instanceof Recording.Concentration)
        for (ElementId target : probe.targets()) {
          int number = first.find(target.text());
          if (number >= 0) all.add(first.modulator(number));
        }
    return all;
  }

  private void want(ElementId target, Recording.State recording, Map<String, Wanted> wanted) {
    Optional<RunningPopulation> population = network.population(target);
    if (population.isEmpty()) return;
    Optional<NeuronModel.State> state =
        population.get().block().model().state(recording.variable());
    if (state.isEmpty()) return;
    int[] neurons = recording.neurons().indices(population.get().block().size());
    for (int k = 0; k < Math.min(neurons.length, Recording.State.MOST_TRACES); k++)
      wanted.put(
          target + "/" + recording.variable() + "/" + neurons[k],
          new Wanted(population.get(), neurons[k], state.get()));
  }

  /// All potentials of a neuron with dendrites.
  private void want(ElementId target, int neuron, Map<String, Wanted> wanted) {
    Optional<RunningPopulation> population = network.population(target);
    if (population.isEmpty() || neuron < 0 || neuron >= population.get().block().size()) return;
    NeuronModel model = population.get().block().model();
    model
        .cell()
        .ifPresent(cell ->
            cell.fromTopToBottom().stream()
                .limit(Recording.Kymograph.MOST_SEGMENTS)
                .flatMap(s -> model.state(s.potential()).stream())
                .forEach(state ->
                    wanted.put(
                        target + "/" + state.id() + "/" + neuron,
                        new Wanted(population.get(), neuron, state))));
  }

  /// A run that ended inside a step has not recorded it: a trace that goes on has there what its neuron goes on from.
  private static void fill(TraceRing trace, Wanted w, long step) {
    double value = w.population.block().state(w.state.id())[w.neuron] / w.state.unit().scale();
    while (trace.firstStep() + trace.written() <= step) {
      trace.put(value);
      trace.publish();
    }
  }

  private static boolean isOf(TraceRing trace, Wanted w) {
    return trace.population().equals(w.population.element())
        && trace.neuron() == w.neuron
        && trace.variable().equals(w.state.id());
  }

  private static TraceRing begin(Wanted w, long step, int bits) {
    TraceRing ring =
        new TraceRing(w.population.element(), w.neuron, w.state.id(), w.state.unit(), step, bits);
    ring.put(w.population.block().state(w.state.id())[w.neuron] / w.state.unit().scale());
    ring.publish();
    return ring;
  }
}
