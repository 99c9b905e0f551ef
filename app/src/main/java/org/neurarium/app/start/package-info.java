/// The front door: where the program begins, and the one place where its parts are wired together.
@NullMarked
package org.neurarium.app.start;

import org.jspecify.annotations.NullMarked;
