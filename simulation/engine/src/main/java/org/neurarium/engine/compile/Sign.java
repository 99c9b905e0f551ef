package org.neurarium.engine.compile;

/// What a term's form says about its sign, whatever the values of its symbols.
enum Sign {
  POSITIVE,
  NEGATIVE,
  UNKNOWN;

  /// The sign of a term. The length of a step is positive.
  static Sign of(Term term) {
    return switch (term.op()) {
      case CONSTANT -> of(term.constant());
      case LOAD -> term.symbol().equals(Integration.LENGTH) ? POSITIVE : UNKNOWN;
      case EXP, EXPREL -> POSITIVE;
      case NEGATE -> of(term.operand(0)).opposite();
      case ADD -> of(term.operand(0)).ifAlso(of(term.operand(1)));
      case SUBTRACT -> of(term.operand(0)).ifAlso(of(term.operand(1)).opposite());
      case MULTIPLY, DIVIDE -> of(term.operand(0)).times(of(term.operand(1)));
      default -> UNKNOWN;
    };
  }

  private static Sign of(double number) {
    return number > 0 ? POSITIVE : number < 0 ? NEGATIVE : UNKNOWN;
  }

  private Sign opposite() {
    return switch (this) {
      case POSITIVE -> NEGATIVE;
      case NEGATIVE -> POSITIVE;
      case UNKNOWN -> UNKNOWN;
    };
  }

  private Sign ifAlso(Sign other) {
    return this == other ? this : UNKNOWN;
  }

  private Sign times(Sign other) {
    if (this == UNKNOWN || other == UNKNOWN) return UNKNOWN;
    return this == other ? POSITIVE : NEGATIVE;
  }
}
