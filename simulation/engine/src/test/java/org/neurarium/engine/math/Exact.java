package org.neurarium.engine.math;

import java.math.BigDecimal;
import java.math.MathContext;

/// Elementary functions to many digits, from their power series: what the fast ones are compared with.
final class Exact {

  static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal PI =
      new BigDecimal(
          "3.14159265358979323846264338327950288419716939937510582097494459230781640628620899");

  private Exact() {}

  static BigDecimal exp(double x) {
    return exp(new BigDecimal(x));
  }

  static BigDecimal exp(BigDecimal x) {
    int halvings =
        Math.max(0, (int) Math.ceil(Math.log(x.abs().doubleValue() + 1) / Math.log(2)) + 4);
    BigDecimal small = x.divide(TWO.pow(halvings), DIGITS);
    BigDecimal result = BigDecimal.ONE.add(afterOne(small, 1), DIGITS);
    for (int k = 0; k < halvings; k++) result = result.multiply(result, DIGITS);
    return result;
  }

  static BigDecimal expm1(double x) {
    return Math.abs(x) < 0.1
        ? afterOne(new BigDecimal(x), 1)
        : exp(x).subtract(BigDecimal.ONE, DIGITS);
  }

  /// Newton's iteration from the platform's logarithm: two steps double 16 digits twice.
  static BigDecimal log(double x) {
    BigDecimal y = new BigDecimal(StrictMath.log(x));
    BigDecimal value = new BigDecimal(x);
    for (int k = 0; k < 2; k++)
      y = y.add(value.multiply(exp(y.negate()), DIGITS).subtract(BigDecimal.ONE, DIGITS), DIGITS);
    return y;
  }

  static BigDecimal tanh(double x) {
    BigDecimal t = expm1(2 * x);
    return t.divide(t.add(TWO, DIGITS), DIGITS);
  }

  static BigDecimal sin(double x) {
    return sin(new BigDecimal(x));
  }

  static BigDecimal cos(double x) {
    return sin(new BigDecimal(x).add(PI.divide(TWO)));
  }

  private static BigDecimal sin(BigDecimal x) {
    BigDecimal period = PI.multiply(TWO);
    BigDecimal turns = x.divide(period, DIGITS).setScale(0, java.math.RoundingMode.HALF_EVEN);
    BigDecimal angle = x.subtract(turns.multiply(period));
    return oddTerms(angle);
  }

  private static BigDecimal afterOne(BigDecimal x, int first) {
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int k = first + 1; k < 60; k++) {
      term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  private static BigDecimal oddTerms(BigDecimal x) {
    BigDecimal square = x.multiply(x, DIGITS).negate();
    BigDecimal term = x;
    BigDecimal sum = x;
    for (int k = 2; k < 90; k += 2) {
      term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) k * (k + 1)), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /// How far a number is from the truth, in units of its last place.
  static double error(double value, BigDecimal truth) {
    double nearest = truth.doubleValue();
    if (Double.isInfinite(nearest) || !Double.isFinite(value)) return value == nearest ? 0 : 1e300;
    return new BigDecimal(value)
        .subtract(truth)
        .abs()
        .divide(new BigDecimal(Math.ulp(nearest)), DIGITS)
        .doubleValue();
  }
}
