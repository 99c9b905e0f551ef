package org.neurarium.engine.compile;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A term as `offset + coefficient·symbol + …`. What is structurally zero is missing.
///
/// @param coefficients by symbol
/// @param offset what is left; empty for zero
record Linear(Map<String, Term> coefficients, Optional<Term> offset) {

  private static final Linear ZERO = new Linear(Map.of(), Optional.empty());

  /// Writes a term as a linear form in some symbols.
  ///
  /// @return empty where it is not linear in all of them together
  static Optional<Linear> of(Terms terms, Term term, Set<String> symbols) {
    return new Search(terms, symbols).form(term);
  }

  /// Looks at each term of a graph once, however often it is used.
  private static final class Search {
    private final Terms terms;
    private final Set<String> symbols;
    private final IdentityHashMap<Term, Optional<Linear>> done = new IdentityHashMap<>();

    Search(Terms terms, Set<String> symbols) {
      this.terms = terms;
      this.symbols = symbols;
    }

    Optional<Linear> form(Term term) {
      Optional<Linear> known = done.get(term);
      if (known != null) return known;
      Optional<Linear> found = formAnew(term);
      done.put(term, found);
      return found;
    }

    private Optional<Linear> formAnew(Term term) {
      if (!terms.dependsOn(term, symbols))
        return Optional.of(term.isConstant(0) ? ZERO : new Linear(Map.of(), Optional.of(term)));
      if (term.isSymbol())
        return Optional.of(new Linear(Map.of(term.symbol(), terms.constant(1)), Optional.empty()));
      return switch (term.op()) {
        case ADD -> combine(term, false);
        case SUBTRACT -> combine(term, true);
        case NEGATE -> form(term.operand(0)).map(l -> l.negated(terms));
        case MULTIPLY -> {
          boolean left = terms.dependsOn(term.operand(0), symbols);
          if (left && terms.dependsOn(term.operand(1), symbols)) yield Optional.empty();
          Term factor = term.operand(left ? 1 : 0);
          yield form(term.operand(left ? 0 : 1)).map(l -> l.each(x -> terms.multiply(x, factor)));
        }
        case DIVIDE ->
            terms.dependsOn(term.operand(1), symbols)
                ? Optional.empty()
                : form(term.operand(0)).map(l -> l.each(x -> terms.divide(x, term.operand(1))));
        case SELECT -> select(term);
        default -> Optional.empty();
      };
    }

    private Optional<Linear> combine(Term term, boolean minus) {
      return form(term.operand(0))
          .flatMap(
              a -> form(term.operand(1)).map(b -> a.plus(terms, minus ? b.negated(terms) : b)));
    }

    private Optional<Linear> select(Term term) {
      Term condition = term.operand(0);
      if (terms.dependsOn(condition, symbols)) return Optional.empty();
      Optional<Linear> yes = form(term.operand(1));
      Optional<Linear> no = form(term.operand(2));
      if (yes.isEmpty() || no.isEmpty()) return Optional.empty();
      Term zero = terms.constant(0);
      return Optional.of(
          yes.get()
              .each(x -> terms.select(condition, x, zero))
              .plus(terms, no.get().each(x -> terms.select(condition, zero, x))));
    }
  }

  private Linear plus(Terms terms, Linear other) {
    Map<String, Term> sum = new LinkedHashMap<>(coefficients);
    other.coefficients.forEach((s, x) -> sum.merge(s, x, terms::add));
    sum.values().removeIf(x -> x.isConstant(0));
    Optional<Term> rest =
        offset.isEmpty()
            ? other.offset
            : other.offset.isEmpty()
                ? offset
                : Optional.of(terms.add(offset.get(), other.offset.get()));
    return new Linear(sum, rest.filter(x -> !x.isConstant(0)));
  }

  private Linear negated(Terms terms) {
    return each(terms::negate);
  }

  private Linear each(java.util.function.UnaryOperator<Term> change) {
    Map<String, Term> changed = new LinkedHashMap<>();
    coefficients.forEach((s, x) -> changed.put(s, change.apply(x)));
    return new Linear(changed, offset.map(change));
  }
}
