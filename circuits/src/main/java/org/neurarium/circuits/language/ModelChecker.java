package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Symbol;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.formula.Statement.How;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.KnownName.Kind;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks what all kinds of model have in common: names, parameters, states, definitions, equations, presets.
final class ModelChecker {

  final Draft draft;
  final Model.Kind kind;
  final Findings findings;
  final Symbols symbols;
  private final Set<String> used = new HashSet<>();
  private Reach reach = new Reach(List.of());
  private Set<String> parameterIds = Set.of();

  List<Parameter> parameters = List.of();

  /// By id, with start values checked.
  final SequencedMap<String, StateDraft> states = new LinkedHashMap<>();

  List<Definition> definitions = List.of();
  List<Equation> equations = List.of();

  /// A state as far as it is known.
  record StateDraft(Draft.State line, Expression start, Unit unit, Type type) {}

  ModelChecker(Draft draft, Model.Kind kind, Findings findings) {
    this.draft = draft;
    this.kind = kind;
    this.findings = findings;
    this.symbols = new Symbols(kind, findings);
  }

  /// Declares every name and checks what does not depend on the kind of model; receptors' names come in between.
  void checkNames(Runnable declareMore) {
    parameters =
        draft.parameters.stream().filter(this::parameter).map(Draft.Parameters::parameter).toList();
    parameterIds = Set.copyOf(parameters.stream().map(Parameter::id).toList());
    starts();
    declareMore.run();
    List<Definition> declared =
        draft.definitions.stream()
            .filter(d -> symbols.declare(d.name(), Symbols.definition(d), d.at()))
            .toList();
    definitions = declared.stream().map(this::definition).toList();
    reach = new Reach(definitions);
    reach.tellCircles(findings);
    equations();
  }

  private boolean parameter(Draft.Parameters line) {
    Parameter p = line.parameter();
    boolean added =
        symbols.declare(
            p.id(),
            new Symbols.Entry(
                Kind.PARAMETER, new Measure(p.unit().dimension()), p.label(), p.unit().symbol()),
            line.at());
    if (!Double.isFinite(p.standard().engineValue())
        || !Double.isFinite(p.max())
        || !Double.isFinite(p.min()))
      findings.error(line.at(), p.id() + " is too large for a number", "");
    else if (!p.limit().allows(p.standard().value()))
      findings.error(
          line.at(),
          p.id() + " = " + p.standard() + " is barred by its own limit",
          p.limit() == Parameter.Limit.POSITIVE
              ? "It has to be above 0, or not 'positive'."
              : "It has to be 0 or more, or not 'not negative'.");
    else if (p.min() >= p.max())
      findings.error(
          line.at(),
          "The range of " + p.id() + " ends before it begins",
          "Write the smaller end first: 'in 1 .. 100'.");
    else if (p.standard().value() < p.min() || p.standard().value() > p.max())
      findings.warning(
          line.at(),
          p.id() + " = " + p.standard() + " lies outside its range",
          "The range is " + Quantity.format(p.min()) + " .. " + Quantity.format(p.max()) + ".");
    return added;
  }

  private void starts() {
    Map<String, Equation> byState = new HashMap<>();
    draft.equations.forEach(e -> byState.putIfAbsent(e.state(), e));
    FormulaChecker checker = new FormulaChecker(symbols, findings, Map.of(), false);
    List<StateDraft> found = new ArrayList<>();
    for (Draft.State line : draft.states) {
      Checked start = checker.check(line.start());
      onlyParameters(start.formula(), Set.of("pi"), "A state starts from numbers and parameters");
      Type type = start.type();
      if (type.equals(Types.TRUTH)) {
        findings.error(line.at(), "A state is a number, not a condition", "Start it from 0 or 1.");
        type = Types.ANY;
      }
      Equation equation = byState.get(line.id());
      if (equation != null) {
        Type wanted = new Measure(equation.unit().dimension());
        if (!type.fits(wanted))
          findings.error(
              line.at(),
              line.id()
                  + " starts as "
                  + type.shown()
                  + ", in its equation it is "
                  + wanted.shown(),
              "Both need the same unit.");
        type = wanted;
      }
      Unit unit = equation != null ? equation.unit() : unitOf(start);
      found.add(new StateDraft(line, start.formula(), unit, type));
    }
    // States are declared after all starts have been read, as no start may mention one.
    for (StateDraft state : found)
      if (symbols.declare(
          state.line().id(),
          new Symbols.Entry(Kind.STATE, state.type(), state.line().label(), state.unit().symbol()),
          state.line().at())) states.put(state.line().id(), state);
  }

