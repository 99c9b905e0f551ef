package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Quantity;

/// Makes programs of a channel model, for the cable equation: the current and its derivative by the potential, and the way of gates and pools while the potential is held.
public final class ChannelCompiler {

  private static final String WEIGHT = "weight";

  /// Far below what a state can mean; a sum with it rounds numbers below 1e-306 off.
  private static final double TINY = 1e-290;

  private final ChannelModel model;
  private final Terms terms;
  private final Set<String> fixed = new HashSet<>();
  private final Map<String, KernelLayout.Column> inputs = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ChannelCompiler(ChannelModel model) {
    this.model = model;
    for (Parameter p : model.parameters()) fixed.add(p.id());
    fixed.add(ChannelPrograms.AREA);
    fixed.add(NeuronCompiler.STEP_LENGTH);
    fixed.add(Integration.LENGTH);
    terms = new Terms(fixed, false);
  }

  /// Compiles a channel. Thread-safe.
  ///
  /// @param varied ids of the parameters, [ChannelPrograms#AREA] among them, that differ from neuron to neuron
  public static Compiled<ChannelPrograms> compile(ChannelModel model, Set<String> varied) {
    Compiled<List<Choice>> choices = ChannelAnalysis.of(model);
    if (choices.value().isEmpty()) return Compiled.failed(choices.problems());
    return new ChannelCompiler(model).compile(varied, choices.value().get());
  }

  private Compiled<ChannelPrograms> compile(Set<String> varied, List<Choice> choices) {
    Names now = names();
    Integration integration =
        new Integration(
            terms,
            now,
            model.states().stream().map(NeuronModel.State::id).toList(),
            model.equations(),
            Set.of(ChannelPrograms.POTENTIAL),
            Map.of(),
            fixed);
    Map<String, Term> once = integration.advance(model.scheme());
    Map<String, Term> advance = model.receptors().isEmpty() ? once : aroundArrivals(once, now);
    Map<String, Term> current = current(now);
    Optional<Linear> ohmic = ohmic(now);
    if (!problems.isEmpty()) return Compiled.failed(problems);
    findConcentrations(advance);
    findConcentrations(current);
    Assembly assembly =
        new Assembly(sketch(), terms, List.of(integration.linear()), varied, inputs, List.of());
    assembly.program("step", advance);
    assembly.program("integrate", once);
    assembly.program("finish", current);
    ohmic.ifPresent(l -> assembly.program("start", constant(l)));
    NeuronPrograms made = assembly.assemble(List.of(), false, false, List.of());
    boolean moves = !model.states().isEmpty();
    return Compiled.of(
        new ChannelPrograms(
            model,
            choices,
            made.layout(),
            made.derivation(),
            made.finish(),
            Optional.of(made.step()).filter(_ -> moves),
            Optional.of(made.integrate()).filter(_ -> moves),
            ohmic.map(_ -> made.start())));
  }

  private Names names() {
    membrane(ChannelPrograms.POTENTIAL);
    membrane(ChannelPrograms.CURRENT);
    membrane(ChannelPrograms.CONDUCTANCE);
    membrane(ChannelPrograms.CARRIED);
    membrane(ChannelPrograms.CARRIED_SLOPE);
    for (NeuronModel.Receptor r : model.receptors()) membrane(ChannelPrograms.arrivals(r.id()));
    model.pool().ifPresent(ion -> membrane(ChannelPrograms.ionCurrent(ion)));
    return new Names(
        terms,
        model.definitions(),
        call -> {
          problem(Span.NONE, "A channel has no random numbers", "Put the noise into a current.");
          return call.function().id();
        },
        Map.of());
  }

  /// What pools of the same segment keep.
  private void findConcentrations(Map<String, Term> values) {
    Set<String> own = new HashSet<>();
    for (NeuronModel.State state : model.states()) own.add(state.id());
    for (Term x : values.values())
      for (String symbol : terms.symbols(x))
        if (symbol.startsWith("[") && !own.contains(symbol)) membrane(symbol);
  }

  private void membrane(String symbol) {
    inputs.put(symbol, new KernelLayout.Membrane(symbol));
  }

  private void problem(Span at, String sentence, String hint) {
    problems.add(
        Problem.error(Place.at(model.id() + ".model", at.line(), at.column(), ""), sentence, hint));
  }

