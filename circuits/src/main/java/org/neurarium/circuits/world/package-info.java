/// What worlds there are, and what can be said of one before it runs.
///
/// ```
/// bandit.world ── WorldText ──► WorldKind ── settings, ports, standard layout
///                                  ▲
/// WorldDescriptor (a service) ─────┘          WorldKinds: all that were found
/// World.layout ── Layout ──► walls, start, ends, ways
/// ```
///
/// A kind of world is a descriptor, a small text that is read, and a class that plays it. The class belongs to the engine and is found as a service;
/// it brings its descriptor along. So inspector, file format, validation and manual know a world that was added by dropping a jar on the class path, as they know a
/// model that was added by a file. What a port gives is always in fractions: a place is in 0…1, whatever the length of a track.
@NullMarked
package org.neurarium.circuits.world;

import org.jspecify.annotations.NullMarked;
