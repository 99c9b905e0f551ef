package org.neurarium.circuits;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.neurarium.circuits.units.Quantity;

/// A small world that closes the loop: it shows the circuit something, takes what the circuit does, and rewards it.
///
/// What it shows are stimuli with a [Signal.Observation]; what it takes and the rewards that it gives are [Link]s.
///
/// @param id lasting id
/// @param name what people call it
/// @param position centre on the canvas
/// @param world id of the kind of world, such as `bandit`
/// @param settings values that differ from the kind's defaults, by name
/// @param layout the world's map where its kind has one (the walls of a maze, a line of text for each row); empty for the kind's own
public record World(
    ElementId id,
    String name,
    Point position,
    String world,
    Map<String, Quantity> settings,
    String layout)
    implements Node {

  public World {
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }

  @Override
  public String kind() {
    return "world";
  }

  @Override
  public World withName(String newName) {
    return new World(id, newName, position, world, settings, layout);
  }

  @Override
  public World withId(ElementId newId) {
    return new World(newId, name, position, world, settings, layout);
  }

  @Override
  public World at(Point newPosition) {
    return new World(id, name, newPosition, world, settings, layout);
  }

  /// The same world with other settings.
  public World withSettings(Map<String, Quantity> newSettings) {
    return new World(id, name, position, world, newSettings, layout);
  }

  /// The same world with one thing set.
  public World withSetting(String setting, Quantity value) {
    Map<String, Quantity> changed = new TreeMap<>(settings);
    changed.put(setting, value);
    return withSettings(changed);
  }

  /// The same world with one setting back at its kind's default.
  public World withDefault(String setting) {
    Map<String, Quantity> changed = new TreeMap<>(settings);
    changed.remove(setting);
    return withSettings(changed);
  }

  /// The same world with another map.
  public World laidOut(String newLayout) {
    return new World(id, name, position, world, settings, newLayout);
  }
}
