/// The engine as the window sees it: one [LiveSession][org.neurarium.engine.live.LiveSession] holds a circuit, keeps a network built for it and runs it on its own threads.
@NullMarked
package org.neurarium.engine.live;

import org.jspecify.annotations.NullMarked;
