package org.neurarium.circuits.language;

import org.neurarium.circuits.formula.Span;

/// A word or sign of a model's text, for an editor that colours it.
///
/// @param kind what it is
/// @param at where it stands
public record Token(Kind kind, Span at) {

  /// What a word or sign is.
  public enum Kind {
    /// A word of the language: `parameter`, `spike`, `and`.
    KEYWORD,
    /// A name that a model gives or that is known without declaring.
    NAME,
    FUNCTION,
    UNIT,
    NUMBER,
    /// Between quotation marks.
    TEXT,
    /// An operator, a bracket, a comma.
    SIGN,
    COMMENT,
    /// What cannot be read.
    MISTAKE
  }
}
