package org.neurarium.circuits.language;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.Type.Measure;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks a channel file and makes the model.
final class ChannelChecker {

  private final ModelChecker common;
  private final Draft draft;
  private final Findings findings;
  private final ReceptorChecker ports;

  ChannelChecker(ModelChecker common) {
    this.common = common;
    this.draft = common.draft;
    this.findings = common.findings;
    this.ports = new ReceptorChecker(common);
  }

  ChannelModel check(String text) {
    common.checkNames(() -> {
      ports.declare();
      pool()
          .ifPresent(p ->
              common.symbols.given(
                  "I_" + ion(p),
                  Types.CURRENT_DENSITY,
                  "current of " + ion(p) + " that the compartment's channels carry, outward",
                  "pA/um^2"));
    });
    Optional<ModelChecker.StateDraft> pool = pool();
    pool.ifPresent(this::pool);
    Expression current = new Expression.Literal(Quantity.number(0), Span.NONE);
    Unit unit = Unit.of("pA/um^2");
    if (draft.flow.isPresent()) {
      unit = draft.flow.get().unit();
      current = current(draft.flow.get());
      if (pool.isPresent())
        findings.error(
            draft.flow.get().at(),
            "A pool lets no current through",
            "It keeps what other channels carry; write another file for the channel.");
    } else if (pool.isEmpty() && !findings.hasErrors()) {
      findings.error(
          draft.at, "A channel needs a current", "Write 'current g*m^3*h*(v - E) : pA/um^2'.");
    }
    Map<String, List<Statement.Assign>> arrivals = ports.arrivals();
    ChannelModel model =
        new ChannelModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            common.plainStates(),
            ports.receptors(),
            common.presets(true),
            common.definitions,
            common.equations,
            draft.scheme,
            arrivals,
            current,
            unit,
            draft.flow.flatMap(Draft.Flow::carries).map(Draft.Named::id),
            text);
    common.tellUnused();
    return model;
  }

  private Expression current(Draft.Flow flow) {
    Type given = new Measure(flow.unit().dimension());
    Checked checked = common.formula(flow.current(), given, flow.at(), "The current");
    if (!given.equals(Types.CURRENT) && !given.equals(Types.CURRENT_DENSITY))
      findings.error(
          flow.at(),
          "What flows through a channel is a current or a current per area, not " + given.shown(),
          "End the line with ': pA/um^2' or ': pA'.");
    flow.carries()
        .filter(ion -> !ion.id().matches("[A-Za-z]\\w{0,15}"))
        .ifPresent(ion ->
            findings.error(
                ion.at(), "'" + ion.id() + "' is no ion", "Write it like 'carries Ca'."));
    return checked.formula();
  }

  private Optional<ModelChecker.StateDraft> pool() {
    return common.states.values().stream().filter(s -> s.line().id().startsWith("[")).findFirst();
  }

  private static String ion(ModelChecker.StateDraft pool) {
    return pool.line().id().substring(1, pool.line().id().length() - 1);
  }

  private void pool(ModelChecker.StateDraft pool) {
    for (ModelChecker.StateDraft state : common.states.values())
      if (state != pool && state.line().id().startsWith("["))
        findings.error(
            state.line().at(),
            "A pool keeps one substance",
            "Write another file for " + state.line().id() + ".");
    if (!pool.type().fits(Types.CONCENTRATION))
      findings.error(
          pool.line().at(),
          pool.line().id() + " is a concentration, not " + pool.type().shown(),
          "Start it from '0.05 uM' or '50 nM'.");
  }
}
