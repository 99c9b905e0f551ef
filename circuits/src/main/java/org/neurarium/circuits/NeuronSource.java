package org.neurarium.circuits;

/// A population's or stimulus's common side: a numbered set of `size` sources from which a projection can start.
public sealed interface NeuronSource extends Node permits Population, Stimulus {

  /// How many neurons or sources, at least 1.
  int size();
}
