package org.neurarium.app.inspector;

import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.SynapseModel;

/// What sort of thing a synapse model does, in the order of a list.
enum SynapseKind {
  STATIC("Static"),
  /// Its weight stays, what it delivers does not.
  SHORT_TERM("Short-term"),
  /// Its weight changes.
  PLASTIC("Plastic");

  private final String title;

  SynapseKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static SynapseKind of(SynapseModel model) {
    if (model.isStatic()) return STATIC;
    boolean learns =
        model.equations().stream().anyMatch(e -> e.state().equals("w"))
            || model.onPre().stream().anyMatch(SynapseKind::setsWeight)
            || model.onPost().stream().anyMatch(SynapseKind::setsWeight);
    return learns ? PLASTIC : SHORT_TERM;
  }

  private static boolean setsWeight(Statement statement) {
    return statement instanceof Statement.Assign a && a.target().equals("w");
  }
}
