package org.neurarium.engine.compile;

import java.util.IdentityHashMap;

/// Differentiates terms. Where a function has a kink, the derivative of one side is taken; where it jumps, that jump is left out.
final class Derivative {

  private static final double SMALL = 1e-4;

  private final Terms terms;
  private final String symbol;
  private final Term zero;
  private final Term one;
  private final IdentityHashMap<Term, Term> done = new IdentityHashMap<>();

  /// @param symbol by which it differentiates
  Derivative(Terms terms, String symbol) {
    this.terms = terms;
    this.symbol = symbol;
    zero = terms.constant(0);
    one = terms.constant(1);
  }

  Term of(Term x) {
    if (!terms.symbols(x).contains(symbol)) return zero;
    if (x.isSymbol()) return one;
    Term known = done.get(x);
    if (known != null) return known;
    Term result = anew(x);
    done.put(x, result);
    return result;
  }

  private Term anew(Term x) {
    Term a = x.operand(0);
    Term da = x.op().isCondition() || x.op() == Op.SELECT ? zero : of(a);
    return switch (x.op()) {
      case ADD -> terms.add(da, of(x.operand(1)));
      case SUBTRACT -> terms.subtract(da, of(x.operand(1)));
      case NEGATE -> terms.negate(da);
      case MULTIPLY -> product(a, x.operand(1));
      case FMA -> terms.add(product(a, x.operand(1)), of(x.operand(2)));
      case DIVIDE -> quotient(x, da);
      case MIN -> terms.select(terms.operation(Op.LESS, x.operand(1), a), of(x.operand(1)), da);
      case MAX -> terms.select(terms.operation(Op.GREATER, x.operand(1), a), of(x.operand(1)), da);
      case ABS -> terms.select(terms.operation(Op.LESS, a, zero), terms.negate(da), da);
      case SQRT -> times(da, terms.divide(terms.constant(0.5), x));
      case EXP -> times(da, x);
      case EXPM1 -> times(da, terms.add(x, one));
      case LOG -> zero(da) ? zero : terms.divide(da, a);
      case TANH -> times(da, terms.subtract(one, terms.multiply(x, x)));
      case SIN -> times(da, terms.operation(Op.COS, a));
      case COS -> times(da, terms.negate(terms.operation(Op.SIN, a)));
      case EXPREL -> times(da, exprel(a, x));
      case SELECT -> terms.select(a, of(x.operand(1)), of(x.operand(2)));
      default -> zero; // floor, and conditions, which are constant between jumps
    };
  }

  private static boolean zero(Term x) {
    return x.isConstant(0);
  }

  private Term times(Term a, Term b) {
    return zero(a) || zero(b) ? zero : terms.multiply(a, b);
  }

  private Term product(Term a, Term b) {
    Term left = times(of(a), b);
    Term right = times(a, of(b));
    return zero(left) ? right : zero(right) ? left : terms.add(left, right);
  }

  /// (a/b)' = (a' - (a/b)·b')/b.
  private Term quotient(Term x, Term da) {
    Term b = x.operand(1);
    Term falls = times(x, of(b));
    return terms.divide(zero(falls) ? da : terms.subtract(da, falls), b);
  }

  /// ((e^x - 1)/x)' = (e^x - exprel x)/x, which is 1/2 + x/3 near 0.
  private Term exprel(Term a, Term value) {
    Term near = terms.add(terms.constant(0.5), terms.multiply(terms.constant(1.0 / 3), a));
    Term isNear = terms.operation(Op.LESS, terms.operation(Op.ABS, a), terms.constant(SMALL));
    Term divisor = terms.select(isNear, one, a);
    Term far =
        terms.operation(Op.DIVIDE, terms.subtract(terms.operation(Op.EXP, a), value), divisor);
    return terms.select(isNear, near, far);
  }
}
