package org.neurarium.app.canvas;

import javafx.scene.shape.SVGPath;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Scene;

/// The little drawings inside stimuli and probes, in a box of about 40 × 22 around (0, 0).
///
/// @param path in SVG's path language
/// @param filled whether it is filled rather than stroked
record Pictogram(String path, boolean filled) {

  /// A path through a small place.
  static final Pictogram WORLD = line("M-19 9V-9H19V9H-6V0H8");

  /// What a stimulus gives.
  static Pictogram of(Signal signal) {
    return switch (signal) {
      case Signal.Poisson _ ->
          line(
              "M-19 -7H19 M-18 -7v9 M-13 -7v13 M-9 -7v7 M-3 -7v13 M1 -7v13 M8 -7v8 M12 -7v13 M18"
                  + " -7v10");
      case Signal.Observation _ ->
          line("M-19 0C-10 -12 10 -12 19 0C10 12 -10 12 -19 0M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0");
      case Signal.PoissonBackground _ ->
          line(
              "M-18 -9v5 M-12 -9v5 M-3 -9v5 M9 -9v5 M13 -9v5 M-16 -1v5 M-6 -1v5 M2 -1v5 M7 -1v5 M17"
                  + " -1v5 M-19 7v5 M-9 7v5 M-5 7v5 M4 7v5 M15 7v5");
      case Signal.SpikeList _ ->
          line("M-19 9H19 M-15 9v-18 M-6 9v-18 M-2 9v-18 M9 9v-18 M15 9v-18");
      case Signal.Sense sense -> of(sense.scene());
      case Signal.Dc _ -> line("M-19 8H-12V-7H19");
      case Signal.Steps _ -> line("M-19 9H-10V0H0V-9H10V4H19");
      case Signal.Ramp _ -> line("M-19 9H-10L10 -9H19");
      case Signal.Sine _ -> line("M-19 0C-13 -16 -6 -16 0 0S13 16 19 0");
      case Signal.Noise _ ->
          line("M-19 1L-16 -5L-13 6L-10 -9L-7 3L-4 -3L-1 9L2 -7L5 4L8 -10L11 2L14 -4L17 7L19 0");
    };
  }

  private static Pictogram of(Scene scene) {
    return switch (scene) {
      case Scene.Image _, Scene.Folder _ -> line("M-16 -10H16V10H-16Z M-16 6L-6 -3L1 4L7 -1L16 7");
      case Scene.Drawing _ -> line("M-18 8C-12 -12 -6 -12 -4 -2S2 10 6 2S11 -7 13 -3 M9 9L18 -9");
      case Scene.Grating _ -> fill("M-15 -10h5v20h-5z M-5 -10h5v20h-5z M5 -10h5v20h-5z");
      case Scene.Glyphs _ ->
          line("M-16 -5L-12 -9V9 M-4 -5C-3 -10 5 -10 5 -5C5 0 -4 4 -4 9H6 M11 -9H18L13 9");
      case Scene.Odours _ ->
          line("M-14 9C-18 3 -10 1 -14 -9 M-2 9C-6 3 2 1 -2 -9 M10 9C6 3 14 1 10 -9");
      case Scene.EventCamera _, Scene.EventFile _ ->
          line(
              "M-17 -4h5 M-14.5 -6.5v5 M-5 5h5 M4 -6h5 M6.5 -8.5v5 M12 4h5 M14.5 1.5v5 M-16 7h5 M-4"
                  + " -7h5");
      case Scene.Sound _ ->
          line("M-17 -3v6 M-11 -7v14 M-5 -10v20 M1 -5v10 M7 -9v18 M13 -4v8 M18 -2v4");
    };
  }

  /// What a probe records.
  static Pictogram of(Recording recording) {
    return switch (recording) {
      case Recording.Spikes _ ->
          line(
              "M-18 -8v4 M-11 -8v4 M0 -8v4 M10 -8v4 M15 -8v4 M-15 -1.5v4 M-4 -1.5v4 M3 -1.5v4 M13 -1.5v4"
                  + " M-19 5v4 M-9 5v4 M-2 5v4 M7 5v4 M17 5v4");
      case Recording.State _, Recording.Concentration _ ->
          line("M-19 6C-14 5 -11 2 -9 -1V-10L-8 9C-3 8 0 5 4 0V-10L5 9C10 8 14 6 18 3");
      case Recording.Kymograph _ ->
          fill(
              "M-18 -10h10v3h-10z M-18 -5h18v3h-18z M-8 0h22v3h-22z M2 5h12v3h-12z M6 -10h8v3h-8z");
      case Recording.Weights _ ->
          fill(
              "M-15 -10h6v6h-6z M-1 -10h6v6h-6z M6 -3h6v6h-6z M-8 -3h6v6h-6z M-15 4h6v6h-6z M-1"
                  + " 4h6v6h-6z M13 -10h3v6h-3z");
      case Recording.Rate _ ->
          fill("M-17 9v-6h5v6z M-10 9v-13h5v13z M-3 9v-18h5v18z M4 9v-10h5v10z M11 9v-4h5v4z");
    };
  }

  private static Pictogram line(String path) {
    return new Pictogram(path, false);
  }

  private static Pictogram fill(String path) {
    return new Pictogram(path, true);
  }

  /// The drawing as a shape that the style sheet colours.
  SVGPath shape() {
    SVGPath shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add(filled ? "pictogram-fill" : "pictogram");
    shape.setMouseTransparent(true);
    return shape;
  }
}
