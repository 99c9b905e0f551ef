package org.neurarium.circuits;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A number of neurons of one model.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre on the canvas
/// @param type which sign its synapses may have (Dale's principle)
/// @param size how many neurons, at least 1
/// @param model id of the neuron model
/// @param parameters values that differ from the model's defaults, by parameter id
/// @param initial start values that differ from the model's, by state variable
/// @param sheet where the neurons lie
public record Population(
    ElementId id,
    String name,
    Point position,
    Type type,
    int size,
    String model,
    Map<String, Value> parameters,
    Map<String, Value> initial,
    Sheet sheet)
    implements NeuronSource {

  /// Which sign a population's outgoing synapses may have.
  public enum Type {
    EXCITATORY,
    INHIBITORY,
    /// Both signs; Dale's principle is not checked.
    MIXED
  }

  public Population {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    initial = Collections.unmodifiableMap(new TreeMap<>(initial));
  }

  @Override
  public String kind() {
    return "population";
  }

  @Override
  public Population withName(String newName) {
    return new Population(id, newName, position, type, size, model, parameters, initial, sheet);
  }

  @Override
  public Population withId(ElementId newId) {
    return new Population(newId, name, position, type, size, model, parameters, initial, sheet);
  }

  @Override
  public Population at(Point newPosition) {
    return new Population(id, name, newPosition, type, size, model, parameters, initial, sheet);
  }

  /// The same population with another number of neurons.
  public Population withSize(int newSize) {
    return new Population(id, name, position, type, newSize, model, parameters, initial, sheet);
  }

  /// The same population of another model, with the same values.
  public Population ofModel(String newModel) {
    return new Population(id, name, position, type, size, newModel, parameters, initial, sheet);
  }

  /// The same population with other parameter values.
  public Population withParameters(Map<String, Value> newParameters) {
    return new Population(id, name, position, type, size, model, newParameters, initial, sheet);
  }

  /// The same population with one parameter set.
  public Population withParameter(String parameter, Value value) {
    Map<String, Value> changed = new TreeMap<>(parameters);
    changed.put(parameter, value);
    return withParameters(changed);
  }

  /// The same population with one parameter back at its model's default.
  public Population withDefault(String parameter) {
    Map<String, Value> changed = new TreeMap<>(parameters);
    changed.remove(parameter);
    return withParameters(changed);
  }

  /// The same population with other start values.
  public Population withInitial(Map<String, Value> newInitial) {
    return new Population(id, name, position, type, size, model, parameters, newInitial, sheet);
  }
}
