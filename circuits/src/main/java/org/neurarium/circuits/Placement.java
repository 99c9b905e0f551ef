package org.neurarium.circuits;

/// Where along a dendrite the synapses of a projection lie. Neurons without compartments, and compartments of a single segment, have one place only.
public sealed interface Placement {

  /// Everywhere on the compartment, each synapse drawn evenly over its length.
  Placement SCATTERED = new Scattered();

  /// Each synapse anywhere on the compartment, drawn evenly over its length (keyed by the projection's id and the seed).
  record Scattered() implements Placement {}

  /// All at one place.
  ///
  /// @param at from 0, where the compartment begins (nearer to the soma), to 1, its far end
  record Clustered(double at) implements Placement {}
}
