package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// Receptors: how much they do at a concentration, in which direction, and that rules that read it learn the same whether they are worked out at events or in every step.
class ReceptorTest {

  private static final double REST = -70;
  private static final double DEPOLARISATION = 4; // 100 pA through 40 MOhm (mV)

  private static Link receptor(String name, String halfEffect, double hill, double strength) {
    return new Link(
        Sketch.id(name),
        name,
        Sketch.id("da"),
        Sketch.id("n"),
        new Link.Modulate("I_e", Sketch.quantity(halfEffect), hill, strength));
  }

  /// By what a current was multiplied: from the potential at which a neuron settles under it.
  private static double factor(double concentration, Link... receptors) {
    Sketch sketch =
        new Sketch()
            .population("n", 1, "lif_exp_psc", "I_e", "100 pA")
            .add(
                ModulatorTest.source("da", "dopamine", ModulatorSource.EVERYWHERE)
                    .withParameter("tau", Sketch.quantity("1e9 s")));
    for (Link receptor : receptors) sketch.add(receptor);
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("da"), concentration);
      simulation.advance(4000);
      double v = simulation.state(Sketch.id("n"), "V_m").orElseThrow()[0];
      return (v - REST) / DEPOLARISATION;
    }
  }

  @ParameterizedTest(name = "{0} uM, Hill exponent {1}")
  @CsvSource({
    "0, 1",
    "0.001, 1",
    "0.01, 1",
    "0.3, 1",
    "1, 1",
    "5, 1",
    "1e9, 1",
    "0.5, 2",
    "2, 4",
    "1e9, 3"
  })
  void d1StrengthensAndD2WeakensByThePartThatIsTaken(double c, double hill) {
    double d1 = 1 / (1 + Math.pow(1 / c, hill));
    double d2 = 1 / (1 + Math.pow(0.01 / c, hill));
    assertEquals(1 + d1, factor(c, receptor("d1", "1 uM", hill, 1)), 1e-6);
    assertEquals(1 - 0.5 * d2, factor(c, receptor("d2", "10 nM", hill, -0.5)), 1e-6);
    assertEquals(
        (1 + d1) * (1 - 0.5 * d2),
        factor(c, receptor("d1", "1 uM", hill, 1), receptor("d2", "10 nM", hill, -0.5)),
        1e-6);
  }

  @Test
  void moreThanAllReceptorsCannotBeTaken() {
    double most = factor(1e6, receptor("d1", "1 uM", 1, 1));
    assertEquals(most, factor(1e9, receptor("d1", "1 uM", 1, 1)), 1e-5);
    assertEquals(2, most, 1e-5);
    assertEquals(0, factor(1e9, receptor("d2", "10 nM", 1, -1)), 1e-6);
  }

  /// Pairs leave marks that dopamine turns into weights, as `rstdp` has it; where the mark's decay follows the concentration, however little, it is integrated step by step.
  private static String rule(String name, String decay) {
    return """
    synapse %s "Marks and dopamine"
      parameter tau_c = 0.4 s in 0.1 .. 10 positive "how long the mark lasts"
      state c = 0 "mark"
      pre state x = 0 "trace of arriving spikes"
      post state y = 0 "trace of the target's spikes"
      dx/dt = -x/(20 ms) : 1
      dy/dt = -y/(20 ms) : 1
      dc/dt = -c*%s/tau_c : 1
      dw/dt = 20*c*([DA] - 0.05 uM)/(1 s*1 uM) : 1
      on pre   w = clip(w, 0, 900) ; deliver w ; c -= 0.15*y ; x += 1
      on post  c += 0.1*x ; y += 1
    """
        .formatted(name, decay);
  }

  private static double[] learnt(
      String rule, String text, double dt, ModulatorSource.Spread spread) {
    Sketch sketch =
        new Sketch()
            .seed(5)
            .dt(dt)
            .own(text)
            .spikes("burst", 210, 430, 800, 1230)
            .stimulus("input", 20, new Signal.Poisson(Sketch.value("30 Hz")))
            .population("cortex", 25, "lif_exp_psc")
            .learn(
                "input",
                "cortex",
                "ex",
                new Wiring.PairwiseBernoulli(0.5),
                Sketch.value("400 pA"),
                new Value.Uniform(Sketch.quantity("0.5 ms"), Sketch.quantity("3 ms")),
                rule)
            .add(ModulatorTest.source("da", "dopamine", spread))
            .add(
                ModulatorTest.link(
                    "burst",
                    "da",
                    new Link.Release(Sketch.quantity("0.6 uM"), Sketch.quantity("1 ms"))));
    try (Simulation simulation = sketch.build(2)) {
      simulation.advance(Math.round(1800 / dt));
      double[] all =
          simulation
              .observation()
              .weightsOf(Sketch.id("input-cortex-ex"))
              .orElseThrow()
              .sample(Integer.MAX_VALUE);
      Arrays.sort(all);
      return all;
    }
  }

  @ParameterizedTest(name = "in a field: {0}")
  @CsvSource({"false", "true"})
  void rulesLearnTheSameAtEventsAndStepByStep(boolean inField) {
    ModulatorSource.Spread spread =
        inField
            ? new ModulatorSource.Spread.Field(
                Sketch.quantity("20 um^2/ms"), Sketch.quantity("1 mm"), 4)
            : ModulatorSource.EVERYWHERE;
    double[] atEvents = learnt("at_events", rule("at_events", "1"), 0.1, spread);
    double[] stepped = learnt("stepped", rule("stepped", "(1 + 1e-9*[DA]/uM)"), 0.1, spread);
    assertFalse(Arrays.equals(atEvents, stepped), "by another way");
    double most = 0;
    for (double w : atEvents) most = Math.max(most, Math.abs(w - 400));
    assertTrue(most > 1, "something was learnt: " + most);
    for (int k = 0; k < atEvents.length; k++)
      assertEquals(atEvents[k], stepped[k], 2e-3 * most, "weight " + k);
  }
}
