package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.SynapsePlan.Column;
import org.neurarium.engine.compile.SynapsePlan.Uniform;

/// Puts a synapse model's programs together: which symbol lies in which column or uniform of which program is the table in [SynapsePlan].
final class SynapseAssembly {

  /// The programs of a plan, and with them what a row is.
  enum Rows {
    PRE_ADVANCE,
    POST_ADVANCE,
    ADVANCE,
    ON_PRE,
    ON_PRE_SOURCE,
    ON_POST,
    ON_POST_TARGET,
    CATCH_UP,
    FLOW
  }

  /// What one program writes.
  ///
  /// @param set by row
  /// @param added through the target
  private record Values(Map<String, Term> set, Map<String, Term> added) {}

  private final SynapseModel model;
  private final List<NeuronModel.State> neuron;
  private final int potential;
  private final Terms terms;
  private final Choices choices;
  private final Hoisting hoisting;
  private final Map<Rows, Values> programs = new EnumMap<>(Rows.class);
  private final Slots columnSlots = new Slots();
  private final List<Column> columns = new ArrayList<>();
  private final List<Uniform> uniforms = new ArrayList<>();
  private final Slots slots = new Slots();
  private final SharedSolutions solutions;
  private final Map<String, SynapsePlan.Influence> influences;
  private final Predicate<String> local;
  private boolean flowsByTarget;

  /// @param potential which of the neuron's states the synapses know as its potential
  /// @param choices made beforehand
  /// @param influences by symbol
  /// @param local whether an influence differs from target to target
  SynapseAssembly(
      SynapseModel model,
      List<NeuronModel.State> neuron,
      int potential,
      Terms terms,
      Choices choices,
      SharedSolutions solutions,
      Map<String, SynapsePlan.Influence> influences,
      Predicate<String> local) {
    this.model = model;
    this.neuron = neuron;
    this.potential = potential;
    this.terms = terms;
    this.choices = choices;
    this.solutions = solutions;
    this.influences = influences;
    this.local = local;
    hoisting = new Hoisting(terms, _ -> false);
  }

  void program(Rows rows, Map<String, Term> set) {
    program(rows, set, Map.of());
  }

  void program(Rows rows, Map<String, Term> set, Map<String, Term> added) {
    Map<String, Term> changed = new LinkedHashMap<>(set);
    changed.replaceAll((_, x) -> choices.made(x));
    changed.entrySet().removeIf(e -> e.getValue() == terms.symbol(e.getKey()));
    Map<String, Term> sums = new LinkedHashMap<>(added);
    sums.replaceAll((_, x) -> choices.made(x));
    List<Term> roots = new ArrayList<>(changed.values());
    roots.addAll(sums.values());
    Function<Term, Term> fuse = Rewriting.fused(terms, roots);
    changed.replaceAll((_, x) -> hoisting.hoist(fuse.apply(x)));
    sums.replaceAll((_, x) -> hoisting.hoist(fuse.apply(x)));
    programs.put(rows, new Values(changed, sums));
  }

  /// Lays everything out and lowers it.
  SynapsePlan assemble(
      List<LinearSystem> systems, Map<String, Column> draws, List<String> reasons) {
    layOutColumns(draws);
    layOutUniforms(systems);
    // Derived numbers are computed from parameters alone, so no column of the plan is read.
    Preparation preparation =
        new Preparation(
            slots,
            systems,
            hoisting,
            _ -> false,
            slots.place(SynapseCompiler.STEP_LENGTH).column(),
            slots.place(Integration.LENGTH).column());
    return new SynapsePlan(
        model,
        columns,
        uniforms,
        lowered(Rows.PRE_ADVANCE),
        lowered(Rows.POST_ADVANCE),
        lowered(Rows.ADVANCE),
        lowered(Rows.ON_PRE).orElse(new Program(List.of(), List.of(), List.of())),
        lowered(Rows.ON_PRE_SOURCE),
        lowered(Rows.ON_POST),
        lowered(Rows.ON_POST_TARGET),
        lowered(Rows.CATCH_UP),
        lowered(Rows.FLOW),
        flowsByTarget,
        solutions.eligibility().map(s -> columnSlots.place(s).column()).orElse(-1),
        new ParameterValues(preparation, uniforms, starts()),
        reasons);
  }

