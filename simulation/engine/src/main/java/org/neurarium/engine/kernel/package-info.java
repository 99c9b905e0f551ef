/// What runs the neurons of one population: their equations as code, and everything a step needs beside it.
///
/// ```
/// NeuronModel ──Kernels──> NeuronKernel   programs as code, one for all populations of a model in which the same parameters vary
///                               │
///                             Block       one population: state, parameters, what follows from them, inputs, as columns
///                               │
///                             Slice       one worker's part of it, taken from step to step
///                               ├── Draws        fills random columns
///                               ├── Resting      refractory neurons and their held states
///                               ├── Onset        who fires only when the condition begins to hold
///                               └── WithinStep   locates crossings inside the step
/// ```
///
/// No neuron model is written in Java: a kernel knows columns and uniforms by the layout that the compiler gives, and never what a variable
/// means. [Translation][org.neurarium.engine.kernel.Translation] is where the compiler's two forms and the interpreter, which is the oracle of tests, can stand in for each other:
/// all give the same bits. Integration runs over all neurons of a slice without a branch, refractory or not; those that rest are put back afterwards, and resetting
/// touches only those that fired.
///
/// What the contract leaves room for, and where it would go:
///
/// - *Pools shared by several synapses* and *slow clocks* are blocks like any other, advanced when their clock is due.
/// - *Rows with slack* change the packed rows of a projection, not the kernel.
/// - *Keyframes* are copies of state columns, refractory counters and pending arrivals; modulators and worlds add theirs. Noise needs none.
/// - *Exact replay* logs what came from outside (fire, inject, parameter changes, edited models) with its step, since everything else is
///   a function of circuit and seed.
@NullMarked
package org.neurarium.engine.kernel;

import org.jspecify.annotations.NullMarked;
