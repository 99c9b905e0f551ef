package org.neurarium.engine.portrait;

import java.util.Optional;
import org.neurarium.circuits.Problem;

/// How fast a model fires when a constant current is injected, measured on the engine.
///
/// @param currents (pA), ascending
/// @param rates spikes per second, by current, after the first part of the run, in which the neuron settles; not a number where the model could not be followed
/// @param trouble why some or all rates are missing; empty where none is
public record FrequencyCurve(double[] currents, double[] rates, Optional<Problem> trouble) {

  /// Whether anything was measured.
  public boolean isEmpty() {
    for (double r : rates) if (Double.isFinite(r)) return false;
    return true;
  }

  /// The highest rate (spikes/s), 0 where nothing fired.
  public double highest() {
    double highest = 0;
    for (double r : rates) if (r > highest) highest = r;
    return highest;
  }
}
