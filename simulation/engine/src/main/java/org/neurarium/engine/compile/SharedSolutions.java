package org.neurarium.engine.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Synapse states whose equations are linear, with coefficients that all synapses share, such as the concentration of a neuromodulator: they need attention at events only.
///
/// Each equation is `x' = a·x + k·y + … + b` with fixed a, with k and b that may follow concentrations, and with drivers `y' = c·y`. Whatever the synapse, from a common
/// moment on
///
/// ```
///   y(t) = E_y(t)·y°      x(t) = E_x(t)·x° + J_xy(t)·y° + B_x(t)
/// ```
///
/// with E = 1 and J = B = 0 at that moment. E, J and B are computed once a step for all; a synapse keeps x° and y°, which nothing but its own events changes. At an
/// event its states are worked out, changed, and turned back. J and B grow by Simpson's rule over the step: with E exact, what is left is of fourth order in the step. Now and then all synapses are
/// brought to a new common moment (*rebased*), long before E gets so small or large that digits would be lost.
final class SharedSolutions {

  private static final String PREFIX = "flow.";

  private final Terms terms;
  private final Map<String, Linear> equations;

  private SharedSolutions(Terms terms, Map<String, Linear> equations) {
    this.terms = terms;
    this.equations = equations;
  }

  /// Finds them among the states of a synapse; none where closed forms with constant coefficients serve, too.
  ///
  /// @param rates right sides of all that have an equation
  /// @param shared symbols that are the same for all synapses of a target and change in time
  static SharedSolutions find(Terms terms, Map<String, Term> rates, Set<String> shared) {
    Map<String, Linear> found = new LinkedHashMap<>();
    rates.forEach((state, rate) ->
        Linear.of(terms, rate, rates.keySet())
            .filter(l -> {
              Term own = l.coefficients().get(state);
              return own == null || terms.isFixed(own);
            })
            .filter(
                l -> l.coefficients().values().stream().allMatch(x -> isShared(terms, x, shared)))
            .filter(l -> l.offset().isEmpty() || isShared(terms, l.offset().get(), shared))
            .ifPresent(l -> found.put(state, l)));
    boolean smaller = true;
    while (smaller) {
      smaller = found.entrySet().removeIf(e -> !isClosed(e.getKey(), e.getValue(), found));
      Set<String> needed = new TreeSet<>();
      rates.forEach((state, rate) -> {
        if (!found.containsKey(state)) needed.addAll(terms.symbols(rate));
      });
      smaller |= found.keySet().removeAll(needed);
    }
    boolean follows =
        found.values().stream()
            .anyMatch(l ->
                !l.coefficients().values().stream().allMatch(terms::isFixed)
                    || l.offset().filter(b -> !terms.isFixed(b)).isPresent());
    return new SharedSolutions(terms, follows ? found : Map.of());
  }

  private static boolean isShared(Terms terms, Term x, Set<String> shared) {
    for (String s : terms.symbols(x))
      if (!shared.contains(s) && !terms.isFixed(terms.symbol(s))) return false;
    return true;
  }

  private static boolean isClosed(String state, Linear equation, Map<String, Linear> among) {
    for (String driver : equation.coefficients().keySet()) {
      if (driver.equals(state)) continue;
      Linear its = among.get(driver);
      if (its == null || its.offset().isPresent()) return false;
      if (!Set.of(driver).containsAll(its.coefficients().keySet())) return false;
    }
    return true;
  }

  boolean isEmpty() {
    return equations.isEmpty();
  }

  Set<String> states() {
    return equations.keySet();
  }

  /// What a number that all synapses share is.
  ///
  /// @param state whose solution it belongs to
  /// @param driver whose part it multiplies: the state's own, another's, or empty for what is added
  record Entry(String state, String driver) {
    String symbol() {
      return PREFIX + state + "." + driver;
    }

    boolean isOwn() {
      return state.equals(driver);
    }
  }

  /// All of them.
  List<Entry> entries() {
    Set<Entry> entries = new LinkedHashSet<>();
    equations.forEach((state, l) -> {
      for (String driver : l.coefficients().keySet()) entries.add(new Entry(state, driver));
      if (l.offset().isPresent()) entries.add(new Entry(state, ""));
    });
    return List.copyOf(entries);
  }

  /// The states as they are now.
  Map<String, Term> now() {
    Map<String, Term> result = new LinkedHashMap<>();
    equations.forEach((state, l) -> {
      Term sum = terms.multiply(own(state), terms.symbol(state));
      for (String driver : drivers(state, l))
        sum = terms.add(sum, terms.multiply(entry(state, driver), terms.symbol(driver)));
      if (l.offset().isPresent()) sum = terms.add(sum, entry(state, ""));
      result.put(state, sum);
    });
    return result;
  }

