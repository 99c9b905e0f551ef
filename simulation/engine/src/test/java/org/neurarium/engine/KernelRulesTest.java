package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// What the lines of a neuron file mean in a run.
class KernelRulesTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static double state(Simulation simulation, String variable, int neuron) {
    return simulation.state(Sketch.id("p"), variable).orElseThrow()[neuron];
  }

  private static Sketch one(String... lines) {
    return new Sketch().model("mine", lines).population("p", 1, "mine");
  }

  @Test
  void withoutAResetANeuronFiresWhenTheConditionBeginsToHold() {
    Sketch sketch = one("state v = -0.5", "dv/dt = 0.1/ms*cos(0.1/ms*t) : 1", "spike when v > 0");
    try (Simulation simulation = sketch.build()) {
      double[] times = Spikes.during(simulation, 2000).times(simulation, "p", 0);
      // sin(t/10 ms) = 1/2 at 5.236 ms, and again each 62.83 ms.
      assertArrayEquals(new double[] {5.3, 68.1, 130.9, 193.8}, times, 1e-9);
    }
  }

  @Test
  void withAResetItFiresWheneverTheConditionHolds() {
    try (Simulation simulation =
        one("state v = 1", "spike when v > 0", "reset v = v - 0.1").build()) {
      assertEquals(10, Spikes.during(simulation, 30).all().size(), 1);
    }
  }

  @Test
  void aNeuronMadeToFireIsResetAndNobodyElseIs() {
    Sketch sketch =
        new Sketch()
            .model(
                "mine",
                "state v = 3",
                "state count = 0",
                "spike when v > 5",
                "reset v = 1 ; count += 1",
                "refractory 1 ms")
            .population("p", 20, "mine");
    try (Simulation simulation = sketch.build(2)) {
      simulation.fire(Sketch.id("p"), 17);
      simulation.fire(Sketch.id("p"), 3);
      assertEquals(
          List.of(new Spikes.Spike(1, 3), new Spikes.Spike(1, 17)),
          Spikes.during(simulation, 5).all());
      assertEquals(1, state(simulation, "v", 3));
      assertEquals(1, state(simulation, "count", 17));
      assertEquals(3, state(simulation, "v", 4));
      assertEquals(0, state(simulation, "count", 4));
    }
  }

  @Test
  void heldStatesStayAsTheResetLeftThemForAsLongAsItSays() {
    Sketch sketch =
        one(
                "parameter tau = 10 ms",
                "state v = 0.95",
                "state u = 1",
                "state count = 1",
                "dv/dt = 0.1/ms : 1",
                "du/dt = -u/tau : 1",
                "spike when v >= 1",
                "reset v = 0.2 ; u += 3 ; count += 1",
                "refractory tau/10 holding u, v")
            .probe("p", "v")
            .probe("p", "u");
    try (Simulation simulation = sketch.build()) {
      int first = (int) Spikes.during(simulation, 5).all().getFirst().step();
      simulation.advance(30);
      double[] v = EngineRulesTest.trace(simulation, 0);
      double[] u = EngineRulesTest.trace(simulation, 1);
      double reset = u[first];
      assertTrue(reset > 3.5);
      for (int k = first; k <= first + 10; k++) {
        assertEquals(0.2, v[k]);
        assertEquals(reset, u[k]);
      }
      assertEquals(0.21, v[first + 11], 1e-12);
      assertEquals(reset * Math.exp(-0.01), u[first + 11], 1e-12);
    }
  }

  @ParameterizedTest(name = "refractory for {0} ms")
  @ValueSource(doubles = {0, 1.23, 0.03})
  void crossingsInsideTheStepKeepSpikesFromDrifting(double hold) {
    Sketch sketch =
        one(
            "state v = 0",
            "dv/dt = (2 - v)/(10 ms) : 1",
            "spike when v >= 1 within the step",
            "reset v = 0",
            "refractory " + hold + " ms");
    try (Simulation simulation = sketch.build()) {
      double[] times = Spikes.during(simulation, 10_000).times(simulation, "p", 0);
      double interval = 10 * Math.log(2) + hold;
      assertEquals(Math.floor(1000 / interval), times.length, 1);
      for (int k = 0; k < times.length; k++) {
        double exact = 10 * Math.log(2) * (k + 1) + hold * k;
        // The grid's step, and what the parts of a step leave undecided in each interval.
        assertEquals(exact + 0.05, times[k], 0.05 + 2 * (k + 1) * 0.1 / 32, "spike " + k);
      }
    }
  }

  @Test
  void anUpstrokeThatRunsAwayLeavesTheOtherStatesAlone() {
    Sketch sketch =
        one(
            "state v = 0",
            "state w = 0",
            "dv/dt = (v^2 + 1)/(1 ms) : 1",
            "dw/dt = (v - w)/(100 ms) : 1",
            "spike when v >= 1000 within the step",
            "reset v = -5 ; w += 1");
    try (Simulation simulation = sketch.build()) {
      double[] times = Spikes.during(simulation, 10_000).times(simulation, "p", 0);
      assertEquals(1000 / (Math.atan(1000) + Math.atan(5)), times.length, 3);
      assertTrue(Math.abs(state(simulation, "w", 0)) < 100);
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {2, 3, 8})
  void randomNumbersBelongToNeuronAndStep(int threads) {
    Sketch sketch =
        new Sketch()
            .model(
                "mine",
                "state v = 0",
                "state x = 0",
                "state k = 0",
                "each step x = normal() ; v = 0.9*v + x + 0.1*normal()",
                "spike when v > 2 + uniform()",
                "reset v = uniform() ; k += 1")
            .population("p", 203, "mine");
    try (Simulation alone = sketch.build(1);
        Simulation together = sketch.build(threads)) {
      assertEquals(Spikes.during(alone, 1000).all(), Spikes.during(together, 1000).all());
      for (String s : List.of("v", "x", "k"))
        assertArrayEquals(
            alone.state(Sketch.id("p"), s).orElseThrow(),
            together.state(Sketch.id("p"), s).orElseThrow());
      double sum = 0;
      double squares = 0;
      for (double x : alone.state(Sketch.id("p"), "x").orElseThrow()) {
        sum += x;
        squares += x * x;
      }
      assertEquals(0, sum / 203, 4.5 / Math.sqrt(203));
      assertEquals(1, squares / 203, 4.5 * Math.sqrt(2.0 / 203));
      assertTrue(alone.spikes() > 1000);
    }
  }

  @Test
  void parametersThatDifferFromNeuronToNeuronGiveTheSameAsEachAlone() {
    double[] taus = {3, 7.5, 20};
    Map<String, Value> parameters = Sketch.values();
    parameters.put("tau_m", new Value.Listed(List.of(3.0, 7.5, 20.0), Sketch.value("1 ms").unit()));
    Signal noise = new Signal.Dc(Sketch.quantity("500 pA"));
    Sketch all =
        new Sketch()
            .population("p", 3, "lif_exp_psc", parameters, Map.of())
            .stimulus("s", 1, noise)
            .connect("s", "p", "current", ALL, "1", "1 ms");
    try (Simulation together = all.build()) {
      together.advance(1000);
      for (int i = 0; i < 3; i++) {
        Sketch single =
            new Sketch()
                .population("p", 1, "lif_exp_psc", "tau_m", taus[i] + " ms")
                .stimulus("s", 1, noise)
                .connect("s", "p", "current", ALL, "1", "1 ms");
        try (Simulation alone = single.build()) {
          alone.advance(1000);
          assertEquals(state(alone, "V_m", 0), state(together, "V_m", i), 1e-12);
        }
      }
    }
  }

  private static Problem stop(Sketch sketch) {
    try (Simulation simulation = sketch.build()) {
      return simulation.advance(5000).orElseThrow();
    }
  }

  @Test
  void aStepThatIsTooLongForTheEquationsIsNamedAsTheCause() {
    Problem problem = stop(one("state v = 1", "dv/dt = -v/(0.03 ms) : 1", "integrate euler"));
    assertTrue(
        problem.sentence().contains("dt = 0.1 ms is too long for a time constant of 0.03"),
        problem.sentence());
    assertTrue(problem.sentence().contains("v of neuron 0 in p"), problem.sentence());
  }

  @Test
  void aDivisionByZeroIsNamedAsTheCause() {
    Problem problem = stop(one("parameter tau = 0 ms", "state v = 1", "dv/dt = (2 - v)/tau : 1"));
    assertTrue(problem.sentence().contains("0.1 ms"), problem.sentence());
    assertTrue(problem.sentence().contains("a division by zero in line 4"), problem.sentence());
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3})
  void theRunEndsAtTheStepInWhichTheFirstValueStoppedBeingFinite(int threads) {
    Sketch sketch =
        new Sketch()
            .model(
                "mine",
                "parameter late = 50 ms",
                "state v = 0",
                "each step v = log(if(t > late, -1 - v, 1))")
            .population("p", 100, "mine", "late", "123.45 ms")
            .population("q", 100, "mine", "late", "120.05 ms");
    try (Simulation simulation = sketch.build(threads)) {
      Problem problem = simulation.advance(5000).orElseThrow();
      assertEquals(1201, simulation.step());
      assertTrue(
          problem
              .sentence()
              .startsWith("v of neuron 0 in q stopped being a finite number at 120.1 ms"),
          problem.sentence());
      simulation.reset();
      assertTrue(simulation.advance(1000).isEmpty());
    }
  }

  @Test
  void startValuesThatAreFormulasFollowTheParametersOfEachNeuron() {
    String[] lines = {
      "parameter E = -70 mV",
      "parameter k = 2",
      "state v = k*E + 5 mV",
      "state u = if(k > 2, exp(k), 0)"
    };
    try (Simulation simulation = one(lines).build()) {
      assertEquals(-135, state(simulation, "v", 0));
      assertEquals(0, state(simulation, "u", 0));
    }
    Map<String, Value> varied =
        Map.of(
            "k",
            new Value.Listed(List.of(1.0, 2.0, 3.0), Sketch.value("1").unit()),
            "E",
            Sketch.value("-60 mV"));
    Sketch sketch = new Sketch().model("mine", lines).population("p", 3, "mine", varied, Map.of());
    try (Simulation simulation = sketch.build(2)) {
      double[] expected = {-55, -115, -175};
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 3; i++) {
          assertEquals(expected[i], state(simulation, "v", i));
          assertEquals(i == 2 ? Math.exp(3) : 0, state(simulation, "u", i), 1e-14);
        }
        simulation.advance(10);
        simulation.reset();
      }
    }
  }

  @Test
  void aStartValueOfThePopulationGoesBeforeTheModelsFormula() {
    Sketch sketch =
        new Sketch()
            .model("mine", "parameter k = 2", "state v = 3*k", "state u = k^2")
            .population("p", 2, "mine", Sketch.values("k", "5"), Sketch.values("u", "7"));
    try (Simulation simulation = sketch.build()) {
      assertEquals(15, state(simulation, "v", 1));
      assertEquals(7, state(simulation, "u", 1));
    }
  }
}
