package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A projection has two ends, lands where it can land, and has weights and delays that mean something there.
final class ProjectionRules {

  static final List<Rule<Projection>> ALL =
      List.of(
          ProjectionRules::beginsAtASource,
          ProjectionRules::endsAtAPopulation,
          ProjectionRules::receptorIsTheModels,
          ProjectionRules::receptorTakesWhatComes,
          ProjectionRules::sourceHasTheCoupledState,
          ProjectionRules::weightFitsTheReceptor,
          ProjectionRules::followsDale,
          ProjectionRules::delayIsATime,
          ProjectionRules::delayIsAtLeastAStep,
          ProjectionRules::delayIsNotAbsurdlyLong);

  private ProjectionRules() {}

  private static void beginsAtASource(Projection p, Examination in) {
    end(p, "from", "begins at", p.from(), NeuronSource.class, "a population or a stimulus", in);
  }

  private static void endsAtAPopulation(Projection p, Examination in) {
    end(p, "to", "ends at", p.to(), Population.class, "a population", in);
  }

  private static void end(
      Projection p,
      String field,
      String verb,
      ElementId id,
      Class<? extends Element> kind,
      String expected,
      Examination in) {
    if (in.circuit().find(id, kind).isPresent()) return;
    Optional<Element> found = in.circuit().find(id);
    in.error(
        p,
        field,
        found.isPresent()
            ? the(p)
                + " "
                + verb
                + " the "
                + found.get().kind()
                + " "
                + quoted(found.get())
                + ", where only "
                + expected
                + " can be"
            : the(p) + " " + verb + " '" + id + "', which does not exist",
        "Connect it to " + expected + ", or remove it.",
        new Edit.Remove("Remove " + quoted(p), Set.of(p.id())));
  }

  private static Optional<NeuronSource> source(Projection p, Examination in) {
    return in.circuit().find(p.from(), NeuronSource.class);
  }

  private static Optional<NeuronModel> targetModel(Projection p, Examination in) {
    return in.circuit().find(p.to(), Population.class).flatMap(in::modelOf);
  }

  /// The receptor on which it lands.
  static Optional<Receptor> receptor(Projection p, Examination in) {
    return targetModel(p, in).flatMap(m -> m.receptor(p.receptor()));
  }

  private static Input given(NeuronSource source) {
    return source instanceof Stimulus s && s.signal().isCurrent() ? Input.CURRENT : Input.SPIKES;
  }

  /// Whether a receptor can take what a source gives: its spikes, its current, or (of a population) a state of its neurons.
  private static boolean takes(Receptor receptor, NeuronSource source) {
    return receptor.input() == Input.COUPLING
        ? source instanceof Population
        : receptor.input() == given(source);
  }

  private static void receptorIsTheModels(Projection p, Examination in) {
    Optional<NeuronModel> model = targetModel(p, in);
    if (model.isEmpty() || model.get().receptor(p.receptor()).isPresent()) return;
    List<String> known = model.get().receptors().stream().map(Receptor::id).toList();
    String sentence =
        the(p)
            + " lands on the receptor "
            + quoted(p.receptor())
            + ", which the model "
            + model.get().id()
            + " does not have";
    in.error(p, "receptor", sentence, DidYouMean.hint(p.receptor(), known, "Its receptors are"));
  }

