package org.neurarium.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.engine.observe.WeightView;

/// Writes a run to CSV files while it goes on, complete and with the units in the headers.
///
/// `spikes.csv` has the columns `t_ms,element,neuron`; `traces.csv` has `t_ms` and a column for every trace of a probe, such as
/// `e[0].V_m_mV`; `weights-ID.csv` has `source,target,weight_UNIT,delay_ms` and can be read back as a connection list.
final class RecordedFiles implements SpikeSink, AutoCloseable {

  private static final int VALUES_AT_ONCE = 4096;
  private static final int SOURCES_AT_ONCE = 64;

  private final Path folder;
  private final Simulation simulation;
  private final NeuronDirectory directory;
  private final int digits;
  private final BufferedWriter spikes;
  private final @Nullable BufferedWriter traces;
  private final double[][] values;
  private long taken;

  /// Creates the folder where needed, and the files; old ones are written over.
  ///
  /// @param simulation at its start
  RecordedFiles(Path folder, Simulation simulation) throws IOException {
    this.folder = folder;
    this.simulation = simulation;
    directory = simulation.observation().directory();
    digits = decimals(simulation.dt());
    Files.createDirectories(folder);
    spikes = Files.newBufferedWriter(folder.resolve("spikes.csv"));
    spikes.write("t_ms,element,neuron\n");
    List<TraceRing> rings = simulation.observation().traces();
    values = new double[rings.size()][VALUES_AT_ONCE];
    traces = rings.isEmpty() ? null : Files.newBufferedWriter(folder.resolve("traces.csv"));
    if (traces != null) {
      traces.write("t_ms");
      for (TraceRing ring : rings)
        traces.write(
            ","
                + ring.population()
                + "["
                + ring.neuron()
                + "]."
                + ring.variable()
                + suffix(ring.unit()));
      traces.write("\n");
      takeTraces();
    }
  }

  private static String suffix(Unit unit) {
    return unit.symbol().isEmpty() ? "" : "_" + unit.symbol();
  }

  /// How many decimals a time needs to tell steps apart.
  private static int decimals(double dt) {
    int decimals = 0;
    for (double x = dt; decimals < 9 && Math.abs(x - Math.rint(x)) > 1e-9 * x; x *= 10) decimals++;
    return decimals;
  }

  private String time(long step) {
    return String.format(java.util.Locale.ROOT, "%." + digits + "f", step * simulation.dt());
  }

  @Override
  public void spikes(long step, int[] neurons, int count) {
    try {
      String time = time(step);
      for (int i = 0; i < count; i++) {
        NeuronDirectory.Entry entry = directory.entries().get(directory.entryOf(neurons[i]));
        spikes.write(time);
        spikes.write(',');
        spikes.write(entry.element().text());
        spikes.write(',');
        spikes.write(Integer.toString(neurons[i] - entry.first()));
        spikes.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes what the traces hold since the last call, which must come before their rings are full.
  void takeTraces() throws IOException {
    if (traces == null) return;
    List<TraceRing> rings = simulation.observation().traces();
    int n;
    do {
      n = VALUES_AT_ONCE;
      for (int r = 0; r < values.length; r++) n = Math.min(n, rings.get(r).read(taken, values[r]));
      for (int i = 0; i < n; i++) {
        traces.write(time(rings.getFirst().firstStep() + taken + i));
        for (double[] trace : values) {
          traces.write(',');
          traces.write(Double.toString(trace[i]));
        }
        traces.write('\n');
      }
      taken += n;
    } while (n > 0);
  }

  /// Writes the weights as they are now, a file for each projection with synapses.
  void writeWeights() throws IOException {
    for (Map.Entry<ElementId, WeightView> projection :
        simulation.observation().weights().entrySet()) {
      WeightView view = projection.getValue();
      try (BufferedWriter out =
          Files.newBufferedWriter(folder.resolve("weights-" + projection.getKey() + ".csv"))) {
        out.write("source,target,weight" + suffix(view.unit()) + ",delay_ms\n");
        for (int first = 0; first < view.sources(); first += SOURCES_AT_ONCE) {
          int last = Math.min(view.sources(), first + SOURCES_AT_ONCE) - 1;
          for (WeightView.Synapse s :
              view.between(first, last, 0, view.targets() - 1, Integer.MAX_VALUE))
            out.write(s.source() + "," + s.target() + "," + s.weight() + "," + s.delay() + "\n");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      spikes.close();
    } finally {
      if (traces != null) traces.close();
    }
  }
}
