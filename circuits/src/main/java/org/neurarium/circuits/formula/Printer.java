package org.neurarium.circuits.formula;

import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Call;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Expression.Unary;
import org.neurarium.circuits.units.Unit;

/// Writes formulas as text that reads back to the same tree, with no more brackets than that takes.
public final class Printer {

  private static final int LOWEST = 0;
  private static final int UNARY = 6;
  private static final int POWER = 7;

  private Printer() {}

  /// An expression.
  public static String print(Expression expression) {
    return print(expression, LOWEST);
  }

  /// A statement.
  public static String print(Statement statement) {
    return switch (statement) {
      case Statement.Assign a -> a.target() + " " + a.how().sign() + " " + print(a.value());
      case Statement.Deliver d -> "deliver " + print(d.value());
    };
  }

  private static String print(Expression expression, int atLeast) {
    return switch (expression) {
      case Expression.Literal n -> number(n, atLeast);
      case Symbol s -> s.name();
      case Call c ->
          c.function().id()
              + c.arguments().stream()
                  .map(Printer::print)
                  .collect(Collectors.joining(", ", "(", ")"));
      case Unary u ->
          bracketed(
              u.operator() == Operator.NOT
                  ? "not " + print(u.operand(), level(Operator.NOT))
                  : "-" + print(u.operand(), UNARY),
              u.operator() == Operator.NOT ? level(Operator.NOT) : UNARY,
              atLeast);
      case Binary b -> bracketed(binary(b), level(b.operator()), atLeast);
    };
  }

  private static String number(Expression.Literal n, int atLeast) {
    Unit unit = n.quantity().unit();
    // A unit used as a quantity; one letter could be a symbol of the model, too.
    if (n.quantity().value() == 1 && unit.symbol().length() > 1 && isName(unit.symbol()))
      return unit.symbol();
    // A literal's sign binds like a minus; a quotient or a power in its unit like itself.
    boolean divides = unit.symbol().indexOf('/') >= 0 || unit.symbol().indexOf('*') >= 0;
    int level =
        n.quantity().value() < 0
            ? UNARY
            : divides ? level(Operator.MULTIPLY) : unit.equals(Unit.NONE) ? POWER + 1 : POWER;
    return bracketed(n.quantity().toString(), level, atLeast);
  }

  private static boolean isName(String symbol) {
    return symbol.chars().allMatch(Character::isLetter) && !symbol.equals("min");
  }

  private static String binary(Binary b) {
    int level = level(b.operator());
    boolean tight = level >= 5;
    String sign = tight ? b.operator().sign() : " " + b.operator().sign() + " ";
    // A power groups to the right, everything else to the left; comparisons do not group at all.
    boolean comparison = level == 3;
    int left = b.operator() == Operator.POWER || comparison ? level + 1 : level;
    int right = b.operator() == Operator.POWER ? UNARY : level + 1;
    return print(b.left(), left) + sign + print(b.right(), right);
  }

  private static String bracketed(String text, int level, int atLeast) {
    return level < atLeast ? "(" + text + ")" : text;
  }

  /// How tightly an operator binds.
  static int level(Operator operator) {
    return switch (operator) {
      case OR -> 0;
      case AND -> 1;
      case NOT -> 2;
      case LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT -> 3;
      case ADD, SUBTRACT -> 4;
      case MULTIPLY, DIVIDE -> 5;
      case NEGATE -> UNARY;
      case POWER -> POWER;
    };
  }
}
