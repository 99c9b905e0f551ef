package org.neurarium.circuits.formula;

import org.neurarium.circuits.units.Unit;

/// `dv/dt = rate : unit`.
///
/// @param state symbol of the state variable
/// @param rate right side
/// @param unit of the state variable
/// @param at of the left side
public record Equation(String state, Expression rate, Unit unit, Span at) {}
