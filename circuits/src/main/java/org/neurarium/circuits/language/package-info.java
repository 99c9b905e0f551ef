/// The language in which models are written: from text to checked records, and what an editor needs on the way.
///
/// ```
///   text --Lexer--> Lexeme --ModelParser, FormulaParser--> Draft --ModelChecker, FormulaChecker--> NeuronModel, SynapseModel, …
///                      |                                                       |
///                    Token (colours)                                     Problem, KnownName (completion)
/// ```
///
/// [ModelReader][org.neurarium.circuits.language.ModelReader] is the way in. The parser reads each line for itself, so that a slip costs one line; the checker
/// looks across lines: names, units, what may stand where. A text of any kind gives problems at their line and column, never an exception, in
/// time proportional to its length: lines, nesting, names and problems are all counted and limited. The language is fixed in
/// `src/site/models/README.md`.
@NullMarked
package org.neurarium.circuits.language;

import org.jspecify.annotations.NullMarked;
