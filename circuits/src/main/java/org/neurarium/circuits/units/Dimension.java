package org.neurarium.circuits.units;

/// Exponents of the four base quantities of the engine: voltage, time, current and length.
///
/// Voltage and current replace the SI's mass and (electric) current as base quantities, because no model here
/// weighs anything; every electrical unit is a product of these four.
///
/// @param voltage exponent of voltage
/// @param time exponent of time
/// @param current exponent of electric current
/// @param length exponent of length
public record Dimension(int voltage, int time, int current, int length) {

  /// A pure number.
  public static final Dimension NONE = new Dimension(0, 0, 0, 0);

  public static final Dimension VOLTAGE = new Dimension(1, 0, 0, 0);
  public static final Dimension TIME = new Dimension(0, 1, 0, 0);
  public static final Dimension CURRENT = new Dimension(0, 0, 1, 0);
  public static final Dimension LENGTH = new Dimension(0, 0, 0, 1);
  public static final Dimension RATE = NONE.over(TIME);
  public static final Dimension CONDUCTANCE = CURRENT.over(VOLTAGE);
  public static final Dimension CAPACITANCE = CURRENT.times(TIME).over(VOLTAGE);
  public static final Dimension RESISTANCE = VOLTAGE.over(CURRENT);
  public static final Dimension CHARGE = CURRENT.times(TIME);

  /// The dimension of a product.
  public Dimension times(Dimension other) {
    return new Dimension(
        voltage + other.voltage, time + other.time, current + other.current, length + other.length);
  }

  /// The dimension of a quotient.
  public Dimension over(Dimension other) {
    return times(other.power(-1));
  }

  /// The dimension of an integer power.
  public Dimension power(int n) {
    return new Dimension(voltage * n, time * n, current * n, length * n);
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
    return "V^" + voltage + " s^" + time + " A^" + current + " m^" + length;
  }
}