  // ---- layout

  private Set<String> used(Rows rows) {
    Set<String> used = new LinkedHashSet<>();
    Values values = programs.getOrDefault(rows, new Values(Map.of(), Map.of()));
    values.set().values().forEach(x -> used.addAll(terms.symbols(x)));
    values.added().values().forEach(x -> used.addAll(terms.symbols(x)));
    return used;
  }

  private Set<String> used() {
    Set<String> used = new LinkedHashSet<>();
    for (Rows rows : Rows.values()) {
      used.addAll(used(rows));
      Values values = programs.get(rows);
      if (values == null) continue;
      used.addAll(values.set().keySet());
      used.addAll(values.added().keySet());
    }
    return used;
  }

  private void column(String symbol, Column column) {
    columnSlots.column(symbol);
    columns.add(column);
  }

  private void layOutColumns(Map<String, Column> draws) {
    Set<String> used = used();
    column(SynapseCompiler.WEIGHT, new SynapsePlan.Weight());
    for (int k = 0; k < model.states().size(); k++)
      column(model.states().get(k).id(), new SynapsePlan.State(k));
    if (used.contains(SynapseCompiler.LAST)) column(SynapseCompiler.LAST, new SynapsePlan.Last());
    for (String s : used) neuronState(s).ifPresent(n -> column(s, n));
    influences.forEach((s, influence) -> {
      if (used.contains(s) && local.test(s)) column(s, influence);
    });
    flowsByTarget = used(Rows.FLOW).stream().anyMatch(this::isLocal);
    for (SharedSolutions.Entry e : solutions.entries())
      column(
          e.symbol(),
          new SynapsePlan.Flow(
              columnSlots.place(e.state()).column(),
              e.driver().isEmpty() ? -1 : columnSlots.place(e.driver()).column()));
    draws.forEach((s, draw) -> {
      if (used.contains(s)) column(s, draw);
    });
    if (used.contains(SynapseCompiler.DELIVERED))
      column(SynapseCompiler.DELIVERED, new SynapsePlan.Delivered());
  }

  private void uniform(String symbol, Uniform uniform) {
    slots.uniform(symbol);
    uniforms.add(uniform);
  }

  private void layOutUniforms(List<LinearSystem> systems) {
    Set<String> used = used();
    for (int k = 0; k < model.parameters().size(); k++)
      uniform(model.parameters().get(k).id(), new SynapsePlan.Parameter(k));
    uniform(SynapseCompiler.STEP_LENGTH, new SynapsePlan.Derived());
    uniform(Integration.LENGTH, new SynapsePlan.Derived());
    hoisting.uniform().keySet().forEach(s -> uniform(s, new SynapsePlan.Derived()));
    for (LinearSystem system : systems)
      for (String s : system.entries().keySet())
        if (used.contains(s)) uniform(s, new SynapsePlan.Derived());
    if (used.contains(SynapseCompiler.STEP)) uniform(SynapseCompiler.STEP, new SynapsePlan.Step());
    if (used.contains(Integration.TIME)) uniform(Integration.TIME, new SynapsePlan.Time());
    influences.forEach((s, influence) -> {
      if (used.contains(s) && !local.test(s)) uniform(s, influence);
    });
    for (Rows rows : Rows.values())
      for (String s : used(rows)) {
        if (slots.has(s) || address(rows, s) != Address.UNIFORM) continue;
        for (int k = 0; k < model.states().size(); k++)
          if (model.states().get(k).id().equals(s)) uniform(s, new SynapsePlan.State(k));
        neuronState(s).ifPresent(n -> uniform(s, n));
        SynapsePlan.Influence influence = influences.get(s);
        if (influence != null) uniform(s, influence);
        if (columns.get(columnSlots.place(s).column()) instanceof SynapsePlan.Flow flow)
          uniform(s, flow);
      }
  }

  private boolean isLocal(String symbol) {
    return influences.containsKey(symbol) && local.test(symbol);
  }

