package org.neurarium.engine.world;

import org.neurarium.circuits.world.WorldDescriptor;

/// A kind of world that can be played: what the service [WorldDescriptor] is looked for as.
public interface WorldClass extends WorldDescriptor {

  /// A world at its start.
  WorldLogic begin(WorldSetup setup);
}
