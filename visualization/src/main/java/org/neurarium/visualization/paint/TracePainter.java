package org.neurarium.visualization.paint;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.visualization.colour.ColourMap;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.TraceHistory;
import org.neurarium.visualization.paint.LiveScene.Trace;
import org.neurarium.visualization.paint.Surface.Anchor;
import org.neurarium.visualization.paint.Surface.Face;

/// Draws one row of traces over a common value axis, with a stroke upwards where the neuron spiked. One thread.
final class TracePainter {

  private static final double LINE = 1.35;

  /// Part of a row above the highest value, for the strokes of spikes.
  private static final double SPIKE_ROOM = 0.24;

  private final Decimator decimator = new Decimator();

  /// Values that a row shows.
  private record Range(double low, double high, String unit, boolean spikes) {
    double y(double value, Area area) {
      double room = spikes ? SPIKE_ROOM * area.height() : 2;
      return area.bottom() - 2 - (value - low) / (high - low) * (area.height() - room - 2);
    }
  }

  void paint(
      Surface surface,
      PlotTheme theme,
      Area area,
      List<Trace> row,
      RunHistory run,
      TimeWindow window,
      Function<Trace, SpikeSweep.Marks> marks) {
    names(surface, theme, area, row);
    Optional<Range> known = range(row, run, window, marks);
    if (known.isEmpty()) return;
    Range range = known.get();
    axis(surface, theme, area, range);
    int columns = (int) Math.max(1, Math.round(area.width() * surface.scale()));
    // The first line of a population lies on top.
    for (int i = row.size() - 1; i >= 0; i--) {
      Trace trace = row.get(i);
      TraceHistory history = run.trace(trace.key()).orElse(null);
      if (history == null) continue;
      int colour = colour(theme, row, i);
      decimator.thin(history, run, window, area, columns);
      for (int k = 0; k < decimator.count(); k++)
        decimator.y()[k] = range.y(decimator.y()[k], area);
      surface.polyline(area, decimator.x(), decimator.y(), decimator.count(), LINE, colour);
      if (isVoltage(history))
        spikes(surface, area, range, history, run, window, marks.apply(trace), colour);
    }
  }

  /// No two lines of a row look alike: the first of each kind of population wears its colour, the others what is left of the series.
  static int colour(PlotTheme theme, List<Trace> row, int i) {
    List<Integer> own = row.stream().map(t -> theme.colour(t.role())).distinct().toList();
    List<Integer> left = theme.series().stream().filter(c -> !own.contains(c)).toList();
    Set<Role> worn = EnumSet.noneOf(Role.class);
    int others = 0;
    for (int k = 0; k <= i; k++) {
      boolean first = worn.add(row.get(k).role());
      if (k == i && first) return theme.colour(row.get(k).role());
      if (!first) others++;
    }
    return left.get((others - 1) % left.size());
  }

  private static void names(Surface surface, PlotTheme theme, Area area, List<Trace> row) {
    double y = area.y() + 6;
    Trace first = row.getFirst();
    double size = LiveLayout.NAME;
    if (row.size() == 1) {
      surface.text(
          LiveLayout.fitted(first.label(), surface, Face.BOLD, size),
          LiveLayout.LEFT,
          y,
          Anchor.LEFT,
          Face.BOLD,
          size,
          colour(theme, row, 0));
      if (area.height() >= 22)
        surface.text(
            first.key().variable(),
            LiveLayout.LEFT,
            y + 14,
            Anchor.LEFT,
            Face.SANS,
            LiveLayout.NUMBER,
            theme.muted());
      return;
    }
    surface.text(
        first.key().variable(), LiveLayout.LEFT, y, Anchor.LEFT, Face.BOLD, size, theme.muted());
    int fit = (int) Math.max(0, (area.height() - 6) / 13);
    for (int i = 0; i < Math.min(row.size(), fit); i++) {
      boolean more = i == fit - 1 && row.size() > fit;
      String text = more ? "and " + (row.size() - i) + " more" : row.get(i).label();
      surface.text(
          LiveLayout.fitted(text, surface, Face.SANS, 10),
          LiveLayout.LEFT,
          y + 14 + 13 * i,
          Anchor.LEFT,
          Face.SANS,
          10,
          more ? theme.muted() : colour(theme, row, i));
    }
  }

  private static Optional<Range> range(
      List<Trace> row, RunHistory run, TimeWindow window, Function<Trace, SpikeSweep.Marks> marks) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    String unit = "";
    boolean spikes = false;
    for (Trace trace : row) {
      TraceHistory history = run.trace(trace.key()).orElse(null);
      if (history == null) continue;
      long from = run.stepAt(window.start());
      long to = run.stepAt(window.end()) + 1;
      low = Math.min(low, history.low(from, to));
      high = Math.max(high, history.high(from, to));
      unit = history.unit().symbol();
      spikes |= isVoltage(history) && marks.apply(trace).count > 0;
    }
    if (low > high) return Optional.empty();
    // A line that hardly moves is not blown up to full height.
    double least = Math.max(1e-9, 1e-3 * Math.max(Math.abs(low), Math.abs(high)));
    if (high - low < least) {
      double middle = (low + high) / 2;
      low = middle - least / 2;
      high = middle + least / 2;
    }
    // Ends on round numbers keep the axis still while the extremes wander.
    double step = Ticks.step(high - low, 4);
    return Optional.of(
        new Range(
            Math.floor(low / step + 1e-9) * step,
            Math.ceil(high / step - 1e-9) * step,
            unit,
            spikes));
  }

  private static boolean isVoltage(TraceHistory history) {
    return history.unit().dimension().equals(Dimension.VOLTAGE);
  }

  private static void axis(Surface surface, PlotTheme theme, Area area, Range range) {
    int most = Math.max(1, (int) (area.height() / 26));
    double step = Ticks.step(range.high - range.low, most);
    List<Double> ticks = Ticks.between(range.low, range.high, most);
    int faint = ColourMap.mix(theme.ground(), theme.line(), 0.6);
    for (int i = 0; i < ticks.size(); i++) {
      double y = range.y(ticks.get(i), area);
      surface.line(area.x(), y, area.right(), y, 1, 0, faint);
      String text = Ticks.format(ticks.get(i), step) + (i == 0 ? " " + range.unit : "");
      surface.text(
          text, area.x() - 7, y, Anchor.RIGHT, Face.MONO, LiveLayout.NUMBER, theme.muted());
    }
  }

  /// Integrate-and-fire neurons have no spike in their voltage; the stroke stands where the voltage was reset.
  private static void spikes(
      Surface surface,
      Area area,
      Range range,
      TraceHistory history,
      RunHistory run,
      TimeWindow window,
      SpikeSweep.Marks marks,
      int colour) {
    double width = marks.count > area.width() / 3 ? 1 : LINE;
    for (int i = 0; i < marks.count; i++) {
      double x = window.x(run.timeOf(marks.steps[i]), area);
      double before = history.at(marks.steps[i] - 1);
      double after = history.at(marks.steps[i]);
      double foot = Math.min(Double.isNaN(before) ? after : before, after);
      if (Double.isNaN(foot) || x < area.x()) continue;
      surface.line(x, area.y(), x, range.y(foot, area), width, 0, colour);
    }
  }
}
