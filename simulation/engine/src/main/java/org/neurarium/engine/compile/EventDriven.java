package org.neurarium.engine.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Synapse states whose equations have a solution over any time in closed form, so that they need no attention between events.
///
/// Each follows a linear equation with constant coefficients, driven at most by others that nothing drives in turn: x' = a·x + b, or x' = a·x + k·y with y' = c·y.
final class EventDriven {

  private final Terms terms;
  private final Map<String, Linear> equations;

  private EventDriven(Terms terms, Map<String, Linear> equations) {
    this.terms = terms;
    this.equations = equations;
  }

  /// Finds them among the states of a synapse.
  ///
  /// @param rates right sides of all that have an equation
  static EventDriven find(Terms terms, Map<String, Term> rates) {
    Map<String, Linear> found = new LinkedHashMap<>();
    rates.forEach((state, rate) ->
        Linear.of(terms, rate, rates.keySet())
            .filter(l -> l.coefficients().values().stream().allMatch(terms::isFixed))
            .filter(l -> l.offset().isEmpty() || terms.isFixed(l.offset().get()))
            .ifPresent(l -> found.put(state, l)));
    boolean smaller = true;
    while (smaller) {
      smaller = found.entrySet().removeIf(e -> !isClosed(e.getKey(), e.getValue(), found));
      // What a state that is integrated needs to know at each step has to be integrated with it.
      Set<String> needed = new TreeSet<>();
      rates.forEach((state, rate) -> {
        if (!found.containsKey(state)) needed.addAll(terms.symbols(rate));
      });
      smaller |= found.keySet().removeAll(needed);
    }
    return new EventDriven(terms, found);
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

  Set<String> states() {
    return equations.keySet();
  }

  /// Their values after some time.
  Map<String, Term> after(Term time) {
    Map<String, Term> result = new LinkedHashMap<>();
    equations.forEach((state, equation) -> result.put(state, after(state, equation, time)));
    return result;
  }

  private Term after(String state, Linear equation, Term time) {
    Term x = terms.symbol(state);
    Optional<Term> a = own(state);
    Term sum = a.isEmpty() ? x : terms.multiply(x, exp(terms.multiply(a.get(), time)));
    if (equation.offset().isPresent()) {
      Term span = a.isEmpty() ? time : terms.multiply(time, exprel(terms.multiply(a.get(), time)));
      sum = terms.add(sum, terms.multiply(equation.offset().get(), span));
    }
    for (Map.Entry<String, Term> driver : equation.coefficients().entrySet())
      if (!driver.getKey().equals(state))
        sum = terms.add(sum, driven(a, driver.getKey(), driver.getValue(), time));
    return sum;
  }

  /// k·y·∫₀ᵗ exp(a·(t - s))·exp(c·s) ds = k·y·t·exp(max(a, c)·t)·exprel(-|a - c|·t), which neither divides by zero nor overflows.
  private Term driven(Optional<Term> a, String driver, Term k, Term time) {
    Term one = a.orElse(terms.constant(0));
    Term other = own(driver).orElse(terms.constant(0));
    Term slower = terms.operation(Op.MAX, one, other);
    Term apart = terms.negate(terms.operation(Op.ABS, terms.subtract(one, other)));
    Term shape =
        terms.multiply(exp(terms.multiply(slower, time)), exprel(terms.multiply(apart, time)));
    return terms.multiply(terms.multiply(k, terms.symbol(driver)), terms.multiply(time, shape));
  }

  private Optional<Term> own(String state) {
    Linear equation = equations.get(state);
    return equation == null
        ? Optional.empty()
        : Optional.ofNullable(equation.coefficients().get(state));
  }

  private Term exp(Term x) {
    return terms.operation(Op.EXP, x);
  }

  private Term exprel(Term x) {
    return terms.operation(Op.EXPREL, x);
  }
}
