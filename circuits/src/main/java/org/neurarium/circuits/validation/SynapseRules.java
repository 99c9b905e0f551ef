package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Expression;
import org.neurarium.circuits.formula.Statement;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.SynapseModel;
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

  /// Nothing in a circuit releases a neuromodulator by itself: a person does, or a program.
  private static void concentrationIsReleased(Projection p, Examination in) {
    Optional<SynapseModel> model = model(p, in);
    if (model.isEmpty()) return;
    for (String symbol : symbols(model.get()))
      if (symbol.startsWith("["))
        in.note(
            p,
            "synapse",
            the(p)
                + " reads the concentration "
                + symbol
                + ", which nothing in the circuit releases",
            "It changes when it is released by hand.");
  }

  private static Set<String> readOfTarget(SynapseModel model) {
    Set<String> found = new LinkedHashSet<>();
    for (String symbol : symbols(model))
      if (symbol.startsWith(POST)) found.add(symbol.substring(POST.length()));
    return found;
  }

  private static Set<String> symbols(SynapseModel model) {
    Set<String> found = new LinkedHashSet<>();
    Stream.of(
            model.definitions().stream().map(Definition::value),
            model.equations().stream().map(Equation::rate),
            model.onPre().stream().map(Statement::value),
            model.onPost().stream().map(Statement::value))
        .flatMap(s -> s)
        .forEach(e -> collect(e, found));
    return found;
  }

  private static void collect(Expression e, Set<String> found) {
    switch (e) {
      case Expression.Literal _ -> {}
      case Expression.Symbol s -> found.add(s.name());
      case Expression.Unary u -> collect(u.operand(), found);
      case Expression.Binary b -> {
        collect(b.left(), found);
        collect(b.right(), found);
      }
      case Expression.Call c -> c.arguments().forEach(a -> collect(a, found));
    }
  }
}
