/// "Your equations": models as text, to be read, written and tried out while a circuit runs.
///
/// ```
/// ModelDesk      which model is open; makes, copies, renames and deletes the circuit's own models through edits
///   ├── ModelEditor     in the canvas's place: header, text, problems
///   │     ├── ModelText        text with colours, line numbers, brackets, completion
///   │     │     └── CodePicture · Tints · CodeKeys · CompletionList
///   │     └── ProblemStrip
///   └── ModelPage       beside it: formulas as in a paper, pictures, and ModelDetails: parameters, where it comes from
/// Reading        what the language makes of a text: marks, symbols, problems, the model
/// Completions    what could stand at a place of a text; plain data
/// ```
///
/// The text in the circuit is the truth. What is typed becomes an edit a moment later, all of one visit as one step of undo, whether it can be read
/// or not; what comes from elsewhere (undo, a model opened) is put into the text where it differs.
///
/// A key must not wait for anything: the text is painted as one picture, its looks move along with what is typed, the language reads in the background, and formulas and
/// pictures follow when typing rests, only those that differ.
@NullMarked
package org.neurarium.app.models;

import org.jspecify.annotations.NullMarked;