  /// The unit in which a state is shown that has no equation.
  private Unit unitOf(Checked start) {
    Expression formula = start.formula();
    if (formula instanceof Expression.Unary(_, Expression operand, _)) formula = operand;
    if (formula instanceof Expression.Literal n) return n.quantity().unit();
    if (formula instanceof Symbol s)
      for (Parameter p : parameters) if (p.id().equals(s.name())) return p.unit();
    return start.type() instanceof Measure(Dimension dimension) ? dimension.unit() : Unit.NONE;
  }

  private Definition definition(Definition d) {
    Checked value =
        formula(d.value(), new Measure(d.unit().dimension()), d.at(), "'" + d.name() + "'");
    return new Definition(d.name(), value.formula(), d.unit(), d.at());
  }

  private void equations() {
    List<Equation> checked = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Equation e : draft.equations) {
      Type rate = new Measure(e.unit().dimension().over(Dimension.TIME));
      Checked value = formula(e.rate(), rate, e.at(), "d" + e.state() + "/dt");
      boolean weight =
          symbols.find("w").isPresent() && e.state().equals("w") && !states.containsKey("w");
      if (!weight && !states.containsKey(e.state()))
        findings.error(
            e.at(),
            "There is no state '" + e.state() + "'",
            DidYouMean.nearest(e.state(), states.keySet())
                .map(meant -> "Did you mean '" + meant + "'?")
                .orElse("Declare it: 'state " + e.state() + " = …'."));
      else if (!seen.add(e.state()))
        findings.error(e.at(), "There is a second equation for " + e.state(), "Keep one.");
      else if (weight && !e.unit().dimension().equals(Dimension.NONE))
        findings.error(e.at(), "The weight w is a pure number", "End the line with ': 1'.");
      checked.add(new Equation(e.state(), value.formula(), e.unit(), e.at()));
    }
    equations = checked;
  }

  /// Checks a formula against what it should give.
  ///
  /// @param what it is the value of, for a sentence
  Checked formula(Expression formula, Type wanted, Span at, String what) {
    Checked checked = new FormulaChecker(symbols, findings, Map.of(), false).check(formula);
    note(checked.formula());
    tellUnlike(checked.type(), wanted, at, what);
    return checked;
  }

  private void tellUnlike(Type given, Type wanted, Span at, String what) {
    if (!given.fits(wanted))
      findings.error(
          at,
          what + " should be " + wanted.shown() + ", the right side is " + given.shown(),
          wanted.equals(Types.TRUTH)
              ? "Compare it with something: 'v > V_th'."
              : "Both sides need the same unit.");
  }

  void note(Expression formula) {
    Reach.symbols(formula).forEach(s -> used.add(s.name()));
  }

  /// Checks statements, which may change states and what `extra` allows.
  ///
  /// @param known names known in these statements only
  /// @param random whether they may draw random numbers
  List<Statement.Assign> assignments(
      List<Statement> statements, Map<String, Type> known, boolean random) {
    List<Statement.Assign> checked = new ArrayList<>();
    for (Statement statement : statements)
      switch (statement) {
        case Statement.Assign a -> assignment(a, known, random).ifPresent(checked::add);
        case Statement.Deliver d ->
            findings.error(
                d.at(), "'deliver' has no meaning here", "It stands in 'on pre' of a synapse.");
      }
    return checked;
  }

  Optional<Statement.Assign> assignment(
      Statement.Assign a, Map<String, Type> known, boolean random) {
    Checked value = new FormulaChecker(symbols, findings, known, random).check(a.value());
    note(value.formula());
    StateDraft state = states.get(a.target());
    boolean weight = state == null && a.target().equals("w") && symbols.is("w", Kind.GIVEN);
    if (state == null && !weight) {
      findings.error(
          a.at(),
          symbols.find(a.target()).isPresent()
              ? "'" + a.target() + "' is no state and cannot change"
              : "There is no state '" + a.target() + "'",
          DidYouMean.nearest(a.target(), states.keySet())
              .map(meant -> "Did you mean '" + meant + "'?")
              .orElse("Declare it: 'state " + a.target() + " = …'."));
      return Optional.empty();
    }
    Type target = state == null ? Types.NUMBER : state.type();
    if (a.how() == How.MULTIPLY) tellUnlike(value.type(), Types.NUMBER, a.at(), "A factor");
    else tellUnlike(value.type(), target, a.at(), a.target());
    return Optional.of(new Statement.Assign(a.target(), a.how(), value.formula(), a.at()));
  }

  /// Tells the first symbol that stands for something which changes during a run.
  void onlyParameters(Expression formula, Set<String> besides, String sentence) {
    only(formula, id -> parameterIds.contains(id) || besides.contains(id), sentence);
  }

  /// Tells the first symbol of a formula that is not allowed in it. One that is unknown has been told already.
  void only(Expression formula, Predicate<String> allowed, String sentence) {
    Optional<Symbol> outside = reach.firstOutside(formula, allowed);
    outside.ifPresent(s ->
        findings.error(
            s.at(),
            sentence + ", '" + s.name() + "' is something else",
            "It changes during a run."));
  }

  /// The states of a model that has one of each.
  List<NeuronModel.State> plainStates() {
    return states.values().stream()
        .map(s -> new NeuronModel.State(s.line().id(), s.line().label(), s.unit(), s.start()))
        .toList();
  }

  /// What a formula depends on, through all definitions.
  Reach reach() {
    return reach;
  }

  List<Preset> presets(boolean startsToo) {
    List<Preset> presets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Draft.Preset preset : draft.presets) {
      if (preset.name().isBlank()) findings.error(preset.at(), "A preset needs a name", "");
      else if (!names.add(preset.name()))
        findings.error(preset.at(), "There is a second preset '" + preset.name() + "'", "");
      Map<String, Quantity> values = new LinkedHashMap<>();
      for (Draft.Value value : preset.values())
        if (values.put(value.id(), value.quantity()) != null)
          findings.error(value.at(), "'" + value.id() + "' is set twice", "Keep one.");
        else preset(value, startsToo);
      presets.add(new Preset(preset.name(), values));
    }
    return presets;
  }

  private void preset(Draft.Value value, boolean startsToo) {
    // What channels bring is looked up where the channels are known.
    if (kind == Model.Kind.CELL && value.id().indexOf('.') > 0) return;
    Optional<Symbols.Entry> entry =
        symbols
            .find(value.id())
            .filter(e -> e.kind() == Kind.PARAMETER || startsToo && e.kind() == Kind.STATE);
    if (entry.isEmpty()) {
      List<String> candidates = new ArrayList<>(symbols.of(Kind.PARAMETER));
      if (startsToo) candidates.addAll(states.keySet());
      findings.error(
          value.at(),
          "There is no parameter '" + value.id() + "'",
          DidYouMean.hint(value.id(), candidates, "The parameters are"));
      return;
    }
    Type given = new Measure(value.quantity().unit().dimension());
    if (!entry.get().type().fits(given))
      findings.error(
          value.valueAt(),
          value.id() + " is " + entry.get().type().shown() + ", this is " + given.shown(),
          entry.get().unit().isEmpty()
              ? "Leave the unit out."
              : "Write it in " + entry.get().unit() + ".");
    else
      parameters.stream()
          .filter(p -> p.id().equals(value.id()))
          .filter(p -> !p.limit().allows(value.quantity().value()))
          .findFirst()
          .ifPresent(p ->
              findings.error(
                  value.valueAt(),
                  p.id()
                      + (p.limit() == Parameter.Limit.POSITIVE
                          ? " has to be above 0"
                          : " has to be 0 or more"),
                  ""));
  }

  /// Tells what has been declared for nothing.
  void tellUnused() {
    for (StateDraft state : states.values()) note(state.start());
    for (Draft.Parameters line : draft.parameters) unused(line.parameter().id(), line.at());
    for (Definition d : draft.definitions) unused(d.name(), d.at());
  }

  private void unused(String id, Span at) {
    if (!used.contains(id) && !findings.hasErrors())
      findings.warning(at, "'" + id + "' is used nowhere", "Take it out, or use it.");
  }
}
