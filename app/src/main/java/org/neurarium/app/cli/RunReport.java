package org.neurarium.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.WorldFrame;

/// What a run gave.
///
/// @param title of the circuit
/// @param neurons in all
/// @param synapses in all
/// @param seed of the run
/// @param threads that ran it
/// @param dtMs length of a step (ms)
/// @param simulatedMs biological time (ms)
/// @param buildSeconds wall time of the build
/// @param runSeconds wall time of the run
/// @param peakMemoryBytes the most memory the process had
/// @param spikeHash see [org.neurarium.engine.measure.SpikeHash]
/// @param populations in the circuit's order
/// @param worlds in the circuit's order, as they were at the end
record RunReport(
    String title,
    long neurons,
    long synapses,
    long seed,
    int threads,
    double dtMs,
    double simulatedMs,
    double buildSeconds,
    double runSeconds,
    long peakMemoryBytes,
    String spikeHash,
    List<OfPopulation> populations,
    Map<ElementId, WorldFrame> worlds) {

  /// How many choices at the end of a run say whether something was learnt.
  private static final int LAST_CHOICES = 100;

  /// One population's share.
  ///
  /// @param rateHz spikes per neuron and second
  /// @param cvIsi irregularity; NaN where no neuron has fired often enough
  /// @param synchrony variance over mean of the pooled spike count in 1 ms; NaN where nobody fired
  record OfPopulation(
      ElementId id,
      String name,
      int size,
      long spikes,
      double rateHz,
      double cvIsi,
      double synchrony) {}

  static RunReport of(
      Circuit circuit,
      Simulation simulation,
      RunStatistics statistics,
      double buildSeconds,
      double runSeconds,
      long peakMemoryBytes) {
    double time = simulation.time();
    List<NeuronDirectory.Entry> entries = simulation.observation().directory().entries();
    List<OfPopulation> populations =
        circuit.populations().stream()
            .map(population -> of(population, entries, statistics, time))
            .toList();
    return new RunReport(
        circuit.title(),
        simulation.neurons(),
        simulation.synapses(),
        circuit.run().seed(),
        simulation.threads(),
        simulation.dt(),
        time,
        buildSeconds,
        runSeconds,
        peakMemoryBytes,
        statistics.hash(),
        populations,
        simulation.worlds());
  }

  private static OfPopulation of(
      Population population,
      List<NeuronDirectory.Entry> entries,
      RunStatistics statistics,
      double time) {
    int entry = 0;
    while (!entries.get(entry).element().equals(population.id())) entry++;
    long spikes = statistics.spikes(entry);
    return new OfPopulation(
        population.id(),
        population.name(),
        population.size(),
        spikes,
        spikes / (population.size() * time * 1e-3),
        statistics.cvIsi(entry),
        statistics.synchrony(entry, time));
  }

  /// Wall time over biological time: smaller is faster.
  double realTimeFactor() {
    return runSeconds / (simulatedMs * 1e-3);
  }

  Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seed", seed);
    all.put("threads", threads);
    all.put("dt_ms", dtMs);
    all.put("simulated_ms", simulatedMs);
    all.put("build_s", buildSeconds);
    all.put("run_s", runSeconds);
    all.put("real_time_factor", realTimeFactor());
    all.put("peak_memory_bytes", peakMemoryBytes);
    all.put("spike_hash", spikeHash);
    Map<String, Object> byId = new LinkedHashMap<>();
    for (OfPopulation p : populations) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("size", p.size());
      one.put("spikes", p.spikes());
      one.put("rate_hz", p.rateHz());
      one.put("cv_isi", p.cvIsi());
      one.put("synchrony", p.synchrony());
      byId.put(p.id().text(), one);
    }
    all.put("populations", byId);
    if (!worlds.isEmpty()) {
      Map<String, Object> played = new LinkedHashMap<>();
      worlds.forEach((id, world) -> played.put(id.text(), json(world)));
      all.put("worlds", played);
    }
    return all;
  }

  private static Map<String, Object> json(WorldFrame world) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("trials", world.trials().size());
    one.put("choices", world.choices());
    one.put("reward", world.reward());
    one.put("better_share", world.betterShare(Integer.MAX_VALUE));
    one.put("better_share_last_100", world.betterShare(LAST_CHOICES));
    one.put("median_effort_last_10", world.medianEffort(10));
    return one;
  }

  void print(PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d neuron%s, %,d synapses, seed %d",
            title,
            neurons,
            neurons == 1 ? "" : "s",
            synapses,
            seed));
    out.println();
    TextTable table =
        new TextTable("population", "neurons", "spikes", "rate (Hz)", "CV", "synchrony");
    for (OfPopulation p : populations)
      table.row(
          p.name(),
          Integer.toString(p.size()),
          Long.toString(p.spikes()),
          number(p.rateHz()),
          number(p.cvIsi()),
          number(p.synchrony()));
    table.print(out);
    worlds.forEach((id, world) ->
        out.println(
            String.format(
                Locale.ROOT,
                "%n%s: %,d trials, %,d choices, reward %s; better choice among the last %d: %s",
                id,
                world.trials().size(),
                world.choices(),
                number(world.reward()),
                Math.min(LAST_CHOICES, world.choices()),
                number(world.betterShare(LAST_CHOICES)))));
    out.println();
    out.println(
        String.format(
            Locale.ROOT,
            "%.1f ms in %.3f s on %d thread%s: real-time factor %.3g (smaller is faster); built in"
                + " %.3f s; peak memory %.0f MB",
            simulatedMs,
            runSeconds,
            threads,
            threads == 1 ? "" : "s",
            realTimeFactor(),
            buildSeconds,
            peakMemoryBytes / 1e6));
    out.println("spike hash " + spikeHash);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }
}
