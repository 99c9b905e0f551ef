package org.neurarium.circuits.formula;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.formula.Expression.Operator;

/// Computes a formula once, in coherent engine units: a start value, the length of a refractory period, a constant part. True is 1, false is 0.
///
/// It gives the same bits on every machine. It is not what runs a model: that is the engine's business.
public final class Evaluator {

  private Evaluator() {}

  /// The value of a formula without random numbers.
  ///
  /// @param symbols gives the value of a symbol in engine units
  public static double evaluate(Expression formula, ToDoubleFunction<String> symbols) {
    return switch (formula) {
      case Expression.Literal n -> n.quantity().engineValue();
      case Expression.Symbol s -> s.name().equals("pi") ? Math.PI : symbols.applyAsDouble(s.name());
      case Expression.Unary u -> apply(u.operator(), evaluate(u.operand(), symbols), 0);
      case Expression.Binary b ->
          apply(b.operator(), evaluate(b.left(), symbols), evaluate(b.right(), symbols));
      case Expression.Call c ->
          apply(
              c.function(),
              c.arguments().stream().map(argument -> evaluate(argument, symbols)).toList());
    };
  }

  /// What an operator gives.
  ///
  /// @param b of no meaning for operators with one operand
  public static double apply(Operator operator, double a, double b) {
    return switch (operator) {
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case POWER -> StrictMath.pow(a, b);
      case NEGATE -> -a;
      case LESS -> truth(a < b);
      case AT_MOST -> truth(a <= b);
      case GREATER -> truth(a > b);
      case AT_LEAST -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case DIFFERENT -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
      case NOT -> truth(a == 0);
    };
  }

  /// What a function gives.
  ///
  /// @param x its arguments
  public static double apply(Function function, List<Double> x) {
    return switch (function) {
      case EXP -> StrictMath.exp(x.getFirst());
      case LOG -> StrictMath.log(x.getFirst());
      case TANH -> StrictMath.tanh(x.getFirst());
      case SIN -> StrictMath.sin(x.getFirst());
      case COS -> StrictMath.cos(x.getFirst());
      case SQRT -> Math.sqrt(x.getFirst());
      case ABS -> Math.abs(x.getFirst());
      case FLOOR -> Math.floor(x.getFirst());
      case EXPM1 -> StrictMath.expm1(x.getFirst());
      case EXPREL -> x.getFirst() == 0 ? 1 : StrictMath.expm1(x.getFirst()) / x.getFirst();
      case LOGISTIC -> 1 / (1 + StrictMath.exp(-x.getFirst()));
      case POSITIVE -> Math.max(x.getFirst(), 0);
      case MIN -> Math.min(x.getFirst(), x.get(1));
      case MAX -> Math.max(x.getFirst(), x.get(1));
      case CLIP -> Math.min(Math.max(x.getFirst(), x.get(1)), x.get(2));
      case IF -> x.getFirst() != 0 ? x.get(1) : x.get(2);
      case UNIFORM, NORMAL ->
          throw new IllegalArgumentException("a random number has no value of its own");
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}
