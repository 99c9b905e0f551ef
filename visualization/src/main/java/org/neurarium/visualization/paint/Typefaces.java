package org.neurarium.visualization.paint;

import java.awt.Font;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neurarium.visualization.colour.PlotTheme;

/// Finds the type faces that a theme wishes for among those installed. One thread.
public final class Typefaces {

  private record Key(Surface.Face face, double size) {}

  private final Map<Key, Font> fonts = new HashMap<>();
  private final Font sans;
  private final Font bold;
  private final Font mono;

  public Typefaces(PlotTheme theme) {
    sans = firstInstalled(theme.sans(), Font.SANS_SERIF);
    bold = semiBold(sans);
    mono = firstInstalled(theme.mono(), Font.MONOSPACED);
  }

  private static Font firstInstalled(List<String> families, String otherwise) {
    for (String family : families) {
      Font font = new Font(family, Font.PLAIN, 12);
      if (font.getFamily(Locale.ROOT).equalsIgnoreCase(family)) return font;
    }
    return new Font(otherwise, Font.PLAIN, 12);
  }

  private static Font semiBold(Font font) {
    Font semiBold = new Font(font.getFamily(Locale.ROOT) + " SemiBold", Font.PLAIN, 12);
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
