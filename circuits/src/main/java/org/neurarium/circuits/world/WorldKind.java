package org.neurarium.circuits.world;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Reference;
import org.neurarium.circuits.units.Quantity;

/// What a kind of world says about itself.
///
/// @param id as circuits name it: `bandit`
/// @param title for people
/// @param summary one or two sentences
/// @param references papers that use such a world
/// @param settings that a circuit can set; the last three, [#TICK], [#LATENCY] and [#PULSE], every world has
/// @param shown outputs, what observations and rewards can come from
/// @param taken inputs, what actions go to
/// @param layout the map of a new world, a line of text for each row; empty where there is no map
public record WorldKind(
    String id,
    String title,
    String summary,
    List<Reference> references,
    List<Setting> settings,
    List<Shown> shown,
    List<Taken> taken,
    String layout) {

  /// The time in which a world goes on by one turn.
  public static final String TICK = "tick";

  /// The time from a turn to when what it shows can be seen, at most a tick.
  public static final String LATENCY = "latency";

  /// The time for which an event can be seen.
  public static final String PULSE = "pulse";

  public WorldKind {
    references = List.copyOf(references);
    settings = List.copyOf(settings);
    shown = List.copyOf(shown);
    taken = List.copyOf(taken);
  }

  /// Something that a circuit can set.
  ///
  /// @param parameter id, label, standard value with its unit, range
  /// @param whole whether it is a whole number
  /// @param fixed whether a change begins the world anew; others are taken up while it runs
  public record Setting(Parameter parameter, boolean whole, boolean fixed) {
    public String id() {
      return parameter.id();
    }
  }

  /// A number of values: fixed, or what a setting says.
  ///
  /// @param number where `setting` is empty
  /// @param setting id of a setting
  public record Count(int number, String setting) {}

  /// What an output gives.
  public sealed interface Gives {

    /// One of several, counted from 0, or nothing at the moment.
    record Category(Count values) implements Gives {}

    /// A place, each coordinate in 0…1.
    ///
    /// @param dimensions 1 or 2
    record Place(int dimensions) implements Gives {}

    /// How much, in 0…1.
    record Amount() implements Gives {}

    /// Something that happens at an instant, with a size; seen for a [WorldKind#PULSE].
    record Event() implements Gives {}
  }

  /// What an input wants.
  public sealed interface Wants {

    /// How much for each of several options.
    record Options(Count number) implements Wants {}

    /// A vector in the plane.
    record Direction() implements Wants {}

    /// How much.
    record Amount() implements Wants {}
  }

  /// An output.
  public record Shown(String id, Gives gives, String label) {}

  /// An input.
  public record Taken(String id, Wants wants, String label) {}

  /// Whether it has a map that people can edit.
  public boolean hasLayout() {
    return !layout.isEmpty();
  }

  public Optional<Setting> setting(String setting) {
    return settings.stream().filter(s -> s.id().equals(setting)).findFirst();
  }

  public Optional<Shown> shown(String port) {
    return shown.stream().filter(p -> p.id().equals(port)).findFirst();
  }

  public Optional<Taken> taken(String port) {
    return taken.stream().filter(p -> p.id().equals(port)).findFirst();
  }

  /// What a world of this kind has set, or the standard.
  ///
  /// @throws IllegalArgumentException if there is no such setting
  public Quantity value(World world, String setting) {
    Quantity own = world.settings().get(setting);
    if (own != null) return own;
    return setting(setting)
        .orElseThrow(() -> new IllegalArgumentException(id + " has no setting " + setting))
        .parameter()
        .standard();
  }

  /// How many there are in a world of this kind.
  public int number(Count count, World world) {
    return count.setting().isEmpty()
        ? count.number()
        : (int) Math.rint(value(world, count.setting()).engineValue());
  }

  /// The map of a world of this kind.
  public String layout(World world) {
    return world.layout().isBlank() ? layout : world.layout();
  }
}
