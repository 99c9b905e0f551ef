package org.neurarium.engine.compile;

/// What an instruction of a [Program] does. Numbers are IEEE doubles, rounded after each operation; conditions are true or false.
public enum Op {
  /// The instruction's constant.
  CONSTANT(0, false),
  /// Reads an input.
  LOAD(0, false),
  ADD(2, false),
  SUBTRACT(2, false),
  MULTIPLY(2, false),
  DIVIDE(2, false),
  /// a·b + c with one rounding.
  FMA(3, false),
  NEGATE(1, false),
  /// As [Math#min(double, double)].
  MIN(2, false),
  /// As [Math#max(double, double)].
  MAX(2, false),
  ABS(1, false),
  SQRT(1, false),
  FLOOR(1, false),
  EXP(1, false),
  LOG(1, false),
  TANH(1, false),
  SIN(1, false),
  COS(1, false),
  EXPM1(1, false),
  EXPREL(1, false),
  /// 2^(n - 1) from the sum of n and the constant that [org.neurarium.engine.math.Elementary#expm1] rounds with. Made by the compiler itself.
  POWER(1, false),
  LESS(2, true),
  AT_MOST(2, true),
  GREATER(2, true),
  AT_LEAST(2, true),
  EQUAL(2, true),
  DIFFERENT(2, true),
  AND(2, true),
  OR(2, true),
  NOT(1, true),
  /// b where condition a holds, else c; b and c are both computed.
  SELECT(3, false);

  private final int arity;
  private final boolean condition;

  Op(int arity, boolean condition) {
    this.arity = arity;
    this.condition = condition;
  }

  /// How many operands it takes.
  public int arity() {
    return arity;
  }

  /// Whether it gives true or false.
  public boolean isCondition() {
    return condition;
  }
}
