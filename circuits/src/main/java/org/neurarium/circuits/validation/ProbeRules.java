package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// A probe looks at something that has what it records.
final class ProbeRules {

  static final List<Rule<Probe>> ALL =
      List.of(
          ProbeRules::looksAtSomething,
          ProbeRules::targetsExist,
          ProbeRules::targetsHaveWhatIsRecorded,
          ProbeRules::variableIsTheModels,
          ProbeRules::neuronsExist,
          ProbeRules::tracesAreNotTooMany,
          ProbeRules::binIsATime);

  private ProbeRules() {}

  private static void looksAtSomething(Probe p, Examination in) {
    if (p.targets().isEmpty())
      in.warning(
          p,
          "targets",
          the(p) + " looks at nothing",
          "Draw a line from it to what it should record.");
  }

  private static void targetsExist(Probe p, Examination in) {
    for (ElementId target : p.targets())
      if (!in.circuit().contains(target))
        in.error(
            p,
            "targets",
            the(p) + " looks at '" + target + "', which does not exist",
            "Take it off the probe.",
            without(p, target));
  }

  private static Edit without(Probe p, ElementId target) {
    return replace(
        "Take " + target + " off " + quoted(p),
        p.aimedAt(p.targets().stream().filter(id -> !id.equals(target)).toList()));
  }

  private static List<Element> targets(Probe p, Examination in) {
    return p.targets().stream().flatMap(id -> in.circuit().find(id).stream()).toList();
  }

  private static void targetsHaveWhatIsRecorded(Probe p, Examination in) {
    for (Element target : targets(p, in)) {
      boolean fits =
          switch (p.recording()) {
            case Recording.Spikes _, Recording.Rate _ -> spikes(target);
            case Recording.State _ -> target instanceof Population;
            case Recording.Kymograph _ ->
                target instanceof Population population
                    && in.modelOf(population).flatMap(NeuronModel::cell).isPresent();
            case Recording.Weights _ -> target instanceof Projection;
            case Recording.Concentration _ -> target instanceof ModulatorSource;
          };
      if (!fits)
        in.error(
            p,
            "targets",
            the(p)
                + " records "
                + what(p.recording())
                + ", which the "
                + target.kind()
                + " "
                + quoted(target)
                + " does not have",
            "Take it off the probe, or record something else.",
            without(p, target.id()));
    }
  }

  private static boolean spikes(Element target) {
    return target instanceof Population
        || (target instanceof Stimulus s
            && !s.signal().isCurrent()
            && !(s.signal() instanceof Signal.PoissonBackground));
  }

  private static String what(Recording recording) {
    return switch (recording) {
      case Recording.Spikes _ -> "spikes";
      case Recording.Rate _ -> "a rate";
      case Recording.State(String variable, _) -> variable;
      case Recording.Kymograph _ -> "the potential along dendrites";
      case Recording.Weights _ -> "weights";
      case Recording.Concentration _ -> "a concentration";
    };
  }

  private static void variableIsTheModels(Probe p, Examination in) {
    if (!(p.recording() instanceof Recording.State(String variable, NeuronSelection neurons)))
      return;
    for (Element target : targets(p, in)) {
      Optional<NeuronModel> model =
          target instanceof Population population ? in.modelOf(population) : Optional.empty();
      if (model.isEmpty() || model.get().state(variable).isPresent()) continue;
      List<String> known = model.get().states().stream().map(State::id).toList();
      String sentence =
          the(p)
              + " records "
              + quoted(variable)
              + ", which the neurons of "
              + quoted(target)
              + " do not have";
      String hint = DidYouMean.hint(variable, known, "Their state variables are");
      Optional<String> meant = DidYouMean.nearest(variable, known);
      if (meant.isEmpty()) in.error(p, "recording", sentence, hint);
      else {
        Probe mended =
            new Probe(
                p.id(),
                p.name(),
                p.position(),
                p.targets(),
                new Recording.State(meant.get(), neurons));
        in.error(p, "recording", sentence, hint, replace("Record " + meant.get(), mended));
      }
    }
  }

  private static void neuronsExist(Probe p, Examination in) {
    NeuronSelection neurons =
        switch (p.recording()) {
          case Recording.Spikes(NeuronSelection n) -> n;
          case Recording.State(_, NeuronSelection n) -> n;
          case Recording.Kymograph(int neuron) ->
              new NeuronSelection(List.of(new NeuronSelection.Range(neuron, neuron)));
          case Recording.Rate _, Recording.Weights _, Recording.Concentration _ ->
              NeuronSelection.ALL;
        };
    int last = neurons.ranges().stream().mapToInt(NeuronSelection.Range::last).max().orElse(-1);
    for (Element target : targets(p, in))
      if (target instanceof NeuronSource source && source.size() > 0 && last >= source.size())
        in.warning(
            p,
            "recording",
            the(p)
                + " records neuron "
                + last
                + " of "
                + quoted(target)
                + ", whose last one is "
                + (source.size() - 1),
            "Neurons count from 0; those beyond the end are left out.");
  }

  private static void tracesAreNotTooMany(Probe p, Examination in) {
    if (!(p.recording() instanceof Recording.State(_, NeuronSelection neurons))) return;
    for (Element target : targets(p, in)) {
      int asked = target instanceof Population population ? neurons.count(population.size()) : 0;
      if (asked > Recording.State.MOST_TRACES)
        in.note(
            p,
            "recording",
            the(p)
                + " asks for "
                + asked
                + " traces of "
                + quoted(target)
                + ", and keeps the first "
                + Recording.State.MOST_TRACES,
            "Choose the neurons that you want to see.");
    }
  }

  private static void binIsATime(Probe p, Examination in) {
    if (!(p.recording() instanceof Recording.Rate(Quantity bin))) return;
    boolean time =
        ValueRules.check(
            in,
            p,
            "recording",
            bin,
            new ValueRules.Expected("the bin", Dimension.TIME, Limit.POSITIVE, 1));
    if (time && bin.engineValue() < in.dt() * (1 - 1e-9))
      in.warning(
          p,
          "recording",
          the(p)
              + " counts in bins of "
              + bin
              + ", shorter than the time step of "
              + in.circuit().run().dt(),
          "Take bins of some milliseconds.");
  }
}
