/// Randomness as a pure function: seed, element, purpose and position in, bits out.
///
/// ```
/// (seed, element id, purpose) ── RandomKey ──> 64-bit key ─┐
///                        (neuron, step or draw) ── counter ─┴─ Philox ──> 128 bits ──> uniform, Normal, PoissonTable
/// ```
///
/// There is no generator state that threads could share or that a run could leave behind. The same number comes out
/// for the same place whatever the number of threads, whatever was drawn before, and whatever else is in the
/// circuit; going back in time needs nothing kept. Everything that turns bits into numbers uses only operations that Java
/// defines exactly (and `StrictMath`), so the numbers are also the same on every machine.
@NullMarked
package org.neurarium.engine.random;

import org.jspecify.annotations.NullMarked;
