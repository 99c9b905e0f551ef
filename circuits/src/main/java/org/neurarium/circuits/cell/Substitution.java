package org.neurarium.circuits.cell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Call;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Expression.Unary;

/// Puts formulas in the place of symbols.
final class Substitution {

  private Substitution() {}

  /// The formula with every symbol replaced that `by` has something for.
  static Expression in(Expression formula, Function<String, Optional<Expression>> by) {
    return switch (formula) {
      case Literal n -> n;
      case Symbol s -> by.apply(s.name()).orElse(s);
      case Unary u -> new Unary(u.operator(), in(u.operand(), by), u.at());
      case Binary b -> new Binary(b.operator(), in(b.left(), by), in(b.right(), by), b.at());
      case Call c ->
          new Call(c.function(), c.arguments().stream().map(a -> in(a, by)).toList(), c.at());
    };
  }

  /// Replaces symbols, and definitions by what they stand for.
  static Function<String, Optional<Expression>> inlining(
      List<Definition> definitions, Function<String, Optional<Expression>> by) {
    Map<String, Expression> values = new HashMap<>();
    definitions.forEach(d -> values.put(d.name(), d.value()));
    return new Function<>() {
      @Override
      public Optional<Expression> apply(String name) {
        Expression value = values.get(name);
        return value == null ? by.apply(name) : Optional.of(in(value, this));
      }
    };
  }

  /// The power of a symbol in a formula without definitions; 2 stands for everything that is neither 0 nor 1.
  static int degree(Expression formula, String symbol) {
    return switch (formula) {
      case Literal _ -> 0;
      case Symbol s -> s.name().equals(symbol) ? 1 : 0;
      case Unary u -> degree(u.operand(), symbol);
      case Binary b -> {
        int left = degree(b.left(), symbol);
        int right = degree(b.right(), symbol);
        yield switch (b.operator()) {
          case ADD, SUBTRACT -> Math.max(left, right);
          case MULTIPLY -> Math.min(2, left + right);
          case DIVIDE -> right == 0 ? left : 2;
          case POWER, LESS, AT_MOST, GREATER, AT_LEAST, EQUAL, DIFFERENT, AND, OR, NEGATE, NOT ->
              left + right == 0 ? 0 : 2;
        };
      }
      case Call c -> c.arguments().stream().allMatch(a -> degree(a, symbol) == 0) ? 0 : 2;
    };
  }

  /// The value, in engine units, of a formula without symbols.
  static OptionalDouble constant(Expression formula) {
    return hasSymbols(formula)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Evaluator.evaluate(formula, _ -> Double.NaN));
  }

  private static boolean hasSymbols(Expression formula) {
    return switch (formula) {
      case Literal _ -> false;
      case Symbol s -> !s.name().equals("pi");
      case Unary u -> hasSymbols(u.operand());
      case Binary b -> hasSymbols(b.left()) || hasSymbols(b.right());
      case Call c -> c.arguments().stream().anyMatch(Substitution::hasSymbols);
    };
  }
}
