package org.neurarium.circuits.model;

import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// A constant of a model that each population, each neuron or each projection can set.
///
/// @param id symbol, such as `tau_m`
/// @param label for people: "membrane time constant"
/// @param standard default value; its unit is the one an inspector shows
/// @param min smallest sensible value, in the default's unit (the slider's left end)
/// @param max largest sensible value (the slider's right end)
/// @param limit values that make no sense at all
/// @param essential whether a short form shows it
public record Parameter(
    String id,
    String label,
    Quantity standard,
    double min,
    double max,
    Limit limit,
    boolean essential) {

  public Unit unit() {
    return standard.unit();
  }

  /// Which values a parameter can never have.
  public enum Limit {
    ANY,
    /// Above 0.
    POSITIVE,
    /// 0 or above.
    NOT_NEGATIVE;

    public boolean allows(double value) {
      return switch (this) {
        case ANY -> true;
        case POSITIVE -> value > 0;
        case NOT_NEGATIVE -> value >= 0;
      };
    }
  }
}
