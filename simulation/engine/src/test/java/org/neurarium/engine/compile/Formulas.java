package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.units.Quantity;

/// Reads formulas without units, so that tests of the analysis need no model files.
final class Formulas {

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private Formulas(String text) {
    java.util.regex.Matcher m =
        java.util.regex.Pattern.compile(
                "\\s*(\\d+(?:\\.\\d*)?(?:e-?\\d+)?|[A-Za-z_][\\w]*|<=|>=|==|!=|[-+*/^()<>,])")
            .matcher(text);
    while (m.lookingAt()) {
      tokens.add(m.group(1));
      m.region(m.end(), text.length());
    }
    if (!text.substring(m.regionStart()).isBlank()) throw new IllegalArgumentException(text);
  }

  static Expression formula(String text) {
    Formulas f = new Formulas(text);
    Expression e = f.or();
    if (f.at < f.tokens.size()) throw new IllegalArgumentException(text + " at " + f.at);
    return e;
  }

  /// `v = …; w += …`
  static List<Statement.Assign> statements(String text) {
    List<Statement.Assign> result = new ArrayList<>();
    for (String s : text.split(";", -1)) {
      if (s.isBlank()) continue;
      int sign = s.indexOf('=');
      String before = s.substring(0, sign).strip();
      Statement.How how = Statement.How.SET;
      for (Statement.How h : Statement.How.values())
        if (h != Statement.How.SET && before.endsWith(h.sign().substring(0, 1))) {
          how = h;
          before = before.substring(0, before.length() - 1).strip();
        }
      result.add(new Statement.Assign(before, how, formula(s.substring(sign + 1)), Span.NONE));
    }
    return result;
  }

  private boolean take(String token) {
    if (at == tokens.size() || !tokens.get(at).equals(token)) return false;
    at++;
    return true;
  }

  private static Expression binary(Operator o, Expression a, Expression b) {
    return new Expression.Binary(o, a, b, Span.NONE);
  }

  private Expression or() {
    Expression e = and();
    while (take("or")) e = binary(Operator.OR, e, and());
    return e;
  }

  private Expression and() {
    Expression e = not();
    while (take("and")) e = binary(Operator.AND, e, not());
    return e;
  }

  private Expression not() {
    return take("not") ? new Expression.Unary(Operator.NOT, not(), Span.NONE) : comparison();
  }

  private Expression comparison() {
    Expression e = sum();
    for (Operator o :
        List.of(
            Operator.LESS,
            Operator.AT_MOST,
            Operator.GREATER,
            Operator.AT_LEAST,
            Operator.EQUAL,
            Operator.DIFFERENT)) if (take(o.sign())) return binary(o, e, sum());
    return e;
  }

  private Expression sum() {
    Expression e = product();
    while (true) {
      if (take("+")) e = binary(Operator.ADD, e, product());
      else if (take("-")) e = binary(Operator.SUBTRACT, e, product());
      else return e;
    }
  }

  private Expression product() {
    Expression e = unary();
    while (true) {
      if (take("*")) e = binary(Operator.MULTIPLY, e, unary());
      else if (take("/")) e = binary(Operator.DIVIDE, e, unary());
      else return e;
    }
  }

  private Expression unary() {
    if (take("-")) return new Expression.Unary(Operator.NEGATE, unary(), Span.NONE);
    Expression e = atom();
    return take("^") ? binary(Operator.POWER, e, unary()) : e;
  }

  private Expression atom() {
    String token = tokens.get(at++);
    if (token.equals("(")) {
      Expression e = or();
      if (!take(")")) throw new IllegalArgumentException("a bracket is open");
      return e;
    }
    if (Character.isDigit(token.charAt(0)))
      return new Expression.Literal(Quantity.number(Double.parseDouble(token)), Span.NONE);
    if (!take("(")) return new Expression.Symbol(token, Span.NONE);
    List<Expression> arguments = new ArrayList<>();
    while (!take(")")) {
      arguments.add(or());
      take(",");
    }
    return new Expression.Call(Function.find(token).orElseThrow(), arguments, Span.NONE);
  }
}
