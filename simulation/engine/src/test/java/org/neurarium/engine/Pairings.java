package org.neurarium.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;

/// Pairs of neurons with a synapse of the same model between them, whose spikes on both sides are given.
final class Pairings {

  private static final String SYNAPSES = "pre-cell-delta";

  private final double dt;
  private final double delay;
  private final String synapse;
  private final String[] parameters;
  private final List<double[]> pre = new ArrayList<>();
  private final List<double[]> post = new ArrayList<>();
  private final StringBuilder rows = new StringBuilder("source,target,weight_mV\n");

  /// @param delay of the synapses (ms)
  /// @param parameters pairs of parameter and value
  Pairings(double dt, double delay, String synapse, String... parameters) {
    this.dt = dt;
    this.delay = delay;
    this.synapse = synapse;
    this.parameters = parameters;
  }

  /// Adds a pair.
  ///
  /// @param arrivals when spikes reach the synapse (ms)
  /// @param spikes when the target fires (ms)
  Pairings pair(double weight, double[] arrivals, double[] spikes) {
    rows.append(pre.size()).append(',').append(pre.size()).append(',').append(weight).append('\n');
    pre.add(Arrays.stream(arrivals).map(t -> t - delay).toArray());
    post.add(Arrays.stream(spikes).map(t -> t - dt).toArray());
    return this;
  }

  int size() {
    return pre.size();
  }

  /// The circuit: targets fire because they are pushed far beyond their threshold, which the synapses never reach.
  Sketch sketch() {
    return new Sketch()
        .dt(dt)
        .population(
            "cell", size(), "lif_delta", "V_th", "1000000 mV", "t_ref", "0 ms", "tau_m", "1 ms")
        .trains("pre", pre)
        .trains("post", post)
        .file("pairs.csv", rows.toString())
        .connect(
            "post",
            "cell",
            "delta",
            new Wiring.OneToOne(),
            Sketch.value("1000000000 mV"),
            Sketch.value(dt + " ms"))
        .learn(
            "pre",
            "cell",
            "delta",
            new Wiring.FromList("pairs.csv"),
            Sketch.value("0 mV"),
            Sketch.value(delay + " ms"),
            synapse,
            parameters);
  }

  /// Builds a circuit with the library's models.
  static Simulation build(Sketch sketch) {
    Simulation.Build built =
        Simulation.build(
            sketch.circuit(),
            sketch.files(),
            Library.builtIn(),
            Threads.exactly(1),
            BuildMonitor.NONE);
    return built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()));
  }

  /// The weights after a time (ms).
  double[] run(double until) {
    try (Simulation simulation = build(sketch())) {
      simulation
          .advance(Math.round(until / dt))
          .ifPresent(p -> {
            throw new AssertionError(p.toString());
          });
      return values(simulation, "w");
    }
  }

  /// A variable of the synapses, pair by pair.
  static double[] values(Simulation simulation, String variable) {
    return simulation.synapses(Sketch.id(SYNAPSES), variable).orElseThrow();
  }

  /// `count` times with a period, from a first one (ms).
  static double[] periodic(double first, double period, int count) {
    double[] times = new double[count];
    for (int k = 0; k < count; k++) times[k] = first + k * period;
    return times;
  }
}
