package org.neurarium.circuits.language;

import org.neurarium.circuits.units.Dimension;

/// The types that rules talk about.
final class Types {

  static final Type TRUTH = Type.Truth.TRUTH;
  static final Type ANY = Type.Any.ANY;
  static final Type NUMBER = new Type.Measure(Dimension.NONE);
  static final Type TIME = new Type.Measure(Dimension.TIME);
  static final Type VOLTAGE = new Type.Measure(Dimension.VOLTAGE);
  static final Type CURRENT = new Type.Measure(Dimension.CURRENT);
  static final Type CURRENT_DENSITY =
      new Type.Measure(Dimension.CURRENT.over(Dimension.LENGTH.power(2)));
  static final Type CONCENTRATION = new Type.Measure(Dimension.CONCENTRATION);

  private Types() {}
}
