/// Snapshots coming up: what a running network shows to plots, the canvas and recorders, without ever waiting for them.
///
/// ```
/// conductor ──write──> SpikeRing   ──read──> raster, rates, files        one writer, any number of readers, no lock
/// worker    ──write──> TraceRing   ──read──> traces
/// conductor ──write──> EngineStatus          newest value only
/// ```
///
/// A reader that falls behind loses the oldest entries and is told how many; the writer never notices. All readers are
/// passive: they take part in no synchronisation but one acquire load.
@NullMarked
package org.neurarium.engine.observe;

import org.jspecify.annotations.NullMarked;
