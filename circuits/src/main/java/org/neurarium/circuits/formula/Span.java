package org.neurarium.circuits.formula;

/// A stretch of one line of a model's text.
///
/// @param line from 1; 0 for a node that stands in no text
/// @param column from 1
/// @param length in characters
public record Span(int line, int column, int length) {

  /// In no text.
  public static final Span NONE = new Span(0, 0, 0);
}
