package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.Lexeme.Type;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Reads the lines that declare something: parameters, states, receptors and presets.
final class DeclarationParser {

  private DeclarationParser() {}

  static void parameter(Cursor cursor, Draft draft) {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme name = cursor.name("The name of the parameter", "Write 'parameter tau_m = 10 ms'.");
    cursor.expect("=", "Write 'parameter " + name.text() + " = 10 ms'.");
    Quantity standard = UnitReader.quantity(cursor);
    double low = Double.NaN;
    double high = Double.NaN;
    Limit limit = Limit.ANY;
    boolean essential = true;
    String label = "";
    while (!cursor.here().endsStatement() && !cursor.at("}")) {
      if (cursor.here().type() == Type.TEXT && label.isEmpty()) {
        label = cursor.label();
      } else if (Double.isNaN(low) && cursor.accept("in")) {
        low = rangeEnd(cursor, standard.unit());
        cursor.expect("..", "Write 'in 1 .. 100'.");
        high = rangeEnd(cursor, standard.unit());
      } else if (limit == Limit.ANY && cursor.accept("positive")) {
        limit = Limit.POSITIVE;
      } else if (limit == Limit.ANY && cursor.accept("not")) {
        cursor.expect("negative", "Write 'not negative'.");
        limit = Limit.NOT_NEGATIVE;
      } else if (essential && cursor.accept("advanced")) {
        essential = false;
      } else {
        cursor.end(List.of("in", "positive", "not negative", "advanced"));
      }
    }
    Range range = Range.of(standard.value(), limit, low, high);
    draft.parameters.add(
        new Draft.Parameters(
            new Parameter(
                name.text(),
                label.isEmpty() ? name.text() : label,
                standard,
                range.low(),
                range.high(),
                limit,
                essential),
            name.at()));
  }

  /// Where a slider ends.
  private record Range(double low, double high) {
    static Range of(double standard, Limit limit, double low, double high) {
      if (!Double.isNaN(low)) return new Range(low, high);
      double size = standard == 0 ? 1 : Math.min(Math.abs(standard), Double.MAX_VALUE / 4);
      return switch (limit) {
        case POSITIVE -> new Range(size / 10, size * 4);
        case NOT_NEGATIVE -> new Range(0, size * 4);
        case ANY -> new Range(standard - size, standard + size);
      };
    }
  }

  private static double rangeEnd(Cursor cursor, Unit unit) {
    Span start = cursor.here().at();
    Quantity end = UnitReader.quantity(cursor);
    if (end.unit().equals(Unit.NONE)) return end.value();
    if (!end.unit().dimension().equals(unit.dimension()))
      throw new Mistake(
          cursor.since(start),
          "This end of the range is "
              + end.unit().dimension().describe()
              + ", the parameter "
              + unit.dimension().describe(),
          "The ends are counted in " + unit + ".");
    return end.in(unit).value();
  }

  static void state(Cursor cursor, Draft draft, Scope scope) {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme name = cursor.name("The name of the state", "Write 'state v = -65 mV'.");
    cursor.expect("=", "Write 'state " + name.text() + " = …' with the value it starts from.");
    Expression start = FormulaParser.read(cursor);
    String label = cursor.label();
    cursor.end(List.of());
    draft.states.add(
        new Draft.State(
            scope, name.text(), start, label.isEmpty() ? name.text() : label, name.at()));
  }

  static void receptor(Cursor cursor, Draft draft) {
    cursor.take(Token.Kind.KEYWORD);
    Lexeme name = cursor.name("The name of the receptor", "Write 'receptor ex : pA excites'.");
    cursor.expect(":", "Write 'receptor " + name.text() + " : pA excites'.");
    Unit unit = UnitReader.unit(cursor);
    String effect = "";
    String couples = "";
    Span couplesAt = Span.NONE;
    Optional<Quantity> typical = Optional.empty();
    Span typicalAt = Span.NONE;
    String label = "";
    while (!cursor.here().endsStatement() && !cursor.at("}")) {
      if (cursor.here().type() == Type.TEXT && label.isEmpty()) {
        label = cursor.label();
      } else if (effect.isEmpty() && couples.isEmpty() && cursor.accept("excites")) {
        effect = "excites";
      } else if (effect.isEmpty() && couples.isEmpty() && cursor.accept("inhibits")) {
        effect = "inhibits";
      } else if (effect.isEmpty() && couples.isEmpty() && cursor.accept("couples")) {
        Lexeme state = cursor.name("The name of a state", "Write 'couples V'.");
        couples = state.text();
        couplesAt = state.at();
      } else if (typical.isEmpty() && cursor.accept("typical")) {
        typicalAt = cursor.here().at();
        typical = Optional.of(UnitReader.quantity(cursor));
        typicalAt = cursor.since(typicalAt);
      } else {
        cursor.end(List.of("excites", "inhibits", "couples", "typical"));
      }
    }
    draft.receptors.add(
        new Draft.Port(
            name.text(), unit, effect, couples, couplesAt, typical, typicalAt, label, name.at()));
  }

  static void preset(Cursor cursor, Draft draft) {
    cursor.take(Token.Kind.KEYWORD);
    if (cursor.here().type() != Type.TEXT)
      throw new Mistake(
          cursor.here().at(),
          "The name of the preset is missing before " + cursor.here().shown(),
          "Write 'preset \"bursting\" b = 5 pA'.");
    Span at = cursor.here().at();
    String name = cursor.label();
    List<Draft.Value> values = new ArrayList<>();
    do {
      while (cursor.here().type() == Type.LINE && !values.isEmpty()) cursor.take();
      Lexeme symbol =
          cursor.name("The name of a parameter", "Write 'preset \"bursting\" b = 5 pA'.");
      cursor.expect("=", "Write '" + symbol.text() + " = …'.");
      Span start = cursor.here().at();
      Quantity quantity = UnitReader.quantity(cursor);
      values.add(new Draft.Value(symbol.text(), symbol.at(), quantity, cursor.since(start)));
    } while (cursor.accept(","));
    cursor.end(List.of());
    draft.presets.add(new Draft.Preset(name, at, values));
  }
}
