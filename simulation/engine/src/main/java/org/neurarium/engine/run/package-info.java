/// Who runs a network: a conductor, its helpers, and the barrier at which they meet.
///
/// ```
/// Conductor ── calls Shift for worker 0 on the calling thread, and on a thread of its own for every other worker
///     └── EpochBarrier           once in each epoch, between integrating and delivering
/// ```
///
/// The rules by which the same spikes come out for every number of threads stand at
/// [Conductor][org.neurarium.engine.run.Conductor].
@NullMarked
package org.neurarium.engine.run;

import org.jspecify.annotations.NullMarked;
