package org.neurarium.engine;

/// Takes every spike of a run, without loss. Called by the thread that advances the simulation, in the order of steps, which waits for it.
@FunctionalInterface
public interface SpikeSink {

  /// Takes the spikes of one grid point.
  ///
  /// @param step the grid point at which they happened; its time is `step · dt`
  /// @param neurons numbers in the network's [org.neurarium.engine.observe.NeuronDirectory], ascending; valid during the call only
  /// @param count how many of `neurons` are used, at least 1
  void spikes(long step, int[] neurons, int count);
}
