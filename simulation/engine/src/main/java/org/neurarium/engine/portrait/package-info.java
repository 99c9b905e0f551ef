/// Pictures of a model alone, away from any network: where it rests, how it moves, how fast it fires.
///
/// ```
///   NeuronModel + parameters + current --> Flow      dx/dt, dy/dt as functions of two of its states
///                                           |--> PhasePortrait    nullclines, arrows, fixed points and their stability
///   the same, through a real Simulation  ----> Orbit              the state's path, resets included
///                                         \--> FrequencyCurve     firing rate by injected current
/// ```
///
/// The portrait follows from the equations as they stand; orbit and curve are measured on the engine that runs circuits, so that what a
/// student sees beside an equation is what the circuit will do.
@NullMarked
package org.neurarium.engine.portrait;

import org.jspecify.annotations.NullMarked;
