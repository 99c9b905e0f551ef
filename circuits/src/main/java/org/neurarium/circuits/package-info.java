/// What a circuit is: an immutable tree of records that a person draws, a file keeps and an engine compiles.
///
/// ```
/// Circuit ── info, run settings
///    └── elements: Population · Stimulus · Projection · Probe · Group · Note      (sealed Element)
///                     │            │           │            │
///                     Value        Signal      Wiring       Recording             (sealed, one record per kind)
/// ```
///
/// Nothing here runs, draws or knows a window. A change is an [Edit][org.neurarium.circuits.edit.Edit]: a function from one circuit to the next; undo
/// keeps the previous circuit. A mistake of the person who drew or wrote a circuit is a
/// [Problem][org.neurarium.circuits.Problem], collected in a list and never thrown.
@NullMarked
package org.neurarium.circuits;

import org.jspecify.annotations.NullMarked;
