/// A model tried out alone: its phase plane and its rate by current, redrawn as a slider moves.
///
/// [ModelStudy][org.neurarium.app.study.ModelStudy] is shown beside a model's text. It computes in the background with the engine's portrait package, always for
/// the newest values only, and changes nothing in the circuit.
@NullMarked
package org.neurarium.app.study;

import org.jspecify.annotations.NullMarked;
