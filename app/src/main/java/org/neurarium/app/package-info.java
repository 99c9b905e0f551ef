/// The laboratory itself: windows in which a circuit is drawn, run and watched, and commands that do the same without a window.
@NullMarked
package org.neurarium.app;

import org.jspecify.annotations.NullMarked;
