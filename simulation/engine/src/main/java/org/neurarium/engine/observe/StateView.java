package org.neurarium.engine.observe;

import java.util.OptionalInt;

/// Looks at the states of a population's neurons while the engine may be changing them.
///
/// As with [WeightView], reading takes no part in the engine's synchronisation: each number is whole, but numbers read together may be from slightly
/// different steps. That is enough for colours on the canvas; what is measured is recorded by a probe.
public interface StateView {

  /// How many neurons there are.
  int neurons();

  /// The number of a state in its model's list.
  OptionalInt find(String state);

  /// A state of a neuron as it is now, in engine units.
  double value(int state, int neuron);
}
