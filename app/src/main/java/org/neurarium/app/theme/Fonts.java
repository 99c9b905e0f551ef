package org.neurarium.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;
import org.neurarium.visualization.paint.TypefaceFiles;

/// The typefaces that come with the program, so that it looks the same everywhere.
///
/// JavaFX knows a weight other than regular and bold only as a family of its own; the style sheets name these families.
public final class Fonts {

  /// Text.
  public static final String TEXT = "Inter";

  /// Text that names something.
  public static final String MEDIUM = "Inter Medium";

  /// Titles.
  public static final String SEMIBOLD = "Inter Semi Bold";

  /// Numbers and equations.
  public static final String MONO = "JetBrains Mono";

  private Fonts() {}

  /// Makes the families known to JavaFX. Loading them again does no harm.
  public static void load() {
    for (String file : TypefaceFiles.NAMES) {
      try (InputStream in = TypefaceFiles.open(file)) {
        if (Font.loadFont(in, 13) == null)
          throw new IllegalStateException("the typeface " + file + " is broken");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
