package org.neurarium.circuits;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.neurarium.circuits.units.Quantity;

/// What the synapses of a projection do with the spikes that pass: a model with the values it has for the whole projection.
///
/// @param model id of the synapse model
/// @param parameters values that differ from the model's defaults, by parameter id
public record Synapse(String model, Map<String, Quantity> parameters) {

  /// Synapses that hand over a weight that never changes.
  public static final Synapse STATIC = of("static");

  public Synapse {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /// A model with its defaults.
  public static Synapse of(String model) {
    return new Synapse(model, Map.of());
  }

  /// Another model with the same values.
  public Synapse withModel(String newModel) {
    return new Synapse(newModel, parameters);
  }

  /// The same model with one parameter set.
  public Synapse withParameter(String parameter, Quantity value) {
    Map<String, Quantity> changed = new TreeMap<>(parameters);
    changed.put(parameter, value);
    return new Synapse(model, changed);
  }

  /// The same model with one parameter back at its default.
  public Synapse withDefault(String parameter) {
    Map<String, Quantity> changed = new TreeMap<>(parameters);
    changed.remove(parameter);
    return new Synapse(model, changed);
  }
}
