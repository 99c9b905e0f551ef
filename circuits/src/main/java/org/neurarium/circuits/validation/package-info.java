/// Whether a circuit makes sense.
///
/// ```
/// Validation ── for every element, every Rule of its kind ──► Examination (circuit, models, files; collects) ──► List<Problem>
///                 PopulationRules · StimulusRules · ProjectionRules · WiringRules · ProbeRules · GroupRules · NameRules · RunRules
///                        └── ValueRules: units, limits and spreads of the numbers inside
/// ```
///
/// A circuit may be wrong in every way that its records admit: while it is drawn, most are. A
/// [Rule][org.neurarium.circuits.validation.Rule] is one question about one element; it looks at nothing it was not asked about, and leaves to
/// the other rules what they would say already. Each answer is a [Problem][org.neurarium.circuits.Problem]: one sentence that names the element as
/// its author does, a hint, and an edit that mends it wherever only one mending makes sense.
@NullMarked
package org.neurarium.circuits.validation;

import org.jspecify.annotations.NullMarked;
