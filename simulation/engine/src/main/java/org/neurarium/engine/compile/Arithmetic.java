package org.neurarium.engine.compile;

import org.neurarium.engine.math.Elementary;

/// What each operation gives, one number at a time: the definition to which everything else that runs programs is held. Conditions are 1 and 0.
final class Arithmetic {

  private Arithmetic() {}

  static double apply(Op op, double a, double b, double c) {
    return switch (op) {
      case CONSTANT, LOAD -> throw new IllegalArgumentException(op + " has no operands");
      case ADD -> a + b;
      case SUBTRACT -> a - b;
      case MULTIPLY -> a * b;
      case DIVIDE -> a / b;
      case FMA -> Math.fma(a, b, c);
      case NEGATE -> -a;
      case MIN -> Math.min(a, b);
      case MAX -> Math.max(a, b);
      case ABS -> Math.abs(a);
      case SQRT -> Math.sqrt(a);
      case FLOOR -> Math.floor(a);
      case EXP -> Elementary.exp(a);
      case LOG -> Elementary.log(a);
      case TANH -> Elementary.tanh(a);
      case SIN -> Elementary.sin(a);
      case COS -> Elementary.cos(a);
      case EXPM1 -> Elementary.expm1(a);
      case EXPREL -> Elementary.exprel(a);
      case POWER -> Elementary.power(a);
      case LESS -> truth(a < b);
      case AT_MOST -> truth(a <= b);
      case GREATER -> truth(a > b);
      case AT_LEAST -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case DIFFERENT -> truth(a != b);
      case AND -> truth(a != 0 && b != 0);
      case OR -> truth(a != 0 || b != 0);
      case NOT -> truth(a == 0);
      case SELECT -> a != 0 ? b : c;
    };
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }
}
