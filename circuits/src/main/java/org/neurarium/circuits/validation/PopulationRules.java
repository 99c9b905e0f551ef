package org.neurarium.circuits.validation;

import static org.neurarium.circuits.validation.Examination.quoted;
import static org.neurarium.circuits.validation.Examination.replace;
import static org.neurarium.circuits.validation.Examination.the;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.State;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.units.Dimension;

/// A population fits its model.
final class PopulationRules {

  static final List<Rule<Population>> ALL =
      List.of(
          PopulationRules::hasNeurons,
          PopulationRules::isNotAbsurdlyLarge,
          PopulationRules::modelIsKnown,
          PopulationRules::parametersAreTheModels,
          PopulationRules::startValuesAreTheModels,
          PopulationRules::resetIsBelowThreshold,
          PopulationRules::sheetHasExtent);

  private static final int LARGE = 1_000_000;

  /// More neurons or sources than any computer this runs on has room for.
  static final int ABSURD = 100_000_000;

  private PopulationRules() {}

  private static void hasNeurons(Population p, Examination in) {
    if (p.size() < 1)
      in.error(
          p,
          "size",
          the(p) + " has " + p.size() + " neurons",
          "It has at least one.",
          replace("Give " + quoted(p) + " one neuron", p.withSize(1)));
  }

  private static void isNotAbsurdlyLarge(Population p, Examination in) {
    if (p.size() > ABSURD)
      in.error(
          p,
          "size",
          the(p) + " has " + p.size() + " neurons, more than a computer like this can hold",
          "Take fewer.");
    else if (p.size() > LARGE)
      in.warning(
          p,
          "size",
          the(p) + " has " + p.size() + " neurons, which will be slow",
          "Try it with fewer first.");
  }

  private static void modelIsKnown(Population p, Examination in) {
    if (in.modelOf(p).isPresent() || in.models().isBroken(p.model())) return;
    Optional<Problem> misfit = in.models().problemsOf(p.model()).stream().findFirst();
    if (misfit.isPresent()) {
      in.error(
          p,
          "model",
          the(p)
              + " is of the cell "
              + quoted(p.model())
              + ", which does not fit its channels: "
              + misfit.get().sentence()
              + " ("
              + misfit.get().place()
              + ")",
          misfit.get().hint());
      return;
    }
    List<String> known =
        in.models().neuronEntries().stream().map(ModelCatalogue.Entry::id).toList();
    String sentence =
        the(p) + " is of the model " + quoted(p.model()) + ", which is not known here";
    String hint = DidYouMean.hint(p.model(), known, "The models are");
    Optional<String> meant = DidYouMean.nearest(p.model(), known);
    if (meant.isEmpty()) in.error(p, "model", sentence, hint);
    else
      in.error(
          p,
          "model",
          sentence,
          hint,
          replace("Use the model " + meant.get(), p.ofModel(meant.get())));
  }

  private static void parametersAreTheModels(Population p, Examination in) {
    Optional<NeuronModel> model = in.modelOf(p);
    if (model.isEmpty()) return;
    List<String> known = model.get().parameters().stream().map(Parameter::id).toList();
    p.parameters()
        .forEach((id, value) -> {
          Optional<Parameter> parameter = model.get().parameter(id);
          if (parameter.isPresent()) checkValue(p, id, value, parameter.get(), in);
          else
            in.error(
                p,
                id,
                the(p)
                    + " sets "
                    + quoted(id)
                    + ", which its model "
                    + model.get().id()
                    + " does not have",
                DidYouMean.hint(id, known, "Its parameters are"),
                DidYouMean.nearest(id, known)
                    .filter(meant -> !p.parameters().containsKey(meant))
                    .map(meant ->
                        replace(
                            "Set " + meant, p.withParameters(renamed(p.parameters(), id, meant))))
                    .orElse(replace("Remove " + id, p.withDefault(id))));
        });
  }

  private static void checkValue(
      Population p, String id, Value value, Parameter parameter, Examination in) {
    String what = "the " + parameter.label() + " (" + id + ")";
    ValueRules.check(
        in,
        p,
        id,
        value,
        new ValueRules.Expected(what, parameter.unit().dimension(), parameter.limit(), p.size()));
  }

  private static void startValuesAreTheModels(Population p, Examination in) {
    Optional<NeuronModel> model = in.modelOf(p);
    if (model.isEmpty()) return;
    List<String> known = model.get().states().stream().map(State::id).toList();
    p.initial()
        .forEach((id, value) -> {
          Optional<State> state = model.get().state(id);
          if (state.isPresent())
            ValueRules.check(
                in,
                p,
                id,
                value,
                new ValueRules.Expected(
                    "the start value of " + id,
                    state.get().unit().dimension(),
                    Limit.ANY,
                    p.size()));
          else
            in.error(
                p,
                id,
                the(p)
                    + " starts with "
                    + quoted(id)
                    + ", which its model "
                    + model.get().id()
                    + " does not have",
                DidYouMean.hint(id, known, "Its state variables are"),
                DidYouMean.nearest(id, known)
                    .filter(meant -> !p.initial().containsKey(meant))
                    .map(meant ->
                        replace(
                            "Start with " + meant, p.withInitial(renamed(p.initial(), id, meant))))
                    .orElse(replace("Remove " + id, p.withInitial(without(p.initial(), id)))));
        });
  }

  private static Map<String, Value> renamed(Map<String, Value> values, String from, String to) {
    Map<String, Value> renamed = new TreeMap<>(values);
    Value value = renamed.remove(from);
    if (value != null) renamed.put(to, value);
    return renamed;
  }

  private static Map<String, Value> without(Map<String, Value> values, String id) {
    Map<String, Value> fewer = new TreeMap<>(values);
    fewer.remove(id);
    return fewer;
  }

  /// A neuron that is reset to its threshold or above fires in every step.
  private static void resetIsBelowThreshold(Population p, Examination in) {
    Optional<Span> reset = span(p, "V_reset", in);
    Optional<Span> threshold = span(p, "V_th", in);
    if (reset.isPresent()
        && threshold.isPresent()
        && reset.get().middle() >= threshold.get().middle())
      in.warning(
          p,
          "V_reset",
          the(p) + " is reset to its threshold or above, so that it never stops firing",
          "Take a V_reset below V_th.");
  }

  private static Optional<Span> span(Population p, String parameter, Examination in) {
    return in.modelOf(p)
        .flatMap(m -> m.parameter(parameter))
        .flatMap(known -> {
          Value value = p.parameters().getOrDefault(parameter, Value.of(known.standard()));
          boolean comparable = value.unit().dimension().equals(known.unit().dimension());
          return comparable ? Optional.of(Span.of(value)) : Optional.empty();
        });
  }

  private static void sheetHasExtent(Population p, Examination in) {
    Sheet sheet = p.sheet();
    ValueRules.check(
        in,
        p,
        "width",
        sheet.width(),
        new ValueRules.Expected("the width of its sheet", Dimension.LENGTH, Limit.POSITIVE, 1));
    ValueRules.check(
        in,
        p,
        "height",
        sheet.height(),
        new ValueRules.Expected("the height of its sheet", Dimension.LENGTH, Limit.POSITIVE, 1));
  }
}
