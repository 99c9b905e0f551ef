package org.neurarium.circuits.units;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number with the unit its author wrote.
///
/// @param value the number in `unit`; finite, or infinite where a field allows "for ever", never NaN
/// @param unit the unit
public record Quantity(double value, Unit unit) {

  private static final Pattern TEXT =
      Pattern.compile(
          "\\s*([-+−]?(?:\\d+[.,]?\\d*|[.,]\\d+)(?:[eE][-+]?\\d+)?)\\s*([^\\s\\d].*?)?\\s*");

  public Quantity {
    if (Double.isNaN(value)) throw new IllegalArgumentException("a quantity is not NaN");
    value += 0.0; // −0 is written, and therefore kept, as 0
  }

  /// A quantity in the unit with this symbol.
  public static Quantity of(double value, String symbol) {
    return new Quantity(value, Unit.of(symbol));
  }

  /// A pure number.
  public static Quantity number(double value) {
    return new Quantity(value, Unit.NONE);
  }

  /// Reads `12.5 mV`, `12,5mV` or `3`; a comma is a decimal mark. Empty when the text is no quantity or too large for a number.
  public static Optional<Quantity> parse(String text) {
    if (text.length() > 100) return Optional.empty();
    Matcher m = TEXT.matcher(text);
    if (!m.matches()) return Optional.empty();
    double value = Double.parseDouble(m.group(1).replace(',', '.').replace('−', '-'));
    if (!Double.isFinite(value)) return Optional.empty();
    String symbol = m.group(2) == null ? "" : m.group(2);
    return Unit.find(symbol).map(unit -> new Quantity(value, unit));
  }

  /// What is wrong with a text that [#parse(String)] does not read, in one sentence.
  public static String whyNot(String text) {
    String shown = "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    if (text.isBlank()) return "A number with a unit is missing here";
    if (text.length() > 100) return shown + " is too long for a number with a unit";
    Matcher m = TEXT.matcher(text);
    if (!m.matches()) return shown + " is not a number with a unit";
    if (m.group(2) != null && Unit.find(m.group(2)).isEmpty())
      return "There is no unit '" + m.group(2) + "'";
    return shown + " is too large for a number";
  }

  /// How a text that [#parse(String)] does not read could be mended.
  public static String whatInstead(String text) {
    Matcher m = TEXT.matcher(text.length() > 100 ? "" : text);
    if (!m.matches() || m.group(2) == null) return "Write it like '250 pF' or '-70.6 mV'.";
    if (Unit.find(m.group(2)).isPresent()) return "";
    return Unit.whichInstead(m.group(2));
  }

  /// The value in engine units (mV, ms, pA, um, uM and their products).
  public double engineValue() {
    return value * unit.scale();
  }

  /// The same quantity in another unit of the same dimension.
  ///
  /// @throws IllegalArgumentException if the dimensions differ
  public Quantity in(Unit other) {
    if (!unit.dimension().equals(other.dimension()))
      throw new IllegalArgumentException(this + " cannot be given in " + other);
    return unit.equals(other) ? this : new Quantity(engineValue() / other.scale(), other);
  }

  /// The same unit with another value.
  public Quantity withValue(double newValue) {
    return new Quantity(newValue, unit);
  }

  /// The number as plain text without needless digits: `250`, `-70.6`, `1e-12`.
  public static String format(double value) {
    if (value == 0) return "0";
    double size = Math.abs(value);
    if (Double.isInfinite(value) || size >= 1e15 || size < 1e-5) return Double.toString(value);
    return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  /// Writes the text that [#parse(String)] reads back.
  @Override
  public String toString() {
    if (unit.symbol().isEmpty()) return format(value);
    // 0.1/ms, as nobody writes 0.1 1/ms.
    return unit.symbol().startsWith("1/")
        ? format(value) + unit.symbol().substring(1)
        : format(value) + " " + unit.symbol();
  }
}
