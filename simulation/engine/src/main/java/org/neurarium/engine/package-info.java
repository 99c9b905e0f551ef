/// A circuit in motion: it is compiled to a network, stepped by worker threads, and observed through rings.
///
/// ```
/// Circuit ──build──> Network ──run──> Conductor and workers ──> SpikeRing, TraceRing      (observe)
///                       ▲                    ▲         └────────> SpikeSink ──> statistics (measure)
///                    kernel, random     EngineCommand  (command)
/// ```
///
/// [Simulation][org.neurarium.engine.Simulation] is the synchronous core: build, advance, reset, change. Whoever calls it waits for it; tests, benchmarks and the
/// command line do. [LiveSession][org.neurarium.engine.live.LiveSession] puts it on a thread of its own for the window: commands go down, snapshots come up.
///
/// Step k goes from time (k - 1)·dt to k·dt. At its end, in this order: neurons are propagated, arrivals added, thresholds tested; a spike of step k arrives at the end of
/// step k + delay. Everything that is computed is a function of the circuit, its seed and the commands given at their steps; the number of threads, pauses, and what else is
/// in the circuit do not show in it.
@NullMarked
package org.neurarium.engine;

import org.jspecify.annotations.NullMarked;
