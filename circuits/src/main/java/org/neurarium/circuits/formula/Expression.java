package org.neurarium.circuits.formula;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.neurarium.circuits.units.Quantity;

/// A formula. All numbers in it are in coherent engine units once [Literal#quantity] is asked for its engine value.
///
/// Symbols are kept as written: `tau_m`, `post.g`, `[DA]`, and units used as quantities (`mV`) until the checker has replaced them by a [Literal].
public sealed interface Expression {

  /// Where it stands.
  Span at();

  /// The names in it, in the order in which they are met.
  default Set<String> symbols() {
    Set<String> found = new LinkedHashSet<>();
    collect(this, found);
    return found;
  }

  private static void collect(Expression e, Set<String> found) {
    switch (e) {
      case Literal _ -> {}
      case Symbol s -> found.add(s.name());
      case Unary u -> collect(u.operand(), found);
      case Binary b -> {
        collect(b.left(), found);
        collect(b.right(), found);
      }
      case Call c -> c.arguments().forEach(a -> collect(a, found));
    }
  }

  /// A number with the unit its author wrote.
  record Literal(Quantity quantity, Span at) implements Expression {}

  /// A name.
  record Symbol(String name, Span at) implements Expression {}

  /// `-x` or `not x`.
  record Unary(Operator operator, Expression operand, Span at) implements Expression {}

  /// `x + y` and its like.
  ///
  /// @param at of the operator's sign
  record Binary(Operator operator, Expression left, Expression right, Span at)
      implements Expression {}

  /// `exp(x)` and its like.
  ///
  /// @param at of the function's name
  record Call(Function function, List<Expression> arguments, Span at) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// What stands between or before operands.
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    POWER("^"),
    NEGATE("-"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    EQUAL("=="),
    DIFFERENT("!="),
    AND("and"),
    OR("or"),
    NOT("not");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /// As it is written.
    public String sign() {
      return sign;
    }
  }
}
