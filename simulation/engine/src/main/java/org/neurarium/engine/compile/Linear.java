package org.neurarium.engine.compile;

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
    if (!terms.dependsOn(term, symbols))
      return Optional.of(term.isConstant(0) ? ZERO : new Linear(Map.of(), Optional.of(term)));
    if (term.isSymbol())
      return Optional.of(new Linear(Map.of(term.symbol(), terms.constant(1)), Optional.empty()));
    return switch (term.op()) {
      case ADD -> combine(terms, term, symbols, false);
      case SUBTRACT -> combine(terms, term, symbols, true);
      case NEGATE -> of(terms, term.operand(0), symbols).map(l -> l.negated(terms));
      case MULTIPLY -> {
        boolean left = terms.dependsOn(term.operand(0), symbols);
        if (left && terms.dependsOn(term.operand(1), symbols)) yield Optional.empty();
        Term factor = term.operand(left ? 1 : 0);
        yield of(terms, term.operand(left ? 0 : 1), symbols)
            .map(l -> l.each(x -> terms.multiply(x, factor)));
      }
      case DIVIDE ->
          terms.dependsOn(term.operand(1), symbols)
              ? Optional.empty()
              : of(terms, term.operand(0), symbols)
                  .map(l -> l.each(x -> terms.divide(x, term.operand(1))));
      case SELECT -> select(terms, term, symbols);
      default -> Optional.empty();
    };
  }

  private static Optional<Linear> combine(
      Terms terms, Term term, Set<String> symbols, boolean minus) {
    return of(terms, term.operand(0), symbols)
        .flatMap(a ->
            of(terms, term.operand(1), symbols)
                .map(b -> a.plus(terms, minus ? b.negated(terms) : b)));
  }

  private static Optional<Linear> select(Terms terms, Term term, Set<String> symbols) {
    Term condition = term.operand(0);
    if (terms.dependsOn(condition, symbols)) return Optional.empty();
    Optional<Linear> yes = of(terms, term.operand(1), symbols);
    Optional<Linear> no = of(terms, term.operand(2), symbols);
    if (yes.isEmpty() || no.isEmpty()) return Optional.empty();
    Term zero = terms.constant(0);
    return Optional.of(
        yes.get()
            .each(x -> terms.select(condition, x, zero))
            .plus(terms, no.get().each(x -> terms.select(condition, zero, x))));
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
