/// What plots remember of a run, longer than the engine's rings do.
///
/// ```
/// Observation ──read──> RunHistory ─┬─ SpikeHistory    every spike: step, element, neuron      newest few million
///   (rings)           one thread    ├─ TraceHistory    every value of one recorded variable    newest million each
///                                   └─ RateHistory     spikes counted in bins                  the whole run, ever coarser
/// ```
///
/// All is keyed by element id, so it survives a rebuilt network; when time goes back (a reset, a step back) what lies in the future
/// is forgotten. Memory is bounded. The classes belong to one thread, the plot thread, which both fills and asks them; the engine
/// is only ever read from. Step `k` ends at the
/// instant `k · dt`; step 0 is the state before the run.
@NullMarked
package org.neurarium.visualization.history;

import org.jspecify.annotations.NullMarked;
