package org.neurarium.visualization.paint;

import java.util.List;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.Trial;
import org.neurarium.engine.observe.WorldFrame;
import org.neurarium.visualization.colour.OkabeIto;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Paints any world: its scene's shapes in the largest square that fits, and under them what came of the latest trials. Plot thread.
///
/// In the strip of trials a mark's height says what was chosen, a full mark that it was rewarded, an empty one that it was not.
public final class WorldPainter {

  private static final double STRIP = 16;
  private static final double MARK = 2.6;
  private static final double MARK_STEP = 7;
  private static final double LETTERS = 0.09;

  private WorldPainter() {}

  /// Paints a world.
  public static void paint(Surface surface, WorldFrame frame, PlotTheme theme) {
    Area all = new Area(0, 0, surface.width(), surface.height());
    surface.fill(all, theme.ground());
    double scale = Math.min(surface.width(), surface.height()) / 110;
    double strip = frame.trials().isEmpty() ? 0 : STRIP * scale;
    double side = Math.min(surface.width(), surface.height() - strip);
    double left = (surface.width() - side) / 2;
    double top = (surface.height() - strip - side) / 2;
    for (Scene.Shape shape : frame.scene().shapes()) paint(surface, shape, left, top, side, theme);
    if (strip > 0)
      trials(
          surface,
          new Area(4 * scale, surface.height() - strip, surface.width() - 8 * scale, strip),
          scale,
          frame.trials(),
          theme);
  }

  private static void paint(
      Surface surface, Scene.Shape shape, double left, double top, double side, PlotTheme theme) {
    int colour = colour(shape.style(), theme);
    switch (shape) {
      case Scene.Line l ->
          surface.line(
              left + side * l.x1(),
              top + side * l.y1(),
              left + side * l.x2(),
              top + side * l.y2(),
              Math.max(1.2, 0.022 * side),
              0,
              colour);
      case Scene.Circle c ->
          surface.disc(
              left + side * c.x(),
              top + side * c.y(),
              side * c.radius(),
              rim(c.style()) * Math.max(1, 0.014 * side),
              fill(c.style(), theme),
              colour);
      case Scene.Box b ->
          surface.fillRound(
              new Area(
                  left + side * b.x(), top + side * b.y(), side * b.width(), side * b.height()),
              b.style() == Scene.Style.FLOOR ? 0 : Math.min(3, 0.03 * side),
              colour);
      case Scene.Label t ->
          surface.text(
              t.text(),
              left + side * t.x(),
              top + side * t.y(),
              Anchor.CENTRE,
              Face.SANS,
              Math.max(7, LETTERS * side),
              colour);
    }
  }

  /// What gives nothing and what is aimed at are rings, so that they differ without colours, too.
  private static double rim(Scene.Style style) {
    return style == Scene.Style.IDLE || style == Scene.Style.TARGET ? 1.4 : 1;
  }

  private static int fill(Scene.Style style, PlotTheme theme) {
    return style == Scene.Style.IDLE || style == Scene.Style.TARGET
        ? theme.ground()
        : colour(style, theme);
  }

  private static int colour(Scene.Style style, PlotTheme theme) {
    return switch (style) {
      case FLOOR -> theme.field();
      case WALL -> mixed(theme.muted(), theme.line(), 0.45);
      case AGENT -> theme.excitatory();
      case CUE -> theme.dark() ? OkabeIto.ORANGE_ON_DARK : OkabeIto.ORANGE;
      case REWARD -> theme.dark() ? OkabeIto.BLUISH_GREEN_ON_DARK : OkabeIto.BLUISH_GREEN;
      case TARGET -> theme.inhibitory();
      case IDLE -> theme.muted();
      case TRAIL -> mixed(theme.excitatory(), theme.ground(), 0.45);
      case TEXT -> theme.text();
    };
  }

  private static int mixed(int one, int other, double share) {
    int argb = 0xFF;
    for (int shift = 16; shift >= 0; shift -= 8)
      argb =
          argb << 8
              | (int)
                  Math.rint(share * (one >> shift & 0xFF) + (1 - share) * (other >> shift & 0xFF));
    return argb;
  }

  private static void trials(
      Surface surface, Area area, double scale, List<Trial> trials, PlotTheme theme) {
    int shown = Math.min(trials.size(), (int) (area.width() / (MARK_STEP * scale)));
    int options = 1 + trials.stream().mapToInt(Trial::choice).max().orElse(0);
    for (int i = 0; i < shown; i++) {
      Trial t = trials.get(trials.size() - shown + i);
      double x = area.x() + (i + 0.5) * MARK_STEP * scale;
      double level = options < 2 || t.choice() < 0 ? 0.5 : (double) t.choice() / (options - 1);
      double y = area.y() + area.height() * (0.24 + 0.52 * level);
      mark(surface, x, y, MARK * scale, t, theme);
    }
  }

  /// A trial's mark: full where it was rewarded, a stroke where nothing was chosen.
  static void mark(
      Surface surface, double x, double y, double radius, Trial trial, PlotTheme theme) {
    int colour = trial.choice() < 0 ? theme.muted() : theme.excitatory();
    if (trial.choice() < 0 && trial.reward() <= 0)
      surface.line(x - radius, y, x + radius, y, 1, 0, colour);
    else surface.disc(x, y, radius, 1, trial.reward() > 0 ? colour : theme.ground(), colour);
  }
}
