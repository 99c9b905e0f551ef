/// Measures what a lesson claims.
///
/// ```
/// Checks + Circuit ── CheckRunner ── one run for each variant, lesion and seed ── Measurement ──► CheckResult
/// ```
///
/// Runs use the same engine as everything else, without a window and as fast as they go. Several run side by side, one thread each, which costs nothing in
/// exactness: the spikes do not depend on the number of threads.
@NullMarked
package org.neurarium.engine.check;

import org.jspecify.annotations.NullMarked;
