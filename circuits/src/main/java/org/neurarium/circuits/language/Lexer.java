package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Lexeme.Type;

/// Cuts a text into words and signs. A line's end counts only outside round and square brackets.
final class Lexer {

  /// Longest first.
  private static final List<String> SIGNS =
      List.of(
          "..", "+=", "-=", "*=", "<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "<", ">", "=",
          "(", ")", "[", "]", "{", "}", ",", ":", ";");

  private final String text;
  private final Findings findings;
  private final List<Lexeme> lexemes = new ArrayList<>();
  private final List<Token> others = new ArrayList<>();
  private final StringBuilder open = new StringBuilder();
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String text, Findings findings) {
    this.text = text;
    this.findings = findings;
  }

  /// The words and signs, with one that ends them all.
  List<Lexeme> lexemes() {
    while (at < text.length()) next();
    if (!lexemes.isEmpty() && lexemes.getLast().type() != Type.LINE) lexemes.add(lineEnd());
    lexemes.add(new Lexeme(Type.END, "", span(at)));
    return lexemes;
  }

  /// Comments and what cannot be read.
  List<Token> others() {
    return others;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      newLine(c);
    } else if (c == ' ' || c == '\t' || c == '\u00a0') {
      at++;
    } else if (c == '#') {
      int start = at;
      while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') at++;
      others.add(new Token(Token.Kind.COMMENT, span(start)));
    } else if (c == '"') {
      quoted();
    } else if (isDigit(c) || c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
      number();
    } else if (isNameStart(c)) {
      name();
    } else if (c == '[' && bracketedName().isPresent()) {
      int start = at;
      at += bracketedName().get().length();
      add(Type.NAME, text.substring(start, at), start);
    } else {
      sign(c);
    }
  }

  private void newLine(char c) {
    int end = at;
    at++;
    if (c == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
    if (!open.isEmpty() && open.charAt(open.length() - 1) != '{' && Words.beginsLine(nextLine())) {
      // Somebody forgot to close a bracket: that costs one line, not the rest of the file.
      while (!open.isEmpty() && open.charAt(open.length() - 1) != '{')
        open.setLength(open.length() - 1);
    }
    if ((open.isEmpty() || open.charAt(open.length() - 1) == '{')
        && !lexemes.isEmpty()
        && lexemes.getLast().type() != Type.LINE)
      lexemes.add(new Lexeme(Type.LINE, "", new Span(line, end - lineStart + 1, 1)));
    line++;
    lineStart = at;
  }

  private String nextLine() {
    int end = at;
    while (end < text.length() && end - at < 80 && text.charAt(end) != '\n') end++;
    return text.substring(at, end).strip();
  }

  private void quoted() {
    int start = at++;
    while (at < text.length() && "\"\n\r".indexOf(text.charAt(at)) < 0) {
      if (Character.isISOControl(text.charAt(at)) && text.charAt(at) != '\t') strange(at);
      at++;
    }
    String inside = text.substring(start + 1, at);
    if (at < text.length() && text.charAt(at) == '"') at++;
    else
      findings.error(span(start), "This text has no end", "Close it with a \" on the same line.");
    add(Type.TEXT, inside, start);
  }

  private void number() {
    int start = at;
    digits();
    // The dots of a range are no decimal point.
    if (at < text.length()
        && text.charAt(at) == '.'
        && !(at + 1 < text.length() && text.charAt(at + 1) == '.')) {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int exponent = at + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) exponent++;
      if (exponent < text.length() && isDigit(text.charAt(exponent))) {
        at = exponent;
        digits();
      }
    }
    add(Type.NUMBER, text.substring(start, at), start);
  }

  private void digits() {
    while (at < text.length() && isDigit(text.charAt(at))) at++;
  }

  private void name() {
    int start = at;
    if (text.startsWith("doi:", at)) {
      doi();
      return;
    }
    while (at < text.length() && isNamePart(text.charAt(at))) at++;
    while (true) {
      int next = afterIndex();
      if (next + 1 >= text.length()
          || text.charAt(next) != '.'
          || !isNameStart(text.charAt(next + 1))) break;
      at = next + 1;
      while (at < text.length() && isNamePart(text.charAt(at))) at++;
    }
    add(Type.NAME, text.substring(start, at), start);
  }

  /// Where a name goes on behind the `[2]` of `tuft[2].v`.
  private int afterIndex() {
    if (at >= text.length() || text.charAt(at) != '[') return at;
    int end = at + 1;
    while (end < text.length() && isDigit(text.charAt(end))) end++;
    return end > at + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : at;
  }

  /// A DOI may hold any character but a blank: it ends there, or where its note begins.
  private void doi() {
    int start = at;
    at += "doi:".length();
    while (at < text.length() && text.charAt(at) == ' ') at++;
    int from = at;
    while (at < text.length() && " \t\r\n\"".indexOf(text.charAt(at)) < 0) at++;
    add(Type.DOI, text.substring(from, at), start);
  }

  /// `[DA]`, if that is what stands here.
  private Optional<String> bracketedName() {
    int end = at + 1;
    while (end < text.length() && isNamePart(text.charAt(end))) end++;
    return end > at + 1
            && isNameStart(text.charAt(at + 1))
            && end < text.length()
            && text.charAt(end) == ']'
        ? Optional.of(text.substring(at, end + 1))
        : Optional.empty();
  }

  private void sign(char c) {
    if (c == '−') {
      at++;
      add(Type.SIGN, "-", at - 1);
      return;
    }
    for (String sign : SIGNS) {
      if (!text.startsWith(sign, at)) continue;
      int start = at;
      at += sign.length();
      add(Type.SIGN, sign, start);
      switch (sign) {
        case "(", "[", "{" -> open.append(sign);
        case ")" -> close('(');
        case "]" -> close('[');
        case "}" -> close('{');
        default -> {}
      }
      return;
    }
    strange(at);
    at++;
  }

  private void close(char bracket) {
    if (!open.isEmpty() && open.charAt(open.length() - 1) == bracket)
      open.setLength(open.length() - 1);
  }

  private void strange(int where) {
    char c = text.charAt(where);
    Span at1 = new Span(line, where - lineStart + 1, 1);
    others.add(new Token(Token.Kind.MISTAKE, at1));
    if (findings.full()) return;
    if (Character.isISOControl(c) || Character.isSurrogate(c) || c >= 0xfff0)
      findings.error(
          at1,
          String.format("There is a character here that cannot be read (U+%04X)", (int) c),
          "Delete it.");
    else findings.error(at1, "'" + c + "' has no meaning here", Words.insteadOf(c));
  }

  private void add(Type type, String words, int start) {
    lexemes.add(new Lexeme(type, words, span(start)));
  }

  private Lexeme lineEnd() {
    return new Lexeme(Type.LINE, "", span(at));
  }

  private Span span(int start) {
    return new Span(line, start - lineStart + 1, at - start);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || "µμΩ".indexOf(c) >= 0;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c);
  }
}