  private Optional<SynapsePlan.Neuron> neuronState(String symbol) {
    if (symbol.equals("V_post")) return Optional.of(new SynapsePlan.Neuron(potential));
    if (!symbol.startsWith("post.")) return Optional.empty();
    String id = symbol.substring("post.".length());
    for (int k = 0; k < neuron.size(); k++)
      if (neuron.get(k).id().equals(id)) return Optional.of(new SynapsePlan.Neuron(k));
    return Optional.empty();
  }

  // ---- lowering

  /// How a program reaches a symbol.
  private Address address(Rows rows, String symbol) {
    if (!columnSlots.has(symbol)) return Address.UNIFORM;
    Column column = columns.get(columnSlots.place(symbol).column());
    if (column instanceof SynapsePlan.Flow && !flowsByTarget)
      return rows == Rows.FLOW ? Address.ROW : Address.UNIFORM;
    boolean ofTarget =
        column instanceof SynapsePlan.Neuron
            || column instanceof SynapsePlan.Influence
            || column instanceof SynapsePlan.Flow
            || column instanceof SynapsePlan.Delivered
            || scope(column) == Scope.POST;
    boolean ofSource = scope(column) == Scope.PRE;
    return switch (rows) {
      case ADVANCE, ON_PRE, CATCH_UP ->
          ofTarget ? Address.THROUGH : ofSource ? Address.UNIFORM : Address.ROW;
      case ON_POST -> ofTarget ? Address.UNIFORM : Address.ROW;
      case PRE_ADVANCE, ON_PRE_SOURCE, POST_ADVANCE, ON_POST_TARGET, FLOW -> Address.ROW;
    };
  }

  private Optional<Scope> scopeOf(Column column) {
    return column instanceof SynapsePlan.State s
        ? Optional.of(model.states().get(s.index()).scope())
        : Optional.empty();
  }

  private Scope scope(Column column) {
    return scopeOf(column).orElse(Scope.SYNAPSE);
  }

  private Program.Input place(Rows rows, String symbol) {
    Address address = address(rows, symbol);
    return address == Address.UNIFORM
        ? slots.place(symbol)
        : new Program.Input(symbol, address, columnSlots.place(symbol).column());
  }

  private Optional<Program> lowered(Rows rows) {
    Values values = programs.get(rows);
    if (values == null || (values.set().isEmpty() && values.added().isEmpty()))
      return Optional.empty();
    List<Lowering.Target> targets = new ArrayList<>();
    values
        .set()
        .forEach((s, x) ->
            targets.add(
                new Lowering.Target(s, Address.ROW, columnSlots.place(s).column(), false, x)));
    values
        .added()
        .forEach((s, x) ->
            targets.add(
                new Lowering.Target(s, Address.THROUGH, columnSlots.place(s).column(), true, x)));
    return Optional.of(Lowering.program(targets, s -> place(rows, s)));
  }

  /// A program for the start of each state, which reads parameters by their numbers.
  private List<Program> starts() {
    Slots parameters = new Slots();
    for (Parameter p : model.parameters()) parameters.uniform(p.id());
    Names names = new Names(terms, model.definitions(), c -> c.function().id(), Map.of());
    return model.states().stream()
        .map(s ->
            Lowering.program(
                List.of(new Lowering.Target(s.id(), Address.ROW, 0, false, names.term(s.start()))),
                parameters::place))
        .toList();
  }

  private record ParameterValues(
      Preparation preparation, List<Uniform> uniforms, List<Program> starts)
      implements SynapsePlan.Values {

    @Override
    public void set(double[] parameters, double dt, double[] into) {
      for (int k = 0; k < uniforms.size(); k++)
        if (uniforms.get(k) instanceof SynapsePlan.Parameter p) into[k] = parameters[p.index()];
      preparation.run(new double[0][], into, dt, dt, 0);
    }

    @Override
    public double start(int state, double[] parameters) {
      double[][] column = new double[1][1];
      new Interpreter(starts.get(state)).run(column, parameters, new int[0], 0, 1);
      return column[0][0];
    }
  }
}
