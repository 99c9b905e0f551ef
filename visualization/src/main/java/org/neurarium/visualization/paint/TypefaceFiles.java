package org.neurarium.visualization.paint;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// The typefaces that come with the program, so that text looks the same everywhere. JavaFX and Java2D each load them from here.
public final class TypefaceFiles {

  /// File names.
  public static final List<String> NAMES =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Medium.ttf");

  private TypefaceFiles() {}

  /// Opens one of [#NAMES]; the caller closes it.
  public static InputStream open(String name) throws IOException {
    InputStream in = TypefaceFiles.class.getResourceAsStream("fonts/" + name);
    if (in == null) throw new FileNotFoundException("the typeface " + name + " is missing");
    return in;
  }
}
