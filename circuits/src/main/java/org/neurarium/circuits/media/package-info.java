/// Files that are no text: pictures (PNG), sounds (WAV), recordings of event cameras (AEDAT).
///
/// Each reader takes a stream and gives what could be read, with a [Problem][org.neurarium.circuits.Problem] for what could not. Nothing in a file makes a
/// reader throw, and a file that says it is huge takes no more memory than its limit. They are small on purpose: the toolkit's decoders would bring a window
/// system into programs that have none.
@NullMarked
package org.neurarium.circuits.media;

import org.jspecify.annotations.NullMarked;
