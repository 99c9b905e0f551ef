package org.neurarium.visualization.paint;

import java.util.List;
import org.neurarium.visualization.colour.ColourMap;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveScene.Rate;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws the row of population rates: spikes per neuron and second, in bins. One thread.
final class RatePainter {

  private double[] x = new double[0];
  private double[] y = new double[0];
  private double top = 1;

  void paint(
      Surface surface,
      PlotTheme theme,
      Area area,
      LiveScene scene,
      SpikeSweep sweep,
      RunHistory run,
      TimeWindow window) {
    List<Rate> rates = scene.rates();
    double highest = 0;
    for (int i = 0; i < rates.size(); i++)
      for (int bin = 0; bin < sweep.rate(i).size; bin++)
        highest = Math.max(highest, hertz(sweep.rate(i), bin, rates.get(i), run));
    top = scaleTop(top, highest);
    int most = Math.max(2, (int) (area.height() / 24));
    double step = Ticks.step(top, most);
    int faint = ColourMap.mix(theme.ground(), theme.line(), 0.6);
    List<Double> ticks = Ticks.between(0, top, most);
    for (int i = 0; i < ticks.size(); i++) {
      double at = area.bottom() - ticks.get(i) / top * (area.height() - 3);
      surface.line(area.x(), at, area.right(), at, 1, 0, faint);
      String text = Ticks.format(ticks.get(i), step) + (i == ticks.size() - 1 ? " Hz" : "");
      surface.text(
          text, area.x() - 7, at, Anchor.RIGHT, Face.MONO, LiveLayout.NUMBER, theme.muted());
    }
    surface.text(
        "Rate",
        LiveLayout.LEFT,
        area.y() + 6,
        Anchor.LEFT,
        Face.BOLD,
        LiveLayout.NAME,
        theme.muted());
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      int colour = theme.colour(rate.role());
      double nameY = area.y() + 20 + 13 * i;
      if (nameY <= area.bottom() + 2)
        surface.text(
            LiveLayout.fitted(rate.name(), surface, Face.SANS, 10),
            LiveLayout.LEFT,
            nameY,
            Anchor.LEFT,
            Face.SANS,
            10,
            colour);
      line(surface, area, rate, sweep.rate(i), run, window, colour);
    }
  }

  /// Rises at once, falls only when much too high, so that the axis does not tremble.
  static double scaleTop(double now, double highest) {
    double fitting = Math.max(1, highest);
    fitting = Math.ceil(fitting / Ticks.step(fitting, 4)) * Ticks.step(fitting, 4);
    return fitting > now || fitting < 0.6 * now ? fitting : now;
  }

  private void line(
      Surface surface,
      Area area,
      Rate rate,
      SpikeSweep.Bins bins,
      RunHistory run,
      TimeWindow window,
      int colour) {
    if (x.length < bins.size) {
      x = new double[bins.size];
      y = new double[bins.size];
    }
    for (int bin = 0; bin < bins.size; bin++) {
      double middle = (bins.firstStep + (bin + 0.5) * bins.stepsPerBin) * run.dt();
      x[bin] = window.x(middle, area);
      y[bin] = area.bottom() - hertz(bins, bin, rate, run) / top * (area.height() - 3);
    }
    surface.polyline(area, x, y, bins.size, 1.35, colour);
  }

  private static double hertz(SpikeSweep.Bins bins, int bin, Rate rate, RunHistory run) {
    return bins.counts[bin] * 1000.0 / (rate.size() * bins.stepsPerBin * run.dt());
  }
}
