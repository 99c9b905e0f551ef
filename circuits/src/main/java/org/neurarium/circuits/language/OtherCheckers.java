package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks channel and modulator files and makes their models.
final class OtherCheckers {

  private static final Dimension CURRENT_DENSITY =
      Dimension.CURRENT.over(Dimension.LENGTH.power(2));

  private OtherCheckers() {}

  static ChannelModel channel(ModelChecker common, String text) {
    Draft draft = common.draft;
    common.checkNames(() -> {});
    Expression current = new Expression.Literal(Quantity.number(0), Span.NONE);
    Unit unit = Unit.PICOAMPERE;
    if (draft.flow.isEmpty()) {
      if (!common.findings.hasErrors())
        common.findings.error(
            draft.at, "A channel needs a current", "Write 'current g*m^3*h*(v - E) : pA/um^2'.");
    } else {
      Draft.Flow flow = draft.flow.get();
      unit = flow.unit();
      Checked checked =
          common.formula(flow.current(), new Measure(unit.dimension()), flow.at(), "The current");
      current = checked.formula();
      if (!unit.dimension().equals(Dimension.CURRENT) && !unit.dimension().equals(CURRENT_DENSITY))
        common.findings.error(
            flow.at(),
            "What flows through a channel is a current or a current per area, not "
                + new Measure(unit.dimension()).shown(),
            "End the line with ': pA/um^2' or ': pA'.");
    }
    ChannelModel model =
        new ChannelModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            states(common),
            common.presets(true),
            common.definitions,
            common.equations,
            draft.scheme,
            current,
            unit,
            text);
    common.tellUnused();
    return model;
  }

  static ModulatorModel modulator(ModelChecker common, String text) {
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
            states(common),
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

  private static List<NeuronModel.State> states(ModelChecker common) {
    return common.states.values().stream()
        .map(s -> new NeuronModel.State(s.line().id(), s.line().label(), s.unit(), s.start()))
        .toList();
  }
}
