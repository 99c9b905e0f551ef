package org.neurarium.visualization.paint;

import java.util.List;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RateHistory;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveScene.Rate;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws how the rates went over the whole run, smoothed so that the slow change is seen. One thread.
public final class OverviewPainter {

  private static final double TOP = 30;
  private static final double LEFT = 34;
  private static final double RIGHT = 14;

  private double top = 1;
  private double[] x = new double[0];
  private double[] y = new double[0];

  public void paint(Surface surface, PlotTheme theme, LiveScene scene, RunHistory run) {
    surface.fill(new Area(0, 0, surface.width(), surface.height()), theme.ground());
    surface.text("Rate, whole run", 8, 15, Anchor.LEFT, Face.BOLD, LiveLayout.NAME, theme.muted());
    List<Rate> rates = scene.rates();
    double legend = 14.0 * Math.min(4, rates.size());
    Area area =
        new Area(
            LEFT,
            TOP,
            Math.max(10, surface.width() - LEFT - RIGHT),
            Math.max(10, surface.height() - TOP - 22 - legend - 6));
    surface.line(area.x(), area.y(), area.x(), area.bottom(), 1, 0, theme.line());
    surface.line(area.x(), area.bottom(), area.right(), area.bottom(), 1, 0, theme.line());
    double end = Math.max(100, run.now());
    int bins = (int) Math.max(8, area.width() / 3);
    double highest = 0;
    for (Rate rate : rates) highest = Math.max(highest, highest(rate, run, bins, end));
    top = RatePainter.scaleTop(top, highest);
    TimeWindow whole = new TimeWindow(0, end);
    for (int i = 0; i < rates.size(); i++) {
      int colour = theme.colour(rates.get(i).role());
      line(surface, area, rates.get(i), run, bins, whole, colour);
      if (i < 4)
        surface.text(
            LiveLayout.fitted(rates.get(i).name(), surface, Face.BOLD, 10),
            area.x(),
            area.bottom() + 28 + 14 * i,
            Anchor.LEFT,
            Face.BOLD,
            10,
            colour);
    }
    String topText = Ticks.format(top, 3);
    surface.text(
        topText,
        area.x() - 6,
        area.y() + 4,
        Anchor.RIGHT,
        Face.MONO,
        LiveLayout.NUMBER,
        theme.muted());
    surface.text(
        "0 Hz",
        area.x() - 6,
        area.bottom() - 2,
        Anchor.RIGHT,
        Face.MONO,
        LiveLayout.NUMBER,
        theme.muted());
    surface.text(
        "0",
        area.x(),
        area.bottom() + 12,
        Anchor.LEFT,
        Face.MONO,
        LiveLayout.NUMBER,
        theme.muted());
    surface.text(
        TimeText.precise(run.now(), new TimeWindow(0, Math.max(1000, run.now()))),
        area.right(),
        area.bottom() + 12,
        Anchor.RIGHT,
        Face.MONO,
        LiveLayout.NUMBER,
        theme.muted());
  }

  /// Whole bins of the history that make one point of the line.
  private static int together(RateHistory history, RunHistory run, int bins, double end) {
    return (int) Math.max(1, Math.round(end / bins / (history.stepsPerBin() * run.dt())));
  }

  private static double highest(Rate rate, RunHistory run, int bins, double end) {
    RateHistory history = run.rate(rate.element()).orElse(null);
    if (history == null) return 0;
    int together = together(history, run, bins, end);
    double highest = 0;
    for (int i = 0; i + together <= history.size(); i += together)
      highest = Math.max(highest, hertz(history, i, together, rate, run));
    return highest;
  }

  private static double hertz(
      RateHistory history, int first, int together, Rate rate, RunHistory run) {
    long count = 0;
    for (int i = first; i < first + together; i++) count += history.count(i);
    return count * 1000.0 / ((double) rate.size() * together * history.stepsPerBin() * run.dt());
  }

  private void line(
      Surface surface,
      Area area,
      Rate rate,
      RunHistory run,
      int bins,
      TimeWindow whole,
      int colour) {
    RateHistory history = run.rate(rate.element()).orElse(null);
    if (history == null) return;
    int together = together(history, run, bins, whole.end());
    int n = history.size() / together;
    if (x.length < n) {
      x = new double[n];
      y = new double[n];
    }
    for (int i = 0; i < n; i++) {
      double middle = (i + 0.5) * together * history.stepsPerBin() * run.dt();
      x[i] = whole.x(middle, area);
      y[i] =
          area.bottom() - hertz(history, i * together, together, rate, run) / top * area.height();
    }
    surface.polyline(area, x, y, n, 1.6, colour);
  }
}
