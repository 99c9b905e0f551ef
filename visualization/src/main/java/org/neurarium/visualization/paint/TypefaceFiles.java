package org.neurarium.visualization.paint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The typefaces that come with the program, so that text looks the same everywhere. JavaFX and Java2D each load them from here.
public final class TypefaceFiles {

  /// Files of the typefaces that the window is set in.
  public static final List<String> NAMES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  /// Files of the typefaces for equations, as text and typeset: wanted only where a model is open.
  public static final List<String> EQUATIONS =
      List.of("JetBrainsMono-Italic.ttf", "STIX-Regular.otf", "STIX-Italic.otf");

  private TypefaceFiles() {}

  /// Opens one of [#NAMES] or [#EQUATIONS]; the caller closes it.
  public static InputStream open(String name) throws IOException {
    InputStream in = TypefaceFiles.class.getResourceAsStream("fonts/" + name);
    if (in == null) throw new FileNotFoundException("the typeface " + name + " is missing");
    return in;
  }
}
