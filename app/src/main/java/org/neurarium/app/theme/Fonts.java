package org.neurarium.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
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

  /// Typeset formulas; with an italic of its own.
  public static final String FORMULA = "STIX";

  private Fonts() {}

  /// Makes the families known to JavaFX. Loading them again does no harm.
  public static void load() {
    var _ = load(TypefaceFiles.NAMES);
  }

  /// Makes [#FORMULA] and the italic of [#MONO] known to JavaFX, for a view that shows equations; the first call takes some milliseconds, no other does.
  ///
  /// @return whether they are known
  public static boolean loadForEquations() {
    return ForEquations.LOADED;
  }

  /// Loaded when first asked for.
  private static final class ForEquations {
    static final boolean LOADED = load(TypefaceFiles.EQUATIONS);
  }

  private static boolean load(List<String> files) {
    for (String file : files) {
      try (InputStream in = TypefaceFiles.open(file)) {
        if (Font.loadFont(in, 13) == null)
          throw new IllegalStateException("the typeface " + file + " is broken");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return true;
  }
}
