package org.neurarium.visualization.paint;

import java.util.List;
import org.neurarium.visualization.colour.ColourMap;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.TraceHistory;
import org.neurarium.visualization.paint.LiveScene.Band;
import org.neurarium.visualization.paint.LiveScene.Trace;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws raster, traces and rates above one time axis. One thread; keeps scratch arrays from picture to picture.
public final class LivePlot {

  private final SpikeSweep sweep = new SpikeSweep();
  private final TracePainter traces = new TracePainter();
  private final KymographPainter kymographs = new KymographPainter();
  private final RatePainter rates = new RatePainter();

  /// How a picture is to look.
  ///
  /// @param window of time across it
  /// @param cursor the instant at which the scrubber stands in ms; NaN for the newest
  /// @param top kept free above the rows in logical pixels
  /// @param decorated whether the scrubber is drawn; an exported picture does without
  public record Look(
      LiveScene scene,
      PlotTheme theme,
      TimeWindow window,
      double cursor,
      double top,
      boolean decorated) {}

  /// Draws all of it.
  ///
  /// @return where things are
  public LiveLayout paint(Surface surface, Look look, RunHistory run) {
    PlotTheme theme = look.theme();
    LiveScene scene = look.scene();
    surface.fill(new Area(0, 0, surface.width(), surface.height()), theme.ground());
    LiveLayout layout = LiveLayout.of(scene, surface, look.top());
    sweep.collect(scene, layout, run, look.window());
    for (int i = 0; i < scene.bands().size(); i++)
      band(surface, theme, scene.bands().get(i), layout.bands().get(i), sweep.band(i));
    List<List<Trace>> rows = scene.traceRows();
    for (int i = 0; i < rows.size(); i++) {
      List<Trace> row = rows.get(i);
      traces.paint(
          surface,
          theme,
          layout.traces().get(i),
          row,
          run,
          look.window(),
          t -> sweep.marks(firstOf(scene, t)));
    }
    for (int i = 0; i < scene.kymographs().size(); i++)
      kymographs.paint(
          surface,
          theme,
          layout.kymographs().get(i),
          scene.kymographs().get(i),
          run,
          look.window());
    if (!scene.rates().isEmpty())
      rates.paint(surface, theme, layout.rate(), scene, sweep, run, look.window());
    axis(surface, look, layout, run);
    return layout;
  }

  /// Marks are kept with the first trace of a neuron.
  private static int firstOf(LiveScene scene, Trace trace) {
    for (int i = 0; i < scene.traces().size(); i++) {
      var key = scene.traces().get(i).key();
      if (key.element().equals(trace.key().element()) && key.neuron() == trace.key().neuron())
        return i;
    }
    throw new IllegalArgumentException("not in the scene: " + trace);
  }

  private static void band(
      Surface surface, PlotTheme theme, Band band, Area area, SpikeSweep.Points points) {
    int colour = theme.colour(band.role());
    double perRow = area.height() / Math.max(1, band.rows());
    surface.bars(
        area,
        points.x,
        points.y,
        points.count,
        barWidth(surface),
        barHeight(perRow, surface),
        colour);
    String name = LiveLayout.fitted(band.name(), surface, Face.BOLD, LiveLayout.NAME);
    boolean two = area.height() >= 30;
    double y = area.y() + area.height() / 2 - (two ? 6 : 0);
    surface.text(name, LiveLayout.LEFT, y, Anchor.LEFT, Face.BOLD, LiveLayout.NAME, colour);
    if (two) {
      String count =
          band.rows() == band.size()
              ? String.format(java.util.Locale.ROOT, "%,d", band.size()).replace(',', ' ')
              : band.rows() + " of " + band.size();
      surface.text(
          count, LiveLayout.LEFT, y + 13, Anchor.LEFT, Face.SANS, LiveLayout.NUMBER, theme.muted());
    }
  }

  private static double barWidth(Surface surface) {
    return surface.scale() < 1.5 ? 1 : 1.25;
  }

  /// How high a spike is drawn: most of its row where there is room, a few pixels where rows overlap, one where they are a crowd.
  static double barHeight(double perRow, Surface surface) {
    if (perRow >= 3) return Math.min(9, perRow * 0.8);
    if (perRow >= 0.08) return 3;
    if (perRow >= 0.02) return 2;
    return 1 / surface.scale();
  }

