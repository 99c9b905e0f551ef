package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.units.Quantity;

/// Reads the lines that only a cell has: its membrane, its compartments and the channels in them.
final class CellParser {

  /// The word for every compartment.
  static final String ALL = "all";

  private static final String COMPARTMENT =
      "Write 'compartment trunk on soma length 400 um diameter 3 um'.";
  private static final String INSERT = "Write 'insert leak in soma, trunk g = 0.1 mS/cm^2'.";

  private CellParser() {}

  static void membrane(Cursor cursor, Draft draft) {
    String example = "Write 'membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV'.";
    do {
      draft.membrane.add(value(cursor, cursor.name("C_m, R_a or v", example)));
    } while (cursor.accept(","));
    cursor.end(List.of());
  }

  static void compartment(Cursor cursor, Draft draft) {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme name = cursor.name("The name of the compartment", COMPARTMENT);
    Optional<Draft.Named> parent = Optional.empty();
    Optional<Draft.Value> length = Optional.empty();
    Optional<Draft.Value> diameter = Optional.empty();
    Optional<Draft.Value> segments = Optional.empty();
    List<Draft.Value> values = new ArrayList<>();
    String label = "";
    while (!cursor.here().endsStatement() && !cursor.at("}")) {
      if (cursor.here().type() == Type.TEXT && label.isEmpty()) {
        label = cursor.label();
      } else if (parent.isEmpty() && cursor.accept("on")) {
        Lexeme on = cursor.name("The name of a compartment", COMPARTMENT);
        parent = Optional.of(new Draft.Named(on.text(), on.at()));
      } else if (length.isEmpty() && cursor.at("length")) {
        length = Optional.of(number(cursor));
      } else if (diameter.isEmpty() && cursor.at("diameter")) {
        diameter = Optional.of(number(cursor));
      } else if (segments.isEmpty() && cursor.at("segments")) {
        segments = Optional.of(number(cursor));
      } else if (cursor.here().type() == Type.NAME && cursor.ahead(1).is("=")) {
        values.add(value(cursor, cursor.take()));
        cursor.accept(",");
      } else {
        cursor.end(List.of("on", "length", "diameter", "segments"));
      }
    }
    draft.compartments.add(
        new Draft.Piece(name.text(), parent, length, diameter, segments, values, label, name.at()));
  }

  private static Draft.Value number(Cursor cursor) {
    Lexeme word = cursor.take(Token.Kind.KEYWORD);
    Span start = cursor.here().at();
    Quantity quantity = UnitReader.quantity(cursor);
    return new Draft.Value(word.text(), word.at(), quantity, cursor.since(start));
  }

  private static Draft.Value value(Cursor cursor, Lexeme name) {
    cursor.expect("=", "Write '" + name.text() + " = …'.");
    Span start = cursor.here().at();
    Quantity quantity = UnitReader.quantity(cursor);
    return new Draft.Value(name.text(), name.at(), quantity, cursor.since(start));
  }

  static void insert(Cursor cursor, Draft draft) {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme channel = cursor.name("The name of a channel", INSERT);
    List<Draft.Named> places = new ArrayList<>();
    if (cursor.accept("in"))
      do {
        if (cursor.here().type() == Type.NAME && cursor.ahead(1).is("=")) break;
        Lexeme place = cursor.name("The name of a compartment, or 'all',", INSERT);
        places.add(new Draft.Named(place.text(), place.at()));
      } while (cursor.accept(","));
    List<Draft.Formula> values = new ArrayList<>();
    while (!cursor.here().endsStatement()) {
      Lexeme name = cursor.name("The name of a parameter", INSERT);
      cursor.expect("=", "Write '" + name.text() + " = …'.");
      values.add(new Draft.Formula(name.text(), name.at(), formula(cursor)));
      if (!cursor.accept(",")) break;
      while (cursor.here().type() == Type.LINE) cursor.take();
    }
    cursor.end(List.of("in"));
    draft.insertions.add(new Draft.Inserted(channel.text(), channel.at(), places, values));
  }

  /// A number with a unit of any kind, `36 mS/cm^2`, or a formula.
  private static Expression formula(Cursor cursor) {
    int start = cursor.position();
    Span at = cursor.here().at();
    if (cursor.here().type() == Type.NUMBER || cursor.at("-")) {
      try {
        Quantity quantity = UnitReader.quantity(cursor);
        boolean ends = cursor.here().endsStatement() || cursor.at(",") || cursor.at("}");
        if (ends) return new Expression.Literal(quantity, cursor.since(at));
      } catch (Mistake _) {
        // A formula may still make sense of it: '0.5 nS*factor'.
      }
      cursor.back(start);
    }
    return FormulaParser.read(cursor);
  }
}
