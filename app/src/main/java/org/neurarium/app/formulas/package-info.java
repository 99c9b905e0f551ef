/// Formulas as they stand in a paper: fractions, subscripts, powers and Greek letters, set from the trees of a model.
///
/// ```
/// Expression ──Typesetter──> Box ──┐
/// symbol     ──Symbol──────> Box ──┼──> FormulaSheet   all of a model, in lines as wide as there is room
/// Model      ──Formulas────────────┘
/// ```
///
/// A [Box][org.neurarium.app.formulas.Box] is a picture with a baseline, made of JavaFX nodes, so that style sheets colour it and a theme changes it at once. What a
/// formula means never depends on the picture: each line carries the text of its formula for screen readers.
@NullMarked
package org.neurarium.app.formulas;

import org.jspecify.annotations.NullMarked;
