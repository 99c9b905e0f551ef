package org.neurarium.engine.world;

import java.util.List;
import org.neurarium.engine.observe.Scene;

/// A world with its state. Belongs to one thread.
///
/// What it does may depend on its state, on the turn, and on [Draws] only, and no turn allocates.
public interface WorldLogic {

  /// Goes on by a turn. Number 0 is before the first step: what is shown there is seen at the start.
  void tick(Turn turn);

  /// The same world at the same moment, which goes its own way from here.
  WorldLogic copy();

  /// Adds what the world looks like, in order.
  void draw(List<Scene.Shape> into);
}
