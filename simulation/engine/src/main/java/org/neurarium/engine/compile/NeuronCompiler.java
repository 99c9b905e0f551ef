package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Expression.Operator;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Scheme;
import org.neurarium.engine.compile.KernelLayout.Moment;

/// Makes programs of a neuron model: chooses the scheme of each state and writes the moments of a step as terms, which an [Assembly] lowers.
public final class NeuronCompiler {

  static final String STEP_LENGTH = "dt";
  private static final String CURRENT = "I_ext";
  private static final String WEIGHT = "weight";
  private static final String HOLD = "refractory.";

  private final NeuronModel model;
  private final Dynamics dynamics;
  private final Terms terms;
  private final Set<String> fixed = new HashSet<>();
  private final Set<String> held = new TreeSet<>();
  private final Map<String, KernelLayout.Column> inputs = new LinkedHashMap<>();
  private final IdentityHashMap<Expression.Call, String> draws = new IdentityHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Influences influences;

  private NeuronCompiler(NeuronModel model, Influences influences) {
    this.model = model;
    this.influences = influences;
    for (String p : influences.parameters()) {
      String symbol = Influences.factor(p);
      held.add(symbol);
      if (influences.local().contains(p)) inputs.put(symbol, new KernelLayout.Factor(p));
    }
    dynamics = model.dynamics();
    for (Parameter p : model.parameters()) fixed.add(p.id());
    fixed.add(STEP_LENGTH);
    fixed.add(Integration.LENGTH);
    // A published update is done as it is printed, rounding by rounding.
    terms = new Terms(fixed, !dynamics.published().isEmpty());
    if (model.cell().isEmpty()) inputs.put(CURRENT, new KernelLayout.Current(0));
    held.add(CURRENT);
    int currents = 0;
    for (int r = 0; r < model.receptors().size(); r++) {
      NeuronModel.Receptor receptor = model.receptors().get(r);
      switch (receptor.input()) {
        case SPIKES -> inputs.put(arrivals(receptor), new KernelLayout.Arrivals(r));
        case COUPLING -> {
          inputs.put("sum_" + receptor.id(), new KernelLayout.Sum(r));
          inputs.put("total_" + receptor.id(), new KernelLayout.Total(r));
          held.add("sum_" + receptor.id());
        }
        case CURRENT -> {
          // A tree takes currents in several places, each under its receptor's name.
          if (model.cell().isPresent()) {
            inputs.put(receptor.id(), new KernelLayout.Current(currents++));
            held.add(receptor.id());
          }
        }
      }
    }
    inputs.put(HOLD, new KernelLayout.Refractory());
  }

  /// Compiles a model. Thread-safe; takes milliseconds.
  ///
  /// @param varied ids of the parameters that differ from neuron to neuron; the others are uniforms
  public static Compiled<NeuronPrograms> compile(NeuronModel model, Set<String> varied) {
    return compile(model, varied, Influences.NONE);
  }

  /// Compiles a model some of whose parameters are multiplied by factors that change from step to step. What was exact because they were constant is integrated otherwise, a stated scheme that does
  /// not fit any more included.
  ///
  /// @param varied as for the other one
  /// @param influences the parameters with factors
  public static Compiled<NeuronPrograms> compile(
      NeuronModel model, Set<String> varied, Influences influences) {
    return new NeuronCompiler(model, influences).compile(varied);
  }

  /// Compiles what a neuron with compartments has in common with others: start, condition and reset, and a layout with all its inputs. Its step and the like are empty.
  ///
  /// @param model one that has a cell
  /// @param varied as for [#compile]
  /// @param influences what neuromodulators change; every factor has a place
  public static Compiled<NeuronPrograms> compileFrame(
      NeuronModel model, Set<String> varied, Influences influences) {
    return new NeuronCompiler(model, influences).compileFrame(varied);
  }

  private Compiled<NeuronPrograms> compileFrame(Set<String> varied) {
    Assembly assembly = new Assembly(model, terms, List.of(), varied, inputs, sharedFactors());
    influences.parameters().forEach(p -> assembly.need(Influences.factor(p)));
    inputs.forEach((symbol, input) -> {
      if (input instanceof KernelLayout.Arrivals || input instanceof KernelLayout.Current)
        assembly.need(symbol);
    });
    return finish(assembly, List.of());
  }

