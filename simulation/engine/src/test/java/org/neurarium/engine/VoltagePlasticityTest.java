package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;

/// Clopath's rule against the reference data: the target is a neuron of the circuit's own whose potential is prescribed.
class VoltagePlasticityTest {

  private static final OwnModel PRESCRIBED =
      new OwnModel(
          "prescribed",
          """
          neuron prescribed "Prescribed potential"
            parameter  E       = -70.6 mV
            parameter  V_spike = 33 mV
            parameter  d_spike = 2 ms
            parameter  ADP     = 20 mV
            parameter  tau_ADP = 20 ms
            state      v = E
            state      since = 100 s
            state      call = 0
            state      ignored = 0
            receptor   spike_now : 1
            receptor   nothing : 1
            each step  since += dt ; v = if(since < d_spike - dt/2, V_spike, E + ADP*exp(-(since - d_spike)/tau_ADP))
            on spike_now  call += weight
            on nothing    ignored += weight
            spike when call > 0
            reset call = 0 ; since = 0 ms ; v = V_spike
          """);

  @ParameterizedTest(name = "dt = {0} ms")
  @CsvSource({"0.1,0.05,0.02", "0.01,0.005,0.005"})
  void potentiation_and_depression_agree(double dt, double gain, double loss) {
    Csv frequencies = Csv.read("clopath_voltage/dw_vs_frequency.csv");
    Csv intervals = Csv.read("clopath_voltage/dw_vs_dt.csv");
    List<double[]> pre = new ArrayList<>();
    List<double[]> post = new ArrayList<>();
    List<double[]> wanted = new ArrayList<>();
    for (int r = 0; r < frequencies.size(); r++) {
      double period = frequencies.number(r, "period_ms");
      if (period > 100) continue; // rare pairs are the single pairs of the other table
      double[] arrivals = Pairings.periodic(50, period, 15);
      pre.add(arrivals);
      post.add(shifted(arrivals, frequencies.number(r, "dt_ms")));
      wanted.add(
          new double[] {
            frequencies.number(r, "dw"),
            frequencies.number(r, "dw_LTP"),
            frequencies.number(r, "dw_LTD")
          });
    }
    for (int r = 0; r < intervals.size(); r++) {
      pre.add(new double[] {100});
      post.add(new double[] {100 + intervals.number(r, "dt_ms")});
      wanted.add(
          new double[] {
            intervals.number(r, "dw"), intervals.number(r, "dw_LTP"), intervals.number(r, "dw_LTD")
          });
    }
    Sketch sketch =
        new Sketch()
            .dt(dt)
            .population("cell", pre.size(), "prescribed")
            .trains("pre", pre.stream().map(t -> shifted(t, -1)).toList())
            .trains("post", post.stream().map(t -> shifted(t, -1)).toList())
            .connect(
                "post",
                "cell",
                "spike_now",
                new Wiring.OneToOne(),
                Sketch.value("1"),
                Sketch.value("1 ms"))
            .learn(
                "pre",
                "cell",
                "nothing",
                new Wiring.OneToOne(),
                Sketch.value("10"),
                Sketch.value("1 ms"),
                "clopath",
                "w_max",
                "100");
    Circuit circuit = sketch.circuit().withModels(List.of(PRESCRIBED));
    Simulation.Build built =
        Simulation.build(
            circuit, sketch.files(), Library.builtIn(), Threads.exactly(1), BuildMonitor.NONE);
    try (Simulation simulation =
        built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()))) {
      simulation.advance(Math.round(1700 / dt));
      double[] weights = simulation.synapses(Sketch.id("pre-cell-nothing"), "w").orElseThrow();
      for (int k = 0; k < weights.length; k++)
        assertEquals(
            wanted.get(k)[0],
            weights[k] - 10,
            gain * Math.abs(wanted.get(k)[1]) + loss * Math.abs(wanted.get(k)[2]) + 1e-9,
            "pair " + k + " first at " + pre.get(k)[0] + " and " + post.get(k)[0] + " ms");
    }
  }

  private static double[] shifted(double[] times, double by) {
    return Arrays.stream(times).map(t -> t + by).toArray();
  }
}
