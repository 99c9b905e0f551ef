package org.neurarium.app.senses;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.sense.Bands;

/// The levels of sound as it comes in, in the bands of each stimulus that listens. Belongs to one
/// thread.
final class LiveLevels {

  private final List<Ear> ears = new ArrayList<>();

  /// What one stimulus hears.
  private static final class Ear {
    final ElementId id;
    final int columns;
    final int rows;
    final Bands bands;

    /// The newest samples, oldest first.
    final float[] heard;

    final float[] levels;

    Ear(ElementId id, int columns, int rows, Bands bands) {
      this.id = id;
      this.columns = columns;
      this.rows = rows;
      this.bands = bands;
      heard = new float[bands.length()];
      levels = new float[columns * rows];
    }

    void hear(float[] samples, int count) {
      int kept = Math.max(0, heard.length - count);
      System.arraycopy(heard, heard.length - kept, heard, 0, kept);
      System.arraycopy(samples, count - (heard.length - kept), heard, kept, heard.length - kept);
    }

    EngineCommand.Show show() {
      bands.measure(heard, heard.length, levels);
      byte[] greys = new byte[levels.length];
      for (int k = 0; k < greys.length; k++) greys[k] = (byte) Math.round(255 * levels[k]);
      return new EngineCommand.Show(id, new Raster(columns, rows, greys));
    }
  }

  /// @param listeners senses of sound
  /// @param rate samples in a second
  LiveLevels(List<Stimulus> listeners, double rate) {
    for (Stimulus s : listeners)
      if (s.signal() instanceof Signal.Sense sense && sense.scene() instanceof Scene.Sound sound)
        ears.add(
            new Ear(
                s.id(),
                sense.columns(),
                sense.rows(),
                new Bands(
                    rate,
                    sense.columns() * sense.rows(),
                    sound.low().engineValue() * 1000, // kHz to Hz
                    Math.min(rate / 2, sound.high().engineValue() * 1000),
                    sound.floor(),
                    sound.frame().engineValue() / 1000)));
  }

  /// Takes what has come in.
  void hear(float[] samples, int count) {
    for (Ear ear : ears) ear.hear(samples, count);
  }

  /// How loud it is now, for each stimulus.
  List<EngineCommand.Show> levels() {
    return ears.stream().map(Ear::show).toList();
  }
}
