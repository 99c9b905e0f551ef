/// What a neural circuit is: its document, the edits people make to it, the language its models are written in,
/// and the files it is kept in. Knows nothing of running or drawing.
module org.neurarium.circuits {
  requires static org.jspecify;
  requires tools.jackson.databind;
}
