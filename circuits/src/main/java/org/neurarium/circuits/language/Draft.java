package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// What the lines of a model file say, each for itself; nothing is checked across lines yet. Filled by [ModelParser].
final class Draft {

  record Parameters(Parameter parameter, Span at) {}

  record State(Scope scope, String id, Expression start, String label, Span at) {}

  /// A `receptor` line.
  ///
  /// @param couples the state taken over; empty for spikes
  record Port(
      String id,
      Unit unit,
      String effect,
      String couples,
      Span couplesAt,
      Optional<Quantity> typical,
      Span typicalAt,
      String label,
      Span at) {}

  record Event(String id, Span at, List<Statement> statements) {}

  record Named(String id, Span at) {}

  record Value(String id, Span at, Quantity quantity, Span valueAt) {}

  record Preset(String name, Span at, List<Value> values) {}

  record Flow(Expression current, Unit unit, Optional<Named> carries, Span at) {}

  /// A `compartment` line.
  record Piece(
      String id,
      Optional<Named> parent,
      Optional<Value> length,
      Optional<Value> diameter,
      Optional<Value> segments,
      List<Value> values,
      String label,
      Span at) {}

  /// `g = 2*g_0` in an `insert` line.
  record Formula(String id, Span at, Expression value) {}

  /// An `insert` line.
  record Inserted(String channel, Span at, List<Named> places, List<Formula> values) {}

  Model.@Nullable Kind kind;
  String id = "";
  String title = "";
  Span at = new Span(1, 1, 1);
  String summary = "";
  final List<Reference> references = new ArrayList<>();
  final List<Parameters> parameters = new ArrayList<>();
  final List<State> states = new ArrayList<>();
  final List<Equation> equations = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Port> receptors = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Statement> eachStep = new ArrayList<>();
  final List<Statement> published = new ArrayList<>();
  final List<Statement> reset = new ArrayList<>();
  final List<Named> held = new ArrayList<>();
  boolean holdsNothing;
  final List<Preset> presets = new ArrayList<>();
  final List<Value> membrane = new ArrayList<>();
  final List<Piece> compartments = new ArrayList<>();
  final List<Inserted> insertions = new ArrayList<>();
  Optional<Expression> spike = Optional.empty();
  Optional<Expression> refractory = Optional.empty();
  Optional<Scheme> scheme = Optional.empty();
  Optional<Flow> flow = Optional.empty();
  Span spikeAt = Span.NONE;
  Span resetAt = Span.NONE;
  Span refractoryAt = Span.NONE;
  Span publishedAt = Span.NONE;
  Span schemeAt = Span.NONE;
  boolean withinStep;
}
