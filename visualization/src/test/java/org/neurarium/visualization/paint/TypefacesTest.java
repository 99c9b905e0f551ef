package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Surface.Face;

class TypefacesTest {

  @Test
  void plotsWearTheBundledFacesWhateverIsInstalled() {
    for (PlotTheme theme : new PlotTheme[] {PlotTheme.LIGHT, PlotTheme.DARK}) {
      Typefaces faces = new Typefaces(theme);
      assertEquals("Inter Regular", faces.font(Face.SANS, 11).getFontName(Locale.ROOT));
      assertEquals("Inter Semi Bold", faces.font(Face.BOLD, 11).getFontName(Locale.ROOT));
      assertEquals("JetBrains Mono Regular", faces.font(Face.MONO, 11).getFontName(Locale.ROOT));
    }
  }
}
