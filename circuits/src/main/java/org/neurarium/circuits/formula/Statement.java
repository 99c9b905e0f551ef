package org.neurarium.circuits.formula;

/// Something done at an event or once a step.
public sealed interface Statement {

  /// Where it stands.
  Span at();

  /// Its right side.
  Expression value();

  /// `v = …`, `w += …`.
  ///
  /// @param target symbol of a state variable, or `w` in a synapse
  record Assign(String target, How how, Expression value, Span at) implements Statement {}

  /// `deliver …`: a synapse hands a weight to the receptor.
  record Deliver(Expression value, Span at) implements Statement {}

  /// What an assignment does with the present value.
  enum How {
    SET("="),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*=");

    private final String sign;

    How(String sign) {
      this.sign = sign;
    }

    /// As it is written.
    public String sign() {
      return sign;
    }
  }
}
