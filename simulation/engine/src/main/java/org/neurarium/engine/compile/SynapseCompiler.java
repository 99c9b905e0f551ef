package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.engine.compile.SynapseAssembly.Rows;
import org.neurarium.engine.compile.SynapsePlan.Column;

/// Makes a plan of a synapse model, or of a neuromodulator.
///
/// Statements are followed in order with terms: what a later one reads is what an earlier one has made, whichever of them changes a synapse, a source or a target. So
/// the programs of one event can all start from the values before it.
public final class SynapseCompiler {

  static final String WEIGHT = "w";
  static final String LAST = "last.";
  static final String STEP = "step.";
  static final String DELIVERED = "delivered.";
  static final String STEP_LENGTH = "dt";
  private static final String AMOUNT = "amount";

  private final SynapseModel model;
  private final List<NeuronModel.State> neuron;
  private final int potential;
  private final Set<String> fixed = new HashSet<>();
  private final Terms terms = new Terms(fixed, false);
  private final Map<String, Scope> scopes = new LinkedHashMap<>();
  private final Map<String, Column> draws = new LinkedHashMap<>();
  private final IdentityHashMap<Expression.Call, String> drawn = new IdentityHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<LinearSystem> systems = new ArrayList<>();
  private final Influences influences;
  private final Map<String, SynapsePlan.Influence> influenced = new LinkedHashMap<>();

  private SynapseCompiler(
      SynapseModel model, List<NeuronModel.State> neuron, int potential, Influences influences) {
    this.model = model;
    this.neuron = neuron;
    this.potential = potential;
    this.influences = influences;
    Set<String> symbols = new TreeSet<>(model.concentrations());
    for (String p : influences.parameters()) symbols.add(Influences.factor(p));
    for (String s : symbols)
      for (SynapsePlan.Moment moment : SynapsePlan.Moment.values())
        influenced.put(at(s, moment), new SynapsePlan.Influence(s, moment));
    for (Parameter p : model.parameters()) fixed.add(p.id());
    fixed.add(STEP_LENGTH);
    fixed.add(Integration.LENGTH);
    scopes.put(WEIGHT, Scope.SYNAPSE);
    for (SynapseModel.State s : model.states()) scopes.put(s.id(), s.scope());
  }

  /// Compiles a synapse model for targets of a neuron model. Thread-safe; takes milliseconds.
  public static Compiled<SynapsePlan> compile(SynapseModel model, NeuronModel target) {
    return new SynapseCompiler(model, target.states(), 0, Influences.NONE)
        .compile(Optional.empty());
  }

  /// The same, under the influence of neuromodulators, and with choices that follow from parameters (`if(mu == 0, …)`) made beforehand: the programs hold for other parameters only where these choose alike.
  ///
  /// @param receptor on which they lie: on a tree, they see the potential in the middle of its compartment
  /// @param parameters in the model's order, in engine units
  /// @param influences what they change and where they differ
  public static Compiled<SynapsePlan> compile(
      SynapseModel model,
      NeuronModel target,
      String receptor,
      double[] parameters,
      Influences influences) {
    return new SynapseCompiler(model, target.states(), potential(target, receptor), influences)
        .compile(Optional.of(parameters));
  }

  private static int potential(NeuronModel target, String receptor) {
    if (target.cell().isEmpty()) return 0;
    List<Integer> segments = target.cell().get().segments(receptor);
    int middle = segments.get(segments.size() / 2);
    String id = target.cell().get().segments().get(middle).potential();
    return target.states().stream().map(NeuronModel.State::id).toList().indexOf(id);
  }

  /// Compiles a neuromodulator as the states of one target: a release is its `on post`, and `amount` the last parameter.
  public static Compiled<SynapsePlan> compile(ModulatorModel model) {
    List<Parameter> parameters = new ArrayList<>(model.parameters());
    parameters.add(
        new Parameter(
            AMOUNT,
            "amount released",
            org.neurarium.circuits.units.Quantity.number(0),
            0,
            1,
            Parameter.Limit.ANY,
            false));
    SynapseModel asSynapse =
        new SynapseModel(
            model.id(),
            model.title(),
            model.summary(),
            model.references(),
            parameters,
            model.states().stream()
                .map(
                    s -> new SynapseModel.State(s.id(), s.label(), s.unit(), Scope.POST, s.start()))
                .toList(),
            model.presets(),
            model.definitions(),
            model.equations(),
            model.scheme(),
            List.of(),
            List.copyOf(model.onRelease()),
            model.text());
    SynapseCompiler compiler = new SynapseCompiler(asSynapse, List.of(), 0, Influences.NONE);
    // It differs from release to release, so nothing that follows from it is computed beforehand.
    compiler.fixed.remove(AMOUNT);
    return compiler.compile(Optional.empty());
  }

