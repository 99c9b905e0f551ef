package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// A neuron model written in a few lines of a test.
final class ModelSketch {

  private final List<Parameter> parameters = new ArrayList<>();
  private final List<NeuronModel.State> states = new ArrayList<>();
  private final List<NeuronModel.Receptor> receptors = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Equation> equations = new ArrayList<>();
  private final Map<String, List<Statement.Assign>> arrivals = new LinkedHashMap<>();
  private Optional<Scheme> scheme = Optional.empty();
  private List<Statement.Assign> published = List.of();
  private List<Statement.Assign> eachStep = List.of();
  private Optional<Expression> spike = Optional.empty();
  private boolean withinStep;
  private List<Statement.Assign> reset = List.of();
  private Optional<Expression> refractory = Optional.empty();

  ModelSketch parameter(String id, double value) {
    parameters.add(new Parameter(id, "", Quantity.number(value), 0, 1, Parameter.Limit.ANY, true));
    return this;
  }

  ModelSketch state(String id, String start) {
    states.add(new NeuronModel.State(id, "", Unit.NONE, Formulas.formula(start)));
    return this;
  }

  /// A state with an equation.
  ModelSketch state(String id, String start, String rate) {
    equations.add(new Equation(id, Formulas.formula(rate), Unit.NONE, Span.NONE));
    return state(id, start);
  }

  ModelSketch define(String id, String value) {
    definitions.add(new Definition(id, Formulas.formula(value), Unit.NONE, Span.NONE));
    return this;
  }

  ModelSketch receptor(String id, String statements) {
    receptors.add(receptor(id, NeuronModel.Input.SPIKES));
    arrivals.put(id, Formulas.statements(statements));
    return this;
  }

  ModelSketch coupling(String id) {
    receptors.add(receptor(id, NeuronModel.Input.COUPLING));
    return this;
  }

  private static NeuronModel.Receptor receptor(String id, NeuronModel.Input input) {
    return new NeuronModel.Receptor(
        id, "", Unit.NONE, input, "", 0, NeuronModel.Effect.BY_SIGN, Quantity.number(1));
  }

  ModelSketch integrate(Scheme stated) {
    scheme = Optional.of(stated);
    return this;
  }

  ModelSketch published(String statements) {
    published = Formulas.statements(statements);
    return this;
  }

  ModelSketch eachStep(String statements) {
    eachStep = Formulas.statements(statements);
    return this;
  }

  ModelSketch spike(String condition, String statements) {
    spike = Optional.of(Formulas.formula(condition));
    reset = Formulas.statements(statements);
    return this;
  }

  ModelSketch withinStep() {
    withinStep = true;
    return this;
  }

  ModelSketch refractory(String duration) {
    refractory = Optional.of(Formulas.formula(duration));
    return this;
  }

  NeuronModel model() {
    return new NeuronModel(
        "sketch",
        "Sketch",
        "",
        List.of(),
        parameters,
        states,
        receptors,
        List.of(),
        new Dynamics(
            definitions,
            equations,
            scheme,
            published,
            eachStep,
            arrivals,
            spike,
            withinStep,
            reset,
            refractory,
            refractory.isEmpty() ? List.of() : List.of(states.getFirst().id())),
        "neuron sketch");
  }
}
