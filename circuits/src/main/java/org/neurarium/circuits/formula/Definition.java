package org.neurarium.circuits.formula;

import org.neurarium.circuits.units.Unit;

/// `name = value : unit`: a part of equations with a name of its own.
public record Definition(String name, Expression value, Unit unit, Span at) {}
