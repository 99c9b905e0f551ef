package org.neurarium.visualization.export;

import java.io.IOException;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LivePlot;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.Surface;
import org.neurarium.visualization.paint.TimeWindow;

/// The live picture as it stands, without its scrubber. Plot thread.
///
/// @param table which of its numbers are written as CSV
public record LivePlotSource(
    RunHistory run,
    LiveScene scene,
    TimeWindow window,
    PlotTheme theme,
    double width,
    double height,
    Table table)
    implements PlotSource {

  private static final double TOP = 12;

  /// The numbers behind it.
  public enum Table {
    SPIKES,
    TRACES,
    RATES
  }

  @Override
  public String name() {
    return switch (table) {
      case SPIKES -> "spikes";
      case TRACES -> "traces";
      case RATES -> "rates";
    };
  }

  @Override
  public void draw(Surface surface) {
    new LivePlot()
        .paint(surface, new LivePlot.Look(scene, theme, window, Double.NaN, TOP, false), run);
  }

  @Override
  public void write(Appendable csv) throws IOException {
    RunTables tables = RunTables.of(scene, run, window);
    switch (table) {
      case SPIKES -> tables.writeSpikes(csv);
      case TRACES -> tables.writeTraces(csv);
      case RATES -> tables.writeRates(csv);
    }
  }
}
