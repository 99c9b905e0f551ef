package org.neurarium.circuits.language;

import java.util.Optional;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Reads units and quantities as they stand in a model file.
final class UnitReader {

  private UnitReader() {}

  /// A unit or product of units: `pA`, `uA/cm^2`, `1/ms`, `1`.
  static Unit unit(Cursor cursor) {
    Span start = cursor.here().at();
    StringBuilder text = new StringBuilder();
    boolean factorDue = true;
    int open = 0;
    while (true) {
      Lexeme next = cursor.here();
      if (factorDue && (next.type() == Type.NAME || next.is("("))) {
        open += next.is("(") ? 1 : 0;
        factorDue = next.is("(");
        if (next.type() == Type.NAME && Unit.find(next.text()).isEmpty()) throw unknown(next);
      } else if (factorDue && next.type() == Type.NUMBER && next.text().equals("1")) {
        factorDue = false;
      } else if (!factorDue && (next.is("*") || next.is("/"))) {
        factorDue = true;
      } else if (!factorDue && next.is("^")) {
        power(cursor, text);
        continue;
      } else if (!factorDue && next.is(")") && open > 0) {
        open--;
      } else {
        break;
      }
      text.append(next.text());
      cursor.take(next.type() == Type.SIGN ? Token.Kind.SIGN : Token.Kind.UNIT);
    }
    if (text.isEmpty())
      throw new Mistake(
          cursor.here().at(),
          "A unit is missing before " + cursor.here().shown(),
          "Units are written like mV, pA, nS/mV^2 or 1/ms; '1' stands for a pure number.");
    return Unit.find(text.toString())
        .orElseThrow(() ->
            new Mistake(
                cursor.since(start),
                "'" + text + "' is no unit",
                "Units are written like mV, pA, nS/mV^2 or 1/ms."));
  }

  private static void power(Cursor cursor, StringBuilder text) {
    text.append(cursor.take().text());
    if (cursor.at("-")) text.append(cursor.take().text());
    if (cursor.here().type() != Type.NUMBER)
      throw new Mistake(
          cursor.here().at(),
          "A power of a unit is missing before " + cursor.here().shown(),
          "Write it like mV^2.");
    text.append(cursor.take().text());
  }

  /// A number with its unit, `-70.6 mV`, `36 mS/cm^2` or `0.1/ms`, where nothing else can stand.
  static Quantity quantity(Cursor cursor) {
    Span start = cursor.here().at();
    boolean negative = cursor.accept("-");
    if (!negative) cursor.accept("+");
    if (cursor.here().type() != Type.NUMBER)
      throw new Mistake(
          start,
          "A number with a unit is missing before " + cursor.here().shown(),
          "Write it like '250 pF' or '-70.6 mV'.");
    double size = number(cursor.take());
    double value = negative ? -size : size;
    Lexeme next = cursor.here();
    if (next.is("/")) return new Quantity(value, reciprocal(cursor));
    boolean unitFollows =
        next.type() == Type.NAME
                && (Unit.find(next.text()).isPresent()
                    || !Words.AFTER_NUMBER.contains(next.text()) && !cursor.ahead(1).is("="))
            || next.type() == Type.NUMBER && next.text().equals("1") && cursor.ahead(1).is("/");
    return new Quantity(value, unitFollows ? unit(cursor) : Unit.NONE);
  }

  private static Unit reciprocal(Cursor cursor) {
    Span start = cursor.here().at();
    cursor.take();
    Unit below = unit(cursor);
    return Unit.find("1/" + below.symbol())
        .orElseThrow(() -> new Mistake(cursor.since(start), "'1/" + below + "' is no unit", ""));
  }

  /// The unit that follows a number in a formula: one symbol and perhaps its power.
  static Optional<Unit> afterNumber(Cursor cursor) {
    Lexeme next = cursor.here();
    if (next.type() != Type.NAME) return Optional.empty();
    Optional<Unit> unit = Unit.find(next.text());
    if (unit.isEmpty()) {
      if (Words.AFTER_NUMBER.contains(next.text())) return Optional.empty();
      throw unknown(next);
    }
    cursor.take(Token.Kind.UNIT);
    boolean signed = cursor.ahead(1).is("-");
    if (!cursor.at("^") || cursor.ahead(signed ? 2 : 1).type() != Type.NUMBER) return unit;
    String power = (signed ? "-" : "") + cursor.ahead(signed ? 2 : 1).text();
    Span start = next.at();
    for (int k = signed ? 3 : 2; k > 0; k--) cursor.take();
    return Optional.of(
        Unit.find(next.text() + "^" + power)
            .orElseThrow(() ->
                new Mistake(
                    cursor.since(start),
                    "A unit has no power like " + power,
                    "Powers of units are whole numbers from 1 to 9.")));
  }

  /// The value of a number.
  static double number(Lexeme lexeme) {
    double value =
        lexeme.text().length() > 40 ? Double.POSITIVE_INFINITY : Double.parseDouble(lexeme.text());
    if (Double.isInfinite(value))
      throw new Mistake(
          lexeme.at(),
          lexeme.shown() + " is too large for a number",
          "The largest is about 1.8e308, with 40 digits.");
    return value;
  }

  private static Mistake unknown(Lexeme lexeme) {
    return new Mistake(
        lexeme.at(), "There is no unit " + lexeme.shown(), Unit.whichInstead(lexeme.text()));
  }
}
