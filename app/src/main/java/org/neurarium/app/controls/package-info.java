/// Small things that all parts of the window use: cards that lie over it, questions, short messages, icons, marks on fields.
///
/// Nothing here knows a circuit's elements or the engine.
@NullMarked
package org.neurarium.app.controls;

import org.jspecify.annotations.NullMarked;
