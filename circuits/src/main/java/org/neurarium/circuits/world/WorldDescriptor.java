package org.neurarium.circuits.world;

/// A service: says what kind of world it is. Whoever also plays it extends this in the engine.
public interface WorldDescriptor {

  /// What can be said of it. The same object every time.
  WorldKind kind();
}
