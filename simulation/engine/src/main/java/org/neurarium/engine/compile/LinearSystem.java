package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The largest set of states whose equations are linear in each other with coefficients of parameters only, and know no other states: they have an exact
/// propagator (Rotter and Diesmann 1999, doi:10.1007/s004220050570). Everything else in their equations is held for the step.
final class LinearSystem {

  /// A number of the propagator, which the derivation computes.
  ///
  /// @param integral whether it is of Q, which acts on what is held, or of P, which acts on states
  /// @param half whether it belongs to half of the step
  /// @param i row, by the system's own numbers
  /// @param j column
  record Entry(boolean integral, boolean half, int i, int j) {}

  private final Terms terms;
  private final Set<String> fixed;
  private final List<String> states;
  private final List<Map<String, Term>> coefficients;
  private final boolean[][] reach;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private LinearSystem(
      Terms terms, Set<String> fixed, List<String> states, List<Map<String, Term>> coefficients) {
    this.terms = terms;
    this.fixed = fixed;
    this.states = states;
    this.coefficients = coefficients;
    boolean[][] acts = new boolean[states.size()][states.size()];
    for (int i = 0; i < acts.length; i++)
      for (int j = 0; j < acts.length; j++)
        acts[i][j] = coefficients.get(i).containsKey(states.get(j));
    reach = MatrixExponential.closure(acts);
  }

  /// Finds it.
  ///
  /// @param fixed symbols of parameters; receives those of the propagator's numbers
  /// @param rates right sides by state, all of them
  static LinearSystem find(Terms terms, Set<String> fixed, Map<String, Term> rates) {
    Map<String, Map<String, Term>> linear = new LinkedHashMap<>();
    rates.forEach((state, rate) ->
        Linear.of(terms, rate, rates.keySet())
            .map(Linear::coefficients)
            .filter(c -> c.values().stream().allMatch(terms::isFixed))
            .ifPresent(c -> linear.put(state, c)));
    // One that knows a state outside is outside, too, until none is left that does.
    boolean smaller = true;
    while (smaller)
      smaller = linear.values().removeIf(c -> !linear.keySet().containsAll(c.keySet()));
    return new LinearSystem(
        terms, fixed, List.copyOf(linear.keySet()), List.copyOf(linear.values()));
  }

  List<String> states() {
    return states;
  }

  /// The matrix, by rows; empty for structural zeros.
  Optional<Term> coefficient(int i, int j) {
    return Optional.ofNullable(coefficients.get(i).get(states.get(j)));
  }

  /// The propagator's numbers that have been asked for, by symbol.
  Map<String, Entry> entries() {
    return entries;
  }

  /// The symbols of the parameters that a number of the propagator follows from.
  Set<String> dependencies(Entry entry) {
    Set<String> found = new java.util.TreeSet<>();
    for (int i = 0; i < states.size(); i++)
      for (int j = 0; j < states.size(); j++)
        if ((i == entry.i() || reach[entry.i()][i]) && (j == entry.j() || reach[j][entry.j()]))
          coefficient(i, j).ifPresent(x -> found.addAll(terms.symbols(x)));
    return found;
  }

  /// The states after a step or half of one.
  ///
  /// @param rates right sides, with what is held at its value for the step
  /// @param inputs symbols of held values that come from outside, such as the injected current
  Map<String, Term> advance(boolean half, Map<String, Term> rates, Set<String> inputs) {
    List<Linear> offsets = new ArrayList<>();
    for (String state : states) {
      Term rate = rates.get(state);
      Optional<Term> offset =
          rate == null
              ? Optional.empty()
              : Linear.of(terms, rate, Set.copyOf(states)).flatMap(Linear::offset);
      offsets.add(
          offset
              .map(o -> Linear.of(terms, o, inputs).orElse(new Linear(Map.of(), Optional.of(o))))
              .orElse(new Linear(Map.of(), Optional.empty())));
    }
    Map<String, Term> result = new LinkedHashMap<>();
    for (int i = 0; i < states.size(); i++)
      result.put(states.get(i), advanced(i, half, offsets, inputs));
    return result;
  }

  private Term advanced(int i, boolean half, List<Linear> offsets, Set<String> inputs) {
    Term fixedPart = terms.constant(0);
    Term variable = terms.constant(0);
    for (int j = 0; j < states.size(); j++) {
      Optional<Term> offset = offsets.get(j).offset();
      if (offset.isEmpty() || !acts(i, j)) continue;
      Term part = terms.multiply(entry(true, half, i, j), offset.get());
      if (terms.isFixed(offset.get())) fixedPart = terms.add(fixedPart, part);
      else variable = terms.add(variable, part);
    }
    Term sum = terms.add(fixedPart, variable);
    for (String input : inputs) {
      Term factor = terms.constant(0);
      for (int j = 0; j < states.size(); j++) {
        Term k = offsets.get(j).coefficients().get(input);
        if (k != null && acts(i, j))
          factor = terms.add(factor, terms.multiply(entry(true, half, i, j), k));
      }
      if (!factor.isConstant(0)) sum = terms.add(sum, terms.multiply(factor, terms.symbol(input)));
    }
    for (int j = states.size() - 1; j >= 0; j--)
      if (j != i && acts(i, j)) sum = plus(sum, entry(false, half, i, j), j);
    return plus(sum, entry(false, half, i, i), i);
  }

  private Term plus(Term sum, Term factor, int j) {
    return terms.add(sum, terms.multiply(factor, terms.symbol(states.get(j))));
  }

  private boolean acts(int i, int j) {
    return i == j || reach[i][j];
  }

  private Term entry(boolean integral, boolean half, int i, int j) {
    if (i == j && !reach[i][i]) {
      if (!integral) return terms.constant(1);
      Term h = terms.symbol(Integration.LENGTH);
      return half ? terms.multiply(terms.constant(0.5), h) : h;
    }
    String name =
        (integral ? "Q" : "P")
            + (half ? "half" : "")
            + "["
            + states.get(i)
            + ","
            + states.get(j)
            + "]";
    // Another system's numbers may have these names.
    while (fixed.contains(name) && !entries.containsKey(name)) name += "'";
    entries.put(name, new Entry(integral, half, i, j));
    fixed.add(name);
    return terms.symbol(name);
  }
}
