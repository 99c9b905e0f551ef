package org.neurarium.circuits.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Binary;
import org.neurarium.circuits.formula.Expression.Literal;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.Cell.Mechanism;
import org.neurarium.circuits.model.Cell.Segment;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// The states of a cell, and where each starts.
final class CellStates {

  private CellStates() {}

  /// All potentials in tree order, then channel by channel.
  static List<State> of(Cell cell) {
    List<State> states = new ArrayList<>();
    for (Segment s : cell.segments())
      if (!s.isJunction())
        states.add(
            new State(
                s.potential(),
                "membrane potential, " + label(cell, s),
                Unit.MILLIVOLT,
                new Literal(start(cell, s.compartment()), Span.NONE)));
    for (Mechanism m : cell.mechanisms()) {
      Map<String, Expression> starts = starts(cell, m);
      for (int k : m.segments()) {
        Segment s = cell.segments().get(k);
        for (State state : m.channel().states())
          states.add(
              new State(
                  Cell.state(s, m.channel(), state.id()),
                  state.label() + ", " + m.channel().id() + " in " + label(cell, s),
                  state.unit(),
                  starts.getOrDefault(state.id(), state.start())));
      }
    }
    return states;
  }

  private static String label(Cell cell, Segment s) {
    Compartment c = cell.model().compartment(s.compartment()).orElseThrow();
    return c.segments() == 1 ? c.label() : c.label() + " " + s.index();
  }

  private static Quantity start(Cell cell, String compartment) {
    return cell.model()
        .compartment(compartment)
        .flatMap(Compartment::start)
        .orElse(cell.model().membrane().start());
  }

  private static Map<String, Expression> starts(Cell cell, Mechanism m) {
    ChannelModel channel = m.channel();
    Map<String, Expression> known = new HashMap<>();
    known.put("v", new Literal(start(cell, m.compartment()), Span.NONE));
    m.pool()
        .map(cell.mechanisms()::get)
        .ifPresent(pool -> {
          State kept = pool.channel().states().getFirst();
          known.put(
              kept.id(),
              Substitution.in(kept.start(), id -> Optional.ofNullable(pool.values().get(id))));
        });
    Map<String, Expression> starts = new HashMap<>();
    for (State s : channel.states())
      starts.put(s.id(), Substitution.in(s.start(), id -> Optional.ofNullable(m.values().get(id))));
    for (State s : channel.states())
      channel.equations().stream()
          .filter(e -> e.state().equals(s.id()))
          .findFirst()
          .filter(_ -> s.unit().equals(Unit.NONE))
          .flatMap(e -> steady(channel, e, m, known, Map.copyOf(starts)))
          .ifPresent(steady -> starts.put(s.id(), steady));
    return starts;
  }

  /// Where a gate stays: with the rate at 0 and 1, r₀ and r₁, it is r₀/(r₀ − r₁).
  private static Optional<Expression> steady(
      ChannelModel channel,
      Equation equation,
      Mechanism m,
      Map<String, Expression> known,
      Map<String, Expression> others) {
    String gate = equation.state();
    Expression plain =
        Substitution.in(
            equation.rate(), Substitution.inlining(channel.definitions(), _ -> Optional.empty()));
    if (Substitution.degree(plain, gate) != 1) return Optional.empty();
    Expression shut = at(plain, gate, 0, m, known, others);
    Expression open = at(plain, gate, 1, m, known, others);
    Expression steady = quotient(shut, new Binary(Operator.SUBTRACT, shut, open, Span.NONE));
    OptionalDouble value = Substitution.constant(steady);
    if (value.isEmpty()) return Optional.of(steady);
    return Double.isFinite(value.getAsDouble())
        ? Optional.of(new Literal(Quantity.number(value.getAsDouble()), Span.NONE))
        : Optional.empty();
  }

  private static Expression quotient(Expression above, Expression below) {
    return new Binary(Operator.DIVIDE, above, below, Span.NONE);
  }

  private static Expression at(
      Expression rate,
      String gate,
      double value,
      Mechanism m,
      Map<String, Expression> known,
      Map<String, Expression> others) {
    Function<String, Optional<Expression>> by =
        id -> {
          if (id.equals(gate)) return Optional.of(new Literal(Quantity.number(value), Span.NONE));
          Expression found = known.getOrDefault(id, others.get(id));
          return Optional.ofNullable(found == null ? m.values().get(id) : found);
        };
    return Substitution.in(rate, by);
  }
}
