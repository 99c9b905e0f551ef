package org.neurarium.engine.world;

import org.neurarium.circuits.World;
import org.neurarium.circuits.world.Layout;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.engine.random.RandomKey;

/// What a world begins with.
///
/// @param world without problems
/// @param seed of all randomness
public record WorldSetup(World world, WorldKind kind, long seed) {

  /// Numbers for a purpose of this world.
  public Draws draws(String purpose) {
    return new Draws(RandomKey.of(seed, world.id(), "world:" + purpose));
  }

  /// A setting that cannot change while the world runs, in engine units.
  public double fixed(String setting) {
    return kind.value(world, setting).engineValue();
  }

  /// The world's map.
  public Layout layout() {
    return Layout.read(kind.layout(world));
  }

  /// Goes round with the seed: 0 … n - 1, each as often as the others over seeds that follow one another.
  public int turned(int n) {
    return Math.floorMod(seed, n);
  }
}
