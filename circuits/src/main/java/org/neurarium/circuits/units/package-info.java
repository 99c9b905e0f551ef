/// Physical quantities as people write them: a number with a unit.
///
/// A [Quantity][org.neurarium.circuits.units.Quantity] keeps the unit its author chose, so that `250 pF` is written back as
/// `250 pF`. Everything that computes asks for the value in *engine units*: the coherent system built on
/// millivolt, millisecond, picoampere, micrometre and micromole per litre, in which conductance comes out in nS, capacitance in pF,
/// resistance in GOhm and rate in kHz, so that equations need no conversion factors.
@NullMarked
package org.neurarium.circuits.units;

import org.jspecify.annotations.NullMarked;
