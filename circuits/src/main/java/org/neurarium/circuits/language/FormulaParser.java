package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Reads formulas by the strength of their operators (after Pratt, doi:10.1145/512927.512931).
final class FormulaParser {

  private static final int DEEPEST = 64;
  private static final int MOST_SYMBOLS = 500;

  /// Strengths: or, and, not, comparison, sum, product, sign, power.
  private static final int NOT = 3;

  private static final int COMPARISON = 4;
  private static final int SIGN = 7;
  private static final int POWER = 8;

  private final Cursor cursor;
  private int depth;
  private int symbols;

  private FormulaParser(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Reads the formula that begins at the cursor, as far as it goes.
  static Expression read(Cursor cursor) {
    return new FormulaParser(cursor).expression(0);
  }

  private Expression expression(int weakest) {
    if (++depth > DEEPEST)
      throw new Mistake(
          cursor.here().at(),
          "This formula is nested more than " + DEEPEST + " levels deep",
          "Give parts of it names of their own.");
    Expression left = operand();
    while (true) {
      Lexeme sign = cursor.here();
      Optional<Operator> operator = between(sign);
      if (operator.isEmpty()) break;
      int strength = strength(operator.get());
      if (strength < weakest) break;
      cursor.take(sign.type() == Type.NAME ? Token.Kind.KEYWORD : Token.Kind.SIGN);
      // A power groups to the right and takes a sign; the others group to the left.
      Expression right = expression(operator.get() == Operator.POWER ? SIGN : strength + 1);
      left = counted(new Expression.Binary(operator.get(), left, right, sign.at()));
      if (strength == COMPARISON
          && between(cursor.here()).filter(o -> strength(o) == COMPARISON).isPresent())
        throw new Mistake(
            cursor.here().at(),
            "Two comparisons cannot stand side by side",
            "Write 'a < b and b < c'.");
    }
    depth--;
    return left;
  }

  private Expression operand() {
    Lexeme next = cursor.here();
    return switch (next.type()) {
      case NUMBER -> number();
      case NAME -> next.text().equals("not") ? negation(next, Operator.NOT, NOT) : named();
      case SIGN ->
          switch (next.text()) {
            case "-" -> negation(next, Operator.NEGATE, SIGN);
            // No sign '+': what is half typed, 'x^3/ + z', must not make sense.
            case "(" -> bracketed();
            default -> throw missing(next);
          };
      case TEXT, DOI, LINE, END -> throw missing(next);
    };
  }

  private Expression number() {
    Lexeme number = cursor.take();
    double value = UnitReader.number(number);
    Optional<Unit> unit = UnitReader.afterNumber(cursor);
    return counted(
        new Expression.Literal(
            new Quantity(value, unit.orElse(Unit.NONE)), cursor.since(number.at())));
  }

  private Expression negation(Lexeme sign, Operator operator, int strength) {
    cursor.take(operator == Operator.NOT ? Token.Kind.KEYWORD : Token.Kind.SIGN);
    return counted(new Expression.Unary(operator, expression(strength), sign.at()));
  }

  private Expression named() {
    Lexeme name = cursor.here();
    Optional<Function> function = Function.find(name.text());
    if (cursor.ahead(1).is("(")) {
      if (function.isEmpty())
        throw new Mistake(
            name.at(),
            "There is no function " + name.shown(),
            DidYouMean.nearest(name.text(), functions())
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("For a product write " + name.text() + "*(…)."));
      return call(function.get());
    }
    if (function.isPresent() && function.get() != Function.MIN)
      throw new Mistake(
          name.at(),
          name.shown() + " is a function and needs brackets",
          "Write " + form(function.get()) + ".");
    if (between(name).isPresent()) throw missing(name);
    cursor.take();
    return counted(new Expression.Symbol(name.text(), name.at()));
  }

  private Expression call(Function function) {
    Lexeme name = cursor.take(Token.Kind.FUNCTION);
    Lexeme bracket = cursor.take();
    List<Expression> arguments = new ArrayList<>();
    if (!cursor.at(")")) {
      do arguments.add(expression(0));
      while (cursor.accept(","));
    }
    close(bracket);
    if (arguments.size() != function.arity())
      throw new Mistake(
          name.at(),
          name.shown()
              + " takes "
              + (function.arity() == 0
                  ? "nothing"
                  : function.arity() == 1 ? "one value" : function.arity() + " values")
              + ", here are "
              + arguments.size(),
          "Write " + form(function) + ".");
    return counted(new Expression.Call(function, arguments, name.at()));
  }

  private Expression bracketed() {
    Lexeme bracket = cursor.take();
    Expression inside = expression(0);
    close(bracket);
    return inside;
  }

  private void close(Lexeme bracket) {
    if (cursor.accept(")")) return;
    if (cursor.here().endsStatement())
      throw new Mistake(bracket.at(), "This bracket is never closed", "Add a ')'.");
    throw new Mistake(
        cursor.here().at(),
        "An operator or ')' is missing before " + cursor.here().shown(),
        "A product needs its sign: 'a*b'.");
  }

  private Expression counted(Expression expression) {
    if (++symbols > MOST_SYMBOLS)
      throw new Mistake(
          expression.at(),
          "This formula has more than " + MOST_SYMBOLS + " symbols",
          "Give parts of it names of their own.");
    return expression;
  }

  private static Mistake missing(Lexeme next) {
    return new Mistake(
        next.at(),
        "A number, name or bracket is missing before " + next.shown(),
        next.is("=") ? "To compare write '=='." : "");
  }

  /// A function with its arguments, to be copied.
  static String form(Function function) {
    return function.id() + List.of("()", "(x)", "(x, y)", "(x, y, z)").get(function.arity());
  }

  static List<String> functions() {
    return Arrays.stream(Function.values()).map(Function::id).toList();
  }

  private static Optional<Operator> between(Lexeme sign) {
    if (sign.type() != Type.SIGN && sign.type() != Type.NAME) return Optional.empty();
    return switch (sign.text()) {
      case "+" -> Optional.of(Operator.ADD);
      case "-" -> Optional.of(Operator.SUBTRACT);
      case "*" -> Optional.of(Operator.MULTIPLY);
      case "/" -> Optional.of(Operator.DIVIDE);
      case "^" -> Optional.of(Operator.POWER);
      case "<" -> Optional.of(Operator.LESS);
      case "<=" -> Optional.of(Operator.AT_MOST);
      case ">" -> Optional.of(Operator.GREATER);
      case ">=" -> Optional.of(Operator.AT_LEAST);
      case "==" -> Optional.of(Operator.EQUAL);
      case "!=" -> Optional.of(Operator.DIFFERENT);
      case "and" -> Optional.of(Operator.AND);
      case "or" -> Optional.of(Operator.OR);
      default -> Optional.empty();
    };
  }

  private static int strength(Operator operator) {
    return switch (operator) {
      case OR -> 1;
      case AND -> 2;
      case NOT -> NOT;
      case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT -> COMPARISON;
      case ADD, SUBTRACT -> 5;
      case MULTIPLY, DIVIDE -> 6;
      case NEGATE -> SIGN;
      case POWER -> POWER;
    };
  }
}
