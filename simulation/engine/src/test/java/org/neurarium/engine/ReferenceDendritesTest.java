package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

/// Neurons of two compartments that are written as equations, against trajectories of independent solvers.
class ReferenceDendritesTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static double[] expected(Csv spikes, String key, String value) {
    return IntStream.range(0, spikes.size())
        .filter(row -> spikes.text(row, key).equals(value))
        .mapToDouble(row -> spikes.number(row, "t_spike_ms"))
        .toArray();
  }

  private static double[] times(Sketch sketch, double duration) {
    try (Simulation simulation = sketch.build()) {
      Spikes spikes = Spikes.during(simulation, Math.round(duration / simulation.dt()));
      return spikes.times(simulation, "cell", 0);
    }
  }

  /// Full spikes: 0.5 % of the time that has passed. The irregular bursts are given 0.65 % at the longer step. Their error, 0.59 %, is none of the scheme's order, which is Runge and Kutta's with four stages
  /// already: what opens the potassium channel has a kink at 50 mV and saturates at a corner, and each burst magnifies what a step across these is off. Half the step is off by a seventh of that.
  @ParameterizedTest(name = "{0} at dt = {5} ms")
  @CsvSource({
    "burst_Is0.75_gc2.1, 2.1, 0.75, 0, 10, 0.025, 0.005",
    "irregular_bursts_Is1.5_gc2.1, 2.1, 1.5, 0, 10, 0.025, 0.005",
    "spiking_Is2.5_gc10.5, 10.5, 2.5, 0, -20, 0.025, 0.005",
    "dendritic_Id0.75_gc2.1, 2.1, 0, 0.75, 10, 0.025, 0.005",
    "burst_Is0.75_gc2.1, 2.1, 0.75, 0, 10, 0.05, 0.005",
    "irregular_bursts_Is1.5_gc2.1, 2.1, 1.5, 0, 10, 0.05, 0.0065",
    "spiking_Is2.5_gc10.5, 10.5, 2.5, 0, -20, 0.05, 0.005",
    "dendritic_Id0.75_gc2.1, 2.1, 0, 0.75, 10, 0.05, 0.005"
  })
  void pinskyAndRinzelsCellBurstsAndSpikes(
      String run,
      String coupling,
      String soma,
      String dendrite,
      String threshold,
      double dt,
      double share) {
    double[] found =
        times(
            new Sketch()
                .dt(dt)
                .population(
                    "cell",
                    1,
                    "pinsky_rinzel",
                    "g_c",
                    coupling + " mS/cm^2",
                    "I_e",
                    soma + " uA/cm^2",
                    "I_d",
                    dendrite + " uA/cm^2",
                    "V_th",
                    threshold + " mV"),
            1000);
    double[] expected = expected(Csv.read("two_compartment/spikes.csv"), "run", run);
    assertEquals(expected.length, found.length);
    for (int k = 0; k < expected.length; k++)
      assertEquals(expected[k], found[k], 0.3 + share * expected[k], "spike " + k);
  }

  @ParameterizedTest(name = "{0} at dt = {5} ms")
  @CsvSource({
    "soma_pulse_only, 2000, 25, 0, 60, 0.1",
    "dendrite_only, 0, 25, 500, 60, 0.1",
    "both_BAC, 2000, 25, 500, 60, 0.1",
    "strong_dendrite, 0, 25, 1500, 60, 0.1",
    "tonic_soma, 700, 320, 0, 60, 0.1",
    "tonic_both, 700, 320, 400, 320, 0.1",
    "soma_pulse_only, 2000, 25, 0, 60, 0.025",
    "dendrite_only, 0, 25, 500, 60, 0.025",
    "both_BAC, 2000, 25, 500, 60, 0.025",
    "strong_dendrite, 0, 25, 1500, 60, 0.025",
    "tonic_soma, 700, 320, 0, 60, 0.025",
    "tonic_both, 700, 320, 400, 320, 0.025"
  })
  void somaAndDendriteTogetherBurst(
      String protocol,
      double soma,
      double somaEnd,
      double dendrite,
      double dendriteEnd,
      double dt) {
    // Synapses that never close make a pulse of two spikes.
    Sketch sketch =
        new Sketch()
            .dt(dt)
            .population("cell", 1, "naud_sprekeler", Sketch.values("tau_syn_d", "1e9 ms"), Map.of())
            .stimulus(
                "soma",
                1,
                new Signal.Dc(Quantity.of(soma, "pA")),
                Quantity.of(20, "ms"),
                Quantity.of(somaEnd, "ms"))
            .connect("soma", "cell", "current", ALL, "1", "1 ms")
            .spikes("on", 19)
            .connect("on", "cell", "dendrite", ALL, dendrite + " pA", "1 ms")
            .spikes("off", dendriteEnd - 1)
            .connect("off", "cell", "dendrite", ALL, -dendrite + " pA", "1 ms");
    double[] found = times(sketch, 400);
    double[] expected = expected(Csv.read("bac_firing/spikes.csv"), "protocol", protocol);
    assertEquals(expected.length, found.length);
    double first = dt > 0.05 ? 0.3 : 0.1;
    double each = dt > 0.05 ? 0.15 : 0.04;
    for (int k = 0; k < expected.length; k++)
      assertEquals(expected[k], found[k], first + each * k, "spike " + k);
  }
}
