package org.neurarium.visualization.live;

import java.util.List;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveLayout;
import org.neurarium.visualization.paint.LivePlot;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.PixelSurface;
import org.neurarium.visualization.paint.TimeWindow;

/// Paints the live plot as a view asks for it.
final class LiveArtist implements Artist<LiveArtist.LiveLook, LiveArtist.Drawn> {

  /// @param cursor where the scrubber stands in ms; NaN for the newest instant
  /// @param top kept free above in logical pixels
  /// @param mouseX where the mouse is; NaN when it is elsewhere
  /// @param mouseY where the mouse is
  record LiveLook(
      LiveScene scene,
      PlotTheme theme,
      TimeView time,
      double cursor,
      double top,
      double mouseX,
      double mouseY)
      implements Artist.Look {}

  /// What a picture shows.
  ///
  /// @param now the newest instant in ms
  /// @param readOut what the mouse points at
  record Drawn(LiveLayout layout, TimeWindow window, double now, List<String> readOut) {}

  private final LivePlot plot = new LivePlot();

  @Override
  public long version(LiveLook look, RunHistory history) {
    // A window that lies wholly in the past shows the same whatever happens now.
    boolean past = !look.time().isLive() && look.time().end() < history.now();
    return past ? -1 : history.version();
  }

  @Override
  public Drawn paint(PixelSurface surface, LiveLook look, RunHistory history) {
    TimeWindow window = look.time().window(history.now());
    LivePlot.Look how =
        new LivePlot.Look(
            look.scene(), look.theme(), window, look.cursor(), look.top(), !look.scene().isEmpty());
    LiveLayout layout = plot.paint(surface, how, history);
    List<String> readOut = LivePlot.readOut(layout, how, history, look.mouseX(), look.mouseY());
    LivePlot.paintReadOut(surface, look.theme(), layout, readOut, look.mouseX(), look.mouseY());
    return new Drawn(layout, window, history.now(), readOut);
  }
}
