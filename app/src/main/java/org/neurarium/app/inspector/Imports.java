package org.neurarium.app.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.engine.sense.Film;

/// Brings data files into the project; asks the person for the file.
public interface Imports {

  /// Takes a CSV list of connections as the wiring of a projection.
  void connections(Projection projection);

  /// Takes a CSV list of spikes as what stimuli play.
  void spikes(List<Stimulus> stimuli);

  /// Takes a picture, a folder of pictures, a recording or a sound as what stimuli see or hear.
  ///
  /// @param kind which of these
  void scene(List<Stimulus> stimuli, SceneKind kind);

  /// Reads, in the background, what a stimulus is shown, for a picture of it.
  ///
  /// @param screen on which a live scene appears
  /// @param then gets the film on the FX thread, or nothing where its files do not serve
  void film(Stimulus stimulus, float[] screen, Consumer<Optional<Film>> then);
}