  private Compiled<SynapsePlan> compile(Optional<double[]> parameters) {
    SharedSolutions solutions = SharedSolutions.find(terms, synapseRates(), present());
    SynapseAssembly assembly =
        new SynapseAssembly(
            model,
            neuron,
            potential,
            terms,
            new Choices(terms, model.parameters(), parameters),
            solutions,
            influenced,
            this::isLocal);
    Map<String, Term> pre = integrated(Scope.PRE, states(Scope.PRE));
    Map<String, Term> post = integrated(Scope.POST, states(Scope.POST));
    Map<String, Term> unsolved = synapseRates();
    unsolved.keySet().removeAll(solutions.states());
    EventDriven events = EventDriven.find(terms, unsolved);
    Set<String> stepped = new LinkedHashSet<>(unsolved.keySet());
    stepped.removeAll(events.states());
    Map<String, Term> synapse = integrated(Scope.SYNAPSE, stepped);
    for (String s : events.states())
      reasons.add(s + ": event-driven, exact over any time: linear with constant coefficients");

    for (String s : solutions.states())
      reasons.add(
          s
              + ": event-driven, by solutions that synapses share: linear, and what changes is the same for all");

    Map<String, Term> current = events.after(elapsed());
    if (!current.isEmpty()) current.put(LAST, terms.symbol(STEP));
    Map<String, Term> caughtUp = new LinkedHashMap<>(current);
    caughtUp.putAll(solutions.now());
    assembly.program(Rows.PRE_ADVANCE, pre);
    assembly.program(Rows.POST_ADVANCE, post);
    assembly.program(Rows.ADVANCE, synapse);
    assembly.program(Rows.CATCH_UP, caughtUp);
    assembly.program(Rows.FLOW, flow(solutions));
    onPre(assembly, current, solutions);
    onPost(assembly, current, solutions);
    if (!problems.isEmpty()) return Compiled.failed(problems);
    return Compiled.of(assembly.assemble(systems, draws, reasons));
  }

  // ---- influences

  private static String at(String symbol, SynapsePlan.Moment moment) {
    return moment == SynapsePlan.Moment.PRESENT
        ? symbol
        : symbol + "." + moment.name().toLowerCase(Locale.ROOT);
  }

  /// The symbols of all that comes from modulators, as they stand in formulas.
  private Set<String> present() {
    Set<String> symbols = new TreeSet<>();
    for (SynapsePlan.Influence i : influenced.values()) symbols.add(i.symbol());
    return symbols;
  }

  private boolean isLocal(String symbol) {
    SynapsePlan.Influence i = influenced.get(symbol);
    return i != null
        && (influences.local().contains(i.symbol()) || influences.local().contains(i.parameter()));
  }

  private Map<String, Term> flow(SharedSolutions solutions) {
    return solutions.advance(
        x -> moved(x, SynapsePlan.Moment.BEGIN),
        x -> moved(x, SynapsePlan.Moment.HALF),
        x -> moved(x, SynapsePlan.Moment.END),
        terms.symbol(STEP_LENGTH));
  }

  /// A term with influences as they are at another moment.
  private Term moved(Term x, SynapsePlan.Moment moment) {
    if (x.isSymbol())
      return influenced.containsKey(x.symbol()) ? terms.symbol(at(x.symbol(), moment)) : x;
    if (x.operands().isEmpty()) return x;
    return terms.operation(
        x.op(), x.operands().stream().map(o -> moved(o, moment)).toArray(Term[]::new));
  }

  // ---- names

  private Set<String> states(Scope scope) {
    Set<String> found = new LinkedHashSet<>();
    for (Equation e : model.equations()) if (scopes.get(e.state()) == scope) found.add(e.state());
    return found;
  }

