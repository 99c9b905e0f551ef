package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.observe.TraceRing;

/// Single neurons against closed forms and other simulators, within the strict tolerances of the reference data.
class ReferenceNeuronsTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static double[] trace(Simulation simulation, String population, String variable) {
    TraceRing ring =
        simulation.observation().traces().stream()
            .filter(t -> t.population().text().equals(population) && t.variable().equals(variable))
            .findFirst()
            .orElseThrow();
    double[] values = new double[(int) ring.written()];
    assertEquals(values.length, ring.read(0, values));
    return values;
  }

  private static Map<String, Value> stepNeuron() {
    return Sketch.values(
        "C_m",
        "250 pF",
        "tau_m",
        "14.999999999999998 ms",
        "E_L",
        "-70 mV",
        "V_th",
        "-50 mV",
        "V_reset",
        "-65 mV",
        "t_ref",
        "2 ms");
  }

  private static Simulation steps(int amplitude, double dt) {
    return new Sketch()
        .dt(dt)
        .population("cell", 1, "lif_exp_psc", stepNeuron(), Map.of())
        .stimulus(
            "step",
            1,
            new Signal.Dc(Sketch.quantity(amplitude + " pA")),
            Sketch.quantity("20 ms"),
            Sketch.quantity("220 ms"))
        .connect("step", "cell", "current", ALL, "1", "1 ms")
        .probe("cell", "V_m")
        .build();
  }

  @ParameterizedTest(name = "{0} pA at dt = {1} ms")
  @CsvSource({
    "300,0.1",
    "340,0.1",
    "400,0.1",
    "800,0.1",
    "300,0.05",
    "340,0.05",
    "400,0.05",
    "800,0.05",
    "300,0.025",
    "340,0.025",
    "400,0.025",
    "800,0.025"
  })
  void currentStepsGiveTheSpikesOfTheGrid(int amplitude, double dt) {
    Csv spikes = Csv.read("lif_step/spikes.csv");
    double[] expected = new double[0];
    for (int k = 0; k < spikes.size(); k++) {
      double time = spikes.number(k, "t_grid_" + dt + "_ms");
      if (spikes.number(k, "I_pA") != amplitude || Double.isNaN(time)) continue;
      expected = Arrays.copyOf(expected, expected.length + 1);
      expected[expected.length - 1] = time;
    }
    try (Simulation simulation = steps(amplitude, dt)) {
      Spikes found = Spikes.during(simulation, Math.round(260 / dt));
      assertArrayEquals(expected, found.times(simulation, "cell", 0), 1e-6);
    }
  }

  @ParameterizedTest(name = "{0} pA")
  @ValueSource(ints = {300, 340, 400, 800})
  void currentStepsGiveThePotentialBeforeTheFirstSpike(int amplitude) {
    double[] expected = Csv.read("lif_step/trace.csv").numbers("V_I" + amplitude + "_mV");
    try (Simulation simulation = steps(amplitude, 0.1)) {
      Spikes found = Spikes.during(simulation, 2600);
      double[] v = trace(simulation, "cell", "V_m");
      int end = found.all().isEmpty() ? 2601 : (int) found.all().getFirst().step();
      for (int k = 0; k < end; k++) assertEquals(expected[k], v[k], 1e-6, "at step " + k);
    }
  }

  @Test
  void constantCurrentsGiveTheRatesOfTheGrid() {
    Csv curve = Csv.read("lif_step/fI.csv");
    Map<String, Value> parameters = stepNeuron();
    parameters.put(
        "I_e",
        new Value.Listed(
            Arrays.stream(curve.numbers("I_pA")).boxed().toList(),
            org.neurarium.circuits.units.Unit.PICOAMPERE));
    try (Simulation simulation =
        new Sketch()
            .population("cells", curve.size(), "lif_exp_psc", parameters, Map.of())
            .build()) {
      Spikes found = Spikes.during(simulation, 30_000);
      for (int k = 0; k < curve.size(); k++) {
        double[] times = found.times(simulation, "cells", k);
        double rate =
            times.length < 3 ? 0 : 1000 / (times[times.length - 1] - times[times.length - 2]);
        assertEquals(
            curve.number(k, "rate_grid_0.1_Hz"),
            rate,
            1e-6,
            "at " + curve.number(k, "I_pA") + " pA");
      }
    }
  }

  private record Synapses(
      String model,
      Map<String, Value> parameters,
      String ex,
      String in,
      String exWeight,
      String inWeight) {}

  private static Synapses synapses(String name) {
    return switch (name) {
      case "lif_exp_psc" ->
          new Synapses(
              name,
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
                  "6 ms"),
              "ex",
              "in",
              "400 pA",
              "-250 pA");
      case "lif_alpha_psc" ->
          new Synapses(
              name,
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
                  "1 ms",
                  "tau_syn_in",
                  "3 ms"),
              "ex",
              "in",
              "270 pA",
              "-170 pA");
      case "lif_delta" ->
          new Synapses(
              name,
              Sketch.values(
                  "tau_m", "20 ms", "C_m", "200 pF", "E_L", "0 mV", "V_th", "20 mV", "V_reset",
                  "10 mV", "t_ref", "2 ms"),
              "delta",
              "delta",
              "1.5 mV",
              "-3 mV");
      case "lif_cond_exp" ->
          new Synapses(
              name,
              Sketch.values(
                  "C_m",
                  "200 pF",
                  "g_L",
                  "10 nS",
                  "E_L",
                  "-65 mV",
                  "V_th",
                  "-50 mV",
                  "V_reset",
                  "-60 mV",
                  "t_ref",
                  "2 ms",
                  "E_ex",
                  "0 mV",
                  "E_in",
                  "-80 mV",
                  "tau_syn_ex",
                  "5 ms",
                  "tau_syn_in",
                  "10 ms"),
              "ex",
              "in",
              "2.5 nS",
              "8 nS");
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// One neuron with inputs that arrive at given times: emitted one delay earlier.
  private static Sketch driven(Synapses s, double dt, double[] excitatory, double[] inhibitory) {
    double delay = 1.5;
    return new Sketch()
        .dt(dt)
        .population("cell", 1, s.model, s.parameters, Map.of())
        .spikes("excitation", Arrays.stream(excitatory).map(t -> t - delay).toArray())
        .spikes("inhibition", Arrays.stream(inhibitory).map(t -> t - delay).toArray())
        .connect("excitation", "cell", s.ex, ALL, s.exWeight, "1.5 ms")
        .connect("inhibition", "cell", s.in, ALL, s.inWeight, "1.5 ms")
        .probe("cell", "V_m");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"lif_exp_psc,1e-6", "lif_alpha_psc,1e-6", "lif_delta,1e-6", "lif_cond_exp,1e-4"})
  void singlePostsynapticPotentialsFollowTheReference(String name, double tolerance) {
    Csv expected = Csv.read(name + "/psp_single.csv");
    double[] at = {5};
    double[] never = {};
    try (Simulation ex = driven(synapses(name), 0.1, at, never).build();
        Simulation in = driven(synapses(name), 0.1, never, at).build()) {
      ex.advance(800);
      in.advance(800);
      assertArrayEquals(expected.numbers("V_exc_mV"), trace(ex, "cell", "V_m"), tolerance);
      assertArrayEquals(expected.numbers("V_inh_mV"), trace(in, "cell", "V_m"), tolerance);
    }
  }

  private static double[] found(String name, double dt) {
    double[] ex = Csv.read(name + "/input_exc.csv").numbers("t_arrival_ms");
    double[] in = Csv.read(name + "/input_inh.csv").numbers("t_arrival_ms");
    try (Simulation simulation = driven(synapses(name), dt, ex, in).build()) {
      Spikes spikes = Spikes.during(simulation, Math.round(1000 / dt));
      return spikes.times(simulation, "cell", 0);
    }
  }

  @ParameterizedTest(name = "{0} at dt = {1} ms")
  @CsvSource({
    "lif_exp_psc,0.1", "lif_exp_psc,0.05", "lif_exp_psc,0.025",
    "lif_alpha_psc,0.1", "lif_alpha_psc,0.05", "lif_alpha_psc,0.025"
  })
  void storedTrainsGiveTheSpikesOfTheGrid(String name, double dt) {
    double[] expected = Csv.read(name + "/spikes.csv").numbers("t_grid_" + dt + "_ms");
    assertArrayEquals(expected, found(name, dt), 1e-6);
  }

  @Test
  @DisplayName("voltage jumps give identical spike times")
  void voltageJumpsGiveIdenticalSpikeTimes() {
    assertArrayEquals(
        Csv.read("lif_delta/spikes.csv").numbers("t_spike_ms"), found("lif_delta", 0.1), 1e-6);
  }

  @ParameterizedTest(name = "at dt = {0} ms within {1} ms")
  @CsvSource({"0.1,0.35", "0.025,0.1"})
  void conductancesGiveTheSpikesOfAnAdaptiveSolver(double dt, double tolerance) {
    double[] expected = Csv.read("lif_cond_exp/spikes.csv").numbers("t_spike_ms");
    double[] found = found("lif_cond_exp", dt);
    assertEquals(expected.length, found.length);
    double bias = 0;
    for (int k = 0; k < found.length; k++) {
      assertEquals(expected[k], found[k], tolerance, "spike " + k);
      bias += (found[k] - expected[k]) / found.length;
    }
    assertTrue(bias >= 0 && bias <= 0.2, "mean lag is " + bias);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"lif_exp_psc,1e-5", "lif_alpha_psc,1e-5", "lif_delta,1e-5", "lif_cond_exp,1e-4"})
  void storedTrainsGiveThePotentialBeforeTheFirstSpike(String name, double tolerance) {
    double[] expected = Csv.read(name + "/trace.csv").numbers("V_mV");
    double[] ex = Csv.read(name + "/input_exc.csv").numbers("t_arrival_ms");
    double[] in = Csv.read(name + "/input_inh.csv").numbers("t_arrival_ms");
    try (Simulation simulation = driven(synapses(name), 0.1, ex, in).build()) {
      Spikes spikes = Spikes.during(simulation, 3000);
      double[] v = trace(simulation, "cell", "V_m");
      int first =
          (int) spikes.all().stream().filter(s -> s.neuron() == 0).findFirst().orElseThrow().step();
      for (int k = 0; k < first; k++) assertEquals(expected[k], v[k], tolerance, "at step " + k);
    }
  }
}