  private Compiled<NeuronPrograms> compile(Set<String> varied) {
    Names now = names(Moment.EACH_STEP);
    Integration integration =
        new Integration(
            terms, now, unpublished(), dynamics.equations(), held, ceilings(now), fixed);
    Optional<Scheme> scheme =
        dynamics.scheme().filter(s -> isWithoutFactors() || integration.obstacle(s).isEmpty());
    scheme.ifPresent(s -> check(integration, s));
    Map<String, Term> arrivals = arrivals(now);
    if (!problems.isEmpty()) return Compiled.failed(problems);

    Integration resting = resting();
    Assembly assembly =
        new Assembly(
            model,
            terms,
            List.of(integration.linear(), resting.linear()),
            varied,
            inputs,
            sharedFactors());
    Map<String, Term> next = integration.advance(scheme);
    List<Choice> choices = choices(integration);
    dynamics.published().forEach(now::run);
    for (Statement.Assign a : dynamics.published()) next.put(a.target(), now.value(a.target()));
    assembly.program("integrate", next);
    assembly.program("finish", finished(Map.of(), arrivals));
    assembly.program("step", merged(next, finished(next, arrivals)));
    assembly.program("rest", rest(resting, arrivals, scheme));
    return finish(assembly, choices);
  }

  private Compiled<NeuronPrograms> finish(Assembly assembly, List<Choice> choices) {
    dynamics.spike().ifPresent(c -> assembly.search(crossing(names(Moment.CONDITION).term(c))));
    Map<String, Term> reset = reset();
    if (!reset.isEmpty()) assembly.program("reset", reset);
    assembly.program("start", starts());
    return Compiled.of(
        assembly.assemble(
            choices, dynamics.withinStep(), dynamics.reset().isEmpty(), heldStates()));
  }

  // ---- names

  private static String arrivals(NeuronModel.Receptor receptor) {
    return "arrivals." + receptor.id();
  }

  private Names names(Moment moment) {
    Map<String, Term> values = new HashMap<>();
    if (moment != Moment.EACH_STEP) values.put(Integration.TIME, endOfStep());
    for (String p : influences.parameters())
      for (String subject : subjects(p))
        values.put(
            subject, terms.multiply(terms.symbol(subject), terms.symbol(Influences.factor(p))));
    return names(moment, values);
  }

  /// Parameters whose factor is the same for all neurons.
  private List<String> sharedFactors() {
    return influences.parameters().stream()
        .filter(p -> !influences.local().contains(p))
        .sorted()
        .toList();
  }

  private boolean isWithoutFactors() {
    return influences.parameters().isEmpty();
  }

  /// What a factor multiplies: its parameter, or for a gain that is no parameter all that comes in.
  private List<String> subjects(String parameter) {
    if (model.parameter(parameter).isPresent()) return List.of(parameter);
    if (!parameter.equals(Influences.GAIN)) return List.of();
    List<String> all = new ArrayList<>(List.of(CURRENT, WEIGHT));
    for (NeuronModel.Receptor r : model.receptors())
      if (r.input() == NeuronModel.Input.COUPLING) {
        all.add("sum_" + r.id());
        all.add("total_" + r.id());
      }
    return all;
  }

  /// Whether a term is known at a step's beginning and the same whatever the neuron does.
  private boolean isGiven(Term term) {
    for (String s : terms.symbols(term))
      if (!fixed.contains(s) && Influences.parameter(s).isEmpty()) return false;
    return true;
  }

  private Names names(Moment moment, Map<String, Term> values) {
    return new Names(
        terms,
        dynamics.definitions(),
        call -> draws.computeIfAbsent(call, c -> draw(c.function(), moment)),
        values);
  }

  private String draw(Function function, Moment moment) {
    String name = function.id() + "." + (draws.size() + 1);
    inputs.put(name, new KernelLayout.Draw(draws.size(), function, moment));
    return name;
  }

  private Term endOfStep() {
    return terms.add(terms.symbol(Integration.TIME), terms.symbol(STEP_LENGTH));
  }

  private List<String> stateIds() {
    return model.states().stream().map(NeuronModel.State::id).toList();
  }

