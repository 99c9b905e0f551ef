package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final LinearSystem linear;
  private final Set<String> varied;
  private final Map<String, KernelLayout.Column> inputs;
  private final Hoisting hoisting;
  private final Map<String, Map<String, Term>> programs = new LinkedHashMap<>();
  private Optional<Term> condition = Optional.empty();

  private final List<KernelLayout.Column> columns = new ArrayList<>();
  private final List<KernelLayout.Uniform> uniforms = new ArrayList<>();
  private final Map<String, Program.Input> places = new HashMap<>();
  private int columnCount;
  private int uniformCount;

  /// @param varied ids of parameters with a column
  /// @param inputs what other symbols have a column, if they are needed
  Assembly(
      NeuronModel model,
      Terms terms,
      LinearSystem linear,
      Set<String> varied,
      Map<String, KernelLayout.Column> inputs) {
    this.model = model;
    this.terms = terms;
    this.linear = linear;
    this.varied = varied;
    this.inputs = inputs;
    hoisting = new Hoisting(terms, this::varies);
  }

  private boolean varies(String symbol) {
    LinearSystem.Entry entry = linear.entries().get(symbol);
    return entry == null
        ? varied.contains(symbol)
        : linear.dependencies(entry).stream().anyMatch(varied::contains);
  }

  /// Adds a program that sets these symbols.
  void program(String name, Map<String, Term> values) {
    Map<String, Term> changed = new LinkedHashMap<>();
    values.forEach((s, x) -> {
      if (x != terms.symbol(s)) changed.put(s, x);
    });
    Function<Term, Term> fuse = fusion(changed.values());
    changed.replaceAll((_, x) -> hoisting.hoist(fuse.apply(x)));
    programs.put(name, changed);
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
    Set<String> used = new HashSet<>();
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
    Derivation derivation = preparation(layout);
    return new NeuronPrograms(
        model,
        choices,
        layout,
        derivation,
        lowered("start"),
        lowered("step"),
        lowered("integrate"),
        lowered("finish"),
        condition.map(c -> Lowering.search(c, this::place)),
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
    inputs.forEach((symbol, input) -> {
      if (used.contains(symbol)) column(symbol, input);
    });
    hoisting.varied().keySet().forEach(s -> column(s, new KernelLayout.Derived()));
    hoisting.uniform().keySet().forEach(s -> uniform(s, new KernelLayout.Derived()));
    for (String s : linear.entries().keySet())
      if (used.contains(s)) {
        if (varies(s)) column(s, new KernelLayout.Derived());
        else uniform(s, new KernelLayout.Derived());
      }
    columnCount = columns.size();
    uniformCount = uniforms.size();
  }

  private void column(String symbol, KernelLayout.Column column) {
    places.put(symbol, new Program.Input(symbol, Address.ROW, columns.size()));
    columns.add(column);
  }

  private void uniform(String symbol, KernelLayout.Uniform uniform) {
    places.put(symbol, new Program.Input(symbol, Address.UNIFORM, uniforms.size()));
    uniforms.add(uniform);
  }

  private Program.Input place(String symbol) {
    Program.Input found = places.get(symbol);
    if (found == null) throw new IllegalArgumentException("no place for " + symbol);
    return found;
  }

  // ---- lowering

  private Program lowered(String name) {
    return lowered(programs.getOrDefault(name, Map.of()));
  }

  private Program lowered(Map<String, Term> values) {
    List<Lowering.Target> targets = new ArrayList<>();
    values.forEach(
        (s, x) -> targets.add(new Lowering.Target(s, Address.ROW, place(s).column(), false, x)));
    return Lowering.program(targets, this::place);
  }

  private Preparation preparation(KernelLayout layout) {
    List<Preparation.EntryPlace> entries = new ArrayList<>();
    linear
        .entries()
        .forEach((s, e) -> {
          boolean varies = varies(s);
          if (!places.containsKey(s))
            places.put(
                s,
                varies
                    ? new Program.Input(s, Address.ROW, columnCount++)
                    : new Program.Input(s, Address.UNIFORM, uniformCount++));
          entries.add(new Preparation.EntryPlace(e, varies, place(s).column()));
        });
    List<Preparation.Coefficient> coefficients = new ArrayList<>();
    List<Lowering.Target> ofMatrix = new ArrayList<>();
    int order = linear.states().size();
    for (int i = 0; i < order; i++)
      for (int j = 0; j < order; j++) {
        Optional<Term> x = linear.coefficient(i, j);
        if (x.isEmpty()) continue;
        coefficients.add(new Preparation.Coefficient(i, j, columnCount));
        ofMatrix.add(
            new Lowering.Target(
                "A[" + i + "," + j + "]", Address.ROW, columnCount++, false, x.get()));
      }
    List<Preparation.Moved> moved = new ArrayList<>();
    List<Lowering.Target> ofUniforms = new ArrayList<>();
    hoisting
        .uniform()
        .forEach((s, x) -> {
          moved.add(new Preparation.Moved(columnCount, place(s).column()));
          ofUniforms.add(new Lowering.Target(s, Address.ROW, columnCount++, false, x));
        });
    return new Preparation(
        layout,
        columnCount,
        uniformCount,
        order,
        coefficients,
        Lowering.program(ofMatrix, this::place),
        entries,
        Lowering.program(ofUniforms, this::place),
        moved,
        lowered(hoisting.varied()));
  }
}
