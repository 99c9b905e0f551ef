package org.neurarium.circuits.language;

import org.neurarium.circuits.formula.Span;

/// A word or sign before anybody knows what it is for.
///
/// @param text as written; without its marks for a text
record Lexeme(Type type, String text, Span at) {

  enum Type {
    /// `tau_m`, `post.g`, `[DA]`, and words of the language.
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    /// `doi:…`; the text is what follows the colon.
    DOI,
    /// The end of a line, outside brackets.
    LINE,
    END
  }

  boolean is(String sign) {
    return (type == Type.SIGN || type == Type.NAME) && text.equals(sign);
  }

  /// Whether a statement ends here.
  boolean endsStatement() {
    return type == Type.LINE || type == Type.END || type == Type.SIGN && text.equals(";");
  }

  /// For a sentence.
  String shown() {
    return switch (type) {
      case LINE, END -> "the end of the line";
      case TEXT -> "the text \"" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "\"";
      case NAME, NUMBER, SIGN, DOI ->
          "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    };
  }
}
