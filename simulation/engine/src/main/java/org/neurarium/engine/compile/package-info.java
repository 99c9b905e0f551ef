/// From equations to machine code.
///
/// ```
///   NeuronModel --analysis--> Plan (scheme of each state, with its reason)
///        |                      |
///        +------- lowering -----+--> Program, Program, …   one each for: a step, the spike condition, the reset, …
///                                       |
///                       Interpreter     +     ProgramCompiler
///                       (the oracle)          (hidden classes, plain loops or the Vector API)
/// ```
///
/// A [Program][org.neurarium.engine.compile.Program] is straight-line arithmetic on doubles, done for one neuron or synapse after the other. The interpreter runs it
/// as it stands; the compiler makes bytecode of it. Both give the same bits, because every operation in it, `exp` and its kin included, is
/// built from IEEE operations in a stated order.
@NullMarked
package org.neurarium.engine.compile;

import org.jspecify.annotations.NullMarked;
