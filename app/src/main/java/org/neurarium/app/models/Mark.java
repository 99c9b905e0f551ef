package org.neurarium.app.models;

/// A stretch of one line that is shown in a look of its own.
///
/// @param start in the line, from 0
/// @param end after its last character
/// @param look how
public record Mark(int start, int end, Look look) {

  /// How a piece of text is shown. No two differ in colour alone where it matters: words of the language are heavier, comments and texts lean,
  /// mistakes are underlined.
  public enum Look {
    KEYWORD("keyword"),
    STATE("state"),
    PARAMETER("parameter"),
    /// A part of an equation with a name of its own.
    PART("part"),
    /// Known without declaring.
    KNOWN("known"),
    FUNCTION("function"),
    UNIT("unit"),
    NUMBER("number"),
    TEXT("text"),
    COMMENT("comment"),
    SIGN("sign"),
    PLAIN("plain");

    private final String style;

    Look(String style) {
      this.style = "nr-code-" + style;
    }

    /// The name in style sheets.
    String style() {
      return style;
    }
  }
}
