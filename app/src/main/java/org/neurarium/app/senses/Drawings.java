package org.neurarium.app.senses;

import java.util.Optional;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;

/// What is on the drawing pad of a stimulus, also where an event camera looks at one.
public final class Drawings {

  private Drawings() {}

  /// What is on its pad; empty where it has none.
  public static Optional<Raster> of(Stimulus stimulus) {
    return stimulus.signal() instanceof Signal.Sense sense ? of(sense.scene()) : Optional.empty();
  }

  private static Optional<Raster> of(Scene scene) {
    return switch (scene) {
      case Scene.Drawing(Raster pixels) -> Optional.of(pixels);
      case Scene.EventCamera camera -> of(camera.scene());
      default -> Optional.empty();
    };
  }

  /// The stimulus with something else on its pad; itself where it has none.
  public static Stimulus with(Stimulus stimulus, Raster drawing) {
    return stimulus.signal() instanceof Signal.Sense sense
        ? stimulus.withSignal(sense.of(with(sense.scene(), drawing)))
        : stimulus;
  }

  private static Scene with(Scene scene, Raster drawing) {
    return switch (scene) {
      case Scene.Drawing _ -> new Scene.Drawing(drawing);
      case Scene.EventCamera camera ->
          new Scene.EventCamera(with(camera.scene(), drawing), camera.threshold());
      default -> scene;
    };
  }
}
