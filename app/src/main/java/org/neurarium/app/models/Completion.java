package org.neurarium.app.models;

/// What could stand at the caret.
///
/// @param insert replaces the word before the caret
/// @param caretAfter where in `insert` the caret goes
/// @param title how the list shows it
/// @param detail what it is, in a few words; may be empty
/// @param look of the title
/// @param from where in the line the word before the caret begins
record Completion(
    String insert, int caretAfter, String title, String detail, Mark.Look look, int from) {}
