package org.neurarium.app.canvas;

import org.neurarium.circuits.world.WorldKind;

/// A world of a kind.
///
/// @param kind found like a model is
public record WorldPart(WorldKind kind) implements Placeable {

  @Override
  public String title() {
    return kind.title();
  }

  @Override
  public String summary() {
    return kind.summary().replaceFirst("[.:] .*", "").replaceFirst("\\.$", "");
  }
}
