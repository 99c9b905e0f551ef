package org.neurarium.app.inspector;

import java.util.Optional;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Fields for single quantities.
final class Quantities {

  private Quantities() {}

  /// A quantity as a number in a field's unit; a quantity of another dimension (from a broken file) is shown as none.
  static Access<Double> in(Unit unit, Access<Quantity> access) {
    return access.part(
        q ->
            q.unit().dimension().equals(unit.dimension())
                ? Optional.of(NumberText.tidy(q.in(unit).value()))
                : Optional.empty(),
        (_, v) -> new Quantity(v, unit));
  }

  static NumberRow row(NumberSpec spec, Access<Quantity> access) {
    return new NumberRow(spec, in(spec.unit(), access));
  }
}