  /// Half a step, what arrives, and the other half.
  private Map<String, Term> aroundArrivals(Map<String, Term> half, Names now) {
    Map<String, Term> middle = new LinkedHashMap<>(half);
    for (NeuronModel.Receptor r : model.receptors())
      for (Statement.Assign a : model.arrivals().getOrDefault(r.id(), List.of())) {
        Term added =
            terms.multiply(perWeight(now, a), terms.symbol(ChannelPrograms.arrivals(r.id())));
        middle.merge(a.target(), added, (before, x) -> terms.add(x, before));
      }
    Map<String, Term> whole = new LinkedHashMap<>();
    half.forEach((s, x) -> whole.put(s, atLeastNormal(Rewriting.replaced(terms, x, middle))));
    middle.forEach(whole::putIfAbsent);
    return whole;
  }

  /// The value, or 0 in place of one so small that processors take a hundred times longer with it: a conductance that nothing opens again would decay to there and stay.
  private Term atLeastNormal(Term x) {
    Term tiny = terms.constant(TINY);
    return terms.subtract(terms.add(x, tiny), tiny);
  }

  /// What one unit of weight that arrives adds.
  private Term perWeight(Names now, Statement.Assign a) {
    boolean adds = a.how() == Statement.How.ADD;
    Optional<Term> factor =
        Linear.of(terms, now.term(a.value()), Set.of(WEIGHT))
            .filter(l -> l.offset().isEmpty())
            .map(l -> l.coefficients().getOrDefault(WEIGHT, terms.constant(0)))
            .filter(terms::isFixed)
            .filter(_ -> adds || a.how() == Statement.How.SUBTRACT)
            .map(f -> adds ? f : terms.negate(f));
    if (factor.isEmpty())
      problem(
          a.at(),
          "An arrival adds a multiple of weight to a state",
          "Write it like "
              + a.target()
              + " += weight, with parameters only as factors: arrivals of a step are summed before"
              + " they are added.");
    return factor.orElse(terms.constant(0));
  }

  /// The current (pA) and its derivative (nS), added to those of the segment.
  private Map<String, Term> current(Names now) {
    Term flows = flows(now);
    Term slope = new Derivative(terms, ChannelPrograms.POTENTIAL).of(flows);
    Map<String, Term> sums = new LinkedHashMap<>();
    if (flows.isConstant(0)) return sums;
    sums.put(ChannelPrograms.CURRENT, added(ChannelPrograms.CURRENT, flows));
    sums.put(ChannelPrograms.CONDUCTANCE, added(ChannelPrograms.CONDUCTANCE, slope));
    if (model.carries().isPresent()) {
      sums.put(ChannelPrograms.CARRIED, added(ChannelPrograms.CARRIED, flows));
      sums.put(ChannelPrograms.CARRIED_SLOPE, added(ChannelPrograms.CARRIED_SLOPE, slope));
    }
    return sums;
  }

  private Term added(String symbol, Term x) {
    return terms.add(terms.symbol(symbol), x);
  }

  private Term flows(Names now) {
    Term flows = now.term(model.current());
    return model.isDensity() ? terms.multiply(terms.symbol(ChannelPrograms.AREA), flows) : flows;
  }

  /// The current as a part at 0 mV and a conductance that both change with parameters only.
  private Optional<Linear> ohmic(Names now) {
    if (!model.states().isEmpty() || model.carries().isPresent()) return Optional.empty();
    return Linear.of(terms, flows(now), Set.of(ChannelPrograms.POTENTIAL))
        .filter(l -> l.offset().filter(x -> !terms.isFixed(x)).isEmpty())
        .filter(l -> l.coefficients().values().stream().allMatch(terms::isFixed));
  }

  private Map<String, Term> constant(Linear current) {
    Term zero = terms.constant(0);
    Map<String, Term> values = new LinkedHashMap<>();
    values.put(ChannelPrograms.CURRENT, current.offset().orElse(zero));
    values.put(
        ChannelPrograms.CONDUCTANCE,
        current.coefficients().getOrDefault(ChannelPrograms.POTENTIAL, zero));
    return values;
  }

  /// The channel as if it were a neuron: what an assembly has to know of it.
  private NeuronModel sketch() {
    List<Parameter> parameters = new ArrayList<>(model.parameters());
    parameters.add(
        new Parameter(
            ChannelPrograms.AREA,
            "area",
            Quantity.of(1, "um^2"),
            0,
            1,
            Parameter.Limit.POSITIVE,
            false));
    Dynamics nothing =
        new Dynamics(
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            List.of());
    return new NeuronModel(
        model.id(),
        model.title(),
        model.summary(),
        List.of(),
        parameters,
        model.states(),
        List.of(),
        List.of(),
        nothing,
        model.text());
  }
}
