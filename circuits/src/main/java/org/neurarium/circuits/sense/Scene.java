package org.neurarium.circuits.sense;

import java.util.Optional;
import org.neurarium.circuits.units.Quantity;

/// What there is to see, smell or hear.
public sealed interface Scene {

  /// Whether it is something to look at, so that receptive fields and an event camera mean something.
  default boolean isPicture() {
    return switch (this) {
      case Image _, Folder _, Drawing _, Grating _, Glyphs _ -> true;
      case Odours _, EventCamera _, EventFile _, Sound _ -> false;
    };
  }

  /// Whether it gives events by itself, ON in one channel and OFF in another, and no values to be coded.
  default boolean givesEvents() {
    return this instanceof EventCamera || this instanceof EventFile;
  }

  /// Whether what it shows comes in while the circuit runs.
  default boolean isLive() {
    return switch (this) {
      case Drawing _ -> true;
      case Sound sound -> sound.file().isEmpty();
      case EventCamera camera -> camera.scene().isLive();
      case Image _, Folder _, Grating _, Glyphs _, Odours _, EventFile _ -> false;
    };
  }

  /// One picture, all the time.
  ///
  /// @param file a PNG, path relative to the project's folder, with `/`
  record Image(String file) implements Scene {}

  /// All pictures of a folder, one after the other.
  ///
  /// @param folder path relative to the project's folder, with `/`; its PNG files by name
  /// @param order of showing
  /// @param each how long each is shown
  record Folder(String folder, Order order, Quantity each) implements Scene {}

  /// A pad to draw on while the circuit runs.
  ///
  /// @param pixels what is on it at the start
  record Drawing(Raster pixels) implements Scene {}

  /// A sine grating that drifts: brightness `½ + ½ · contrast · sin(2π (cycles · u − speed · t) + phase)`, with u the way across the bars from
  /// the middle, in widths of the sheet.
  ///
  /// @param orientation of the bars (degrees); they drift to the right of it, upright bars to the right
  /// @param cycles spatial frequency: bright bars in a sheet's width
  /// @param phase in the middle at the start (degrees)
  /// @param speed temporal frequency: bright bars that pass in a second; negative for the other way
  /// @param contrast 0…1
  /// @param frame how long a picture stands before the next: what a screen does
  record Grating(
      double orientation,
      double cycles,
      double phase,
      Quantity speed,
      double contrast,
      Quantity frame)
      implements Scene {}

  /// Drawings of a set, each time a little different.
  ///
  /// @param set which drawings
  /// @param shift how far out of place, at most, in sheet widths and heights
  /// @param rotation how far turned, at most, to either side (degrees)
  /// @param scale how much larger or smaller, at most, as a fraction
  /// @param thickness of the strokes, in sheet widths
  /// @param order of showing
  /// @param each how long each is shown
  /// @param gap how long it is dark after each
  record Glyphs(
      GlyphSet set,
      double shift,
      double rotation,
      double scale,
      double thickness,
      Order order,
      Quantity each,
      Quantity gap)
      implements Scene {}

  /// Odours on a sheet of receptors. Each receptor binds each odour with an affinity of its own or not at all, and is bound to the part `c·a / (1 + c·a)`, by mass action.
  /// The seed says which.
  ///
  /// @param odours how many there are
  /// @param fraction of the receptors that an odour finds
  /// @param concentration at which odours come, where 1 half fills a receptor of middling affinity
  /// @param noise how much the concentration differs from time to time, as the standard deviation of its logarithm
  /// @param order of coming
  /// @param each how long each stays
  /// @param gap how long there is none after each
  record Odours(
      int odours,
      double fraction,
      double concentration,
      double noise,
      Order order,
      Quantity each,
      Quantity gap)
      implements Scene {}

  /// A camera of which each pixel tells when its brightness has changed (doi:10.1109/JSSC.2007.914337): an ON event each time that the logarithm of the
  /// brightness has risen by the threshold, an OFF event each time that it has fallen.
  ///
  /// @param scene what it looks at, a picture
  /// @param threshold in natural logarithms
  record EventCamera(Scene scene, double threshold) implements Scene {}

  /// Recorded events of such a camera, from an AEDAT file (version 2 or 3.1) or a CSV file with the columns `t_us`, `x`, `y`, `p`. The first event comes at once.
  ///
  /// @param file path relative to the project's folder, with `/`
  /// @param width of the camera's sensor, in pixels
  /// @param height of the camera's sensor, in pixels
  record EventFile(String file, int width, int height) implements Scene {}

  /// Loudness in bands of frequency, low to high along the sheet, each as wide on a logarithmic axis: 0 at the floor, 1 at full scale.
  ///
  /// @param file a WAV file, path relative to the project's folder, with `/`; empty for the microphone
  /// @param low lower edge of the first band
  /// @param high upper edge of the last band
  /// @param floor what counts as silence, in decibels below full scale
  /// @param frame how often the levels are taken
  record Sound(Optional<String> file, Quantity low, Quantity high, double floor, Quantity frame)
      implements Scene {}
}
