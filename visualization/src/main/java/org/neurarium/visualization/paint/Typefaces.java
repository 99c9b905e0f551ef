package org.neurarium.visualization.paint;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.neurarium.visualization.colour.PlotTheme;

/// Finds the type faces that a theme wishes for: among those that come with the program, then among those installed. One thread, not the
/// JavaFX thread: the first use of fonts loads a good part of Java2D.
public final class Typefaces {

  private record Key(Surface.Face face, double size) {}

  /// What comes with the program, read when the first plot is painted.
  private static final class Bundled {
    static final Map<String, Font> BY_FAMILY =
        TypefaceFiles.NAMES.stream()
            .map(Bundled::read)
            .collect(
                Collectors.toUnmodifiableMap(f -> f.getFamily(Locale.ROOT), Function.identity()));

    private static Font read(String name) {
      try (InputStream in = TypefaceFiles.open(name)) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("the typeface " + name + " is broken", e);
      }
    }
  }

  private final Map<Key, Font> fonts = new HashMap<>();
  private final Font sans;
  private final Font bold;
  private final Font mono;

  public Typefaces(PlotTheme theme) {
    sans = first(theme.sans(), Font.SANS_SERIF);
    bold = semiBold(sans);
    mono = first(theme.mono(), Font.MONOSPACED);
  }

  private static Font first(List<String> families, String otherwise) {
    for (String family : families) {
      Font font = Bundled.BY_FAMILY.getOrDefault(family, new Font(family, Font.PLAIN, 12));
      if (font.getFamily(Locale.ROOT).equalsIgnoreCase(family)) return font;
    }
    return new Font(otherwise, Font.PLAIN, 12);
  }

  private static Font semiBold(Font font) {
    String family = font.getFamily(Locale.ROOT);
    Font bundled = Bundled.BY_FAMILY.get(family + " Semi Bold");
    if (bundled != null) return bundled;
    Font semiBold = new Font(family + " SemiBold", Font.PLAIN, 12);
    boolean installed = semiBold.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT).contains("semi");
    return installed ? semiBold : font.deriveFont(Font.BOLD);
  }

  /// The font for a face at a size in logical pixels.
  public Font font(Surface.Face face, double size) {
    return fonts.computeIfAbsent(
        new Key(face, size),
        key -> {
          Font base =
              switch (key.face) {
                case SANS -> sans;
                case BOLD -> bold;
                case MONO -> mono;
              };
          return base.deriveFont((float) size);
        });
  }
}
