/// Formulas: what stands in a line of a model file, as a tree.
///
/// An [Expression][org.neurarium.circuits.formula.Expression] is a sealed tree of numbers, symbols, operators and calls of the closed list in
/// [Function][org.neurarium.circuits.formula.Function]; an [Equation][org.neurarium.circuits.formula.Equation], a
/// [Definition][org.neurarium.circuits.formula.Definition] and a [Statement][org.neurarium.circuits.formula.Statement] put one to use. Every node knows
/// where in the text it stands, so that a problem can point at it. The trees are plain data: reading them from text is the business of
/// the language package, running them that of the engine.
@NullMarked
package org.neurarium.circuits.formula;

import org.jspecify.annotations.NullMarked;
