package org.neurarium.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel;

/// The first operation in a model's formulas that makes of finite numbers one that is not finite, where that is what the whole formula then comes to.
///
/// For explaining a stop: formulas are gone through one by one with given values of the states.
///
/// @param kind of operation
/// @param at where it stands in the model's text
public record Fault(Kind kind, Span at) {

  /// What went wrong.
  public enum Kind {
    DIVISION_BY_ZERO,
    LOGARITHM,
    ROOT,
    EXPONENTIAL,
    POWER,
    /// A sum, product or quotient of numbers that were too large already.
    OVERFLOW
  }

  /// Goes through a model's formulas: the published update or the equations, what is done in each step, and the reset.
  ///
  /// @param neuron whose parameters and inputs are taken
  /// @param states by index of the state, in engine units
  /// @param time at which the equations are taken (ms); what is done in each step is taken a step later
  public static Optional<Fault> find(Block block, int neuron, double[] states, double time) {
    NeuronModel model = block.model();
    Map<String, Double> values = new HashMap<>();
    for (int s = 0; s < states.length; s++) values.put(model.states().get(s).id(), states[s]);
    for (int p = 0; p < model.parameters().size(); p++) {
      double[] all = block.parameter(p);
      values.put(model.parameters().get(p).id(), all[all.length == 1 ? 0 : neuron]);
    }
    values.put("dt", block.dt());
    values.put("t", time);
    boolean flows = block.currentCount() > 0 && block.current(0).length > neuron;
    values.put("I_ext", flows ? block.current(0)[neuron] : 0);
    return new Search(model.dynamics(), values).all();
  }

  /// One way through the formulas.
  private static final class Search {

    private final Dynamics dynamics;
    private final Map<String, Expression> definitions = new HashMap<>();
    private final Map<String, Double> values;
    private @Nullable Fault first;

    Search(Dynamics dynamics, Map<String, Double> values) {
      this.dynamics = dynamics;
      this.values = values;
      for (Definition d : dynamics.definitions()) definitions.put(d.name(), d.value());
    }

    Optional<Fault> all() {
      List<Expression> rates = new ArrayList<>();
      if (dynamics.published().isEmpty())
        for (Equation e : dynamics.equations()) rates.add(e.rate());
      for (Expression rate : rates) {
        Optional<Fault> fault = in(rate);
        if (fault.isPresent()) return fault;
      }
      Optional<Fault> fault = done(dynamics.published());
      if (fault.isPresent()) return fault;
      values.merge("t", values.getOrDefault("dt", 0.0), Double::sum);
      fault = done(dynamics.eachStep());
      return fault.isPresent() ? fault : done(dynamics.reset());
    }

    private Optional<Fault> done(List<Statement.Assign> statements) {
      for (Statement.Assign a : statements) {
        Optional<Fault> fault = in(a.value());
        if (fault.isPresent()) return fault;
        double value = value(a.value());
        double before = values.getOrDefault(a.target(), 0.0);
        values.put(
            a.target(),
            switch (a.how()) {
              case SET -> value;
              case ADD -> before + value;
              case SUBTRACT -> before - value;
              case MULTIPLY -> before * value;
            });
      }
      return Optional.empty();
    }

    private Optional<Fault> in(Expression formula) {
      first = null;
      double value = value(formula);
      return Double.isFinite(value) ? Optional.empty() : Optional.ofNullable(first);
    }

    private double value(Expression formula) {
      return switch (formula) {
        case Expression.Literal n -> n.quantity().engineValue();
        case Expression.Symbol s -> symbol(s.name());
        case Expression.Unary u -> Evaluator.apply(u.operator(), value(u.operand()), 0);
        case Expression.Binary b -> binary(b);
        case Expression.Call c -> call(c);
      };
    }

    /// What comes from other neurons or compartments is not known here; being no number, it is never to blame.
    private double symbol(String name) {
      Double known = values.get(name);
      if (known != null) return known;
      if (name.equals("pi")) return Math.PI;
      Expression definition = definitions.get(name);
      return definition == null ? Double.NaN : value(definition);
    }

    private double binary(Expression.Binary b) {
      double left = value(b.left());
      double right = value(b.right());
      double result = Evaluator.apply(b.operator(), left, right);
      if (Double.isFinite(left) && Double.isFinite(right) && !Double.isFinite(result))
        note(
            b.operator() == Operator.DIVIDE && right == 0
                ? Kind.DIVISION_BY_ZERO
                : b.operator() == Operator.POWER ? Kind.POWER : Kind.OVERFLOW,
            b.at());
      return result;
    }

    private double call(Expression.Call c) {
      if (c.function().isRandom()) return c.function() == Function.UNIFORM ? 0.5 : 0;
      // The other choice does not matter, whatever it comes to.
      if (c.function() == Function.IF)
        return value(c.arguments().get(value(c.arguments().getFirst()) != 0 ? 1 : 2));
      List<Double> x = c.arguments().stream().map(this::value).toList();
      double result = Evaluator.apply(c.function(), x);
      if (!Double.isFinite(result) && x.stream().allMatch(Double::isFinite))
        note(
            switch (c.function()) {
              case LOG -> Kind.LOGARITHM;
              case SQRT -> Kind.ROOT;
              case EXP, EXPM1, EXPREL -> Kind.EXPONENTIAL;
              default -> Kind.OVERFLOW;
            },
            c.at());
      return result;
    }

    private void note(Kind kind, Span at) {
      if (first == null) first = new Fault(kind, at);
    }
  }
}
