package org.neurarium.visualization.export;

import java.io.IOException;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.OverviewPainter;
import org.neurarium.visualization.paint.Surface;
import org.neurarium.visualization.paint.TimeWindow;

/// The rates over the whole run. The plot thread only.
public record OverviewSource(
    LiveScene scene, RunHistory run, PlotTheme theme, double width, double height)
    implements PlotSource {

  @Override
  public String name() {
    return "rates-whole-run";
  }

  @Override
  public void draw(Surface surface) {
    new OverviewPainter().paint(surface, theme, scene, run);
  }

  @Override
  public void write(Appendable csv) throws IOException {
    RunTables.of(scene, run, new TimeWindow(0, run.now())).writeRates(csv);
  }
}
