package org.neurarium.engine.portrait;

import java.util.List;
import java.util.function.Function;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Call;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Expression.Unary;

/// An expression as a function of numbered values, for pictures. A condition is 1 or 0; random numbers are at their mean.
@FunctionalInterface
interface Formula {

  double at(double[] values);

  /// Makes a function of an expression.
  ///
  /// @param symbols gives what a symbol stands for
  static Formula of(Expression expression, Function<String, Formula> symbols) {
    return switch (expression) {
      case Literal n -> {
        double value = n.quantity().engineValue();
        yield _ -> value;
      }
      case Symbol s -> symbols.apply(s.name());
      case Unary u -> {
        Formula x = of(u.operand(), symbols);
        yield u.operator() == Expression.Operator.NOT ? v -> truth(x.at(v) == 0) : v -> -x.at(v);
      }
      case Binary b -> binary(b.operator(), of(b.left(), symbols), of(b.right(), symbols));
      case Call c -> call(c.function(), c.arguments().stream().map(a -> of(a, symbols)).toList());
    };
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  private static Formula binary(Expression.Operator operator, Formula a, Formula b) {
    return switch (operator) {
      case ADD -> v -> a.at(v) + b.at(v);
      case SUBTRACT, NEGATE -> v -> a.at(v) - b.at(v);
      case MULTIPLY -> v -> a.at(v) * b.at(v);
      case DIVIDE -> v -> a.at(v) / b.at(v);
      case POWER -> v -> StrictMath.pow(a.at(v), b.at(v));
      case LESS -> v -> truth(a.at(v) < b.at(v));
      case AT_MOST -> v -> truth(a.at(v) <= b.at(v));
      case GREATER -> v -> truth(a.at(v) > b.at(v));
      case AT_LEAST -> v -> truth(a.at(v) >= b.at(v));
      case EQUAL -> v -> truth(a.at(v) == b.at(v));
      case DIFFERENT -> v -> truth(a.at(v) != b.at(v));
      case AND -> v -> truth(a.at(v) != 0 && b.at(v) != 0);
      case OR, NOT -> v -> truth(a.at(v) != 0 || b.at(v) != 0);
    };
  }

  private static Formula call(
      org.neurarium.circuits.formula.Function function, List<Formula> arguments) {
    if (function.isRandom()) {
      double mean = function == org.neurarium.circuits.formula.Function.UNIFORM ? 0.5 : 0;
      return _ -> mean;
    }
    Formula x = arguments.getFirst();
    return switch (function) {
      case EXP -> v -> StrictMath.exp(x.at(v));
      case LOG -> v -> StrictMath.log(x.at(v));
      case TANH -> v -> StrictMath.tanh(x.at(v));
      case SIN -> v -> StrictMath.sin(x.at(v));
      case COS -> v -> StrictMath.cos(x.at(v));
      case SQRT -> v -> Math.sqrt(x.at(v));
      case ABS -> v -> Math.abs(x.at(v));
      case FLOOR -> v -> Math.floor(x.at(v));
      case EXPM1 -> v -> StrictMath.expm1(x.at(v));
      case EXPREL ->
          v -> {
            double z = x.at(v);
            return z == 0 ? 1 : StrictMath.expm1(z) / z;
          };
      case LOGISTIC -> v -> 1 / (1 + StrictMath.exp(-x.at(v)));
      case POSITIVE -> v -> Math.max(0, x.at(v));
      case MIN -> v -> Math.min(x.at(v), arguments.get(1).at(v));
      case MAX -> v -> Math.max(x.at(v), arguments.get(1).at(v));
      case CLIP -> v -> Math.min(Math.max(x.at(v), arguments.get(1).at(v)), arguments.get(2).at(v));
      case IF -> v -> x.at(v) != 0 ? arguments.get(1).at(v) : arguments.get(2).at(v);
      case UNIFORM, NORMAL -> throw new IllegalStateException("handled above");
    };
  }
}
