/// Changes to a circuit as values: each [Edit][org.neurarium.circuits.edit.Edit] is a function from one circuit to the next, with a name for the undo list.
///
/// [History][org.neurarium.circuits.edit.History] keeps the circuits between edits. Since circuits are immutable and share their records, keeping all of them costs
/// little, and undo is exact for every kind of edit, present and future.
@NullMarked
package org.neurarium.circuits.edit;

import org.jspecify.annotations.NullMarked;