  private static void receptorTakesWhatComes(Projection p, Examination in) {
    Optional<NeuronSource> source = source(p, in);
    Optional<Receptor> receptor = receptor(p, in);
    Optional<NeuronModel> model = targetModel(p, in);
    if (source.isEmpty() || receptor.isEmpty() || model.isEmpty()) return;
    if (takes(receptor.get(), source.get())) return;
    Input given = given(source.get());
    String sentence =
        the(p)
            + (given == Input.CURRENT ? " brings a current to " : " brings spikes to ")
            + quoted(p.receptor())
            + switch (receptor.get().input()) {
              case SPIKES -> ", which takes spikes";
              case CURRENT -> ", which takes a current";
              case COUPLING -> ", which couples to the neurons of a population";
            };
    List<Receptor> others =
        model.get().receptors().stream().filter(r -> r.input() == given).toList();
    if (others.isEmpty()) {
      in.error(p, "receptor", sentence, "Its model " + model.get().id() + " takes no others.");
      return;
    }
    String hint =
        "Choose one of " + String.join(", ", others.stream().map(Receptor::id).toList()) + ".";
    if (others.size() == 1) {
      Receptor only = others.getFirst();
      Projection mended = p.onto(only.id()).withWeight(Value.of(only.standardWeight()));
      in.error(p, "receptor", sentence, hint, replace("Land on " + only.id(), mended));
    } else in.error(p, "receptor", sentence, hint);
  }

  /// A coupling takes over a state of the source, in the unit that its own neurons have it in.
  private static void sourceHasTheCoupledState(Projection p, Examination in) {
    Optional<Receptor> receptor = receptor(p, in).filter(r -> r.input() == Input.COUPLING);
    Optional<Population> source = in.circuit().find(p.from(), Population.class);
    Optional<NeuronModel> from = source.flatMap(in::modelOf);
    Optional<NeuronModel> to = targetModel(p, in);
    if (receptor.isEmpty() || source.isEmpty() || from.isEmpty() || to.isEmpty()) return;
    String what = receptor.get().couples();
    Optional<State> given = from.get().coupledState(receptor.get());
    if (given.isEmpty()) {
      List<String> known = from.get().states().stream().map(State::id).toList();
      in.error(
          p,
          "receptor",
          the(p)
              + " couples to "
              + quoted(what)
              + ", which the model "
              + from.get().id()
              + " of "
              + quoted(source.get())
              + " does not have",
          DidYouMean.hint(what, known, "Its state variables are"));
      return;
    }
    Optional<State> expected = to.get().coupledState(receptor.get());
    if (expected.isPresent()
        && !expected.get().unit().dimension().equals(given.get().unit().dimension()))
      in.error(
          p,
          "receptor",
          the(p)
              + " couples to "
              + quoted(given.get().id())
              + " of "
              + quoted(source.get())
              + ", "
              + given.get().unit().dimension().describe()
              + ", where "
              + expected.get().unit().dimension().describe()
              + " is expected",
          "Connect neurons of the same kind.");
  }

  private static void weightFitsTheReceptor(Projection p, Examination in) {
    Optional<Receptor> receptor = receptor(p, in);
    Optional<NeuronSource> source = source(p, in);
    if (receptor.isEmpty() || source.isEmpty() || !takes(receptor.get(), source.get())) return;
    boolean sound =
        ValueRules.check(
            in,
            p,
            "weight",
            p.weight(),
            new ValueRules.Expected(
                "the weight", receptor.get().weightUnit().dimension(), Limit.ANY, targets(p, in)));
    int sign = receptor.get().weightSign();
    if (!sound || sign == 0) return;
    Span span = sign > 0 ? Span.of(p.weight()) : Span.of(p.weight()).negated();
    if (span.low() >= 0 || span.likelyLow() >= 0) return;
    String wrong = sign > 0 ? "negative" : "positive";
    String right = sign > 0 ? "0 or above" : "0 or below";
    if (span.isOpen() && span.middle() > 0)
      in.warning(
          p,
          "weight",
          the(p)
              + ": some of the weights drawn will be "
              + wrong
              + ", which the receptor "
              + quoted(p.receptor())
              + " does not take",
          "Limit the distribution to " + right + ".");
    else {
      String sentence =
          the(p)
              + ": the weight is "
              + Span.of(p.weight()).shown(p.weight())
              + ", and the receptor "
              + quoted(p.receptor())
              + " takes weights of "
              + right;
      String hint = "Change its sign, or choose another receptor.";
      if (p.weight() instanceof Value.Constant(Quantity weight))
        in.error(
            p,
            "weight",
            sentence,
            hint,
            replace(
                "Change the sign of the weight",
                p.withWeight(Value.of(weight.withValue(-weight.value())))));
      else in.error(p, "weight", sentence, hint);
    }
  }

