package org.neurarium.circuits.language;

/// A name that can stand in a model's text, for an editor that completes it.
///
/// @param id as it is written
/// @param kind what it names
/// @param label for people; may be empty
/// @param unit of its value; empty for a pure number or where it has none
public record KnownName(String id, Kind kind, String label, String unit) {

  /// What a name can stand for.
  public enum Kind {
    PARAMETER,
    STATE,
    DEFINITION,
    RECEPTOR,
    /// Known without declaring.
    GIVEN,
    FUNCTION,
    UNIT,
    /// A word of the language.
    KEYWORD
  }
}
