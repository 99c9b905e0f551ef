package org.neurarium.app.inspector;

import java.util.Optional;
import java.util.OptionalDouble;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Unit;

/// What a number field is about.
///
/// @param name for people, beginning with a capital: "Spike threshold"
/// @param symbol its symbol in the equations, or empty
/// @param help one or two sentences for the tooltip
/// @param unit in which it is shown
/// @param scale of its slider; empty for a field without one
/// @param smallest smallest value that makes sense, minus infinity for none
/// @param smallestExcluded whether the smallest itself makes no sense either
/// @param largest largest value that makes sense; a field whose largest is infinite takes "never"
/// @param standard what it goes back to; empty where there is no default
record NumberSpec(
    String name,
    String symbol,
    String help,
    Unit unit,
    Optional<Scale> scale,
    double smallest,
    boolean smallestExcluded,
    double largest,
    OptionalDouble standard) {

  /// A number of any size, without a slider.
  static NumberSpec of(String name, Unit unit) {
    return new NumberSpec(
        name,
        "",
        "",
        unit,
        Optional.empty(),
        Double.NEGATIVE_INFINITY,
        false,
        Double.MAX_VALUE,
        OptionalDouble.empty());
  }

  /// A model's parameter.
  static NumberSpec of(Parameter p) {
    NumberSpec spec =
        of(capital(p.label()), p.unit())
            .symbol(p.id())
            .slider(Scale.linear(p.min(), p.max()))
            .standard(p.standard().value());
    return switch (p.limit()) {
      case Limit.ANY -> spec;
      case Limit.POSITIVE -> spec.above(0);
      case Limit.NOT_NEGATIVE -> spec.atLeast(0);
    };
  }

  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  NumberSpec symbol(String s) {
    return new NumberSpec(
        name, s, help, unit, scale, smallest, smallestExcluded, largest, standard);
  }

  NumberSpec help(String h) {
    return new NumberSpec(
        name, symbol, h, unit, scale, smallest, smallestExcluded, largest, standard);
  }

  NumberSpec slider(Scale s) {
    return new NumberSpec(
        name, symbol, help, unit, Optional.of(s), smallest, smallestExcluded, largest, standard);
  }

  NumberSpec above(double bound) {
    return new NumberSpec(name, symbol, help, unit, scale, bound, true, largest, standard);
  }

  NumberSpec atLeast(double bound) {
    return new NumberSpec(name, symbol, help, unit, scale, bound, false, largest, standard);
  }

  NumberSpec atMost(double bound) {
    return new NumberSpec(
        name, symbol, help, unit, scale, smallest, smallestExcluded, bound, standard);
  }

  NumberSpec standard(double value) {
    return new NumberSpec(
        name,
        symbol,
        help,
        unit,
        scale,
        smallest,
        smallestExcluded,
        largest,
        OptionalDouble.of(value));
  }

  NumberSpec named(String newName) {
    return new NumberSpec(
        newName, symbol, help, unit, scale, smallest, smallestExcluded, largest, standard);
  }

  boolean isIntegral() {
    return scale.map(Scale::integral).orElse(false);
  }

  /// A value that would do, for the sentence after a mistake.
  double example() {
    if (standard.isPresent()) return standard.getAsDouble();
    double good = scale.map(s -> s.value(0.5)).orElse(1.0);
    return allows(good) ? good : smallest + 1;
  }

  boolean allows(double value) {
    return value <= largest
        && (smallestExcluded ? value > smallest : value >= smallest)
        && (!isIntegral() || value == Math.rint(value));
  }

  /// Why a value makes no sense, as a sentence.
  String objection(double value) {
    String of = unit.symbol().isEmpty() ? "" : " " + unit.symbol();
    if (isIntegral() && value != Math.rint(value)) return name + " is a whole number.";
    if (value == Double.POSITIVE_INFINITY) return name + " has to be a finite number.";
    if (value > largest) return name + ": write at most " + NumberText.show(largest) + of + ".";
    return name
        + (smallestExcluded ? " has to be above " : ": write at least ")
        + NumberText.show(smallest)
        + of
        + ".";
  }

  /// Reads a text as this field's number.
  NumberText read(String text) {
    NumberText read = NumberText.read(text, name, unit, example());
    return read instanceof NumberText.Good(double value) && !allows(value)
        ? new NumberText.Bad(objection(value))
        : read;
  }

  /// The slider and key steps; a field without a slider steps by its own size.
  Scale steps() {
    return scale.orElseGet(() -> new Scale(1e-9, 1e9, true, false));
  }
}
