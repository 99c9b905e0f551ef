package org.neurarium.engine.observe;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.ElementId;

/// All that can be watched of one built network. A rebuild (after a structural edit) gives a new observation; time goes on counting. Other probes give one, too, of
/// the same generation, with the same spikes and with the traces that stay.
///
/// @param generation grows with every rebuild and reset
/// @param dt length of a step (ms)
/// @param firstStep the step at which this network began to run: 0, or later when it took over from another
/// @param directory whose neurons are whose
/// @param spikes of all populations and spiking stimuli
/// @param traces one for each neuron and variable that a probe records
/// @param weights by projection; empty for projections of currents and of background
/// @param states by population
/// @param clouds by modulator source
/// @param worlds in the circuit's order
public record Observation(
    long generation,
    double dt,
    long firstStep,
    NeuronDirectory directory,
    SpikeRing spikes,
    List<TraceRing> traces,
    java.util.Map<ElementId, WeightView> weights,
    java.util.Map<ElementId, StateView> states,
    java.util.Map<ElementId, CloudView> clouds,
    List<WorldView> worlds) {

  public Observation {
    traces = List.copyOf(traces);
    weights = java.util.Map.copyOf(weights);
    states = java.util.Map.copyOf(states);
    clouds = java.util.Map.copyOf(clouds);
    worlds = List.copyOf(worlds);
  }

  /// Without worlds.
  public Observation(
      long generation,
      double dt,
      long firstStep,
      NeuronDirectory directory,
      SpikeRing spikes,
      List<TraceRing> traces,
      java.util.Map<ElementId, WeightView> weights,
      java.util.Map<ElementId, StateView> states,
      java.util.Map<ElementId, CloudView> clouds) {
    this(generation, dt, firstStep, directory, spikes, traces, weights, states, clouds, List.of());
  }

  /// What can be seen of a world.
  public Optional<WorldView> world(ElementId world) {
    return worlds.stream().filter(w -> w.world().equals(world)).findFirst();
  }

  /// The synapses of a projection.
  public Optional<WeightView> weightsOf(ElementId projection) {
    return Optional.ofNullable(weights.get(projection));
  }
}
