package org.neurarium.app.inspector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Preset;

/// The named sets of values that a model offers, as choices for a population.
///
/// Choosing one sets what it names and puts back to the model's own values whatever any of the model's presets names: so presets follow each other
/// without leaving anything behind, and what no preset speaks of stays as the person set it.
final class Presets {

  /// The choice that stands for the model's own values.
  static final String NONE = "as the model has it";

  /// What is shown where the values are those of no preset.
  static final String OWN_VALUES = "own values";

  private Presets() {}

  /// What can be chosen.
  static List<String> names(NeuronModel model) {
    return Stream.of(
            Stream.of(NONE), model.presets().stream().map(Preset::name), Stream.of(OWN_VALUES))
        .flatMap(names -> names)
        .toList();
  }

  /// Which of the choices a population's values are; [#OWN_VALUES] for none of them.
  static String nameOf(Population population, NeuronModel model) {
    for (String name : names(model))
      if (!name.equals(OWN_VALUES) && set(population, model, name).equals(population)) return name;
    return OWN_VALUES;
  }

  /// The population with the values of a choice.
  static Population set(Population population, NeuronModel model, String name) {
    if (name.equals(OWN_VALUES)) return population;
    Map<String, Value> parameters = new TreeMap<>(population.parameters());
    Map<String, Value> initial = new TreeMap<>(population.initial());
    for (Preset preset : model.presets()) {
      parameters.keySet().removeAll(preset.values().keySet());
      initial.keySet().removeAll(preset.values().keySet());
    }
    Optional<Preset> chosen =
        model.presets().stream().filter(p -> p.name().equals(name)).findFirst();
    chosen.ifPresent(preset ->
        preset
            .values()
            .forEach((id, value) -> {
              if (model.parameter(id).isPresent()) parameters.put(id, Value.of(value));
              else initial.put(id, Value.of(value));
            }));
    return population.withParameters(parameters).withInitial(initial);
  }
}
