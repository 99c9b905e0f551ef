/// Senses in the window: what each kind of scene begins with, pictures of what is seen and what the
/// sources make of it, and a pad to draw on.
@NullMarked
package org.neurarium.app.senses;

import org.jspecify.annotations.NullMarked;
