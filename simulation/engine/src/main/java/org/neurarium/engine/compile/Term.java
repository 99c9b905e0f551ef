package org.neurarium.engine.compile;

import java.util.List;

/// A node of the graph that formulas become: an operation on other nodes, a number, or a symbol. Made by [Terms], which makes equal ones once; compared
/// by identity.
final class Term {

  private final Op op;
  private final List<Term> operands;
  private final double constant;
  private final String symbol;

  Term(Op op, List<Term> operands, double constant, String symbol) {
    this.op = op;
    this.operands = operands;
    this.constant = constant;
    this.symbol = symbol;
  }

  Op op() {
    return op;
  }

  Term operand(int k) {
    return operands.get(k);
  }

  List<Term> operands() {
    return operands;
  }

  /// The number; meaningful for [Op#CONSTANT] only.
  double constant() {
    return constant;
  }

  /// The name; empty for all but [Op#LOAD].
  String symbol() {
    return symbol;
  }

  boolean isSymbol() {
    return op == Op.LOAD;
  }

  boolean isConstant() {
    return op == Op.CONSTANT;
  }

  boolean isConstant(double value) {
    return op == Op.CONSTANT && constant == value;
  }

  /// Infix, for listings and failures.
  @Override
  public String toString() {
    if (isSymbol()) return symbol;
    if (isConstant()) return Double.toString(constant);
    return op.name().toLowerCase(java.util.Locale.ROOT) + operands;
  }
}
