package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/// Writes sums anew: what follows from parameters comes together and is computed beforehand; the rest is added from the simplest addend on, so that sums that differ only in what is most
/// involved, as those of Runge-Kutta stages do, share their beginning.
///
/// A product of something known beforehand and a sum with something known becomes two addends. Arguments of functions are left as they are written: there a difference that is nearly 0
/// may matter to its last bit.
final class Regrouping {

  private final Terms terms;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Integer> uses = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Integer> heights = new IdentityHashMap<>();

  private record Addend(Term term, boolean negative) {}

  private Regrouping(Terms terms) {
    this.terms = terms;
  }

  /// @param roots all that is written by one program; a sum needed for something else, too, stays as it is
  static Function<Term, Term> of(Terms terms, Collection<Term> roots) {
    Regrouping regrouping = new Regrouping(terms);
    for (Term root : roots) regrouping.count(root);
    return regrouping::regroup;
  }

  private void count(Term term) {
    if (uses.merge(term, 1, Integer::sum) == 1) term.operands().forEach(this::count);
  }

  private Term regroup(Term term) {
    if (term.operands().isEmpty() || terms.isFixed(term)) return term;
    Term known = done.get(term);
    if (known != null) return known;
    Term result = isSum(term) ? sum(term) : parts(term);
    done.put(term, result);
    return result;
  }

  private Term parts(Term term) {
    List<Term> operands = term.operands().stream().map(this::regroup).toList();
    return terms.operation(term.op(), operands.toArray(new Term[0]));
  }

  private static boolean isSum(Term term) {
    return term.op() == Op.ADD || term.op() == Op.SUBTRACT;
  }

  private boolean isOwn(Term term) {
    return uses.getOrDefault(term, 0) == 1 && !terms.isFixed(term);
  }

  private Term sum(Term term) {
    List<Addend> addends = new ArrayList<>();
    gather(term, false, addends);
    Term sum = terms.constant(0);
    for (Addend a : addends) if (terms.isFixed(a.term())) sum = plus(sum, a);
    addends.removeIf(a -> terms.isFixed(a.term()));
    // Stable, so that the order in the file decides between equals.
    addends.sort(Comparator.comparingInt(a -> height(a.term())));
    for (Addend a : addends) sum = plus(sum, a);
    return sum;
  }

  private Term plus(Term sum, Addend a) {
    return a.negative() ? terms.subtract(sum, a.term()) : terms.add(sum, a.term());
  }

  private void gather(Term sum, boolean negative, List<Addend> into) {
    addend(sum.operand(0), negative, into);
    addend(sum.operand(1), negative != (sum.op() == Op.SUBTRACT), into);
  }

  private void addend(Term term, boolean negative, List<Addend> into) {
    if (isSum(term) && isOwn(term)) gather(term, negative, into);
    else if (term.op() == Op.NEGATE && isOwn(term)) addend(term.operand(0), !negative, into);
    else if (term.op() == Op.MULTIPLY && isOwn(term) && distributes(term)) {
      boolean first = terms.isFixed(term.operand(0));
      Term factor = term.operand(first ? 0 : 1);
      Term inner = term.operand(first ? 1 : 0);
      into.add(new Addend(product(factor, inner.operand(0)), negative));
      into.add(
          new Addend(product(factor, inner.operand(1)), negative != (inner.op() == Op.SUBTRACT)));
    } else into.add(new Addend(regroup(term), negative));
  }

  private Term product(Term factor, Term x) {
    return terms.multiply(factor, regroup(x));
  }

  private boolean distributes(Term product) {
    boolean first = terms.isFixed(product.operand(0));
    if (!first && !terms.isFixed(product.operand(1))) return false;
    Term inner = product.operand(first ? 1 : 0);
    return isSum(inner)
        && isOwn(inner)
        && (terms.isFixed(inner.operand(0)) || terms.isFixed(inner.operand(1)));
  }

  /// How many operations stand one upon the other.
  private int height(Term term) {
    Integer known = heights.get(term);
    if (known != null) return known;
    int most = 0;
    for (Term operand : term.operands()) most = Math.max(most, 1 + height(operand));
    heights.put(term, most);
    return most;
  }
}
