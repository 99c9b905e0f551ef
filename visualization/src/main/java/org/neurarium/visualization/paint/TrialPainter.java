package org.neurarium.visualization.paint;

import java.util.List;
import java.util.Locale;
import org.neurarium.engine.observe.Trial;
import org.neurarium.engine.observe.WorldFrame;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Paints what came of a world's trials: how often the better thing was done, over the trials, and each trial as a mark. Plot thread.
public final class TrialPainter {

  /// Choices over which a share is taken.
  private static final int WINDOW = 20;

  /// Choices that the sentence above speaks of.
  private static final int LAST = 100;

  private static final double LEFT = 36;
  private static final double RIGHT = 6;
  private static final double HEAD = 26;
  private static final double ROW = 9;
  private static final double FOOT = 15;
  private static final double LETTERS = 10.5;
  private static final double MARK = 2.4;
  private static final double MARK_STEP = 6;

  private TrialPainter() {}

  /// Paints the trials of a world.
  public static void paint(Surface surface, WorldFrame frame, PlotTheme theme) {
    surface.fill(new Area(0, 0, surface.width(), surface.height()), theme.ground());
    List<Trial> trials = frame.trials();
    surface.text(sentence(frame), 0, HEAD / 2 - 3, Anchor.LEFT, Face.SANS, 11.5, theme.text());
    if (trials.isEmpty()) return;
    int options = 1 + Math.max(0, trials.stream().mapToInt(Trial::choice).max().orElse(0));
    double rows = ROW * Math.min(options, 4) + 6;
    Area chart =
        new Area(
            LEFT,
            HEAD,
            surface.width() - LEFT - RIGHT,
            Math.max(10, surface.height() - HEAD - rows - FOOT));
    share(surface, chart, trials, theme);
    marks(surface, chart.y() + chart.height() + 8, rows, options, trials, theme);
  }

  private static String sentence(WorldFrame frame) {
    int n = frame.trials().size();
    if (n == 0) return "No trial has ended yet.";
    double better = frame.betterShare(LAST);
    String trials = n == 1 ? "1 trial" : n + " trials";
    if (!Double.isNaN(better))
      return String.format(
          Locale.ROOT,
          "%s · better choice in %.0f %% of the last %d",
          trials,
          100 * better,
          Math.min(LAST, frame.choices()));
    double effort = frame.medianEffort(WINDOW);
    return Double.isNaN(effort)
        ? String.format(Locale.ROOT, "%s · reward %.3g", trials, frame.reward())
        : String.format(
            Locale.ROOT, "%s · %.2f times the shortest way (latest %d)", trials, effort, WINDOW);
  }

  private static void share(Surface surface, Area chart, List<Trial> trials, PlotTheme theme) {
    for (double level : new double[] {0, 0.5, 1}) {
      double y = chart.y() + chart.height() * (1 - level);
      surface.line(
          chart.x(), y, chart.x() + chart.width(), y, 1, level == 0.5 ? 3 : 0, theme.line());
      surface.text(
          Math.round(100 * level) + " %",
          chart.x() - 5,
          y,
          Anchor.RIGHT,
          Face.MONO,
          9,
          theme.muted());
    }
    double[] x = new double[trials.size()];
    double[] y = new double[trials.size()];
    for (int i = 0; i < trials.size(); i++) {
      int from = Math.max(0, i + 1 - WINDOW);
      double good = 0;
      for (int k = from; k <= i; k++) if (trials.get(k).better()) good++;
      x[i] =
          chart.x() + chart.width() * (trials.size() == 1 ? 1 : (double) i / (trials.size() - 1));
      y[i] = chart.y() + chart.height() * (1 - good / (i + 1 - from));
    }
    Area clip = new Area(chart.x(), chart.y() - 2, chart.width() + 2, chart.height() + 4);
    surface.polyline(clip, x, y, trials.size(), 1.8, theme.excitatory());
  }

  private static void marks(
      Surface surface, double top, double rows, int options, List<Trial> trials, PlotTheme theme) {
    double width = surface.width() - LEFT - RIGHT;
    int shown = Math.min(trials.size(), (int) (width / MARK_STEP));
    for (int i = 0; i < shown; i++) {
      Trial t = trials.get(trials.size() - shown + i);
      double level = options < 2 || t.choice() < 0 ? 0.5 : (double) t.choice() / (options - 1);
      double x = LEFT + width - (shown - i - 0.5) * MARK_STEP;
      WorldPainter.mark(surface, x, top + (rows - 8) * level, MARK, t, theme);
    }
    surface.text(
        "latest choices · full: rewarded",
        LEFT,
        top + rows + 1,
        Anchor.LEFT,
        Face.SANS,
        LETTERS,
        theme.muted());
  }
}
