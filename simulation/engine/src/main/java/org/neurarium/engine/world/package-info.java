/// The worlds: small pure machines that close the loop.
///
/// ```
/// WorldClass (a service, with its descriptor) ── begin(setup) ──► WorldLogic ── tick(Turn) ──► shows, gives, trials
///                                                                     └── draw ──► Scene
/// ```
///
/// A world goes on in turns, by what its settings say, by what the circuit did since the last turn, and by numbers drawn from (seed, world, purpose, trial): by
/// nothing else. So each worker can have a copy of its own, and all copies stay the same. To add a world, write one class that implements `WorldClass` and
/// `WorldLogic`, a descriptor, and name the class in `META-INF/services`.
@NullMarked
package org.neurarium.engine.world;

import org.jspecify.annotations.NullMarked;
