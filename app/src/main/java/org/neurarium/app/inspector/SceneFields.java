package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// What rows of all kinds of scene are made of.
final class SceneFields {

  private SceneFields() {}

  static Row order(Access<Order> access) {
    return new ChoiceRow<>(
        "Order",
        "In which order they come.",
        List.of(Order.values()),
        o ->
            switch (o) {
              case IN_TURN -> "In turn";
              case SHUFFLED -> "Shuffled";
              case RANDOM -> "Random";
            },
        access);
  }

  static Row time(String name, Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of(name, Unit.MILLISECOND).slider(Scale.logarithmic(1, 10_000)).above(0),
        access);
  }

  static Row gap(Access<Quantity> access) {
    return Quantities.row(
        NumberSpec.of("Gap", Unit.MILLISECOND)
            .help("How long there is nothing after each.")
            .slider(Scale.linear(0, 1000))
            .atLeast(0),
        access);
  }

  static <S> Row fraction(
      String name,
      String help,
      Access<S> access,
      ToDoubleFunction<S> get,
      BiFunction<S, Double, S> with) {
    return number(
        NumberSpec.of(name, Unit.NONE).help(help).slider(Scale.linear(0, 1)).atLeast(0).atMost(1),
        access,
        get,
        with);
  }

  static <S> Row number(
      NumberSpec spec, Access<S> access, ToDoubleFunction<S> get, BiFunction<S, Double, S> with) {
    return new NumberRow(
        spec, access.part(s -> Optional.of(NumberText.tidy(get.applyAsDouble(s))), with));
  }

  static <S, V> Access<V> part(Access<S> access, Function<S, V> get, BiFunction<S, V, S> with) {
    return access.part(s -> Optional.of(get.apply(s)), with);
  }

  static <T, S extends T> Access<S> as(Access<T> access, Class<S> type) {
    return access.part(
        t -> type.isInstance(t) ? Optional.of(type.cast(t)) : Optional.empty(), (_, s) -> s);
  }
}
