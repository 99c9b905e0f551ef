package org.neurarium.visualization.charts;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Locale;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.PlotSource;
import org.neurarium.visualization.paint.Area;
import org.neurarium.visualization.paint.Surface;
import org.neurarium.visualization.paint.Typefaces;

/// A chart as it stands: drawn on the screen and saved by the same code. Any thread.
public record ChartSource(ChartData data, PlotTheme theme, double width, double height)
    implements PlotSource {

  @Override
  public String name() {
    return data.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public void draw(Surface surface) {
    surface.fill(new Area(0, 0, surface.width(), surface.height()), theme.ground());
    var chart = new ChartMaker(theme, new Typefaces(theme)).chart(data);
    surface.drawWith(
        g -> chart.draw(g, new Rectangle2D.Double(0, 0, surface.width(), surface.height())));
  }

  @Override
  public void write(Appendable csv) throws IOException {
    data.write(csv);
  }
}
