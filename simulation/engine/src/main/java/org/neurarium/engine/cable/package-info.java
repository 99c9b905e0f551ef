/// Neurons with a tree of compartments: the cable equation and the channels in their membrane.
///
/// ```
/// NeuronModel with a Cell ──> CableKernel    channels as code, one program for each channel model
///                                 │
///                            CableColumns    one population: sizes, conductances, what channels derive from parameters
///                                 │
///                             CableStep      one worker's part of it, from grid point to grid point
///                                 └── TreeSolver   the linear system of a tree, for many trees at once
/// ```
///
/// A population with compartments is a block like any other ([org.neurarium.engine.kernel]): its potentials, gates and pools are state columns, its receptors and injected currents input
/// columns; conditions, resets, refractory times, traces and changes of parameters go the same ways. Only what advances the states differs. So a [CableStep][org.neurarium.engine.cable.CableStep] stands where a
/// neuron model's program would.
///
/// Per segment and neuron, with C the capacitance, g the axial conductances, I(v) the sum of channel currents, G its slope and h half a step,
///
///     (C/h + G + Σ g)·δ − Σ g·δ_neighbour = I_ext − I(v) + Σ g·(v_neighbour − v),   v ← v + 2·δ
///
/// which is the rule of Crank and Nicolson with one step of Newton's method: second order, and charge that leaves one segment arrives at the other. All loops go over neurons, in the
/// same order for each of them, so nothing depends on how many there are or who works on which.
@NullMarked
package org.neurarium.engine.cable;

import org.jspecify.annotations.NullMarked;
