package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.Program.Address;

/// Puts a neuron model's programs together: joins products and sums, takes out what follows from parameters, gives every symbol its column
/// or uniform, and lowers.
final class Assembly {

  private final NeuronModel model;
  private final Terms terms;
  private final List<LinearSystem> systems;
  private final Set<String> varied;
  private final Map<String, KernelLayout.Column> inputs;
  private final List<String> factors;
  private final Hoisting hoisting;
  private final Map<String, Map<String, Term>> programs = new LinkedHashMap<>();
  private final Set<String> needed = new HashSet<>();
  private Optional<Term> condition = Optional.empty();

  private final List<KernelLayout.Column> columns = new ArrayList<>();
  private final List<KernelLayout.Uniform> uniforms = new ArrayList<>();
  private final Slots slots = new Slots();

  /// @param systems whose propagators the programs may ask for
  /// @param varied ids of parameters with a column
  /// @param inputs what other symbols have a column, if they are needed
  /// @param factors parameters whose factor is the same for all neurons
  Assembly(
      NeuronModel model,
      Terms terms,
      List<LinearSystem> systems,
      Set<String> varied,
      Map<String, KernelLayout.Column> inputs,
      List<String> factors) {
    this.factors = List.copyOf(factors);
    this.model = model;
    this.terms = terms;
    this.systems = List.copyOf(systems);
    this.varied = varied;
    this.inputs = inputs;
    hoisting = new Hoisting(terms, this::varies);
  }

  private boolean varies(String symbol) {
    for (LinearSystem system : systems) {
      LinearSystem.Entry entry = system.entries().get(symbol);
      if (entry != null) return system.dependencies(entry).stream().anyMatch(varied::contains);
    }
    return varied.contains(symbol);
  }

  /// Adds a program that sets these symbols.
  void program(String name, Map<String, Term> values) {
    Map<String, Term> changed = new LinkedHashMap<>();
    values.forEach((s, x) -> {
      if (x != terms.symbol(s)) changed.put(s, x);
    });
    if (!terms.isLiteral()) {
      Function<Term, Term> regroup = Regrouping.of(terms, List.copyOf(changed.values()));
      changed.replaceAll((_, x) -> regroup.apply(x));
    }
    Function<Term, Term> fuse = fusion(changed.values());
    changed.replaceAll((_, x) -> hoisting.hoist(fuse.apply(x)));
    programs.put(name, changed);
  }

  /// Gives an input its column, whether a program reads it or not.
  void need(String symbol) {
    needed.add(symbol);
  }

  /// Sets the condition.
  void search(Term sought) {
    condition = Optional.of(hoisting.hoist(fusion(List.of(sought)).apply(sought)));
  }

  private Function<Term, Term> fusion(Collection<Term> roots) {
    return terms.isLiteral() ? x -> x : Rewriting.fused(terms, roots);
  }

  /// Lays everything out and lowers it.
  NeuronPrograms assemble(
      List<Choice> choices, boolean withinStep, boolean atOnset, List<Integer> held) {
    Set<String> used = new HashSet<>(needed);
    condition.ifPresent(c -> used.addAll(terms.symbols(c)));
    programs
        .values()
        .forEach(p ->
            p.forEach((s, x) -> {
              used.add(s);
              used.addAll(terms.symbols(x));
            }));
    layOut(used);
    KernelLayout layout = new KernelLayout(columns, uniforms);
    Derivation derivation =
        new Preparation(
            slots,
            systems,
            hoisting,
            this::varies,
            slots.place(NeuronCompiler.STEP_LENGTH).column(),
            slots.place(Integration.LENGTH).column());
    return new NeuronPrograms(
        model,
        choices,
        layout,
        derivation,
        lowered("start"),
        lowered("step"),
        lowered("integrate"),
        lowered("finish"),
        Optional.ofNullable(programs.get("rest")).filter(r -> !r.isEmpty()).map(this::lowered),
        condition.map(c -> Lowering.search(c, slots::place)),
        Optional.ofNullable(programs.get("reset")).map(_ -> lowered("reset")),
        withinStep,
        atOnset,
        held);
  }

  // ---- layout

  private void layOut(Set<String> used) {
    for (int k = 0; k < model.states().size(); k++)
      column(model.states().get(k).id(), new KernelLayout.State(k));
    uniform(Integration.TIME, new KernelLayout.Time());
    uniform(NeuronCompiler.STEP_LENGTH, new KernelLayout.StepLength());
    uniform(Integration.LENGTH, new KernelLayout.IntegrationLength());
    for (int k = 0; k < model.parameters().size(); k++) {
      String id = model.parameters().get(k).id();
      KernelLayout.Parameter parameter = new KernelLayout.Parameter(k);
      if (varied.contains(id)) column(id, parameter);
      else uniform(id, parameter);
    }
    for (String p : factors)
      if (used.contains(Influences.factor(p)))
        uniform(Influences.factor(p), new KernelLayout.Factor(p));
    inputs.forEach((symbol, input) -> {
      if (used.contains(symbol)) column(symbol, input);
    });
    hoisting.varied().keySet().forEach(s -> column(s, new KernelLayout.Derived()));
    hoisting.uniform().keySet().forEach(s -> uniform(s, new KernelLayout.Derived()));
    for (LinearSystem system : systems)
      for (String s : system.entries().keySet())
        if (used.contains(s)) {
          if (varies(s)) column(s, new KernelLayout.Derived());
          else uniform(s, new KernelLayout.Derived());
        }
  }

  private void column(String symbol, KernelLayout.Column column) {
    slots.column(symbol);
    columns.add(column);
  }

  private void uniform(String symbol, KernelLayout.Uniform uniform) {
    slots.uniform(symbol);
    uniforms.add(uniform);
  }

  // ---- lowering

  private Program lowered(String name) {
    return lowered(programs.getOrDefault(name, Map.of()));
  }

  private Program lowered(Map<String, Term> values) {
    List<Lowering.Target> targets = new ArrayList<>();
    values.forEach((s, x) ->
        targets.add(new Lowering.Target(s, Address.ROW, slots.place(s).column(), false, x)));
    return Lowering.program(targets, slots::place);
  }
}
