package org.neurarium.engine.build;

import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.World;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.network.RunningObservation;

/// Turns what a world and its observations say into what the running network works with, when it is built and when it changes.
public final class WorldSettings {

  private WorldSettings() {}

  /// All settings, in the kind's order, in engine units.
  public static double[] of(World world, WorldKind kind) {
    return kind.settings().stream()
        .mapToDouble(s -> kind.value(world, s.id()).engineValue())
        .toArray();
  }

  /// How an observation's sources answer. The circuit has no problems.
  ///
  /// @param dt length of a step (ms)
  public static RunningObservation.Tuning tuning(
      Signal.Observation signal, Circuit circuit, WorldKinds kinds, double dt) {
    World world = circuit.find(signal.world(), World.class).orElseThrow();
    WorldKind kind = kinds.find(world.world()).orElseThrow();
    Gives gives = kind.shown(signal.port()).orElseThrow().gives();
    int values = gives instanceof Gives.Category(var count) ? kind.number(count, world) : 1;
    return RunningObservation.Tuning.of(signal, gives, values, dt);
  }
}
