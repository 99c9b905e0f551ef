package org.neurarium.benchmarks;

import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;

/// Builds networks in which one phase of the step outweighs the others.
final class SmallNetwork {

  /// Neurons that never fire: what arrives at them has no weight to speak of.
  private static final String FRAME =
      """
      {
        "neurarium": 1,
        "title": "Benchmark",
        "populations": [
          {"id": "n", "name": "Neurons", "type": "mixed", "size": %d, "model": "lif_exp_psc"%s}
        ],
        "stimuli": [
          {"id": "in", "name": "Inputs", "size": %d, "signal": {"poisson": {"rate": "%s"}}}
        ],
        "projections": [
          {
            "id": "line", "name": "Line", "from": "%s", "to": "n", "receptor": "ex",
            "wiring": %s, "weight": %s, "delay": %s%s
          }
        ]
      }
      """;

  private SmallNetwork() {}

  /// Inputs that fire at random onto neurons, all to all.
  ///
  /// @param neurons what is set of them, as in a circuit's file: empty, or beginning with a comma
  /// @param synapse likewise, of their synapses
  static Simulation driven(
      int inputs,
      String rate,
      int size,
      String neurons,
      String weight,
      String delay,
      String synapse) {
    return build(
        FRAME.formatted(
            size, neurons, inputs, rate, "in", "\"all_to_all\"", weight, delay, synapse),
        1);
  }

  /// Neurons that nobody drives, with a synapse each, so that there is a delay.
  static Simulation silent(int size, String delay, int threads) {
    return build(
        FRAME.formatted(
            size, "", 1, "0 Hz", "n", "\"one_to_one\"", "\"1 pA\"", "\"" + delay + "\"", ""),
        threads);
  }

  private static Simulation build(String text, int threads) {
    Circuit circuit = CircuitReader.read("circuit.json", text).circuit().orElseThrow();
    Simulation.Build build =
        Simulation.build(
            circuit,
            DataFiles.NONE,
            Library.builtIn(),
            Threads.exactly(threads),
            BuildMonitor.NONE);
    return build
        .simulation()
        .orElseThrow(() -> new IllegalStateException(build.problems().toString()));
  }
}
