package org.neurarium.app.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.units.Quantity;

/// Measured numbers for people: four digits are enough.
final class Numbers {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  /// What remains of a difference of equal times.
  private static final double ROUNDING = 1e-9;

  private Numbers() {}

  static String of(double value) {
    if (Double.isNaN(value)) return "-";
    if (Double.isInfinite(value)) return value > 0 ? "infinite" : "-infinite";
    if (Math.abs(value) < ROUNDING) return "0";
    return Quantity.format(new BigDecimal(value).round(FOUR_DIGITS).doubleValue());
  }

  /// A number from a row of a table; `-` where there is none.
  static String of(@Nullable Object value) {
    return value instanceof Number number ? of(number.doubleValue()) : "-";
  }

  /// From the smallest to the largest.
  static String range(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (sorted.length == 0) return "-";
    String low = of(sorted[0]);
    String high = of(sorted[sorted.length - 1]);
    return low.equals(high) ? low : low + " … " + high;
  }
}
