package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Unit;

/// The deterministic network of 100 neurons with stored wiring: spikes and final potentials are part of its definition.
class ReferenceNetworkTest {

  private static Value listed(double[] values, Unit unit) {
    return new Value.Listed(Arrays.stream(values).boxed().collect(Collectors.toList()), unit);
  }

  static Sketch network() {
    Csv neurons = Csv.read("network_small_deterministic/neurons.csv");
    Csv connections = Csv.read("network_small_deterministic/connections.csv");
    StringBuilder excitatory = new StringBuilder("source,target,weight_pA,delay_ms\n");
    StringBuilder inhibitory = new StringBuilder("source,target,weight_pA,delay_ms\n");
    for (int k = 0; k < connections.size(); k++) {
      StringBuilder into = connections.number(k, "weight_pA") > 0 ? excitatory : inhibitory;
      into.append(
          String.join(
              ",",
              connections.text(k, "pre"),
              connections.text(k, "post"),
              connections.text(k, "weight_pA"),
              connections.text(k, "delay_ms") + "\n"));
    }
    Map<String, Value> parameters =
        Sketch.values(
            "C_m",
            "250 pF",
            "tau_m",
            "10 ms",
            "E_L",
            "-70 mV",
            "V_th",
            "-55 mV",
            "V_reset",
            "-70 mV",
            "t_ref",
            "2 ms",
            "tau_syn_ex",
            "2 ms",
            "tau_syn_in",
            "5 ms");
    parameters.put("I_e", listed(neurons.numbers("I_dc_pA"), Unit.PICOAMPERE));
    return new Sketch()
        .population(
            "net",
            100,
            "lif_exp_psc",
            parameters,
            Map.of("V_m", listed(neurons.numbers("V0_mV"), Unit.MILLIVOLT)))
        .file("ex.csv", excitatory.toString())
        .file("in.csv", inhibitory.toString())
        .connect("net", "net", "ex", new Wiring.FromList("ex.csv"), "0 pA", "1 ms")
        .connect("net", "net", "in", new Wiring.FromList("in.csv"), "0 pA", "1 ms");
  }

  @ParameterizedTest(name = "on {0} threads")
  @ValueSource(ints = {1, 2, 3, 8})
  void givesTheIdenticalSpikeListAndFinalPotentials(int threads) {
    Csv expected = Csv.read("network_small_deterministic/spikes.csv");
    List<Spikes.Spike> wanted = new ArrayList<>();
    for (int k = 0; k < expected.size(); k++)
      wanted.add(
          new Spikes.Spike(
              Math.round(expected.number(k, "t_ms") * 10), (int) expected.number(k, "neuron")));
    try (Simulation simulation = network().build(threads)) {
      Spikes spikes = Spikes.during(simulation, 4000);
      assertEquals(wanted, spikes.all());
      double[] v = simulation.state(Sketch.id("net"), "V_m").orElseThrow();
      assertArrayEquals(
          Csv.read("network_small_deterministic/final_V.csv").numbers("V_mV"), v, 1e-6);
    }
  }
}