  private Names names(Map<String, Term> current) {
    Map<String, Term> values = new LinkedHashMap<>();
    for (String p : influences.parameters())
      values.put(p, terms.multiply(terms.symbol(p), terms.symbol(Influences.factor(p))));
    values.putAll(current);
    return new Names(
        terms,
        model.definitions(),
        call -> drawn.computeIfAbsent(call, c -> draw(c.function())),
        values);
  }

  private String draw(Function function) {
    String name = function.id() + "." + (draws.size() + 1);
    draws.put(name, new SynapsePlan.Draw(draws.size(), function));
    return name;
  }

  private Term elapsed() {
    return terms.multiply(
        terms.subtract(terms.symbol(STEP), terms.symbol(LAST)), terms.symbol(STEP_LENGTH));
  }

  private void problem(Span at, String sentence, String hint) {
    problems.add(
        Problem.error(Place.at(model.id() + ".model", at.line(), at.column(), ""), sentence, hint));
  }

  // ---- between events

  private Map<String, Term> synapseRates() {
    Map<String, Term> rates = new LinkedHashMap<>();
    Names now = names(Map.of());
    for (Equation e : model.equations())
      if (scopes.get(e.state()) == Scope.SYNAPSE) rates.put(e.state(), now.term(e.rate()));
    return rates;
  }

  /// The states after a step, which ends at t.
  private Map<String, Term> integrated(Scope scope, Set<String> states) {
    if (states.isEmpty()) return Map.of();
    List<Equation> equations =
        model.equations().stream().filter(e -> states.contains(e.state())).toList();
    Term begin = terms.subtract(terms.symbol(Integration.TIME), terms.symbol(STEP_LENGTH));
    Names now = names(Map.of(Integration.TIME, begin));
    Set<String> inputs = new TreeSet<>();
    for (Equation e : equations)
      for (String s : terms.symbols(now.term(e.rate()))) {
        if (!fixed.contains(s) && !states.contains(s)) inputs.add(s);
        checkSight(scope, s, e);
      }
    inputs.remove(Integration.TIME);
    Integration integration =
        new Integration(terms, now, List.copyOf(states), equations, inputs, Map.of(), fixed);
    Optional<Scheme> scheme = model.scheme();
    scheme
        .flatMap(integration::obstacle)
        .ifPresent(o ->
            problem(
                o.equation().at(),
                "The scheme that the model asks for cannot be used: " + o.sentence(),
                "Leave the line with 'integrate' out, and the scheme is chosen for you."));
    if (!problems.isEmpty()) return Map.of();
    Map<String, Term> next = integration.advance(scheme);
    systems.add(integration.linear());
    for (Choice c : integration.choices())
      reasons.add(c.state() + ": every step, " + c.scheme() + ": " + c.reason());
    return next;
  }

  /// A variable that exists once for each source or target cannot follow one that there are more of.
  private void checkSight(Scope scope, String symbol, Equation equation) {
    Scope of = scopes.get(symbol);
    if (of == null || of == scope || scope == Scope.SYNAPSE) {
      boolean neurons = symbol.equals("V_post") || symbol.startsWith("post.") || isLocal(symbol);
      if (!(neurons && scope == Scope.PRE)) return;
    }
    problem(
        equation.at(),
        equation.state()
            + " exists once for each "
            + (scope == Scope.PRE ? "source" : "target")
            + " and cannot follow "
            + shown(symbol),
        "Make " + equation.state() + " a plain state: then every synapse has one.");
  }

  // ---- events

  private Names names(Map<String, Term> current, SharedSolutions solutions) {
    Map<String, Term> all = new LinkedHashMap<>(current);
    all.putAll(solutions.now());
    return names(all);
  }

