/// The contract between a model, its kernel and the engine.
///
/// ```
/// NeuronModel (tables: parameters, states, receptors)        NeuronKernel (a few hooks: prepare, advance, scan, reset)
///        └───────────────┐                                        │
///                       Block (one population: state[variable][neuron], parameters[1 or n], refractory counters)
/// ```
///
/// The tables say everything that can be said once: names, units, limits, start values, where projections land. The engine makes a
/// [Block][org.neurarium.engine.kernel.Block] of arrays from them and never knows what a variable means. The hooks of a
/// [NeuronKernel][org.neurarium.engine.kernel.NeuronKernel] compute; they keep nothing of their own, so one kernel object serves every population and
/// thread. Kernels written by hand stand here; kernels generated from model files implement the same four hooks.
///
/// What the contract leaves room for, and where it would go:
///
/// - *Gap junctions and rate coupling* read other neurons' state of the previous step: one more input beside the injected
///   current, filled by the engine from published state with an epoch of one step.
/// - *Synapses that read the postsynaptic voltage* get the target's block, whose state is complete at every grid point.
/// - *Pools shared by several synapses* and *slow clocks* are blocks like any other, advanced when their clock is due.
/// - *Stochastic synapses* draw from the projection's own key with the counter (synapse, step).
/// - *Rows with slack* change the packed rows of a projection, not the kernel.
/// - *Keyframes* are copies of state, refractory counters and pending arrivals; modulators and worlds add theirs. Noise needs none.
/// - *Exact replay* logs what came from outside (fire, inject, parameter changes) with its step, since everything else is
///   a function of circuit and seed.
@NullMarked
package org.neurarium.engine.kernel;

import org.jspecify.annotations.NullMarked;
