package org.neurarium.engine.compile;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes the graph that formulas become. Equal nodes are made once, so common subexpressions are computed once.
///
/// Simplifications keep the value: arithmetic on numbers is done at once by [Arithmetic], and neutral operands fall away (only the sign of a zero can differ). Unless it is
/// to keep to the letter, a quotient by something that follows from parameters becomes a product with its reciprocal, which is computed beforehand, and products
/// that are added become fused multiply-adds.
final class Terms {

  private static final double LARGEST_POWER = 64;

  private record Key(Op op, List<Integer> operands, long constant, String symbol) {}

  private final Map<Key, Term> made = new HashMap<>();
  private final IdentityHashMap<Term, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<Term, Set<String>> symbols = new IdentityHashMap<>();
  private final Set<String> fixed;
  private final boolean literal;

  /// @param fixed symbols that do not change from step to step; may grow
  /// @param literal whether every operation is to be done as it is written
  Terms(Set<String> fixed, boolean literal) {
    this.fixed = fixed;
    this.literal = literal;
  }

  boolean isLiteral() {
    return literal;
  }

  Term constant(double value) {
    return make(Op.CONSTANT, List.of(), value, "");
  }

  Term symbol(String name) {
    return make(Op.LOAD, List.of(), 0, name);
  }

  /// The symbols a term depends on.
  Set<String> symbols(Term term) {
    Set<String> known = symbols.get(term);
    if (known != null) return known;
    Set<String> found = new TreeSet<>();
    if (term.isSymbol()) found.add(term.symbol());
    for (Term operand : term.operands()) found.addAll(symbols(operand));
    Set<String> result = Set.copyOf(found);
    symbols.put(term, result);
    return result;
  }

  boolean dependsOn(Term term, Set<String> any) {
    for (String s : symbols(term)) if (any.contains(s)) return true;
    return false;
  }

  /// Whether a term changes with parameters only.
  boolean isFixed(Term term) {
    return fixed.containsAll(symbols(term));
  }

  Term add(Term a, Term b) {
    if (a.isConstant(0)) return b;
    if (b.isConstant(0)) return a;
    if (b.op() == Op.NEGATE) return subtract(a, b.operand(0));
    if (a.op() == Op.NEGATE) return subtract(b, a.operand(0));
    return commutative(Op.ADD, a, b);
  }

  Term subtract(Term a, Term b) {
    if (b.isConstant(0)) return a;
    if (a.isConstant(0)) return negate(b);
    if (b.op() == Op.NEGATE) return add(a, b.operand(0));
    return operation(Op.SUBTRACT, a, b);
  }

  Term multiply(Term a, Term b) {
    if (a.isConstant(1)) return b;
    if (b.isConstant(1)) return a;
    if (a.isConstant(-1)) return negate(b);
    if (b.isConstant(-1)) return negate(a);
    // A sign goes to the factor that is known beforehand.
    if (a.op() == Op.NEGATE && !isFixed(a) && isFixed(b)) return multiply(a.operand(0), negate(b));
    if (b.op() == Op.NEGATE && !isFixed(b) && isFixed(a)) return multiply(negate(a), b.operand(0));
    if (!literal && isFixed(a) && !isFixed(b) && b.op() == Op.MULTIPLY) return scaled(b, a);
    if (!literal && isFixed(b) && !isFixed(a) && a.op() == Op.MULTIPLY) return scaled(a, b);
    return commutative(Op.MULTIPLY, a, b);
  }

  /// A product times a factor that is known beforehand: known factors come together.
  private Term scaled(Term product, Term factor) {
    Term a = product.operand(0);
    Term b = product.operand(1);
    if (isFixed(a)) return multiply(multiply(a, factor), b);
    if (isFixed(b)) return multiply(a, multiply(b, factor));
    return commutative(Op.MULTIPLY, product, factor);
  }

  Term divide(Term a, Term b) {
    if (b.isConstant(1)) return a;
    if (!literal && isFixed(b) && !isFixed(a))
      return multiply(a, operation(Op.DIVIDE, constant(1), b));
    return operation(Op.DIVIDE, a, b);
  }

  Term negate(Term a) {
    if (a.op() == Op.NEGATE) return a.operand(0);
    if (a.op() == Op.SUBTRACT) return subtract(a.operand(1), a.operand(0));
    if (a.op() == Op.MULTIPLY && !isFixed(a)) {
      if (isFixed(a.operand(0))) return multiply(negate(a.operand(0)), a.operand(1));
      if (isFixed(a.operand(1))) return multiply(a.operand(0), negate(a.operand(1)));
    }
    return operation(Op.NEGATE, a);
  }

  Term fma(Term a, Term b, Term c) {
    return operation(Op.FMA, a, b, c);
  }

  Term power(Term base, Term exponent) {
    if (exponent.isConstant()) {
      double n = exponent.constant();
      if (n == Math.rint(n) && Math.abs(n) <= LARGEST_POWER) return wholePower(base, (int) n);
      if (n == 0.5) return operation(Op.SQRT, base);
    }
    return operation(Op.EXP, multiply(exponent, operation(Op.LOG, base)));
  }

  private Term wholePower(Term base, int n) {
    if (n < 0) return divide(constant(1), wholePower(base, -n));
    Term result = constant(1);
    Term square = base;
    for (int left = n; left > 0; left >>= 1) {
      if ((left & 1) == 1) result = multiply(result, square);
      if (left > 1) square = multiply(square, square);
    }
    return result;
  }

  Term select(Term condition, Term a, Term b) {
    if (a == b) return a;
    if (a.op().isCondition())
      return operation(
          Op.OR,
          operation(Op.AND, condition, a),
          operation(Op.AND, operation(Op.NOT, condition), b));
    return operation(Op.SELECT, condition, a, b);
  }

  /// Any operation, as it stands; numbers are folded.
  Term operation(Op op, Term... operands) {
    boolean numbersOnly = !op.isCondition();
    for (Term operand : operands) numbersOnly &= operand.isConstant();
    if (!numbersOnly) return make(op, List.of(operands), 0, "");
    double[] values = new double[3];
    for (int k = 0; k < operands.length; k++) values[k] = operands[k].constant();
    return constant(Arithmetic.apply(op, values[0], values[1], values[2]));
  }

  private Term commutative(Op op, Term a, Term b) {
    Term turned = made.get(new Key(op, List.of(number(b), number(a)), 0, ""));
    return turned != null ? turned : operation(op, a, b);
  }

  private int number(Term term) {
    Integer known = numbers.get(term);
    if (known == null) throw new IllegalArgumentException("a term of another graph");
    return known;
  }

  private Term make(Op op, List<Term> operands, double constant, String symbol) {
    Key key =
        new Key(
            op,
            operands.stream().map(this::number).toList(),
            Double.doubleToLongBits(constant),
            symbol);
    Term known = made.get(key);
    if (known != null) return known;
    Term term = new Term(op, operands, constant, symbol);
    made.put(key, term);
    numbers.put(term, numbers.size());
    return term;
  }
}
