package org.neurarium.circuits.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.language.FormulaChecker.Checked;
import org.neurarium.circuits.language.KnownName.Kind;
import org.neurarium.circuits.model.Dynamics;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Checks a neuron file and makes the model.
final class NeuronChecker {

  /// Where injected currents land; every model that reads `I_ext` has it.
  private static final Receptor CURRENT =
      new Receptor(
          ReceptorChecker.CURRENT,
          "Injected current",
          Unit.NONE,
          Input.CURRENT,
          "",
          0,
          Effect.BY_SIGN,
          Quantity.number(1));

  private final ModelChecker common;
  private final Draft draft;
  private final Findings findings;
  private final ReceptorChecker ports;

  NeuronChecker(ModelChecker common) {
    this.common = common;
    this.draft = common.draft;
    this.findings = common.findings;
    this.ports = new ReceptorChecker(common);
  }

  NeuronModel check(String text) {
    common.checkNames(ports::declare);
    if (draft.states.isEmpty() && !findings.hasErrors())
      findings.error(
          draft.at, "A neuron needs a state", "Write 'state v = -65 mV \"membrane potential\"'.");
    if (!draft.published.isEmpty() && draft.scheme.isPresent())
      findings.error(
          draft.schemeAt, "'as published' takes the place of an integrator", "Keep one of them.");
    Optional<Expression> spike = spike();
    List<Statement.Assign> reset = common.assignments(draft.reset, Map.of(), true);
    Dynamics dynamics =
        new Dynamics(
            common.definitions,
            common.equations,
            draft.scheme,
            common.assignments(draft.published, Map.of(), false),
            common.assignments(draft.eachStep, Map.of(), true),
            ports.arrivals(),
            spike,
            draft.withinStep,
            reset,
            refractory(),
            held());
    List<Receptor> receptors = new ArrayList<>(ports.receptors());
    if (usesCurrent(dynamics)) receptors.add(CURRENT);
    NeuronModel model =
        new NeuronModel(
            draft.id,
            draft.title,
            draft.summary,
            draft.references,
            common.parameters,
            common.plainStates(),
            receptors,
            common.presets(true),
            dynamics,
            text);
    common.tellUnused();
    return model;
  }

  private Optional<Expression> spike() {
    if (draft.spike.isEmpty()) {
      if (!draft.reset.isEmpty())
        findings.error(
            draft.resetAt, "There is a reset but no spike", "Write 'spike when v >= V_th'.");
      if (draft.refractory.isPresent())
        findings.error(
            draft.refractoryAt,
            "There is a refractory period but no spike",
            "Write 'spike when v >= V_th'.");
      return Optional.empty();
    }
    Checked condition =
        new FormulaChecker(common.symbols, findings, Map.of(), true).check(draft.spike.get());
    common.note(condition.formula());
    if (!condition.type().fits(Types.TRUTH))
      findings.error(
          draft.spikeAt,
          "A neuron spikes on a condition, this is " + condition.type().shown(),
          "Write 'spike when v >= V_th'.");
    if (draft.withinStep && !draft.published.isEmpty())
      findings.error(
          draft.spikeAt,
          "Inside a published step no crossing can be located",
          "Leave 'within the step' out.");
    return Optional.of(condition.formula());
  }

  private Optional<Expression> refractory() {
    return draft.refractory.map(period -> {
      Checked checked =
          common.formula(period, Types.TIME, draft.refractoryAt, "A refractory period");
      common.onlyParameters(
          checked.formula(), Set.of("pi"), "It is made of numbers and parameters");
      return checked.formula();
    });
  }

  private List<String> held() {
    if (draft.refractory.isEmpty() || draft.holdsNothing) return List.of();
    List<String> held = new ArrayList<>();
    for (Draft.Named name : draft.held) {
      if (!common.states.containsKey(name.id()))
        findings.error(
            name.at(),
            "There is no state '" + name.id() + "' to hold",
            DidYouMean.hint(name.id(), common.states.keySet(), "The states are"));
      else if (held.contains(name.id()))
        findings.error(name.at(), "'" + name.id() + "' is held twice", "");
      else held.add(name.id());
    }
    if (draft.held.isEmpty() && !common.states.isEmpty())
      held.add(common.states.firstEntry().getKey());
    return held;
  }

  private boolean usesCurrent(Dynamics dynamics) {
    List<Expression> formulas = new ArrayList<>();
    dynamics.equations().forEach(e -> formulas.add(e.rate()));
    dynamics.published().forEach(s -> formulas.add(s.value()));
    dynamics.eachStep().forEach(s -> formulas.add(s.value()));
    dynamics.reset().forEach(s -> formulas.add(s.value()));
    dynamics.spike().ifPresent(formulas::add);
    return common.symbols.is("I_ext", Kind.GIVEN)
        && formulas.stream()
            .anyMatch(f -> common.reach().firstOutside(f, id -> !id.equals("I_ext")).isPresent());
  }
}