  // ---- integration

  /// The states that an integrator has to look after.
  private List<String> unpublished() {
    Set<String> assigned = new HashSet<>();
    for (Statement.Assign a : dynamics.published()) assigned.add(a.target());
    return stateIds().stream().filter(s -> !assigned.contains(s)).toList();
  }

  /// The equations of the states that go on while a neuron is refractory; those that are held stand for themselves.
  private Integration resting() {
    List<String> still = heldIds();
    Set<String> outside = new TreeSet<>(held);
    outside.addAll(still);
    return new Integration(
        terms,
        names(Moment.EACH_STEP),
        unpublished().stream().filter(s -> !still.contains(s)).toList(),
        dynamics.equations().stream().filter(e -> !still.contains(e.state())).toList(),
        outside,
        Map.of(),
        fixed);
  }

  /// The step of a neuron at rest; empty where no state that goes on reads one that is held, so that the step of all others does.
  private Map<String, Term> rest(
      Integration resting, Map<String, Term> arrivals, Optional<Scheme> scheme) {
    List<String> still = heldIds();
    if (still.isEmpty()) return Map.of();
    Map<String, Term> next = resting.advance(scheme);
    Names then = names(Moment.EACH_STEP);
    for (Statement.Assign a : dynamics.published())
      if (!still.contains(a.target())) {
        then.run(a);
        next.put(a.target(), then.value(a.target()));
      }
    Map<String, Term> all = merged(next, finished(next, arrivals));
    still.forEach(all::remove);
    boolean reads =
        all.values().stream().anyMatch(x -> terms.symbols(x).stream().anyMatch(still::contains));
    return !reads ? Map.of() : dynamics.withinStep() ? next : all;
  }

  private List<Choice> choices(Integration integration) {
    Map<String, Choice> chosen = new HashMap<>();
    for (Choice c : integration.choices()) chosen.put(c.state(), c);
    for (Statement.Assign a : dynamics.published())
      chosen.put(
          a.target(), new Choice(a.target(), "as published", "the model gives its own update"));
    return stateIds().stream().flatMap(s -> Optional.ofNullable(chosen.get(s)).stream()).toList();
  }

  /// A Runge-Kutta stage must not see a potential beyond the threshold where the neuron would have been reset: the upstroke would carry it to infinity.
  private Map<String, Integration.Ceiling> ceilings(Names now) {
    if (!(dynamics.spike().orElse(null) instanceof Expression.Binary b)) return Map.of();
    boolean upward = b.operator() == Operator.AT_LEAST || b.operator() == Operator.GREATER;
    boolean turned = b.operator() == Operator.AT_MOST || b.operator() == Operator.LESS;
    if (!upward && !turned) return Map.of();
    Term state = now.term(upward ? b.left() : b.right());
    Term threshold = now.term(upward ? b.right() : b.left());
    boolean isReset = dynamics.reset().stream().anyMatch(a -> a.target().equals(state.symbol()));
    return state.isSymbol() && isReset && terms.isFixed(threshold)
        ? Map.of(state.symbol(), new Integration.Ceiling(threshold, wayBack(state, threshold, now)))
        : Map.of();
  }

  /// How far a reset takes a state from its threshold, where spikes are located inside the step.
  private Optional<Term> wayBack(Term state, Term threshold, Names now) {
    if (!dynamics.withinStep()) return Optional.empty();
    return dynamics.reset().stream()
        .filter(a -> a.target().equals(state.symbol()) && a.how() == Statement.How.SET)
        .map(a -> now.term(a.value()))
        .filter(terms::isFixed)
        .map(to -> terms.operation(Op.ABS, terms.subtract(threshold, to)))
        .findFirst();
  }

  private void check(Integration integration, Scheme scheme) {
    Optional<Integration.Obstacle> obstacle = integration.obstacle(scheme);
    if (obstacle.isEmpty()) return;
    Span at = obstacle.get().equation().at();
    problems.add(
        Problem.error(
            Place.at(file(), integrateLine(at.line()), 0, ""),
            "This model cannot be integrated by the scheme '"
                + scheme.id()
                + "': "
                + obstacle.get().sentence(),
            "Leave the line out, and the scheme is chosen for you"
                + (at.line() > 0 ? "; the equation stands in line " + at.line() : "")
                + "."));
  }