  /// What a synapse keeps after some of its states have changed.
  ///
  /// @param changed values now, of states that have changed
  Map<String, Term> kept(Map<String, Term> changed) {
    Map<String, Term> result = new LinkedHashMap<>();
    changed.forEach((state, x) -> {
      Linear l = equations.get(state);
      if (l == null) result.put(state, x);
      else if (drivers(state, l).isEmpty()) result.put(state, alone(state, l, x));
    });
    Map<String, Term> now = now();
    equations.forEach((state, l) -> {
      Set<String> drivers = drivers(state, l);
      boolean moved = changed.containsKey(state);
      for (String driver : drivers) moved |= changed.containsKey(driver);
      if (drivers.isEmpty() || !moved) return;
      Term value = changed.containsKey(state) ? changed.get(state) : now.get(state);
      if (value == null) throw new IllegalStateException(state);
      Term left = value;
      for (String driver : drivers) {
        Term its = result.getOrDefault(driver, terms.symbol(driver));
        left = terms.subtract(left, terms.multiply(entry(state, driver), its));
      }
      result.put(state, alone(state, l, left));
    });
    return result;
  }

  private Term alone(String state, Linear l, Term x) {
    Term left = l.offset().isPresent() ? terms.subtract(x, entry(state, "")) : x;
    return terms.divide(left, own(state));
  }

  /// The entries after a step.
  ///
  /// @param begin what changing symbols are at its beginning
  /// @param half in its middle
  /// @param end at its end
  /// @param length of the step
  Map<String, Term> advance(
      UnaryOperator<Term> begin, UnaryOperator<Term> half, UnaryOperator<Term> end, Term length) {
    Map<String, Term> result = new LinkedHashMap<>();
    Term sixth = terms.divide(length, terms.constant(6));
    equations.forEach((state, l) -> {
      if (l.coefficients().containsKey(state))
        result.put(
            new Entry(state, state).symbol(), terms.multiply(growth(state, length), own(state)));
      for (String driver : drivers(state, l)) {
        Term k = l.coefficients().get(driver);
        if (k == null) throw new IllegalStateException(driver);
        Term gained = gained(state, driver, k, begin, half, end, length);
        Term moved = terms.multiply(terms.multiply(sixth, gained), own(driver));
        result.put(
            new Entry(state, driver).symbol(),
            terms.add(terms.multiply(growth(state, length), entry(state, driver)), moved));
      }
      if (l.offset().isPresent()) {
        Term gained = gained(state, "", l.offset().get(), begin, half, end, length);
        result.put(
            new Entry(state, "").symbol(),
            terms.add(
                terms.multiply(growth(state, length), entry(state, "")),
                terms.multiply(sixth, gained)));
      }
    });
    return result;
  }

  /// Six times the mean over the step of what drives, as it has grown by the end.
  private Term gained(
      String state,
      String driver,
      Term k,
      UnaryOperator<Term> begin,
      UnaryOperator<Term> half,
      UnaryOperator<Term> end,
      Term length) {
    Term middle = terms.multiply(terms.constant(0.5), length);
    Term first = terms.multiply(begin.apply(k), growth(state, length));
    Term second =
        terms.multiply(
            terms.multiply(half.apply(k), growth(state, middle)), growth(driver, middle));
    Term third = terms.multiply(end.apply(k), growth(driver, length));
    return terms.add(terms.add(first, terms.multiply(terms.constant(4), second)), third);
  }

  /// By how much a state alone grows in a time.
  private Term growth(String state, Term time) {
    Linear l = equations.get(state);
    Term a = l == null ? null : l.coefficients().get(state);
    return a == null ? terms.constant(1) : terms.operation(Op.EXP, terms.multiply(a, time));
  }

  private static Set<String> drivers(String state, Linear l) {
    Set<String> drivers = new LinkedHashSet<>(l.coefficients().keySet());
    drivers.remove(state);
    return drivers;
  }

  private Term own(String state) {
    Linear l = equations.get(state);
    return l != null && l.coefficients().containsKey(state)
        ? entry(state, state)
        : terms.constant(1);
  }

  private Term entry(String state, String driver) {
    return terms.symbol(new Entry(state, driver).symbol());
  }

  /// The first state that decays by itself and, while a concentration lasts, drives another: what makes a synapse eligible for change.
  Optional<String> eligibility() {
    return equations.entrySet().stream()
        .flatMap(e ->
            e.getValue().coefficients().entrySet().stream()
                .filter(k -> !k.getKey().equals(e.getKey()) && !terms.isFixed(k.getValue()))
                .map(Map.Entry::getKey))
        .findFirst();
  }
}
