package org.neurarium.engine.network;

/// A projection onto a coupling receptor: a continuous input that is exchanged in every step.
///
/// In the step that ends at grid point k a target receives the sum over its sources of weight times the source's state at grid point k - delay, in the order of
/// sources, whichever worker does it.
///
/// @param projection its synapses
/// @param receptor number of the receptor among those of the target's model that couple
/// @param source what it reads
public record Coupling(RunningProjection projection, int receptor, History source) {

  /// Adds what arrives in the step that ends at a grid point to the sums of the targets of a worker.
  void addSums(long step, int worker, double[] sums) {
    projection.rows(worker).couple(step, source, sums);
  }

  /// Adds the weights of the synapses to the totals of the targets of a worker.
  void addTotals(int worker, double[] totals) {
    projection.rows(worker).addWeights(totals);
  }
}
