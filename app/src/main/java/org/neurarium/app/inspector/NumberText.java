package org.neurarium.app.inspector;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// What a person typed into a number field: a number in the field's unit, or a sentence saying why not.
///
/// A unit may be left out; another unit of the same dimension is converted; a comma is a decimal mark.
sealed interface NumberText {

  /// What means an infinite time where a field allows it.
  Set<String> FOR_EVER = Set.of("∞", "never", "for ever", "inf");

  /// A number, in the field's unit.
  record Good(double value) implements NumberText {}

  /// A sentence for the person.
  record Bad(String sentence) implements NumberText {}

  /// Reads a text.
  ///
  /// @param name the field's name, to begin the sentence
  /// @param unit the field's unit
  /// @param example a number that would do
  static NumberText read(String text, String name, Unit unit, double example) {
    if (FOR_EVER.contains(text.strip().toLowerCase(Locale.ROOT)))
      return new Good(Double.POSITIVE_INFINITY);
    String sample = Quantity.format(example) + (unit.symbol().isEmpty() ? "" : " " + unit.symbol());
    if (text.isBlank()) return new Bad(name + " needs a number, such as " + sample + ".");
    Optional<Quantity> read = Quantity.parse(text);
    if (read.isEmpty())
      return new Bad(
          "“"
              + text.strip()
              + "” is not a number with a unit known here. Write for example "
              + sample
              + ".");
    Quantity quantity = read.get();
    if (quantity.unit().equals(Unit.NONE) || quantity.unit().equals(unit))
      return new Good(quantity.value());
    if (!quantity.unit().dimension().equals(unit.dimension()))
      return new Bad(
          name
              + " is "
              + unit.dimension().describe()
              + ", and "
              + quantity.unit().symbol()
              + " measures "
              + quantity.unit().dimension().describe()
              + ". Write for example "
              + sample
              + ".");
    return new Good(tidy(quantity.in(unit).value()));
  }

  /// A number without the dust of binary arithmetic: 12 significant digits.
  static double tidy(double value) {
    if (!Double.isFinite(value)) return value;
    return new BigDecimal(value).round(new MathContext(12)).doubleValue();
  }

  /// A number as a field shows it, with a real minus sign.
  static String show(double value) {
    if (value == Double.POSITIVE_INFINITY) return "∞";
    if (value == Double.NEGATIVE_INFINITY) return "−∞";
    String text = Quantity.format(tidy(value));
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}
