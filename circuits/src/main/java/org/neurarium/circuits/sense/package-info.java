/// What a circuit can see, smell and hear, as records.
///
/// ```
/// Scene ──► values 0…1 on a sheet of columns × rows ──► ReceptiveField ──► channels of values 0…1 ──► Code ──► spikes
/// (picture, grating, glyphs,                            (none, difference of Gaussians,              (rate, latency,
///  odours, sound, events)                                Gabor)                                       phase, events)
/// ```
///
/// A [Signal.Sense][org.neurarium.circuits.Signal.Sense] puts the three together. Source k of its stimulus is the place
/// `k mod (columns · rows)` of channel `k / (columns · rows)`; places go row by row, from the top left. Angles are in degrees, counted as on paper:
/// 0 is a horizontal line, 90 a vertical one, 45 rises to the right. What a scene shows at a moment is a function of the stimulus, the seed and the time; only
/// what comes in live (a drawing pad, a microphone) is not.
@NullMarked
package org.neurarium.circuits.sense;

import org.jspecify.annotations.NullMarked;
