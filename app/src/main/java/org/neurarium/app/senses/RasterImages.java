package org.neurarium.app.senses;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.neurarium.circuits.sense.Raster;

/// Pictures in grey as images of the window's toolkit, one pixel for each place.
public final class RasterImages {

  private RasterImages() {}

  public static WritableImage of(Raster picture) {
    WritableImage image = new WritableImage(picture.columns(), picture.rows());
    paint(picture, image);
    return image;
  }

  /// Paints a picture over an image of its size.
  static void paint(Raster picture, WritableImage image) {
    byte[] values = picture.values();
    int[] pixels = new int[values.length];
    for (int k = 0; k < pixels.length; k++) pixels[k] = SenseView.grey((values[k] & 0xff) / 255.0);
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.columns(),
            picture.rows(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            picture.columns());
  }
}
