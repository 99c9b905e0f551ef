package org.neurarium.circuits;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.neurarium.circuits.units.Quantity;

/// Where a neuromodulator is released: a cloud on the canvas. What releases it and what it acts on are [Link]s.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre on the canvas
/// @param model id of the modulator model, which says how the concentration is cleared
/// @param parameters values that differ from the model's defaults, by parameter id
/// @param spread whether the concentration is the same everywhere
public record ModulatorSource(
    ElementId id,
    String name,
    Point position,
    String model,
    Map<String, Quantity> parameters,
    Spread spread)
    implements Node {

  /// How a concentration differs from place to place.
  public sealed interface Spread {

    /// The same for all (volume transmission that has mixed well).
    record Everywhere() implements Spread {}

    /// A field over the sheets, on which what was released diffuses; nothing leaves over its edges.
    ///
    /// @param diffusion coefficient, an area in time
    /// @param width extent of the square field, a length; like the sheets it is centred
    /// @param cells along each side, at least 2
    record Field(Quantity diffusion, Quantity width, int cells) implements Spread {}
  }

  /// The same concentration everywhere.
  public static final Spread EVERYWHERE = new Spread.Everywhere();

  public ModulatorSource {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  @Override
  public String kind() {
    return "modulator source";
  }

  @Override
  public ModulatorSource withName(String newName) {
    return new ModulatorSource(id, newName, position, model, parameters, spread);
  }

  @Override
  public ModulatorSource withId(ElementId newId) {
    return new ModulatorSource(newId, name, position, model, parameters, spread);
  }

  @Override
  public ModulatorSource at(Point newPosition) {
    return new ModulatorSource(id, name, newPosition, model, parameters, spread);
  }

  /// The same source of another substance, with the same values.
  public ModulatorSource ofModel(String newModel) {
    return new ModulatorSource(id, name, position, newModel, parameters, spread);
  }

  /// The same source with other parameter values.
  public ModulatorSource withParameters(Map<String, Quantity> newParameters) {
    return new ModulatorSource(id, name, position, model, newParameters, spread);
  }

  /// The same source with one parameter set.
  public ModulatorSource withParameter(String parameter, Quantity value) {
    Map<String, Quantity> changed = new TreeMap<>(parameters);
    changed.put(parameter, value);
    return withParameters(changed);
  }

  /// The same source with one parameter back at its model's default.
  public ModulatorSource withDefault(String parameter) {
    Map<String, Quantity> changed = new TreeMap<>(parameters);
    changed.remove(parameter);
    return withParameters(changed);
  }

  /// The same source, spreading otherwise.
  public ModulatorSource spreading(Spread newSpread) {
    return new ModulatorSource(id, name, position, model, parameters, newSpread);
  }
}
