package org.neurarium.visualization.paint;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.SpikeHistory.Spikes;
import org.neurarium.visualization.paint.LivePlot.Look;
import org.neurarium.visualization.paint.LiveScene.Band;
import org.neurarium.visualization.paint.LiveScene.Trace;

/// Says in words what stands at a place of a live picture.
final class ReadOut {

  private static final double NEAR = 4; // logical pixels

  private ReadOut() {}

  static List<String> at(LiveLayout layout, Look look, RunHistory run, double x, double y) {
    double time = look.window().time(x, layout.plot());
    List<String> lines = new ArrayList<>();
    lines.add(TimeText.exact(time));
    for (int i = 0; i < layout.bands().size(); i++)
      if (layout.bands().get(i).contains(x, y))
        raster(
            lines, look.scene().bands().get(i), layout.bands().get(i), look.window(), run, time, y);
    List<List<Trace>> rows = look.scene().traceRows();
    for (int i = 0; i < rows.size(); i++)
      if (layout.traces().get(i).contains(x, y))
        rows.get(i).forEach(t -> trace(lines, t, run, time));
    for (int i = 0; i < layout.kymographs().size(); i++)
      if (layout.kymographs().get(i).contains(x, y))
        kymograph(
            lines, look.scene().kymographs().get(i), layout.kymographs().get(i), run, time, y);
    if (layout.rate().contains(x, y)) look.scene().rates().forEach(r -> rate(lines, r, run, time));
    return lines;
  }

  private static void raster(
      List<String> lines,
      Band band,
      Area area,
      TimeWindow window,
      RunHistory run,
      double time,
      double y) {
    int[] shown = band.neurons().indices(band.size());
    if (shown.length == 0) return;
    double perRow = area.height() / shown.length;
    int row = (int) Math.clamp((y - area.y()) / perRow, 0, shown.length - 1);
    double reach = NEAR / area.width() * window.length();
    Spikes near =
        run.spikes().of(band.element(), run.stepAt(time - reach), run.stepAt(time + reach) + 1);
    int neuron = shown[row];
    int best = -1;
    double bestDistance = NEAR;
    for (int i = 0; i < near.size(); i++) {
      int at = java.util.Arrays.binarySearch(shown, near.neurons()[i]);
      if (at < 0) continue;
      double dy = Math.abs(area.y() + (at + 0.5) * perRow - y);
      double dx = Math.abs(window.x(run.timeOf(near.steps()[i]), area) - window.x(time, area));
      if (Math.hypot(dx, dy) >= bestDistance) continue;
      bestDistance = Math.hypot(dx, dy);
      best = i;
    }
    if (best >= 0) neuron = near.neurons()[best];
    lines.add(band.name() + " · neuron " + neuron);
    if (best >= 0) lines.add("spike at " + TimeText.exact(run.timeOf(near.steps()[best])));
  }

  private static void trace(List<String> lines, Trace trace, RunHistory run, double time) {
    run.trace(trace.key())
        .ifPresent(history -> {
          double value = LivePlot.valueAt(history, run, time);
          if (!Double.isNaN(value))
            lines.add(
                trace.label() + "  " + Ticks.format(value, 4) + " " + history.unit().symbol());
        });
  }

  private static void kymograph(
      List<String> lines,
      LiveScene.Kymograph kymograph,
      Area area,
      RunHistory run,
      double time,
      double y) {
    List<RunHistory.TraceKey> rows = KymographPainter.rows(run, kymograph);
    if (rows.isEmpty()) return;
    int row = (int) Math.clamp((y - area.y()) / area.height() * rows.size(), 0, rows.size() - 1);
    RunHistory.TraceKey key = rows.get(row);
    run.trace(key)
        .ifPresent(history -> {
          double value = LivePlot.valueAt(history, run, time);
          if (!Double.isNaN(value))
            lines.add(
                key.variable() + "  " + Ticks.format(value, 4) + " " + history.unit().symbol());
        });
  }

  private static void rate(List<String> lines, LiveScene.Rate rate, RunHistory run, double time) {
    long perBin = Math.max(1, Math.round(rate.bin() / run.dt()));
    long first = Math.floorDiv(run.stepAt(time), perBin) * perBin;
    if (first + perBin > run.endStep()) return;
    int count = run.spikes().of(rate.element(), first, first + perBin).size();
    double hertz = count * 1000.0 / (rate.size() * perBin * run.dt());
    lines.add(rate.name() + "  " + Ticks.format(hertz, 3) + " Hz");
  }
}
