package org.neurarium.circuits.world;

/// The conditioning chamber as the engine announces it; without the engine nobody else does.
public final class Chamber implements WorldDescriptor {

  private final WorldKind kind = WorldKinds.builtIn("conditioning");

  @Override
  public WorldKind kind() {
    return kind;
  }
}
