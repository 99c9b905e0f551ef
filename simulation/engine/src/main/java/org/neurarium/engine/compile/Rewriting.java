package org.neurarium.engine.compile;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Changes terms from the leaves up.
final class Rewriting {

  private final Terms terms;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Integer> uses = new IdentityHashMap<>();

  private Rewriting(Terms terms) {
    this.terms = terms;
  }

  /// Joins products with the sums they go into: a·b + c is rounded once.
  ///
  /// @param roots all that is written by one program; a product needed for something else, too, stays a product
  static Function<Term, Term> fused(Terms terms, Collection<Term> roots) {
    Rewriting rewriting = new Rewriting(terms);
    for (Term root : roots) rewriting.count(root);
    return rewriting::fuse;
  }

  private void count(Term term) {
    if (uses.merge(term, 1, Integer::sum) == 1) term.operands().forEach(this::count);
  }

  private boolean isOwnProduct(Term term) {
    return term.op() == Op.MULTIPLY && uses.getOrDefault(term, 0) == 1 && !terms.isFixed(term);
  }

  private Term fuse(Term term) {
    // What follows from parameters is computed once, beforehand: there is nothing to gain.
    if (term.operands().isEmpty() || terms.isFixed(term)) return term;
    Term known = done.get(term);
    if (known != null) return known;
    Term result = fuseAnew(term);
    done.put(term, result);
    return result;
  }

  private Term fuseAnew(Term term) {
    Term a = term.operand(0);
    if (term.op() == Op.ADD) {
      Term b = term.operand(1);
      if (isOwnProduct(b)) return fused(b, fuse(a));
      if (isOwnProduct(a)) return fused(a, fuse(b));
    }
    if (term.op() == Op.SUBTRACT) {
      Term b = term.operand(1);
      // The sign goes where it costs nothing at run time.
      if (isOwnProduct(b) && terms.isFixed(b.operand(0)))
        return terms.fma(terms.negate(b.operand(0)), fuse(b.operand(1)), fuse(a));
      if (isOwnProduct(b) && terms.isFixed(b.operand(1)))
        return terms.fma(terms.negate(b.operand(1)), fuse(b.operand(0)), fuse(a));
      if (isOwnProduct(a) && terms.isFixed(b)) return fused(a, terms.negate(b));
    }
    List<Term> operands = term.operands().stream().map(this::fuse).toList();
    return terms.operation(term.op(), operands.toArray(new Term[0]));
  }

  private Term fused(Term product, Term rest) {
    return terms.fma(fuse(product.operand(0)), fuse(product.operand(1)), rest);
  }

  /// A term with others in place of some symbols.
  static Term replaced(Terms terms, Term term, Map<String, Term> by) {
    return replaced(terms, term, by, new IdentityHashMap<>());
  }

  private static Term replaced(
      Terms terms, Term term, Map<String, Term> by, IdentityHashMap<Term, Term> done) {
    if (term.isSymbol()) return by.getOrDefault(term.symbol(), term);
    if (term.operands().isEmpty()) return term;
    Term known = done.get(term);
    if (known != null) return known;
    Term[] operands =
        term.operands().stream().map(x -> replaced(terms, x, by, done)).toArray(Term[]::new);
    Term result = terms.operation(term.op(), operands);
    done.put(term, result);
    return result;
  }
}
