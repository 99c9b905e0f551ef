package org.neurarium.visualization.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neurarium.circuits.ElementId;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.SpikeHistory.Spikes;
import org.neurarium.visualization.history.TraceHistory;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.LiveScene.Band;
import org.neurarium.visualization.paint.LiveScene.Rate;
import org.neurarium.visualization.paint.LiveScene.Trace;
import org.neurarium.visualization.paint.TimeWindow;

/// The numbers behind a live picture, copied out of the history, and written as tables.
///
/// Made on the plot thread; the copy may be written by any. Columns carry their unit in their name, as in `t_ms` and `V_m_mV`.
public final class RunTables {

  private final LiveScene scene;
  private final double dt;
  private final long from;
  private final long to;
  private final Map<ElementId, Spikes> spikes = new LinkedHashMap<>();
  private final List<double[]> values = new ArrayList<>();
  private final List<String> units = new ArrayList<>();

  private RunTables(LiveScene scene, RunHistory run, TimeWindow window) {
    this.scene = scene;
    dt = run.dt();
    from = Math.max(0, run.stepAt(window.start()));
    to = Math.max(from, Math.min(run.endStep(), run.stepAt(window.end()) + 1));
    // Bins of rates begin on multiples of their width, perhaps before the window; they are counted
    // whole.
    long first = from;
    for (Rate rate : scene.rates()) first = Math.min(first, from / perBin(rate) * perBin(rate));
    for (Band band : scene.bands())
      spikes.put(band.element(), run.spikes().of(band.element(), first, to));
    for (Rate rate : scene.rates())
      spikes.put(rate.element(), run.spikes().of(rate.element(), first, to));
    for (Trace trace : scene.traces()) {
      TraceHistory history = run.trace(trace.key()).orElse(null);
      values.add(history == null ? new double[0] : history.copy(from, to));
      units.add(history == null ? "" : history.unit().symbol());
    }
  }

  private long perBin(Rate rate) {
    return Math.max(1, Math.round(rate.bin() / dt));
  }

  /// Copies what a scene shows in a window. Plot thread.
  public static RunTables of(LiveScene scene, RunHistory run, TimeWindow window) {
    return new RunTables(scene, run, window);
  }

  /// Writes every spike in the raster: time, population, neuron.
  public void writeSpikes(Appendable csv) throws IOException {
    csv.append("t_ms,population,neuron\n");
    List<long[]> rows = new ArrayList<>();
    for (int b = 0; b < scene.bands().size(); b++) {
      Band band = scene.bands().get(b);
      boolean[] shown = new boolean[band.size()];
      for (int n : band.neurons().indices(band.size())) shown[n] = true;
      Spikes all = spikes.getOrDefault(band.element(), new Spikes(new long[0], new int[0]));
      for (int i = 0; i < all.size(); i++)
        if (all.steps()[i] >= from && shown[all.neurons()[i]])
          rows.add(new long[] {all.steps()[i], b, all.neurons()[i]});
    }
    rows.sort((x, y) -> java.util.Arrays.compare(x, y));
    for (long[] row : rows)
      csv.append(time(row[0]))
          .append(',')
          .append(quoted(scene.bands().get((int) row[1]).name()))
          .append(',')
          .append(Long.toString(row[2]))
          .append('\n');
  }

  /// Writes the traces side by side, a row for each step.
  public void writeTraces(Appendable csv) throws IOException {
    csv.append("t_ms");
    for (int i = 0; i < scene.traces().size(); i++) {
      Trace trace = scene.traces().get(i);
      String unit = units.get(i).isEmpty() ? "" : "_" + units.get(i);
      csv.append(',').append(quoted(trace.label() + " " + trace.key().variable() + unit));
    }
    csv.append('\n');
    for (long step = from; step < to; step++) {
      csv.append(time(step));
      for (double[] column : values) {
        int at = (int) (step - from);
        boolean known = at < column.length && !Double.isNaN(column[at]);
        csv.append(',').append(known ? Double.toString(column[at]) : "");
      }
      csv.append('\n');
    }
  }

  /// Writes the rates, a row for each whole bin of each population.
  public void writeRates(Appendable csv) throws IOException {
    csv.append("bin_start_ms,bin_end_ms,population,spikes,rate_Hz\n");
    for (Rate rate : scene.rates()) {
      long perBin = perBin(rate);
      long first = from / perBin;
      long bins = to / perBin;
      int[] counts = new int[(int) Math.max(0, bins - first)];
      Spikes all = spikes.getOrDefault(rate.element(), new Spikes(new long[0], new int[0]));
      for (long step : all.steps()) {
        long bin = step / perBin - first;
        if (bin >= 0 && bin < counts.length) counts[(int) bin]++;
      }
      for (int i = 0; i < counts.length; i++) {
        double hertz = counts[i] * 1000.0 / ((double) rate.size() * perBin * dt);
        csv.append(time((first + i) * perBin)).append(',').append(time((first + i + 1) * perBin));
        csv.append(',').append(quoted(rate.name())).append(',').append(Integer.toString(counts[i]));
        csv.append(',').append(String.format(Locale.ROOT, "%.6g", hertz)).append('\n');
      }
    }
  }

  private String time(long step) {
    return new java.math.BigDecimal(step * dt)
        .setScale(6, java.math.RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /// A field that may hold commas or quotes.
  static String quoted(String text) {
    return text.matches("[^,\"\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
