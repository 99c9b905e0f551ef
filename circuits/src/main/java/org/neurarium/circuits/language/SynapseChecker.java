package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.ModelChecker.StateDraft;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.SynapseModel.Scope;
import org.neurarium.circuits.text.DidYouMean;

/// Checks a synapse file and makes the model.
final class SynapseChecker {

  private final ModelChecker common;
  private final Draft draft;
  private final Findings findings;

  SynapseChecker(ModelChecker common) {
    this.common = common;
    this.draft = common.draft;
    this.findings = common.findings;
  }

  SynapseModel check(String text) {
    common.checkNames(() -> {});
    List<Statement> onPre = new ArrayList<>();
    List<Statement> onPost = new ArrayList<>();
    for (Draft.Event event : draft.events)
      switch (event.id()) {
        case "pre" -> onPre.addAll(statements(event, Scope.POST, Scope.PRE));
        case "post" -> onPost.addAll(statements(event, Scope.PRE, Scope.POST));
        default ->
            findings.error(
                event.at(),
                "There is no event '" + event.id() + "'",
                DidYouMean.hint(event.id(), List.of("pre", "post"), "The events are"));
      }
    for (Equation equation : common.equations) {
      StateDraft state = common.states.get(equation.state());
      if (state != null) shared(equation.rate(), state, false);
    }
    SynapseModel model =
        new SynapseModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            common.states.values().stream()
                .map(s ->
                    new SynapseModel.State(
                        s.line().id(), s.line().label(), s.unit(), s.line().scope(), s.start()))
                .toList(),
            common.presets(false),
            common.definitions,
            common.equations,
            draft.scheme,
            onPre,
            onPost,
            text);
    common.tellUnused();
    return model;
  }

  /// @param foreign scope of states that this event cannot change
  /// @param own scope of states that it changes once for all synapses of a neuron
  private List<Statement> statements(Draft.Event event, Scope foreign, Scope own) {
    List<Statement> checked = new ArrayList<>();
    for (Statement statement : event.statements())
      switch (statement) {
        case Statement.Deliver d -> deliver(d, event, checked);
        case Statement.Assign a ->
            common
                .assignment(a, Map.of(), true)
                .ifPresent(assign -> {
                  StateDraft state = common.states.get(assign.target());
                  if (state != null && state.line().scope() == foreign)
                    findings.error(
                        a.at(),
                        "A spike of one side cannot change '"
                            + a.target()
                            + "', which belongs to the neuron on the other",
                        "Change it in 'on "
                            + (foreign == Scope.POST ? "post" : "pre")
                            + "', or make it a 'state' of the synapse.");
                  if (state != null && state.line().scope() == own)
                    shared(assign.value(), state, true);
                  checked.add(assign);
                });
      }
    return checked;
  }

  private void deliver(Statement.Deliver d, Draft.Event event, List<Statement> before) {
    Checked value = new FormulaChecker(common.symbols, findings, Map.of(), true).check(d.value());
    common.note(value.formula());
    if (!event.id().equals("pre"))
      findings.error(d.at(), "Only an arriving spike delivers", "Move 'deliver' to 'on pre'.");
    else if (!value.type().fits(Types.NUMBER))
      findings.error(
          d.at(),
          "What is delivered is a pure number counted in the receptor's unit, this is "
              + value.type().shown(),
          "Write it like 'deliver w*u'.");
    else if (before.stream().anyMatch(Statement.Deliver.class::isInstance))
      findings.error(d.at(), "A spike delivers once", "Add the two up.");
    before.add(new Statement.Deliver(value.formula(), d.at()));
  }

  /// A neuron's variable is one for all its synapses here, so it cannot depend on what differs between them.
  private void shared(Expression formula, StateDraft state, boolean event) {
    Scope scope = state.line().scope();
    if (scope == Scope.SYNAPSE) return;
    if (event && FormulaChecker.isRandom(formula)) return;
    Set<String> alike =
        common.states.values().stream()
            .filter(s -> s.line().scope() == scope)
            .map(s -> s.line().id())
            .collect(Collectors.toSet());
    common.only(
        formula,
        id ->
            alike.contains(id)
                || common.symbols.is(id, KnownName.Kind.PARAMETER)
                || Set.of("t", "dt", "pi").contains(id)
                || scope == Scope.POST && (id.equals("V_post") || id.startsWith("post.")),
        "'"
            + state.line().id()
            + "' belongs to a neuron and is made of its own variables and parameters");
  }
}
