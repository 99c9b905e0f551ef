package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// A line that carries no synapses: releases into a [ModulatorSource], what a source acts on, what a [World] takes.
///
/// @param id lasting id
/// @param name what people call it
/// @param from where it starts
/// @param to where it ends; a projection, too, for what modulates its synapses
/// @param role what it does
public record Link(ElementId id, String name, ElementId from, ElementId to, Role role)
    implements Element {

  /// What a link does.
  public sealed interface Role permits Release, Reward, PredictionError, Modulate, Act {}

  /// From a population or stimulus to a modulator source: each spike releases.
  ///
  /// @param amount concentration that one spike adds (in a field: spread over one cell where the neuron lies)
  /// @param delay from the spike to the release, at least one step
  public record Release(Quantity amount, Quantity delay) implements Role {}

  /// From a world to a modulator source: an event releases.
  ///
  /// @param port which of the world's outputs, such as `reward`
  /// @param amount concentration for an output of 1; a negative output takes away, down to nothing
  /// @param delay from the event to the release, at least one step
  public record Reward(String port, Quantity amount, Quantity delay) implements Role {}

  /// From a world to a modulator source: the computed difference between what came and what was expected is released. A convenience
  /// in place of cells that compute it, and drawn as one.
  ///
  /// @param amount concentration for a difference of 1, around the model's baseline
  /// @param delay from the event to the release, at least one step
  /// @param learningRate by which the expectation follows, 0…1
  /// @param discount of what comes one tick later, 0…1
  public record PredictionError(
      Quantity amount, Quantity delay, double learningRate, double discount) implements Role {}

  /// From a modulator source to what it acts on.
  ///
  /// A parameter becomes `value · (1 + strength · occupancy)`, with `occupancy = c^hill / (halfEffect^hill + c^hill)` of the concentration c where the
  /// neuron is. Without a parameter a projection's synapses read this source as the third factor of their rule.
  ///
  /// @param parameter id of a parameter of the target's model, or for a population [#NOISE] or [#GAIN]; empty for the third factor of a plasticity rule
  /// @param halfEffect concentration at which half of the receptors are taken
  /// @param hill steepness of the receptors' curve, above 0
  /// @param strength greatest relative change; below 0 for receptors that weaken (D2)
  public record Modulate(String parameter, Quantity halfEffect, double hill, double strength)
      implements Role {

    /// The standard deviation of noise currents into a population.
    public static final String NOISE = "noise";

    /// By what all that reaches a neuron is multiplied, so that it answers x as it would answer gain · x (Servan-Schreiber, Printz & Cohen 1990, doi:10.1126/science.2392679); a model's own
    /// parameter of this name goes before.
    public static final String GAIN = "gain";
  }

  /// From a population to a world: its spikes are what the circuit does.
  ///
  /// @param port which of the world's inputs, such as `choice`
  /// @param readout how spikes become a number
  /// @param option for a choice among several, the one that this population stands for; counted from 0
  public record Act(String port, Readout readout, int option) implements Role {}

  /// How spikes become what is done.
  public enum Readout {
    /// The number of spikes since the world last asked, divided by neurons: spikes of each neuron.
    SPIKE_COUNT,
    /// The population is divided into as many equal parts as there are options; the part with most spikes wins.
    WINNER,
    /// Neuron i of n prefers the direction 2π·i/n; spikes add up as vectors.
    POPULATION_VECTOR
  }

  @Override
  public String kind() {
    return "link";
  }

  @Override
  public Link withName(String newName) {
    return new Link(id, newName, from, to, role);
  }

  @Override
  public Link withId(ElementId newId) {
    return new Link(newId, name, from, to, role);
  }

  /// The same link between other ends.
  public Link between(ElementId newFrom, ElementId newTo) {
    return new Link(id, name, newFrom, newTo, role);
  }

  /// The same link doing something else.
  public Link doing(Role newRole) {
    return new Link(id, name, from, to, newRole);
  }
}
