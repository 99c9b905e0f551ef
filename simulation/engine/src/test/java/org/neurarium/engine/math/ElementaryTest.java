package org.neurarium.engine.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ElementaryTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void exponentialIsWithinItsStatedError() {
    check("exp", Elementary::exp, Exact::exp, spread(1, -707, 709.7), 1.1);
    check("exp, small", Elementary::exp, Exact::exp, scaled(2, 1), 1.1);
    for (double x = -708.1; x > -800; x -= 0.01) assertEquals(0.0, Elementary.exp(x));
  }

  @Test
  void exponentialLessOneIsWithinItsStatedError() {
    check("expm1", Elementary::expm1, Exact::expm1, spread(4, -1.5, 1.5), 2);
    check("expm1, all", Elementary::expm1, Exact::expm1, spread(5, -40, 709), 2);
    check("expm1, small", Elementary::expm1, Exact::expm1, scaled(6, 0.5), 2);
  }

  @Test
  void exponentialQuotientIsWithinItsStatedError() {
    DoubleFunction<BigDecimal> exact = x -> Exact.expm1(x).divide(new BigDecimal(x), Exact.DIGITS);
    check("exprel", Elementary::exprel, exact, spread(7, -50, 50), 2.5);
    check("exprel, small", Elementary::exprel, exact, scaled(8, 1), 2.5);
  }

  @Test
  void logarithmIsWithinItsStatedError() {
    check("log near 1", Elementary::log, Exact::log, spread(9, 0.5, 2), 1);
    check("log at 1", Elementary::log, Exact::log, scaled(10, 0.5).map(x -> 1 + x), 1);
    DoubleStream all =
        new SplittableRandom(11)
            .longs(2000, 1, Double.doubleToRawLongBits(INFINITY))
            .mapToDouble(Double::longBitsToDouble);
    check("log", Elementary::log, Exact::log, all, 1);
  }

  @Test
  void hyperbolicTangentIsWithinItsStatedError() {
    check("tanh", Elementary::tanh, Exact::tanh, spread(12, -20, 20), 3);
    check("tanh, small", Elementary::tanh, Exact::tanh, scaled(13, 1), 3);
  }

  @Test
  void sineAndCosineAreWithinTheirStatedError() {
    for (double limit : new double[] {4, 1000, 0x1p30}) {
      check("sin", Elementary::sin, Exact::sin, spread(14, -limit, limit), 1);
      check("cos", Elementary::cos, Exact::cos, spread(15, -limit, limit), 1);
    }
    DoubleStream zeros =
        new SplittableRandom(16).doubles(2000, -1e8, 1e8).map(k -> Math.rint(k) * (Math.PI / 2));
    check("sin near zeros", Elementary::sin, Exact::sin, zeros, 1);
    check("sin, small", Elementary::sin, Exact::sin, scaled(17, 1), 1);
  }

  @Test
  void farAnglesAreThoseOfStrictMath() {
    for (double x : new double[] {0x1p30, -1e12, 1e300, INFINITY, Double.NaN}) {
      assertEquals(StrictMath.sin(x), Elementary.sin(x));
      assertEquals(StrictMath.cos(x), Elementary.cos(x));
    }
  }

  @Test
  void specialArgumentsGiveTheLimits() {
    assertEquals(1.0, Elementary.exp(0.0));
    assertEquals(1.0, Elementary.exp(-0.0));
    assertEquals(INFINITY, Elementary.exp(INFINITY));
    assertEquals(INFINITY, Elementary.exp(709.79));
    assertEquals(0.0, Elementary.exp(-INFINITY));
    assertEquals(0.0, Elementary.exp(-709));
    assertEquals(0.0, Elementary.expm1(0.0));
    assertEquals(-0.0, Elementary.expm1(-0.0));
    assertEquals(Double.MIN_VALUE, Elementary.expm1(Double.MIN_VALUE));
    assertEquals(INFINITY, Elementary.expm1(INFINITY));
    assertEquals(-1.0, Elementary.expm1(-INFINITY));
    assertEquals(1.0, Elementary.exprel(0.0));
    assertEquals(1.0, Elementary.exprel(-0.0));
    assertEquals(1.0, Elementary.exprel(Double.MIN_VALUE));
    assertEquals(INFINITY, Elementary.exprel(INFINITY));
    assertEquals(0.0, Elementary.exprel(-INFINITY));
    assertEquals(0.0, Elementary.log(1.0));
    assertEquals(-INFINITY, Elementary.log(0.0));
    assertEquals(-INFINITY, Elementary.log(-0.0));
    assertEquals(INFINITY, Elementary.log(INFINITY));
    assertEquals(Double.NaN, Elementary.log(-1.0));
    assertEquals(Double.NaN, Elementary.log(-INFINITY));
    assertEquals(1.0, Elementary.tanh(INFINITY));
    assertEquals(-1.0, Elementary.tanh(-INFINITY));
    assertEquals(-0.0, Elementary.tanh(-0.0));
    assertEquals(Double.MIN_VALUE, Elementary.tanh(Double.MIN_VALUE));
    assertEquals(-0.0, Elementary.sin(-0.0));
    assertEquals(1.0, Elementary.cos(0.0));
    for (DoubleUnaryOperator function :
        List.<DoubleUnaryOperator>of(
            Elementary::exp,
            Elementary::log,
            Elementary::tanh,
            Elementary::expm1,
            Elementary::exprel,
            Elementary::sin,
            Elementary::cos)) assertEquals(Double.NaN, function.applyAsDouble(Double.NaN));
  }

  @Test
  void exponentialLogarithmAndTangentRise() {
    rises("exp", Elementary::exp, -30);
    rises("log", Elementary::log, 1e-3);
    rises("tanh", Elementary::tanh, -30);
    rises("expm1", Elementary::expm1, -30);
  }

  private static void rises(String name, DoubleUnaryOperator function, double from) {
    SplittableRandom random = new SplittableRandom(18);
    for (int k = 0; k < 20_000; k++) {
      double x = random.nextDouble(from, 30);
      double y = x + Math.ulp(x) * 16;
      assertTrue(
          function.applyAsDouble(x) <= function.applyAsDouble(y), () -> name + " falls at " + x);
    }
  }

  private static DoubleStream spread(long seed, double from, double to) {
    DoubleStream grid = DoubleStream.iterate(from, x -> x <= to, x -> x + (to - from) / 1000);
    return DoubleStream.concat(grid, new SplittableRandom(seed).doubles(2000, from, to))
        .filter(x -> x != 0);
  }

  /// Numbers of all sizes below a limit.
  private static DoubleStream scaled(long seed, double limit) {
    SplittableRandom random = new SplittableRandom(seed);
    return DoubleStream.generate(
            () -> random.nextDouble(-limit, limit) * Math.scalb(1.0, -random.nextInt(60)))
        .limit(2000);
  }

  private static void check(
      String name,
      DoubleUnaryOperator function,
      DoubleFunction<BigDecimal> exact,
      DoubleStream arguments,
      double allowed) {
    arguments.forEach(x -> {
      double value = function.applyAsDouble(x);
      double error = Exact.error(value, exact.apply(x));
      assertTrue(error <= allowed, () -> name + "(" + x + ") = " + value + " is off by " + error);
    });
  }
}
