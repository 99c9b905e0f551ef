package org.neurarium.circuits.units;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads products of units: `uA/cm^2`, `nS*mV`, `1/(ms*mV)`, `ms^-1`. A quotient reads from left to right, so `pA/mV/ms` is `pA/(mV*ms)`.
final class UnitProduct {

  private static final int LONGEST = 64;
  private static final int HIGHEST_POWER = 9;

  private final String text;
  private int at;
  private Dimension dimension = Dimension.NONE;
  private final List<Factor> factors = new ArrayList<>();
  private String unknown = "";

  private record Factor(double scale, int power, boolean divides) {}

  private UnitProduct(String text) {
    this.text = text;
  }

  static Optional<Unit> read(String text) {
    String plain = text.replace(" ", "");
    if (plain.isEmpty() || plain.length() > LONGEST) return Optional.empty();
    if (plain.startsWith("/")) plain = "1" + plain;
    UnitProduct product = new UnitProduct(plain);
    if (!product.factors(1) || product.at < plain.length()) return Optional.empty();
    double size = product.scale();
    return size > 0 && Double.isFinite(size)
        ? Optional.of(new Unit(plain, product.dimension, size))
        : Optional.empty();
  }

  /// The first symbol in a product that is no unit, else the whole text.
  static String firstUnknown(String text) {
    UnitProduct product = new UnitProduct(text.replace(" ", ""));
    product.factors(1);
    return product.unknown.isEmpty() ? text : product.unknown;
  }

  private boolean factors(int sign) {
    if (!factor(sign)) return false;
    while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
      int next = text.charAt(at++) == '*' ? sign : -sign;
      if (!factor(next)) return false;
    }
    return true;
  }

  private boolean factor(int sign) {
    if (at < text.length() && text.charAt(at) == '(') {
      at++;
      if (!factors(sign) || at >= text.length() || text.charAt(at) != ')') return false;
      at++;
      return true;
    }
    if (at < text.length() && text.charAt(at) == '1') {
      at++;
      return true;
    }
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) at++;
    String symbol = text.substring(start, at);
    Optional<Unit> unit = symbol.isEmpty() ? Optional.empty() : Unit.simple(symbol);
    if (unit.isEmpty()) {
      unknown = symbol;
      return false;
    }
    int power = power();
    if (power == 0) return false;
    dimension = dimension.times(unit.get().dimension().power(sign * power));
    factors.add(new Factor(unit.get().scale(), power, sign < 0));
    return true;
  }

  /// In decimals, so that powers of ten stay what they are. Asked for products that are units only, as most texts that come here are none.
  private double scale() {
    BigDecimal scale = BigDecimal.ONE;
    for (Factor f : factors) {
      BigDecimal size =
          new BigDecimal(Double.toString(f.scale())).pow(f.power(), MathContext.DECIMAL128);
      scale =
          f.divides()
              ? scale.divide(size, MathContext.DECIMAL128)
              : scale.multiply(size, MathContext.DECIMAL128);
    }
    return scale.doubleValue();
  }

  /// What follows the `^`, 1 where there is none, 0 where it cannot be read.
  private int power() {
    if (at >= text.length() || text.charAt(at) != '^') return 1;
    at++;
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (negative) at++;
    if (at >= text.length()) return 0;
    int digit = text.charAt(at) - '0';
    if (digit < 1 || digit > HIGHEST_POWER) return 0;
    at++;
    return negative ? -digit : digit;
  }
}
