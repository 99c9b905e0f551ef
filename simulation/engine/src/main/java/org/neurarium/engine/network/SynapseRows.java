package org.neurarium.engine.network;

/// The synapses of a projection onto one worker's targets, row by row in the order of sources.
public interface SynapseRows {

  /// The number of a source's first synapse.
  long rowStart(int source);

  /// How many synapses a source has here.
  int rowLength(int source);

  int target(long synapse);

  /// In engine units.
  double weight(long synapse);

  /// In steps.
  int delay(long synapse);
}
