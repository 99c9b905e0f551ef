/// What is selected, as fields.
///
/// ```
/// Selection ──> Inspector ──> Section (population, stimulus, …) ──> Form ──> Row
///                                                                    │
///                       Workspace <──edit── Access <── set, drag ────┘
/// ```
///
/// A [Section][org.neurarium.app.inspector.Section] is written once for one kind of element and works on one or many of them: a
/// [Target][org.neurarium.app.inspector.Target] reads what they share and changes all of them in one edit. A row never keeps a
/// value: it shows what the circuit says and sends what the person wants. It is built when the selection or the shape of an element changes and only
/// refreshed when values do, so that a field being typed in keeps its caret.
///
/// A drag of a slider is one gesture and one step of undo; the running engine hears every movement.
@NullMarked
package org.neurarium.app.inspector;

import org.jspecify.annotations.NullMarked;
