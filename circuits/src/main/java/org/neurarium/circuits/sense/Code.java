package org.neurarium.circuits.sense;

import org.neurarium.circuits.units.Quantity;

/// How a value between 0 and 1 becomes spikes.
public sealed interface Code {

  /// A Poisson train whose rate follows the value.
  ///
  /// @param rate at the value 1
  record Rate(Quantity rate) implements Code {}

  /// One spike in each window, the earlier the larger the value was at the window's beginning: at `window · (1 − value)`. None for 0.
  ///
  /// @param window counted from the stimulus's start
  record Latency(Quantity window) implements Code {}

  /// One spike in each period of a clock, at the phase `π · (1 − value)`: the larger the value, the further ahead (doi:10.1038/376033a0). The second half of a period is
  /// silent.
  ///
  /// @param period of the clock, counted from the stimulus's start
  record Phase(Quantity period) implements Code {}

  /// The scene's own events, as they come.
  record Events() implements Code {}
}
