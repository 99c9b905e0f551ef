/// "Your equations": models as text, to be read, written and tried out while a circuit runs.
///
/// ```
/// ModelDesk      which model is open; makes, copies, renames and deletes the circuit's own models through edits
///   ├── ModelEditor     in the canvas's place: header, text, problems
///   │     ├── ModelText        text with colours, line numbers, brackets, completion
///   │     │     └── Colouring · CompletionList
///   │     └── ProblemStrip
///   └── ModelPage       beside it: formulas as in a paper, pictures, parameters, where it comes from
/// Reading        what the language makes of a text: marks, symbols, problems, the model
/// Completions    what could stand at a place of a text; plain data
/// ```
///
/// The text in the circuit is the truth. What is typed becomes an edit a moment later, all of one visit as one step of undo, whether it can be read
/// or not; what comes from elsewhere (undo, a model opened) is put into the text where it differs. A short text is read at once, on the
/// FX thread, in less than a frame; a long one in the background.
@NullMarked
package org.neurarium.app.models;

import org.jspecify.annotations.NullMarked;
