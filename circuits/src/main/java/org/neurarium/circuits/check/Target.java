package org.neurarium.circuits.check;

import org.neurarium.circuits.units.Quantity;

/// The values that a check accepts, in its measure's unit.
///
/// @param atLeast the smallest; infinite for no bound
/// @param atMost the largest; infinite for no bound
public record Target(double atLeast, double atMost) {

  /// Whether a value is within the bounds. NaN, which a measure gives when there is nothing to measure, never is.
  public boolean accepts(double value) {
    return value >= atLeast && value <= atMost;
  }

  /// For people: `4.5 … 6.5`, `at least 3`.
  @Override
  public String toString() {
    if (atLeast == atMost) return "exactly " + Quantity.format(atLeast);
    if (atMost == Double.POSITIVE_INFINITY) return "at least " + Quantity.format(atLeast);
    if (atLeast == Double.NEGATIVE_INFINITY) return "at most " + Quantity.format(atMost);
    return Quantity.format(atLeast) + " … " + Quantity.format(atMost);
  }
}
