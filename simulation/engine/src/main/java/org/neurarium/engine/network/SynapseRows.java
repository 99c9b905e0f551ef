package org.neurarium.engine.network;

/// The synapses of a projection onto one worker's targets.
public interface SynapseRows {

  /// How many there are.
  long synapses();

  /// Shows the synapses of one source.
  ///
  /// @return whether it came to the end
  boolean each(int source, Visitor visitor);

  /// Is shown synapses.
  @FunctionalInterface
  interface Visitor {
    /// Takes a look.
    ///
    /// @param weight in engine units
    /// @param delay in steps
    /// @return whether to go on
    boolean synapse(int target, double weight, int delay);
  }
}
