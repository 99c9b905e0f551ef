/// Commands going down: what may be asked of a running engine. They are queued by any thread and drained by the conductor
/// between steps, in order, so that no change ever happens inside a step.
@NullMarked
package org.neurarium.engine.command;

import org.jspecify.annotations.NullMarked;
