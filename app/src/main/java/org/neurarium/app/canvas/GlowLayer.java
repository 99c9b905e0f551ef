package org.neurarium.app.canvas;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// The halos of active symbols, behind the circuit.
///
/// They are pictures rather than gradients, change in a few steps, and are kept as one picture as long as none does: a
/// hundred halos would otherwise be the most expensive thing on the canvas.
final class GlowLayer extends Group {

  private static final int LEVELS = 8;
  private static final int IMAGE_SIZE = 128;
  private static final double STRONGEST = 0.5;

  /// A halo and how bright it is.
  private static final class Halo {
    private final ImageView picture = new ImageView();
    private int level;
  }

  private final Map<NodeView, Halo> halos = new HashMap<>();
  private final Map<Color, Image> images = new HashMap<>();

  GlowLayer() {
    setMouseTransparent(true);
    setCache(true);
  }

  /// Shows how active a node is.
  ///
  /// @param strength 0 for not at all … 1
  void show(NodeView node, double strength, Color colour) {
    Halo halo = halos.get(node);
    double exact = Math.clamp(strength, 0, 1) * LEVELS;
    int present = halo == null ? 0 : halo.level;
    // A step is only taken once it is well exceeded, so that a steady rate gives a steady halo.
    int level = Math.abs(exact - present) > 0.75 ? (int) Math.round(exact) : present;
    if (halo == null) {
      if (level == 0) return;
      halo = new Halo();
      halos.put(node, halo);
      getChildren().add(halo.picture);
    }
    Image image = images.computeIfAbsent(colour, GlowLayer::image);
    if (halo.picture.getImage() != image) halo.picture.setImage(image);
    if (level != halo.level) {
      halo.level = level;
      halo.picture.setOpacity((double) level / LEVELS);
      halo.picture.setVisible(level > 0);
    }
    place(node, halo);
  }

  private static void place(NodeView node, Halo halo) {
    double radius = Math.max(node.outline().halfWidth(), node.outline().halfHeight()) * 1.8 + 12;
    halo.picture.setFitWidth(2 * radius);
    halo.picture.setFitHeight(2 * radius);
    halo.picture.setX(node.x() - radius);
    halo.picture.setY(node.y() - radius);
  }

  /// Follows nodes that have moved, and forgets those that are gone.
  void follow() {
    halos
        .entrySet()
        .removeIf(e -> {
          boolean gone = e.getKey().getParent() == null;
          if (gone) getChildren().remove(e.getValue().picture);
          else place(e.getKey(), e.getValue());
          return gone;
        });
  }

  void clear() {
    halos.clear();
    getChildren().clear();
  }

  private static Image image(Color colour) {
    WritableImage image = new WritableImage(IMAGE_SIZE, IMAGE_SIZE);
    PixelWriter pixels = image.getPixelWriter();
    double middle = (IMAGE_SIZE - 1) / 2.0;
    for (int y = 0; y < IMAGE_SIZE; y++)
      for (int x = 0; x < IMAGE_SIZE; x++) {
        double r = Math.hypot(x - middle, y - middle) / middle;
        double fall = Math.max(0, 1 - Math.max(0, r - 0.3) / 0.7);
        double opacity = STRONGEST * Math.pow(fall, 1.6);
        pixels.setColor(
            x, y, Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity));
      }
    return image;
  }
}
