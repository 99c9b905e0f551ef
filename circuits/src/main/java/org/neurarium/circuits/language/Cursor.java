package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.text.DidYouMean;

/// Walks along the words of a text and notes what each was for.
final class Cursor {

  private final List<Lexeme> lexemes;
  private final Token.Kind[] kinds;
  private int at;

  Cursor(List<Lexeme> lexemes) {
    this.lexemes = lexemes;
    this.kinds = new Token.Kind[lexemes.size()];
    for (int k = 0; k < kinds.length; k++) kinds[k] = kindOf(lexemes.get(k));
  }

  /// What stands here.
  Lexeme here() {
    return lexemes.get(at);
  }

  /// What stands after that.
  Lexeme ahead(int by) {
    return lexemes.get(Math.min(at + by, lexemes.size() - 1));
  }

  /// Takes what stands here.
  Lexeme take() {
    Lexeme lexeme = here();
    if (lexeme.type() != Type.END) at++;
    return lexeme;
  }

  /// Takes it and says what it is for.
  Lexeme take(Token.Kind kind) {
    kinds[at] = kind;
    return take();
  }

  boolean at(String sign) {
    return here().is(sign);
  }

  /// Takes a word of the language or a sign, if it stands here.
  boolean accept(String sign) {
    if (!at(sign)) return false;
    take(here().type() == Type.SIGN ? Token.Kind.SIGN : Token.Kind.KEYWORD);
    return true;
  }

  /// Takes a sign or word that has to stand here.
  void expect(String sign, String hint) {
    if (!accept(sign))
      throw new Mistake(here().at(), "'" + sign + "' is missing before " + here().shown(), hint);
  }

  /// Takes a name.
  Lexeme name(String what, String hint) {
    if (here().type() != Type.NAME)
      throw new Mistake(here().at(), what + " is missing before " + here().shown(), hint);
    return take();
  }

  /// Takes a text in quotation marks if one stands here, else gives an empty one.
  String label() {
    return here().type() == Type.TEXT ? take().text() : "";
  }

  /// Makes sure that the statement ends here.
  ///
  /// @param words that could still have stood here
  void end(Collection<String> words) {
    Lexeme next = here();
    if (next.endsStatement() || next.is("}")) return;
    String hint =
        next.type() == Type.NAME && !words.isEmpty()
            ? DidYouMean.nearest(next.text(), words)
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("One statement stands on a line; ';' separates several.")
            : "One statement stands on a line; ';' separates several.";
    throw new Mistake(next.at(), "The line should end before " + next.shown(), hint);
  }

  /// Goes to the end of the statement that cannot be read, and behind it.
  void skipLine() {
    while (here().type() != Type.LINE && here().type() != Type.END) at++;
    if (here().type() == Type.LINE) at++;
  }

  /// Goes back to where it was, for another reading.
  void back(int position) {
    at = position;
  }

  int position() {
    return at;
  }

  /// The span from a place to the end of what was taken last, on the first one's line.
  Span since(Span start) {
    Span last = lexemes.get(Math.max(0, at - 1)).at();
    return last.line() == start.line()
        ? new Span(start.line(), start.column(), last.column() + last.length() - start.column())
        : start;
  }

  /// What everything turned out to be.
  ///
  /// @param isUnit tells units among the names
  List<Token> tokens(Predicate<String> isUnit) {
    List<Token> tokens = new ArrayList<>();
    for (int k = 0; k < kinds.length; k++) {
      Lexeme lexeme = lexemes.get(k);
      if (lexeme.type() == Type.LINE || lexeme.type() == Type.END) continue;
      boolean unit = kinds[k] == Token.Kind.NAME && isUnit.test(lexeme.text());
      tokens.add(new Token(unit ? Token.Kind.UNIT : kinds[k], lexeme.at()));
    }
    return tokens;
  }

  private static Token.Kind kindOf(Lexeme lexeme) {
    return switch (lexeme.type()) {
      case NUMBER -> Token.Kind.NUMBER;
      case TEXT, DOI -> Token.Kind.TEXT;
      case SIGN -> Token.Kind.SIGN;
      case NAME, LINE, END -> Token.Kind.NAME;
    };
  }
}
