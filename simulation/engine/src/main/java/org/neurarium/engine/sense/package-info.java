/// What sheets of sources see, smell and hear while a circuit runs.
///
/// ```
/// Films (reads files, once) ──► Film ──► Viewer ──► values of a slice of the sources ──► Coding (in RunningSense) ──► spikes
///                          a picture for   │  ▲
///                          each frame      └──Lens: receptive fields as kernels
/// ```
///
/// A [Film][org.neurarium.engine.sense.Film] is a function: the same number of a frame gives the same picture, on any thread, in any order. So each worker paints
/// for itself what its sources look at, nothing has to be exchanged, and going back in time needs nothing kept. Only a live film shows what
/// was put into it from outside, between two steps.
@NullMarked
package org.neurarium.engine.sense;

import org.jspecify.annotations.NullMarked;
