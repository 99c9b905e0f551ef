package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.circuits.text.DidYouMean;

/// A projection's synapses are of a model that exists, with values that it has, where spikes arrive that it can work on.
final class SynapseRules {

  static final List<Rule<Projection>> ALL =
      List.of(
          SynapseRules::modelIsKnown,
          SynapseRules::parametersAreTheModels,
          SynapseRules::spikesArrive,
          SynapseRules::targetHasWhatIsRead,
          SynapseRules::concentrationIsReleased);

  private static final String POST = "post.";

  private SynapseRules() {}

  private static Optional<SynapseModel> model(Projection p, Examination in) {
    return in.models().synapse(p.synapse().model());
  }

  private static void modelIsKnown(Projection p, Examination in) {
    String id = p.synapse().model();
    if (p.synapse().equals(Synapse.STATIC)) return; // which needs no catalogue
    if (model(p, in).isPresent() || in.models().isBroken(id)) return;
    List<String> known = in.models().ids(Model.Kind.SYNAPSE);
    String sentence =
        the(p) + " has synapses of the model " + quoted(id) + ", which is not known here";
    String hint = DidYouMean.hint(id, known, "The models are");
    in.error(
        p,
        "synapse",
        sentence,
        hint,
        DidYouMean.nearest(id, known)
            .map(meant ->
                replace("Use the model " + meant, p.withSynapse(p.synapse().withModel(meant))))
            .orElse(replace("Use static synapses", p.withSynapse(Synapse.STATIC))));
  }

  private static void parametersAreTheModels(Projection p, Examination in) {
    Optional<SynapseModel> model = model(p, in);
    if (model.isEmpty()) return;
    List<String> known = model.get().parameters().stream().map(Parameter::id).toList();
    p.synapse()
        .parameters()
        .forEach((id, value) -> {
          Optional<Parameter> parameter = model.get().parameter(id);
          if (parameter.isPresent())
            ValueRules.check(
                in,
                p,
                field(id),
                value,
                new ValueRules.Expected(
                    "the " + parameter.get().label() + " (" + id + ") of its synapses",
                    parameter.get().unit().dimension(),
                    parameter.get().limit(),
                    1));
          else {
            Synapse without = p.synapse().withDefault(id);
            in.error(
                p,
                field(id),
                the(p)
                    + " sets "
                    + quoted(id)
                    + ", which its synapse model "
                    + model.get().id()
                    + " does not have",
                DidYouMean.hint(id, known, "Its parameters are"),
                DidYouMean.nearest(id, known)
                    .filter(meant -> !p.synapse().parameters().containsKey(meant))
                    .map(meant ->
                        replace("Set " + meant, p.withSynapse(without.withParameter(meant, value))))
                    .orElse(replace("Remove " + id, p.withSynapse(without))));
          }
        });
  }

  private static String field(String parameter) {
    return "synapse." + parameter;
  }

  /// Currents, background and couplings have no spikes one by one that a synapse could work on.
  private static void spikesArrive(Projection p, Examination in) {
    if (p.synapse().model().equals(SynapseModel.STATIC)) return;
    boolean couples =
        ProjectionRules.receptor(p, in).filter(r -> r.input() == Input.COUPLING).isPresent();
    if (!couples && in.circuit().hasSynapses(p)) return;
    in.error(
        p,
        "synapse",
        the(p)
            + " has synapses of the model "
            + quoted(p.synapse().model())
            + (couples
                ? ", and its receptor " + quoted(p.receptor()) + " couples without spikes"
                : ", and its source acts on neurons without synapses"),
        "Use 'static'.",
        replace("Use static synapses", p.withSynapse(Synapse.STATIC)));
  }

  private static void targetHasWhatIsRead(Projection p, Examination in) {
    Optional<SynapseModel> model = model(p, in);
    Optional<Population> to = in.circuit().find(p.to(), Population.class);
    Optional<NeuronModel> target = to.flatMap(in::modelOf);
    if (model.isEmpty() || to.isEmpty() || target.isEmpty()) return;
    List<String> known = target.get().states().stream().map(NeuronModel.State::id).toList();
    for (String state : readOfTarget(model.get()))
      if (!known.contains(state))
        in.error(
            p,
            "synapse",
            the(p)
                + ": the synapse model "
                + model.get().id()
                + " reads "
                + quoted(state)
                + " of its target, and "
                + quoted(to.get())
                + " of the model "
                + target.get().id()
                + " has no such state",
            DidYouMean.hint(state, known, "Its state variables are"));
  }

  /// A rule with a third factor needs somebody who releases it: a source, or a person.
  private static void concentrationIsReleased(Projection p, Examination in) {
    Optional<SynapseModel> model = model(p, in);
    if (model.isEmpty()) return;
    ThirdFactors.of(in.circuit(), in.models(), p)
        .forEach((symbol, sources) -> {
          if (sources.isEmpty())
            in.note(
                p,
                "synapse",
                the(p)
                    + " reads the concentration "
                    + symbol
                    + ", which nothing in the circuit releases",
                "Put a source of "
                    + substance(symbol, in)
                    + " beside it and draw a line from it; until then it changes only when it is released by hand.");
        });
  }

  private static String substance(String symbol, Examination in) {
    return in.models()
        .all(ModulatorModel.class)
        .filter(m -> m.states().getFirst().id().equals(symbol))
        .findFirst()
        .map(ModulatorModel::id)
        .orElse(symbol);
  }

  private static Set<String> readOfTarget(SynapseModel model) {
    Set<String> found = new LinkedHashSet<>();
    for (String symbol : model.symbols())
      if (symbol.startsWith(POST)) found.add(symbol.substring(POST.length()));
    return found;
  }
}
