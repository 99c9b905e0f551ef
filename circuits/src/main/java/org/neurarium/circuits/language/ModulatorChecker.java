package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.ModulatorModel;

/// Checks modulator files and makes their models.
final class ModulatorChecker {

  private ModulatorChecker() {}

  static ModulatorModel check(ModelChecker common, String text) {
    Draft draft = common.draft;
    common.checkNames(() -> {});
    concentration(common);
    List<Statement.Assign> onRelease = new ArrayList<>();
    for (Draft.Event event : draft.events)
      if (event.id().equals("release"))
        onRelease.addAll(
            common.assignments(event.statements(), Map.of("amount", Types.CONCENTRATION), false));
      else
        common.findings.error(
            event.at(), "There is no event '" + event.id() + "'", "Write 'on release …'.");
    ModulatorModel model =
        new ModulatorModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            common.plainStates(),
            common.presets(true),
            common.definitions,
            common.equations,
            draft.scheme,
            onRelease,
            text);
    common.tellUnused();
    return model;
  }

  private static void concentration(ModelChecker common) {
    List<ModelChecker.StateDraft> states = List.copyOf(common.states.values());
    if (states.isEmpty() || !states.getFirst().line().id().startsWith("[")) {
      if (!common.findings.hasErrors())
        common.findings.error(
            states.isEmpty() ? common.draft.at : states.getFirst().line().at(),
            "The first state of a modulator is its concentration",
            "Write 'state [DA] = 0 uM \"dopamine\"'.");
      return;
    }
    for (ModelChecker.StateDraft state : states)
      if (state != states.getFirst() && state.line().id().startsWith("["))
        common.findings.error(
            state.line().at(),
            "A modulator is one substance",
            "Write another file for " + state.line().id() + ".");
    if (!states.getFirst().type().fits(Types.CONCENTRATION))
      common.findings.error(
          states.getFirst().line().at(),
          states.getFirst().line().id()
              + " is a concentration, not "
              + states.getFirst().type().shown(),
          "Start it from '0 uM' or '0 nM'.");
  }
}
