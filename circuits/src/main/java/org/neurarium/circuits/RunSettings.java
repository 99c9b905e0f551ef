package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// How a circuit is run.
///
/// @param dt the time step, above 0
/// @param seed of all randomness
/// @param duration how long a run takes where nobody says otherwise
public record RunSettings(Quantity dt, long seed, Quantity duration) {

  /// 0.1 ms steps, one second.
  public static final RunSettings DEFAULT =
      new RunSettings(Quantity.of(0.1, "ms"), 42, Quantity.of(1, "s"));
}
