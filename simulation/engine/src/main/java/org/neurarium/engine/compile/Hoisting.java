package org.neurarium.engine.compile;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Takes out of the steps what follows from parameters: it is computed once, beforehand.
///
/// What is the same for all neurons always goes; what differs from neuron to neuron goes where reading a number is cheaper than
/// computing it.
final class Hoisting {

  private static final int WORTH = 2;

  private final Terms terms;
  private final Predicate<String> varies;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();
  private final Map<String, Term> uniform = new LinkedHashMap<>();
  private final Map<String, Term> varied = new LinkedHashMap<>();

  /// @param varies whether a parameter or derived symbol differs from neuron to neuron
  Hoisting(Terms terms, Predicate<String> varies) {
    this.terms = terms;
    this.varies = varies;
  }

  /// What has been taken out and is the same for all, by its new symbol.
  Map<String, Term> uniform() {
    return uniform;
  }

  /// What has been taken out and differs, by its new symbol.
  Map<String, Term> varied() {
    return varied;
  }

  /// The term with symbols in place of what was taken out.
  Term hoist(Term term) {
    if (term.operands().isEmpty()) return term;
    Term known = done.get(term);
    if (known != null) return known;
    Term result = hoistAnew(term);
    done.put(term, result);
    return result;
  }

  private Term hoistAnew(Term term) {
    if (terms.isFixed(term) && !term.op().isCondition()) {
      boolean differs = terms.symbols(term).stream().anyMatch(varies);
      if (!differs || cost(term) >= WORTH) {
        Map<String, Term> found = differs ? varied : uniform;
        String name = (differs ? "k." : "c.") + (found.size() + 1);
        found.put(name, term);
        return terms.symbol(name);
      }
    }
    List<Term> operands = term.operands().stream().map(this::hoist).toList();
    return terms.operation(term.op(), operands.toArray(new Term[0]));
  }

  private static int cost(Term term) {
    int sum =
        switch (term.op()) {
          case CONSTANT, LOAD -> 0;
          case DIVIDE, SQRT, EXP, LOG, TANH, SIN, COS, EXPM1, EXPREL -> WORTH;
          default -> 1;
        };
    for (Term operand : term.operands()) {
      if (sum >= WORTH) return sum;
      sum += cost(operand);
    }
    return sum;
  }
}
