package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// Continuous inputs: rate neurons and gap junctions.
class CouplingTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static Sketch pair(String there, String back, String delay) {
    return new Sketch()
        .population("a", 1, "rate_linear", "r_0", "20 Hz", "tau", "10 ms")
        .population("b", 1, "rate_linear", "r_0", "5 Hz", "tau", "20 ms")
        .connect("a", "b", "input", ALL, there, delay)
        .connect("b", "a", "input", ALL, back, delay)
        .probe("a", "r")
        .probe("b", "r");
  }

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void aStateArrivesExactlyOneDelayLater(int steps) {
    try (Simulation simulation = pair("0.5", "-0.8", steps * 0.1 + " ms").build()) {
      simulation.advance(1000);
      double[] a = EngineRulesTest.trace(simulation, 0);
      double[] b = EngineRulesTest.trace(simulation, 1);
      // Exact over a step in which the input is held; before the start, states were as at the
      // start.
      double decayA = Math.exp(-0.01);
      double decayB = Math.exp(-0.005);
      for (int k = 1; k <= 1000; k++) {
        int then = Math.max(0, k - steps);
        assertEquals((20 - 0.8 * b[then]) * (1 - decayA) + a[k - 1] * decayA, a[k], 1e-11);
        assertEquals((5 + 0.5 * a[then]) * (1 - decayB) + b[k - 1] * decayB, b[k], 1e-11);
      }
    }
  }

  @Test
  void aLinearNetworkComesToItsFixedPoint() {
    try (Simulation simulation = pair("0.5", "-0.8", "1 ms").build()) {
      simulation.advance(20_000);
      // a = 20 - 0.8·b, b = 5 + 0.5·a
      double a = (20 - 0.8 * 5) / 1.4;
      assertEquals(a, EngineRulesTest.trace(simulation, 0)[20_000], 1e-9);
      assertEquals(5 + 0.5 * a, EngineRulesTest.trace(simulation, 1)[20_000], 1e-9);
    }
  }

  private static Sketch net() {
    Value weights = new Value.Uniform(Sketch.quantity("-0.1"), Sketch.quantity("0.1"));
    Value delays = new Value.Uniform(Sketch.quantity("0.1 ms"), Sketch.quantity("3 ms"));
    Map<String, Value> initial =
        Map.of("r", new Value.Uniform(Sketch.quantity("0 Hz"), Sketch.quantity("50 Hz")));
    return new Sketch()
        .population("p", 101, "rate_linear", Map.of(), initial)
        .population("q", 60, "rate_sigmoid", Map.of(), initial)
        .connect("p", "p", "input", new Wiring.PairwiseBernoulli(0.3), weights, delays)
        .connect("p", "q", "input", new Wiring.PairwiseBernoulli(0.3), "0.1", "0.2 ms")
        .connect("q", "p", "input", new Wiring.FixedInDegree(7), weights, delays)
        .connect("q", "q", "input", ALL, "-0.01", "0.7 ms");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {2, 3, 8})
  void theSameBitsForAnyNumberOfThreads(int threads) {
    try (Simulation alone = net().build(1);
        Simulation together = net().build(threads)) {
      alone.advance(2000);
      for (int k = 0; k < 40; k++) together.advance(50);
      for (String p : new String[] {"p", "q"})
        assertArrayEquals(
            alone.state(Sketch.id(p), "r").orElseThrow(),
            together.state(Sketch.id(p), "r").orElseThrow());
    }
  }

  @Test
  void weightsOfCouplingsChangeWhileItRuns() {
    Circuit circuit = pair("0.5", "-0.8", "1 ms").circuit();
    try (Simulation simulation = pair("0.5", "-0.8", "1 ms").build()) {
      simulation.advance(100);
      Projection old = circuit.projections().getFirst();
      Circuit next =
          circuit.of(
              circuit.elements().stream()
                  .map(e -> e.equals(old) ? old.withWeight(Sketch.value("0.25")) : e)
                  .toList());
      assertTrue(simulation.applyLive(next));
      simulation.advance(20_000);
      double a = (20 - 0.8 * 5) / 1.2;
      assertEquals(a, EngineRulesTest.trace(simulation, 0)[20_100], 1e-9);
    }
  }

  @ParameterizedTest(name = "{0} nS")
  @CsvSource({"3", "10"})
  void gapJunctionsPullPotentialsTogether(double conductance) {
    Sketch sketch =
        new Sketch()
            .population("a", 1, "lif_gap", "I_e", "200 pA")
            .population("b", 1, "lif_gap")
            .connect("a", "b", "gap", ALL, conductance + " nS", "0.1 ms")
            .connect("b", "a", "gap", ALL, conductance + " nS", "0.1 ms");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(20_000);
      double leak = 250 / 15.0;
      // Kirchhoff: g_L·x_a + g·(x_a - x_b) = 200 pA, g_L·x_b + g·(x_b - x_a) = 0.
      double sum = 200 / leak;
      double difference = 200 / (leak + 2 * conductance);
      assertEquals(
          -70 + (sum + difference) / 2,
          simulation.state(Sketch.id("a"), "V_m").orElseThrow()[0],
          1e-6);
      assertEquals(
          -70 + (sum - difference) / 2,
          simulation.state(Sketch.id("b"), "V_m").orElseThrow()[0],
          1e-6);
    }
  }
}
