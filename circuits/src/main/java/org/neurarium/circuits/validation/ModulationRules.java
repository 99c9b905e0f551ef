package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;

/// A modulation changes something that its target has, through receptors that make sense.
final class ModulationRules {

  private ModulationRules() {}

  static void receptorsMakeSense(Link l, Examination in) {
    if (!(l.role() instanceof Link.Modulate m)) return;
    ValueRules.check(
        in,
        l,
        "half_effect",
        m.halfEffect(),
        new ValueRules.Expected(
            "the concentration of half the effect", Dimension.CONCENTRATION, Limit.POSITIVE, 1));
    if (!(m.hill() > 0 && Double.isFinite(m.hill())))
      in.error(
          l,
          "hill",
          the(l) + " has a Hill exponent of " + m.hill(),
          "Take a number above 0; 1 for receptors that act alone.",
          replace(
              "Take 1",
              l.doing(new Link.Modulate(m.parameter(), m.halfEffect(), 1, m.strength()))));
    if (!Double.isFinite(m.strength()))
      in.error(l, "strength", the(l) + " has no finite strength", "Take 1 to double at most.");
    else if (m.strength() < -1)
      in.warning(
          l,
          "strength",
          the(l) + " can turn the sign of " + m.parameter() + ": its strength is below -1",
          "At -1 nothing is left where all receptors are taken.");
  }

  /// What of an element a modulator can change.
  private static Optional<List<String>> known(Element target, Examination in) {
    return switch (target) {
      case Population p ->
          in.modelOf(p)
              .map(model -> {
                List<String> ids = new ArrayList<>(parameters(model.parameters()));
                if (!ids.contains(Link.Modulate.GAIN)) ids.add(Link.Modulate.GAIN);
                if (!ids.contains(Link.Modulate.NOISE)) ids.add(Link.Modulate.NOISE);
                return ids;
              });
      case Projection p ->
          in.models().synapse(p.synapse().model()).map(model -> parameters(model.parameters()));
      default -> Optional.empty();
    };
  }

  private static List<String> parameters(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::id).toList();
  }

  private static Link changing(Link l, Link.Modulate m, String parameter) {
    return l.doing(new Link.Modulate(parameter, m.halfEffect(), m.hill(), m.strength()));
  }

  static void parameterIsTheTargets(Link l, Examination in) {
    if (!(l.role() instanceof Link.Modulate m)) return;
    Optional<Element> target = in.circuit().find(l.to());
    if (target.isEmpty()) return;
    if (m.parameter().isEmpty()) {
      if (target.get() instanceof Population)
        in.error(
            l,
            "parameter",
            the(l) + " does not say what of " + quoted(target.get()) + " it changes",
            "Choose a parameter, such as gain; a third factor goes to a projection.",
            replace("Change the gain", changing(l, m, Link.Modulate.GAIN)));
      return;
    }
    Optional<List<String>> known = known(target.get(), in);
    if (known.isEmpty() || known.get().contains(m.parameter())) return;
    String sentence =
        the(l)
            + " changes "
            + quoted(m.parameter())
            + ", which "
            + quoted(target.get())
            + " does not have";
    String hint =
        known.get().isEmpty()
            ? "Its synapses never change; choose a model that has parameters, such as"
                + " tsodyks_markram."
            : DidYouMean.hint(m.parameter(), known.get(), "It has");
    DidYouMean.nearest(m.parameter(), known.get())
        .ifPresentOrElse(
            meant ->
                in.error(
                    l,
                    "parameter",
                    sentence,
                    hint,
                    replace("Change " + meant, changing(l, m, meant))),
            () -> in.error(l, "parameter", sentence, hint));
  }

  static void noiseIsThere(Link l, Examination in) {
    if (!(l.role() instanceof Link.Modulate m) || !m.parameter().equals(Link.Modulate.NOISE))
      return;
    Optional<Population> to = in.circuit().find(l.to(), Population.class);
    Optional<NeuronModel> model = to.flatMap(in::modelOf);
    if (model.isEmpty() || model.get().parameter(Link.Modulate.NOISE).isPresent()) return;
    boolean noisy =
        in.circuit().projections().stream()
            .filter(p -> p.to().equals(l.to()))
            .flatMap(p -> in.circuit().find(p.from(), Stimulus.class).stream())
            .anyMatch(s -> s.signal() instanceof Signal.Noise);
    if (!noisy)
      in.warning(
          l,
          "parameter",
          the(l) + " changes the noise of " + quoted(to.get()) + ", which has none",
          "Give it a stimulus of noise.");
  }

  static void ruleReadsIt(Link l, Examination in) {
    if (!(l.role() instanceof Link.Modulate m) || !m.parameter().isEmpty()) return;
    Optional<Projection> to = in.circuit().find(l.to(), Projection.class);
    Optional<ModulatorSource> from = in.circuit().find(l.from(), ModulatorSource.class);
    if (to.isEmpty() || from.isEmpty()) return;
    Optional<SynapseModel> model = in.models().synapse(to.get().synapse().model());
    if (model.isEmpty()) return;
    Set<String> read = model.get().concentrations();
    if (read.isEmpty()) {
      in.error(
          l,
          "parameter",
          the(l)
              + " is the third factor of "
              + quoted(to.get())
              + ", whose synapses of the model "
              + model.get().id()
              + " read none",
          "Give the projection a rule with a third factor, such as rstdp, or choose what the source"
              + " changes.",
          replace("Use rstdp", to.get().withSynapse(org.neurarium.circuits.Synapse.of("rstdp"))));
      return;
    }
    Optional<String> symbol = in.models().modulator(from.get().model()).map(ModulatorModel::symbol);
    if (symbol.isPresent() && read.size() > 1 && !read.contains(symbol.get()))
      in.error(
          l,
          "parameter",
          the(l)
              + " brings "
              + symbol.get()
              + ", and the rule of "
              + quoted(to.get())
              + " reads "
              + String.join(" and ", read),
          "Take a source of one of these.");
  }

  static void isTheOnlyOne(Link l, Examination in) {
    if (!(l.role() instanceof Link.Modulate m)) return;
    for (Link other : in.circuit().links()) {
      if (other.equals(l)) break; // said at the later one
      if (other.from().equals(l.from())
          && other.to().equals(l.to())
          && other.role() instanceof Link.Modulate o
          && o.parameter().equals(m.parameter())) {
        in.warning(
            l,
            "parameter",
            the(l) + " does the same as " + quoted(other),
            m.parameter().isEmpty() ? "Delete one of them." : "Delete one; both factors count.");
        return;
      }
    }
    Optional<Projection> to = in.circuit().find(l.to(), Projection.class);
    if (to.isEmpty() || !m.parameter().isEmpty()) return;
    List<ModulatorSource> linked = ThirdFactors.linked(in.circuit(), to.get());
    if (linked.size() > 1
        && linked.getLast().id().equals(l.from())
        && ThirdFactors.of(in.circuit(), in.models(), to.get()).values().stream()
            .anyMatch(s -> s.size() > 1))
      in.warning(
          l,
          "parameter",
          "The rule of " + quoted(to.get()) + " has several sources for one third factor",
          "Their concentrations add up; delete the lines that you do not want.");
  }
}