  private static void axis(Surface surface, Look look, LiveLayout layout, RunHistory run) {
    PlotTheme theme = look.theme();
    TimeWindow window = look.window();
    Area axis = layout.axis();
    double trackY = axis.y() + 8;
    double labelY = axis.y() + 21;
    double cursor = Double.isNaN(look.cursor()) ? Math.min(run.now(), window.end()) : look.cursor();
    double cursorX = Math.clamp(window.x(cursor, axis), axis.x(), axis.right());
    String cursorText = TimeText.precise(cursor, window);
    double cursorWidth = surface.textWidth(cursorText, Face.MONO, LiveLayout.NUMBER);
    double labelX =
        Math.clamp(cursorX, axis.x() + cursorWidth / 2, axis.right() + 12 - cursorWidth / 2);

    int track =
        look.decorated()
            ? ColourMap.mix(theme.ground(), theme.accent(), theme.dark() ? 0.45 : 0.4)
            : theme.line();
    double thick = look.decorated() ? 3 : 1;
    surface.fillRound(
        new Area(axis.x(), trackY - thick / 2, axis.width(), thick), thick / 2, track);
    double step = Ticks.step(window.length(), (int) (axis.width() / 90));
    for (double t : Ticks.between(window.start(), window.end(), (int) (axis.width() / 90))) {
      double x = window.x(t, axis);
      String text = TimeText.tick(t, step, window);
      double half = surface.textWidth(text, Face.MONO, LiveLayout.NUMBER) / 2;
      surface.line(x, trackY + 4, x, trackY + 7, 1, 0, theme.line());
      boolean hidden = look.decorated() && Math.abs(x - labelX) < half + cursorWidth / 2 + 14;
      if (!hidden && x - half > axis.x() - 20 && x + half < surface.width())
        surface.text(text, x, labelY, Anchor.CENTRE, Face.MONO, LiveLayout.NUMBER, theme.muted());
    }
    if (!look.decorated()) return;
    surface.line(cursorX, layout.plot().y() - 4, cursorX, trackY, 1.5, 0, theme.accent());
    surface.disc(cursorX, trackY, 5, 2, theme.ground(), theme.accent());
    surface.text(
        cursorText, labelX, labelY, Anchor.CENTRE, Face.MONO, LiveLayout.NUMBER, theme.text());
  }

  /// Says what stands at a place of a picture drawn before, in short lines; empty outside the plot.
  public static List<String> readOut(
      LiveLayout layout, Look look, RunHistory run, double x, double y) {
    if (!layout.plot().contains(x, y)) return List.of();
    return ReadOut.at(layout, look, run, x, y);
  }

  /// Draws a read-out beside a place.
  public static void paintReadOut(
      Surface surface, PlotTheme theme, LiveLayout layout, List<String> lines, double x, double y) {
    if (lines.isEmpty()) return;
    surface.line(x, layout.plot().y(), x, layout.plot().bottom(), 1, 3, theme.muted());
    double width = 0;
    for (String line : lines) width = Math.max(width, surface.textWidth(line, Face.SANS, 10.5));
    double height = lines.size() * 15 + 9;
    double left = x + 12 + width + 16 > surface.width() ? x - 12 - width - 16 : x + 12;
    double top = Math.clamp(y - height / 2, 2, Math.max(2, surface.height() - height - 2));
    surface.fillRound(new Area(left - 1, top - 1, width + 18, height + 2), 6, theme.line());
    surface.fillRound(new Area(left, top, width + 16, height), 5, theme.field());
    for (int i = 0; i < lines.size(); i++)
      surface.text(
          lines.get(i),
          left + 8,
          top + 12 + i * 15,
          Anchor.LEFT,
          i == 0 ? Face.BOLD : Face.SANS,
          10.5,
          i == 0 ? theme.muted() : theme.text());
  }

  /// The value of a trace at an instant, NaN when it is not known.
  static double valueAt(TraceHistory trace, RunHistory run, double time) {
    return trace.at(run.stepAt(time));
  }
}
