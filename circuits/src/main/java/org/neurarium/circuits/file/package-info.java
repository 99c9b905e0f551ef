/// Circuits in files.
///
/// ```
/// text ── JsonSource ──► Json tree with spots ── Migrations ── DuplicateIds ── CircuitFormat ──► Circuit
///                              (lines, columns)   (old → new)                  (tables of fields)
/// text ◄── JsonPrinter ── Json tree ◄───────────────────────────────────────── CircuitFormat ◄── Circuit
///          (canonical)
/// ```
///
/// A [Format][org.neurarium.circuits.file.Format] reads and writes one type. A record's format is a table of
/// [Field][org.neurarium.circuits.file.Field]s, a sealed type's a list of kinds; both directions, the defaults and the
/// messages come from that one table. The format is described for others in `circuit.schema.json` beside these classes.
///
/// Nothing in a file makes a reader throw. Each [Problem][org.neurarium.circuits.Problem] has line, column and JSON path, and
/// reading goes on after it: the result holds what could be read and says whether that is everything. Only then may the file be
/// written over.
@NullMarked
package org.neurarium.circuits.file;

import org.jspecify.annotations.NullMarked;
