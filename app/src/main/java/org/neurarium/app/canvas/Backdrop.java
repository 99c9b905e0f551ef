package org.neurarium.app.canvas;

import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.shape.Rectangle;

/// The dotted grid behind the circuit. A tile of dots is repeated and only shifted while panning.
final class Backdrop extends Rectangle {

  private static final int MIN_DISTANCE = 14;
  private static final int DOTS = 8;

  private Color colour = Color.TRANSPARENT;
  private int distance;
  private int tileSize;

  Backdrop() {
    setMouseTransparent(true);
    setSmooth(false);
  }

  void setColour(Color newColour) {
    colour = newColour;
    distance = 0;
  }

  void show(Viewport viewport) {
    double exact = Grid.STEP * viewport.scale();
    while (exact < MIN_DISTANCE) exact *= 2;
    int rounded = (int) Math.round(exact);
    if (rounded != distance) {
      distance = rounded;
      tileSize = distance * DOTS;
      setFill(new ImagePattern(tile(), 0, 0, tileSize, tileSize, false));
    }
    setWidth(viewport.width() + tileSize);
    setHeight(viewport.height() + tileSize);
    setTranslateX(shift(viewport.x()));
    setTranslateY(shift(viewport.y()));
  }

  private double shift(double offset) {
    return Math.floorMod(Math.round(offset), tileSize) - (double) tileSize;
  }

  private WritableImage tile() {
    WritableImage image = new WritableImage(tileSize, tileSize);
    PixelWriter pixels = image.getPixelWriter();
    for (int i = 0; i < DOTS; i++)
      for (int k = 0; k < DOTS; k++) pixels.setColor(i * distance, k * distance, colour);
    return image;
  }
}
