package org.neurarium.circuits.language;

import org.neurarium.circuits.formula.Span;

/// Leaves a statement that cannot be read on; caught where the next one begins, and told as a problem.
final class Mistake extends RuntimeException {

  private final Span at;
  private final String hint;

  Mistake(Span at, String sentence, String hint) {
    super(sentence, null, false, false);
    this.at = at;
    this.hint = hint;
  }

  void tell(Findings findings) {
    String sentence = getMessage();
    findings.error(at, sentence == null ? "" : sentence, hint);
  }
}