  private static int targets(Projection p, Examination in) {
    return in.circuit().find(p.to(), Population.class).map(Population::size).orElse(0);
  }

  /// A neuron either excites all its targets or inhibits them all.
  private static void followsDale(Projection p, Examination in) {
    Optional<Population> source = in.circuit().find(p.from(), Population.class);
    Optional<Receptor> receptor = receptor(p, in);
    if (source.isEmpty() || receptor.isEmpty() || receptor.get().input() != Input.SPIKES) return;
    Population.Type type = source.get().type();
    boolean excites = receptor.get().effect() == Effect.EXCITES;
    boolean inhibits = receptor.get().effect() == Effect.INHIBITS;
    if (receptor.get().effect() == Effect.BY_SIGN) {
      double middle = Span.of(p.weight()).middle();
      excites = middle > 0;
      inhibits = middle < 0;
    }
    String hint =
        "By Dale's principle a neuron does one or the other; a mixed population may do both.";
    if (excites && type == Population.Type.INHIBITORY)
      in.warning(
          p,
          "receptor",
          the(p) + " excites, but its source " + quoted(source.get()) + " is inhibitory",
          hint);
    if (inhibits && type == Population.Type.EXCITATORY)
      in.warning(
          p,
          "receptor",
          the(p) + " inhibits, but its source " + quoted(source.get()) + " is excitatory",
          hint);
  }

  private static boolean hasDelay(Projection p, Examination in) {
    return source(p, in).filter(s -> given(s) == Input.SPIKES).isPresent();
  }

  private static void delayIsATime(Projection p, Examination in) {
    if (hasDelay(p, in))
      ValueRules.check(
          in,
          p,
          "delay",
          p.delay(),
          new ValueRules.Expected("the delay", Dimension.TIME, Limit.POSITIVE, targets(p, in)));
  }

  private static void delayIsAtLeastAStep(Projection p, Examination in) {
    if (!hasDelay(p, in) || !p.delay().unit().dimension().equals(Dimension.TIME)) return;
    Quantity dt = in.circuit().run().dt();
    Span span = Span.of(p.delay());
    double steps = span.low() / in.dt();
    if (p.delay() instanceof Value.Constant(Quantity delay)) {
      if (!Examination.isPositiveTime(delay)) return; // said by delayIsATime
      if (steps < 1 - 1e-9)
        in.error(
            p,
            "delay",
            the(p) + " has a delay of " + delay + ", shorter than the time step of " + dt,
            "A spike takes at least one step.",
            replace("Set the delay to one step", p.withDelay(Value.of(dt))));
      else if (Math.abs(steps - Math.rint(steps)) > 1e-6)
        in.note(
            p,
            "delay",
            the(p)
                + " has a delay of "
                + delay
                + ", which is not a whole number of time steps of "
                + dt,
            "It is rounded to "
                + Math.round(steps)
                + (Math.round(steps) == 1 ? " step." : " steps."));
    } else if (span.likelyLow() > 0 && span.likelyLow() < in.dt() * (1 - 1e-9))
      in.note(
          p,
          "delay",
          the(p) + ": some delays will be shorter than the time step of " + dt,
          "They are drawn again, or take one step.");
  }

  private static void delayIsNotAbsurdlyLong(Projection p, Examination in) {
    if (!hasDelay(p, in) || !p.delay().unit().dimension().equals(Dimension.TIME)) return;
    Span span = Span.of(p.delay());
    double longest = span.isOpen() ? span.middle() : span.high();
    if (longest / in.dt() > Projection.LONGEST_DELAY)
      in.error(
          p,
          "delay",
          the(p)
              + " has a delay of "
              + span.shown(p.delay())
              + ", and at most "
              + Quantity.of(Projection.LONGEST_DELAY * in.dt(), "ms")
              + " can be kept at a time step of "
              + in.circuit().run().dt(),
          "Take a shorter delay, or a longer time step.");
  }
}
