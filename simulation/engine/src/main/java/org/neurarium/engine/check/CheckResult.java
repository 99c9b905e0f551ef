package org.neurarium.engine.check;

import org.neurarium.circuits.check.Check;

/// What a check gave on one seed.
///
/// @param check which
/// @param seed of the run
/// @param lesion the name of the lesion under which it was measured; empty for the circuit without one
/// @param expected whether the value should be within the target: not so under the check's own lesion
/// @param value what was measured; NaN where there was nothing to measure
public record CheckResult(Check check, long seed, String lesion, boolean expected, double value) {

  /// Whether the value is within the target.
  public boolean isGreen() {
    return check.target().accepts(value);
  }

  /// Whether it came out as it should.
  public boolean isAsExpected() {
    return isGreen() == expected;
  }
}
