/// What a lesson claims, in a form that can be measured: the content of a project's `checks.json`.
///
/// ```
/// Checks ── duration, window, seeds
///    ├── variants, lesions: Variation ── Change    (a circuit with something set or removed, by element and field)
///    └── checks: Check ── Measure ── Target        (a number of a run, and between which bounds it must lie)
/// ```
///
/// A check names the mechanism it is about: its *lesion* takes the mechanism away, and then the check must fail; its *sham* lesion
/// touches something beside the point, and the check must still pass. A check that cannot fail says nothing.
///
/// These are values like the rest of the document. The engine's `check` package runs them;
/// [ChecksReader][org.neurarium.circuits.file.ChecksReader] reads them. A new measure is a new record of
/// [Measure][org.neurarium.circuits.check.Measure] and a line where it is read; the exhaustive switch over measures in the engine then fails to compile until
/// it says how to take it.
@NullMarked
package org.neurarium.circuits.check;

import org.jspecify.annotations.NullMarked;
