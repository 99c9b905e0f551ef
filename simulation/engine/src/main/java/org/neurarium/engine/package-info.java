/// A circuit in motion: it is compiled to a network, stepped by worker threads, and observed through rings;
/// commands go down, snapshots come up.
@NullMarked
package org.neurarium.engine;

import org.jspecify.annotations.NullMarked;
