/// Makes a [Network][org.neurarium.engine.network.Network] of a circuit.
///
/// ```
/// Circuit ── Validation ──> problems, or ──> MemoryEstimate ──> problem, or
///     ├── PopulationValues       parameters and start values        (ValueSource, Positions)
///     ├── Wirings ──> Lines      which pairs, line by line, the same on every call
///     └── ProjectionPlan         first pass counts, second pass fills packed rows
///
/// NetworkBuilder           the order in which things are made
///     ├── BuildContext           what all of these have to know
///     ├── PopulationBuilder      neurons, and what receives spikes for them
///     ├── ProjectionBuilder      projections with synapses, and the concentrations that these read
///     ├── DirectInputs           currents and background
///     ├── StimulusBuilder        stimuli with spikes of their own
///     └── MemoryBudget           whether it fits
/// ```
///
/// Whatever is random here is a function of seed, element, purpose and place. So the two passes over a projection simply
/// draw the same synapses again, lines can be made by any thread in any order, and another element changes nothing.
@NullMarked
package org.neurarium.engine.build;

import org.jspecify.annotations.NullMarked;
