package org.neurarium.app.senses;

import java.util.Optional;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.GlyphSet;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;

/// The kinds of scene, each with a beginning that does something visible.
public enum SceneKind {
  IMAGE("image"),
  FOLDER("folder of images"),
  DRAWING("drawing pad"),
  GRATING("grating"),
  GLYPHS("glyphs"),
  ODOURS("odours"),
  EVENT_CAMERA("event camera"),
  EVENT_FILE("recorded events"),
  SOUND("sound");

  private static final int SIDE = 28;
  private static final int SMALL = 16;
  private static final Quantity SCREEN = ms(10);

  private final String title;

  SceneKind(String title) {
    this.title = title;
  }

  /// What people call it, in the middle of a sentence.
  public String title() {
    return title;
  }

  public static SceneKind of(Scene scene) {
    return switch (scene) {
      case Scene.Image _ -> IMAGE;
      case Scene.Folder _ -> FOLDER;
      case Scene.Drawing _ -> DRAWING;
      case Scene.Grating _ -> GRATING;
      case Scene.Glyphs _ -> GLYPHS;
      case Scene.Odours _ -> ODOURS;
      case Scene.EventCamera _ -> EVENT_CAMERA;
      case Scene.EventFile _ -> EVENT_FILE;
      case Scene.Sound _ -> SOUND;
    };
  }

  /// A sense of this kind to begin with.
  public Signal.Sense fresh() {
    return switch (this) {
      case IMAGE, FOLDER, GLYPHS -> rate(SIDE, SIDE, scene(SIDE), 60);
      case DRAWING -> rate(SMALL, SMALL, scene(SMALL), 60);
      case GRATING ->
          rate(SMALL, SMALL, scene(SMALL), 60)
              .through(
                  new ReceptiveField.DifferenceOfGaussians(ReceptiveField.Centre.BOTH, 1, 1.6));
      case ODOURS -> rate(10, 10, scene(10), 80);
      case SOUND -> rate(16, 1, scene(16), 100);
      case EVENT_CAMERA, EVENT_FILE ->
          new Signal.Sense(
              SMALL, SMALL, scene(SMALL), new ReceptiveField.None(), new Code.Events());
    };
  }

  private static Signal.Sense rate(int columns, int rows, Scene scene, double rate) {
    return new Signal.Sense(
        columns, rows, scene, new ReceptiveField.None(), new Code.Rate(Quantity.of(rate, "Hz")));
  }

  private Scene scene(int side) {
    return switch (this) {
      case IMAGE -> new Scene.Image("image.png");
      case FOLDER -> new Scene.Folder("images", Order.IN_TURN, ms(200));
      case DRAWING -> new Scene.Drawing(Raster.black(side, side));
      case GRATING -> new Scene.Grating(90, 2, 0, Quantity.of(2, "Hz"), 1, SCREEN);
      case GLYPHS ->
          new Scene.Glyphs(GlyphSet.DIGITS, 0.06, 10, 0.1, 0.09, Order.SHUFFLED, ms(200), ms(50));
      case ODOURS -> new Scene.Odours(6, 0.2, 1, 0.2, Order.SHUFFLED, ms(500), ms(500));
      case EVENT_CAMERA ->
          new Scene.EventCamera(
              new Scene.Grating(90, 2, 0, Quantity.of(1, "Hz"), 0.8, SCREEN), 0.2);
      case EVENT_FILE -> new Scene.EventFile("events.csv", 128, 128);
      case SOUND ->
          new Scene.Sound(
              Optional.of("sound.wav"), Quantity.of(100, "Hz"), Quantity.of(6, "kHz"), 60, SCREEN);
    };
  }

  private static Quantity ms(double value) {
    return Quantity.of(value, "ms");
  }
}
