package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.NeuronCompiler;

/// While a neuron is refractory, what goes on in it sees held states stand still: at each grid point it has the value of the closed form.
class HeldStatesTest {

  /// A state that relaxes towards `to` from `from`, after a time, with all times in ms.
  private static double relaxed(double from, double to, double time, double tau) {
    return to + (from - to) * Math.exp(-time / tau);
  }

  private static double state(Simulation simulation, String variable, int neuron) {
    return simulation.state(Sketch.id("p"), variable).orElseThrow()[neuron];
  }

  @ParameterizedTest(name = "dt = {0} ms")
  @ValueSource(doubles = {0.2, 0.1, 0.05, 0.025})
  void theAdaptationOfAnAdexNeuronFollowsItsClosedFormDuringTheRefractoryTime(double dt) {
    Sketch sketch =
        new Sketch().dt(dt).population("p", 1, "adex", "t_ref", "20 ms", "V_r", "-46 mV");
    try (Simulation simulation = sketch.build()) {
      simulation.fire(Sketch.id("p"), 0);
      simulation.advance(1);
      double start = state(simulation, "w", 0);
      assertEquals(80.5, start, 1e-7, "b, from rest");
      simulation.advance(Math.round(20 / dt));
      // a (V_r - E_L) = 4 nS · 24.6 mV, tau_w = 144 ms.
      assertEquals(relaxed(start, 98.4, 20, 144), state(simulation, "w", 0), 1e-9);
      assertEquals(-46, state(simulation, "v", 0));
    }
  }

  @Test
  void theAdaptationOfALinearNeuronDoesToo() {
    Sketch sketch =
        new Sketch()
            .population(
                "p",
                3,
                "lif_adapt",
                "t_ref",
                "30 ms",
                "V_reset",
                "-60 mV",
                "E_L",
                "-70 mV",
                "a",
                "5 nS",
                "tau_w",
                "100 ms",
                "b",
                "40 pA");
    try (Simulation simulation = sketch.build()) {
      simulation.fire(Sketch.id("p"), 1);
      simulation.advance(1);
      for (int step = 1; step <= 300; step++) {
        simulation.advance(1);
        assertEquals(relaxed(40, 50, step * 0.1, 100), state(simulation, "w", 1), 1e-10);
        assertEquals(-60, state(simulation, "V_m", 1));
        assertEquals(0, state(simulation, "w", 0), 1e-12, "others are not concerned");
      }
    }
  }

  /// @param accuracy of u and x, which are of the order of 4
  @ParameterizedTest(name = "{0}, {1} threads")
  @CsvSource({
    "chosen, 1, 1e-10",
    "chosen, 3, 1e-10",
    "exponential euler, 1, 1e-10",
    "rk4, 1, 1e-7",
    "heun, 1, 1e-3"
  })
  void theStatesOfEachNeuronOfAMixedPopulationDo(String scheme, int threads, double accuracy) {
    Map<String, Value> varied =
        Map.of("tau", new Value.Uniform(Sketch.quantity("5 ms"), Sketch.quantity("50 ms")));
    Sketch sketch =
        new Sketch()
            .model(
                "mine",
                "parameter tau = 10 ms",
                "state v = 0",
                "state u = 1",
                "state x = 0",
                "state own = tau",
                "dv/dt = (5 - v)/(3 ms) : 1",
                "du/dt = (v - u)/tau : 1",
                "dx/dt = (v*v - x)/tau : 1",
                "spike when v >= 100",
                "reset v = 2 ; u += 3",
                "refractory 20 ms",
                scheme.equals("chosen") ? "" : "integrate " + scheme)
            .population("p", 10, "mine", varied, Map.of());
    try (Simulation simulation = sketch.build(threads)) {
      for (int i = 0; i < 10; i += 2) simulation.fire(Sketch.id("p"), i);
      simulation.advance(1);
      double[] u = simulation.state(Sketch.id("p"), "u").orElseThrow();
      double[] x = simulation.state(Sketch.id("p"), "x").orElseThrow();
      simulation.advance(150);
      for (int i = 0; i < 10; i += 2) {
        double tau = state(simulation, "own", i);
        assertEquals(2, state(simulation, "v", i));
        assertEquals(relaxed(u[i], 2, 15, tau), state(simulation, "u", i), accuracy);
        assertEquals(relaxed(x[i], 4, 15, tau), state(simulation, "x", i), accuracy);
      }
    }
  }

  @Test
  void aPublishedUpdateSeesHeldStatesStandStill() {
    Sketch sketch =
        new Sketch()
            .model(
                "mine",
                "state v = 0",
                "state n = 0",
                "as published {",
                "  v += 1",
                "  n += v",
                "}",
                "spike when v >= 1000",
                "reset v = 7 ; n = 0",
                "refractory 1 ms")
            .population("p", 1, "mine");
    try (Simulation simulation = sketch.build()) {
      simulation.fire(Sketch.id("p"), 0);
      simulation.advance(1);
      simulation.advance(10);
      assertEquals(7, state(simulation, "v", 0));
      assertEquals(70, state(simulation, "n", 0));
      simulation.advance(1);
      assertEquals(78, state(simulation, "n", 0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lif_exp_psc", "lif_delta", "lif_cond_exp", "izhikevich"})
  void noStepOfItsOwnIsCompiledWhereNothingReadsAHeldState(String id) {
    NeuronModel model = Library.builtIn().neuron(id).orElseThrow();
    assertTrue(NeuronCompiler.compile(model, Set.of()).value().orElseThrow().rest().isEmpty());
  }
}
