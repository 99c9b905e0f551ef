package org.neurarium.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

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

  private static final List<String> FILES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  private Fonts() {}

  /// Makes the families known to JavaFX. Loading them again does no harm.
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
        if (in == null || Font.loadFont(in, 13) == null)
          throw new IllegalStateException("the typeface " + file + " is missing or broken");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