  private int integrateLine(int otherwise) {
    List<String> lines = model.text().lines().toList();
    for (int k = 0; k < lines.size(); k++)
      if (lines.get(k).strip().startsWith("integrate ")) return k + 1;
    return otherwise;
  }

  private String file() {
    return model.id() + ".model";
  }

  // ---- the other moments

  /// What one unit of weight that arrives adds, times what arrives, by state.
  private Map<String, Term> arrivals(Names now) {
    Map<String, Term> sums = new LinkedHashMap<>();
    for (NeuronModel.Receptor r : model.receptors())
      for (Statement.Assign a : dynamics.arrivals().getOrDefault(r.id(), List.of())) {
        Optional<Term> factor = perWeight(now, a);
        if (factor.isEmpty()) continue;
        Term added = terms.multiply(factor.get(), terms.symbol(arrivals(r)));
        sums.merge(a.target(), added, terms::add);
      }
    return sums;
  }

  private Optional<Term> perWeight(Names now, Statement.Assign a) {
    boolean adds = a.how() == Statement.How.ADD;
    Optional<Term> factor =
        Linear.of(terms, now.term(a.value()), Set.of(WEIGHT))
            .filter(l -> l.offset().isEmpty())
            .map(l -> l.coefficients().getOrDefault(WEIGHT, terms.constant(0)))
            .filter(this::isGiven)
            .filter(_ -> adds || a.how() == Statement.How.SUBTRACT)
            .map(f -> adds ? f : terms.negate(f));
    if (factor.isEmpty())
      problems.add(
          Problem.error(
              Place.at(file(), a.at().line(), a.at().column(), ""),
              "An arrival adds a multiple of weight to a state",
              "Write it like "
                  + a.target()
                  + " += weight, with parameters only as factors: arrivals of a step are summed"
                  + " before they are added."));
    return factor;
  }

  /// `each step` statements and arrivals after these values.
  private Map<String, Term> finished(Map<String, Term> values, Map<String, Term> arrivals) {
    Names then = names(Moment.EACH_STEP).with(values);
    then.set(Integration.TIME, endOfStep());
    Map<String, Term> result = new LinkedHashMap<>();
    for (Statement.Assign a : dynamics.eachStep()) {
      then.run(a);
      result.put(a.target(), then.value(a.target()));
    }
    arrivals.forEach((s, sum) -> result.put(s, terms.add(sum, then.value(s))));
    return result;
  }

  private static Map<String, Term> merged(Map<String, Term> before, Map<String, Term> after) {
    Map<String, Term> result = new LinkedHashMap<>(before);
    result.putAll(after);
    return result;
  }

  /// The condition, written so that it holds for what is not a number.
  private Term crossing(Term condition) {
    return switch (condition.op()) {
      case AT_LEAST -> not(Op.LESS, condition);
      case GREATER -> not(Op.AT_MOST, condition);
      case AT_MOST -> not(Op.GREATER, condition);
      case LESS -> not(Op.AT_LEAST, condition);
      default -> condition;
    };
  }

  private Term not(Op op, Term condition) {
    return terms.operation(Op.NOT, terms.operation(op, condition.operand(0), condition.operand(1)));
  }

  private Map<String, Term> reset() {
    Names then = names(Moment.RESET);
    Map<String, Term> result = new LinkedHashMap<>();
    dynamics.reset().forEach(then::run);
    for (Statement.Assign a : dynamics.reset()) result.put(a.target(), then.value(a.target()));
    dynamics.refractory().ifPresent(r -> result.put(HOLD, then.term(r)));
    return result;
  }

  private Map<String, Term> starts() {
    Names start = names(Moment.EACH_STEP, Map.of());
    Map<String, Term> result = new LinkedHashMap<>();
    for (NeuronModel.State s : model.states()) result.put(s.id(), start.term(s.start()));
    return result;
  }

  private List<String> heldIds() {
    return dynamics.refractory().isEmpty() ? List.of() : dynamics.held();
  }

  private List<Integer> heldStates() {
    return heldIds().stream().map(stateIds()::indexOf).toList();
  }
}
