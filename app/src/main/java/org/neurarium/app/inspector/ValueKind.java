package org.neurarium.app.inspector;

import java.util.Collections;
import java.util.List;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The ways to give neurons or synapses their values.
enum ValueKind {
  CONSTANT("the same for all"),
  UNIFORM("uniform"),
  NORMAL("normal"),
  LOG_NORMAL("log-normal"),
  EXPONENTIAL("exponential"),
  GRADIENT("gradient over the sheet"),
  LISTED("listed one by one");

  private final String title;

  ValueKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static ValueKind of(Value value) {
    return switch (value) {
      case Value.Constant _ -> CONSTANT;
      case Value.Uniform _ -> UNIFORM;
      case Value.Normal _ -> NORMAL;
      case Value.LogNormal _ -> LOG_NORMAL;
      case Value.Exponential _ -> EXPONENTIAL;
      case Value.Gradient _ -> GRADIENT;
      case Value.Listed _ -> LISTED;
    };
  }

  /// A number that stands for the whole value: its middle.
  static double middle(Value value) {
    return switch (value) {
      case Value.Constant c -> c.quantity().value();
      case Value.Uniform u -> (u.low().value() + u.high().in(u.unit()).value()) / 2;
      case Value.Normal n -> n.mean().value();
      case Value.LogNormal l -> l.median().value();
      case Value.Exponential e -> e.mean().value();
      case Value.Gradient g -> (g.start().value() + g.end().in(g.unit()).value()) / 2;
      case Value.Listed l ->
          l.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    };
  }

  /// A value of this kind around a middle.
  ///
  /// @param spread how far it reaches to either side, above 0
  /// @param size how many numbers a list has
  Value around(double middle, double spread, Unit unit, int size) {
    Quantity m = new Quantity(middle, unit);
    return switch (this) {
      case CONSTANT -> new Value.Constant(m);
      case UNIFORM -> new Value.Uniform(at(middle - spread, unit), at(middle + spread, unit));
      case NORMAL -> new Value.Normal(m, at(spread, unit));
      case LOG_NORMAL -> new Value.LogNormal(m, 0.5);
      case EXPONENTIAL -> new Value.Exponential(m, new Quantity(0, unit));
      case GRADIENT ->
          new Value.Gradient(Value.Axis.X, at(middle - spread, unit), at(middle + spread, unit));
      case LISTED -> new Value.Listed(Collections.nCopies(size, middle), unit);
    };
  }

  private static Quantity at(double value, Unit unit) {
    return new Quantity(NumberText.tidy(value), unit);
  }

  /// The kinds a person can choose; a list comes from a file only.
  static List<ValueKind> choices(boolean onSheet) {
    return onSheet
        ? List.of(CONSTANT, UNIFORM, NORMAL, LOG_NORMAL, EXPONENTIAL, GRADIENT)
        : List.of(CONSTANT, UNIFORM, NORMAL, LOG_NORMAL, EXPONENTIAL);
  }
}
