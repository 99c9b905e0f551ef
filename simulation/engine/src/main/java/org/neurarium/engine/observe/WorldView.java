package org.neurarium.engine.observe;

import java.util.List;
import java.util.Map;
import org.neurarium.circuits.ElementId;

/// What can be seen of a world that runs. One thread writes, any thread reads, none waits: a frame is made only after somebody has looked at the last one.
public final class WorldView {

  private final ElementId world;
  private volatile WorldFrame frame = new WorldFrame(0, Scene.EMPTY, Map.of(), List.of(), 0);
  private volatile boolean wanted = true;

  public WorldView(ElementId world) {
    this.world = world;
  }

  /// Whose view this is.
  public ElementId world() {
    return world;
  }

  /// The newest frame there is.
  public WorldFrame frame() {
    wanted = true;
    return frame;
  }

  /// For the writer: whether somebody has looked since the last [#put].
  public boolean isWanted() {
    return wanted;
  }

  /// For the writer.
  public void put(WorldFrame newest) {
    wanted = false;
    frame = newest;
  }
}