  private void onPre(
      SynapseAssembly assembly, Map<String, Term> current, SharedSolutions solutions) {
    Names now = names(current, solutions);
    Map<String, Term> synapses = new LinkedHashMap<>(current);
    Map<String, Term> added = new LinkedHashMap<>();
    Map<String, Term> sources = new LinkedHashMap<>();
    Optional<Term> delivered = Optional.empty();
    boolean delivers = model.onPre().stream().anyMatch(Statement.Deliver.class::isInstance);
    if (!delivers) delivered = Optional.of(now.value(WEIGHT));
    for (Statement statement : model.onPre()) {
      switch (statement) {
        case Statement.Deliver d -> {
          Term value = now.term(d.value());
          delivered = Optional.of(delivered.map(x -> terms.add(x, value)).orElse(value));
        }
        case Statement.Assign a -> {
          Term before = now.value(a.target());
          now.run(a);
          Scope scope = scopes.getOrDefault(a.target(), Scope.SYNAPSE);
          switch (scope) {
            case SYNAPSE -> synapses.put(a.target(), now.value(a.target()));
            case PRE -> sources.put(a.target(), now.value(a.target()));
            case POST -> {
              checkAdds(a);
              Term change = terms.subtract(now.value(a.target()), before);
              added.merge(a.target(), change, terms::add);
            }
          }
        }
      }
    }
    checkShared(sources, Scope.PRE, model.onPre());
    // A neuromodulator has no synapses that could deliver anything.
    if (!neuron.isEmpty() && delivered.isPresent()) added.put(DELIVERED, delivered.get());
    assembly.program(Rows.ON_PRE, solutions.kept(synapses), added);
    assembly.program(Rows.ON_PRE_SOURCE, sources);
  }

  private void onPost(
      SynapseAssembly assembly, Map<String, Term> current, SharedSolutions solutions) {
    Names now = names(current, solutions);
    Map<String, Term> synapses = new LinkedHashMap<>();
    Map<String, Term> targets = new LinkedHashMap<>();
    for (Statement statement : model.onPost()) {
      switch (statement) {
        case Statement.Deliver d ->
            problem(
                d.at(),
                "Nothing can be delivered at a spike of the target",
                "Write deliver after on pre.");
        case Statement.Assign a -> {
          now.run(a);
          switch (scopes.getOrDefault(a.target(), Scope.SYNAPSE)) {
            case SYNAPSE -> synapses.put(a.target(), now.value(a.target()));
            case POST -> targets.put(a.target(), now.value(a.target()));
            case PRE ->
                problem(
                    a.at(),
                    "A spike of one target cannot change "
                        + a.target()
                        + ", which all synapses of a source share",
                    "Make " + a.target() + " a plain state: then every synapse has one.");
          }
        }
      }
    }
    checkShared(targets, Scope.POST, model.onPost());
    if (!synapses.isEmpty()) {
      Map<String, Term> all = new LinkedHashMap<>(current);
      all.putAll(synapses);
      assembly.program(Rows.ON_POST, solutions.kept(all));
    }
    assembly.program(Rows.ON_POST_TARGET, targets);
  }

  private static String shown(String symbol) {
    String parameter = Influences.parameter(symbol);
    return parameter.isEmpty()
        ? symbol
        : parameter + ", which a modulator changes at each target's place";
  }

  private void checkAdds(Statement.Assign a) {
    if (a.how() == Statement.How.ADD || a.how() == Statement.How.SUBTRACT) return;
    problem(
        a.at(),
        "Arriving spikes can only add to " + a.target() + ", which all synapses of a target share",
        "Write " + a.target() + " += … or make it a plain state.");
  }

  /// What is shared must not depend on what each synapse has for itself.
  private void checkShared(Map<String, Term> values, Scope scope, List<Statement> statements) {
    values.forEach((s, x) -> {
      for (String symbol : terms.symbols(x)) {
        Scope of = scopes.get(symbol);
        boolean foreign =
            (of != null && of != scope)
                || (scope == Scope.PRE && isLocal(symbol))
                || symbol.equals(LAST)
                || draws.containsKey(symbol)
                || (scope == Scope.PRE && (symbol.equals("V_post") || symbol.startsWith("post.")));
        if (!foreign) continue;
        Span at =
            statements.stream()
                .filter(t -> t instanceof Statement.Assign a && a.target().equals(s))
                .findFirst()
                .map(Statement::at)
                .orElse(Span.NONE);
        problem(
            at,
            s
                + " exists once for each "
                + (scope == Scope.PRE ? "source" : "target")
                + " and cannot take up "
                + (draws.containsKey(symbol) ? "a random number of each synapse" : shown(symbol)),
            "Make " + s + " a plain state: then every synapse has one.");
        return;
      }
    });
  }
}
