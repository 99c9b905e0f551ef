/// Statistics of spikes, each with the definition by which published numbers can be compared.
///
/// ```
/// Simulation ── SpikeSink ──> SpikeLog ──> SpikeTrains (one population, one window) ──> rate, CV, LV, Fano factor, correlation
///                        └──> SpikeHash    one text that says whether two runs were the same
/// ```
///
/// A window does not contain its first instant and does contain its last, as a spike belongs to the step that ends with it.
@NullMarked
package org.neurarium.engine.measure;

import org.jspecify.annotations.NullMarked;
