package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.model.ThirdFactors;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;

/// A modulator source is of a substance that is known, with values that it has; something releases it, and it acts on something.
final class ModulatorRules {

  static final List<Rule<ModulatorSource>> ALL =
      List.of(
          ModulatorRules::modelIsKnown,
          ModulatorRules::parametersAreTheModels,
          ModulatorRules::fieldMakesSense,
          ModulatorRules::somethingReleases,
          ModulatorRules::actsOnSomething);

  private static final int MOST_CELLS = 256;
  private static final Dimension DIFFUSION =
      Dimension.LENGTH.times(Dimension.LENGTH).over(Dimension.TIME);

  private ModulatorRules() {}

  private static void modelIsKnown(ModulatorSource m, Examination in) {
    List<String> known = in.models().ids(Model.Kind.MODULATOR);
    if (known.contains(m.model()) || in.models().isBroken(m.model())) return;
    String sentence = the(m) + " is of " + quoted(m.model()) + ", which is not known here";
    String hint = DidYouMean.hint(m.model(), known, "The substances are");
    DidYouMean.nearest(m.model(), known)
        .ifPresentOrElse(
            meant ->
                in.error(m, "model", sentence, hint, replace("Take " + meant, m.ofModel(meant))),
            () -> in.error(m, "model", sentence, hint));
  }

  private static void parametersAreTheModels(ModulatorSource m, Examination in) {
    Optional<ModulatorModel> model = in.models().modulator(m.model());
    if (model.isEmpty()) return;
    List<String> known = model.get().parameters().stream().map(Parameter::id).toList();
    m.parameters()
        .forEach((id, value) -> {
          Optional<Parameter> parameter = model.get().parameter(id);
          if (parameter.isPresent())
            ValueRules.check(
                in,
                m,
                id,
                value,
                new ValueRules.Expected(
                    "the " + parameter.get().label() + " (" + id + ")",
                    parameter.get().unit().dimension(),
                    parameter.get().limit(),
                    1));
          else
            in.error(
                m,
                id,
                the(m)
                    + " sets "
                    + quoted(id)
                    + ", which its model "
                    + model.get().id()
                    + " does not have",
                DidYouMean.hint(id, known, "Its parameters are"),
                DidYouMean.nearest(id, known)
                    .filter(meant -> !m.parameters().containsKey(meant))
                    .map(meant ->
                        replace("Set " + meant, m.withDefault(id).withParameter(meant, value)))
                    .orElse(replace("Remove " + id, m.withDefault(id))));
        });
  }

  private static void fieldMakesSense(ModulatorSource m, Examination in) {
    if (!(m.spread() instanceof ModulatorSource.Spread.Field f)) return;
    ValueRules.check(
        in,
        m,
        "spread",
        f.diffusion(),
        new ValueRules.Expected("the diffusion coefficient", DIFFUSION, Limit.POSITIVE, 1));
    ValueRules.check(
        in,
        m,
        "spread",
        f.width(),
        new ValueRules.Expected("the width of the field", Dimension.LENGTH, Limit.POSITIVE, 1));
    if (f.cells() >= 2 && f.cells() <= MOST_CELLS) return;
    int meant = Math.clamp(f.cells(), 2, MOST_CELLS);
    in.error(
        m,
        "spread",
        the(m) + " has a field of " + f.cells() + " cells along each side",
        "Take 2 to " + MOST_CELLS + "; 32 are usual.",
        replace(
            "Take " + meant,
            m.spreading(new ModulatorSource.Spread.Field(f.diffusion(), f.width(), meant))));
  }

  private static void somethingReleases(ModulatorSource m, Examination in) {
    boolean released =
        in.circuit().links().stream()
            .anyMatch(l -> l.to().equals(m.id()) && !(l.role() instanceof Link.Modulate));
    if (!released)
      in.note(
          m,
          "",
          "Nothing in the circuit releases into " + quoted(m),
          "Draw a line to it from the cells or the world that release it; until then you do it by hand.");
  }

  private static void actsOnSomething(ModulatorSource m, Examination in) {
    boolean acts =
        in.circuit().links().stream()
            .anyMatch(l -> l.from().equals(m.id()) && in.circuit().contains(l.to()));
    for (Projection p : in.circuit().projections())
      acts =
          acts
              || ThirdFactors.of(in.circuit(), in.models(), p).values().stream()
                  .anyMatch(sources -> sources.contains(m));
    if (!acts)
      in.warning(
          m,
          "",
          the(m) + " acts on nothing",
          "Draw a line from it to a population, or to a projection whose rule has a third factor, such as rstdp.");
  }
}
