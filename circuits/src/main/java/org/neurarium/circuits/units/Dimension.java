package org.neurarium.circuits.units;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Exponents of the five base quantities of the engine: voltage, time, current, length and concentration.
///
/// Voltage and current replace the SI's mass and (electric) current as base quantities, because no model here
/// weighs anything; every electrical unit is a product of these. Concentration stands for itself, as nobody counts molecules.
///
/// @param voltage exponent of voltage
/// @param time exponent of time
/// @param current exponent of electric current
/// @param length exponent of length
/// @param concentration exponent of the amount of a substance in a volume
public record Dimension(int voltage, int time, int current, int length, int concentration) {

  /// A pure number.
  public static final Dimension NONE = new Dimension(0, 0, 0, 0, 0);

  public static final Dimension VOLTAGE = new Dimension(1, 0, 0, 0, 0);
  public static final Dimension TIME = new Dimension(0, 1, 0, 0, 0);
  public static final Dimension CURRENT = new Dimension(0, 0, 1, 0, 0);
  public static final Dimension LENGTH = new Dimension(0, 0, 0, 1, 0);
  public static final Dimension CONCENTRATION = new Dimension(0, 0, 0, 0, 1);
  public static final Dimension RATE = NONE.over(TIME);
  public static final Dimension CONDUCTANCE = CURRENT.over(VOLTAGE);
  public static final Dimension CAPACITANCE = CURRENT.times(TIME).over(VOLTAGE);
  public static final Dimension RESISTANCE = VOLTAGE.over(CURRENT);
  public static final Dimension CHARGE = CURRENT.times(TIME);

  /// The dimension of a product.
  public Dimension times(Dimension other) {
    return new Dimension(
        voltage + other.voltage,
        time + other.time,
        current + other.current,
        length + other.length,
        concentration + other.concentration);
  }

  /// The dimension of a quotient.
  public Dimension over(Dimension other) {
    return times(other.power(-1));
  }

  /// The dimension of an integer power.
  public Dimension power(int n) {
    return new Dimension(voltage * n, time * n, current * n, length * n, concentration * n);
  }

  /// The dimension of the square root, where there is one.
  public Optional<Dimension> root() {
    return ((voltage | time | current | length | concentration) & 1) == 0
        ? Optional.of(
            new Dimension(voltage / 2, time / 2, current / 2, length / 2, concentration / 2))
        : Optional.empty();
  }

  /// The largest exponent, without its sign.
  public int size() {
    return Math.max(
        Math.max(Math.abs(voltage), Math.abs(time)),
        Math.max(Math.max(Math.abs(current), Math.abs(length)), Math.abs(concentration)));
  }

  /// The unit that has this dimension and is one engine unit: mV, ms, pA, um, uM or a product of these.
  public Unit unit() {
    for (String symbol : List.of("", "mV", "ms", "pA", "um", "uM", "nS", "pF", "GOhm", "kHz", "fC"))
      if (Unit.of(symbol).dimension().equals(this)) return Unit.of(symbol);
    String above = factors(1, "*");
    String below = factors(-1, "/");
    return new Unit(
        (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : "/" + below), this, 1);
  }

  private String factors(int sign, String between) {
    int[] exponents = {voltage, time, current, length, concentration};
    List<String> symbols = List.of("mV", "ms", "pA", "um", "uM");
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < exponents.length; k++) {
      int n = exponents[k] * sign;
      if (n <= 0) continue;
      text.append(text.isEmpty() ? "" : between)
          .append(symbols.get(k))
          .append(n == 1 ? "" : "^" + n);
    }
    return text.toString();
  }

  /// Names this dimension for a sentence: "a voltage", "a time", ….
  public String describe() {
    if (equals(NONE)) return "a pure number";
    if (equals(VOLTAGE)) return "a voltage";
    if (equals(TIME)) return "a time";
    if (equals(CURRENT)) return "a current";
    if (equals(LENGTH)) return "a length";
    if (equals(RATE)) return "a rate";
    if (equals(CONDUCTANCE)) return "a conductance";
    if (equals(CAPACITANCE)) return "a capacitance";
    if (equals(RESISTANCE)) return "a resistance";
    if (equals(CHARGE)) return "a charge";
    if (equals(CONCENTRATION)) return "a concentration";
    if (equals(CONDUCTANCE.over(LENGTH.power(2)))) return "a conductance per area";
    if (equals(CAPACITANCE.over(LENGTH.power(2)))) return "a capacitance per area";
    if (equals(RESISTANCE.times(LENGTH))) return "a resistivity";
    return "something in " + unit();
  }

  // As for units: the record's own methods would be linked at every start.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dimension d
        && voltage == d.voltage
        && time == d.time
        && current == d.current
        && length == d.length
        && concentration == d.concentration;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * (31 * voltage + time) + current) + length) + concentration;
  }
}
