package org.neurarium.app.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of a scene, with or without a window on a screen.
public final class Pictures {

  private Pictures() {}

  /// Draws a scene as it is now. FX thread.
  public static WritableImage of(Scene scene) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    return scene.snapshot(null);
  }

  /// Writes a picture as PNG. Blocks.
  ///
  /// @throws IOException if the file cannot be written
  public static void writePng(WritableImage image, Path file) throws IOException {
    BufferedImage plain = SwingFXUtils.fromFXImage(image, null);
    if (!ImageIO.write(plain, "png", file.toFile()))
      throw new IOException("PNG cannot be written here");
  }
}
