package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

/// Sources release, clear and spread as they should, and what they act on follows.
class ModulatorTest {

  private static final Point HERE = new Point(0, 0);
  private static final double TAU = 200;

  static ModulatorSource source(String name, String model, ModulatorSource.Spread spread) {
    return new ModulatorSource(Sketch.id(name), name, HERE, model, Map.of(), spread);
  }

  static Link link(String from, String to, Link.Role role) {
    String name = from + "-" + to;
    return new Link(Sketch.id(name), name, Sketch.id(from), Sketch.id(to), role);
  }

  private static Link.Release release(String amount, String delay) {
    return new Link.Release(Sketch.quantity(amount), Sketch.quantity(delay));
  }

  private static ModulatorSource.Spread.Field field(String diffusion, String width, int cells) {
    return new ModulatorSource.Spread.Field(
        Sketch.quantity(diffusion), Sketch.quantity(width), cells);
  }

  private static double dopamine(Simulation simulation) {
    return simulation.concentration("[DA]").orElseThrow();
  }

  @Test
  void eachSpikeReleasesOneDelayLater() {
    Sketch sketch =
        new Sketch()
            .spikes("burst", 5, 7)
            .add(source("vta", "dopamine", ModulatorSource.EVERYWHERE))
            .add(link("burst", "vta", release("0.5 uM", "2 ms")));
    try (Simulation simulation = sketch.build()) {
      simulation.advance(69);
      assertEquals(0, dopamine(simulation));
      simulation.advance(1);
      assertEquals(0.5, dopamine(simulation));
      simulation.advance(20);
      assertEquals(0.5 * Math.exp(-2 / TAU) + 0.5, dopamine(simulation), 1e-14);
      simulation.reset();
      simulation.advance(90);
      assertEquals(0.5 * Math.exp(-2 / TAU) + 0.5, dopamine(simulation), 1e-14);
    }
  }

  @Test
  void sourcesOfOneSubstanceHaveTheirOwnParametersAndAddUp() {
    Sketch sketch =
        new Sketch()
            .add(source("a", "dopamine", ModulatorSource.EVERYWHERE))
            .add(
                source("b", "dopamine", ModulatorSource.EVERYWHERE)
                    .withParameter("tau", Sketch.quantity("0.4 s")));
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("a"), 1);
      simulation.release(Sketch.id("b"), 2);
      simulation.advance(1000);
      assertEquals(Math.exp(-0.5) + 2 * Math.exp(-0.25), dopamine(simulation), 1e-12);
    }
  }

  @Test
  void parametersAndAmountsChangeWhileItRuns() {
    Sketch sketch =
        new Sketch()
            .spikes("burst", 150)
            .add(source("a", "dopamine", ModulatorSource.EVERYWHERE))
            .add(link("burst", "a", release("0.5 uM", "2 ms")));
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("a"), 1);
      simulation.advance(1000);
      Circuit circuit = sketch.circuit();
      Circuit next =
          circuit.of(
              circuit.elements().stream()
                  .map(e ->
                      switch (e) {
                        case ModulatorSource m -> m.withParameter("tau", Quantity.of(50, "ms"));
                        case Link l -> l.doing(release("2 uM", "2 ms"));
                        default -> e;
                      })
                  .toList());
      assertTrue(simulation.applyLive(next));
      simulation.advance(520);
      assertEquals(Math.exp(-100 / TAU - 52.0 / 50) + 2, dopamine(simulation), 1e-12);
    }
  }

  @ParameterizedTest(name = "after {0} ms")
  @CsvSource({"100, 0.02", "400, 0.005"})
  void aReleaseSpreadsLikeAGaussianAndNothingIsLost(int time, double tolerance) {
    int side = 101;
    Sketch sketch =
        new Sketch()
            .population("cell", 1, "lif_exp_psc", "t_ref", "20 ms")
            .spikes("kick", 1)
            .connect("kick", "cell", "ex", new Wiring.AllToAll(), "50000 pA", "1 ms")
            .add(
                source("vta", "dopamine", field("10 um^2/ms", "1010 um", side))
                    .withParameter("tau", Sketch.quantity("5 s")))
            .add(link("cell", "vta", release("100 uM", "1 ms")));
    try (Simulation simulation = sketch.build()) {
      while (simulation.concentration("[DA]").orElseThrow() == 0) simulation.advance(1);
      simulation.advance(10L * time);
      double[] cells = simulation.concentrations(Sketch.id("vta")).orElseThrow();
      double left = Math.exp(-time / 5000.0);
      assertEquals(100 * left, Arrays.stream(cells).sum(), 1e-9, "conservation");
      double spread = 4 * 10.0 * time;
      double top = 100 * left * 100 / (Math.PI * spread);
      int middle = side / 2;
      for (int row = 0; row < side; row += 5)
        for (int column = 0; column < side; column += 5) {
          double x = 10 * (column - middle);
          double y = 10 * (row - middle);
          assertEquals(
              top * Math.exp(-(x * x + y * y) / spread),
              cells[row * side + column],
              tolerance * top);
        }
    }
  }

  private static Sketch learning(ModulatorSource.Spread spread) {
    return new Sketch()
        .seed(3)
        .stimulus("input", 30, new Signal.Poisson(Sketch.value("40 Hz")))
        .population("cortex", 40, "lif_exp_psc")
        .population("vta-cells", 9, "lif_exp_psc")
        .learn(
            "input",
            "cortex",
            "ex",
            new Wiring.PairwiseBernoulli(0.6),
            Sketch.value("300 pA"),
            new org.neurarium.circuits.Value.Uniform(
                Sketch.quantity("0.5 ms"), Sketch.quantity("3 ms")),
            "rstdp",
            "w_unit",
            "100",
            "w_max",
            "600")
        .connect("cortex", "vta-cells", "ex", new Wiring.AllToAll(), "200 pA", "1.5 ms")
        .add(source("vta", "dopamine", spread))
        .add(link("vta-cells", "vta", release("0.2 uM", "0.7 ms")));
  }

  private static double[] weights(Simulation simulation) {
    double[] all =
        simulation
            .observation()
            .weightsOf(Sketch.id("input-cortex-ex"))
            .orElseThrow()
            .sample(Integer.MAX_VALUE);
    Arrays.sort(all);
    return all;
  }

  @ParameterizedTest(name = "field {0}")
  @CsvSource({"false", "true"})
  void sameBitsForAnyThreadsAndCuts(boolean inField) {
    ModulatorSource.Spread spread =
        inField ? field("20 um^2/ms", "1 mm", 8) : ModulatorSource.EVERYWHERE;
    double[] alone;
    try (Simulation simulation = learning(spread).build(1)) {
      simulation.advance(15_000);
      alone = weights(simulation);
      assertTrue(dopamine(simulation) > 0);
    }
    for (int threads = 2; threads <= 3; threads++)
      try (Simulation simulation = learning(spread).build(threads)) {
        for (int k = 0; simulation.step() < 15_000; k++)
          simulation.advance(Math.min(15_000 - simulation.step(), 1 + 37 * k % 211));
        assertArrayEquals(alone, weights(simulation), threads + " threads");
      }
    assertNotEquals(300, alone[alone.length / 2]);
  }

  @Test
  void aFieldThatIsTheSameEverywhereTeachesLikeOneConcentration() {
    double[][] learnt = new double[2][];
    for (int k = 0; k < 2; k++) {
      Sketch sketch =
          learning(k == 0 ? ModulatorSource.EVERYWHERE : field("20 um^2/ms", "1 mm", 8))
              .spikes("reward", 300, 700)
              .add(link("reward", "vta", release("0.5 uM", "1 ms")));
      Circuit circuit = sketch.circuit();
      Sketch rewarded = new Sketch().seed(3);
      circuit.elements().stream()
          .filter(e -> !e.id().text().startsWith("vta-cells-vta"))
          .forEach(rewarded::add);
      rewarded.file("reward.csv", "t_ms\n300\n700\n");
      try (Simulation simulation = rewarded.build(1)) {
        simulation.advance(15_000);
        learnt[k] = weights(simulation);
      }
    }
    assertArrayEquals(learnt[0], learnt[1], 1e-9);
  }

  private static Link.Modulate modulate(String parameter, String halfEffect, double strength) {
    return new Link.Modulate(parameter, Sketch.quantity(halfEffect), 1, strength);
  }

  /// A neuron under a constant current, and a source held at a concentration by a time constant that is long.
  private static Sketch driven(String current, Link.Modulate... changes) {
    Sketch sketch =
        new Sketch()
            .population("n", 1, "lif_exp_psc", "I_e", current)
            .add(
                source("ach", "acetylcholine", ModulatorSource.EVERYWHERE)
                    .withParameter("tau", Sketch.quantity("1e9 s")));
    for (int k = 0; k < changes.length; k++)
      sketch.add(
          new Link(
              Sketch.id("change" + k), "change", Sketch.id("ach"), Sketch.id("n"), changes[k]));
    return sketch;
  }

  private static double spikes(Sketch sketch, double concentration) {
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("ach"), concentration);
      simulation.advance(10_000);
      return simulation.spikes();
    }
  }

  private static double spikes(String... parameters) {
    try (Simulation simulation =
        new Sketch().population("n", 1, "lif_exp_psc", parameters).build()) {
      simulation.advance(10_000);
      return simulation.spikes();
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({
    "V_th, -0.1, V_th, -52.25 mV",
    "tau_m, 1, tau_m, 15 ms",
    "I_e, 0.4, I_e, 540 pA",
    "C_m, -0.2, C_m, 225 pF"
  })
  void aParameterIsMultipliedByWhatReceptorsAreTaken(
      String parameter, double strength, String same, String value) {
    double changed = spikes(driven("450 pA", modulate(parameter, "2 uM", strength)), 2);
    double untouched = spikes(driven("450 pA", modulate(parameter, "2 uM", strength)), 0);
    double expected =
        spikes(
            same.equals("I_e")
                ? new String[] {same, value}
                : new String[] {"I_e", "450 pA", same, value});
    assertEquals(expected, changed, 1);
    assertEquals(spikes("I_e", "450 pA"), untouched, 1);
    assertNotEquals(untouched, changed);
  }

  @Test
  void receptorsOfOppositeSignCancel() {
    // (1 + 1/2·occupancy)(1 - 1/3·occupancy…) with half of the receptors taken: 1.5 · 2/3 = 1
    Sketch sketch =
        driven("450 pA", modulate("tau_m", "2 uM", 1), modulate("tau_m", "2 uM", -2.0 / 3));
    assertEquals(spikes("I_e", "450 pA"), spikes(sketch, 2), 1);
  }

  @Test
  void gainMultipliesWhatComesIn() {
    double[] spikes = new double[2];
    for (int k = 0; k < 2; k++) {
      Sketch sketch =
          driven("0 pA", modulate("gain", "1 uM", 1))
              .stimulus("dc", 1, new Signal.Dc(Sketch.quantity(k == 0 ? "300 pA" : "450 pA")))
              .connect("dc", "n", "current", new Wiring.AllToAll(), "1", "1 ms");
      spikes[k] = spikes(sketch, k == 0 ? 1 : 0);
    }
    assertTrue(spikes[1] > 0);
    assertEquals(spikes[1], spikes[0], 1);
  }

  @Test
  void noiseIsTurnedUp() {
    double[] spikes = new double[2];
    for (int k = 0; k < 2; k++) {
      Sketch sketch =
          driven("300 pA", modulate("noise", "1 uM", 2))
              .stimulus(
                  "noise",
                  1,
                  new Signal.Noise(
                      Sketch.quantity("0 pA"), Sketch.quantity("200 pA"), Sketch.quantity("1 ms")))
              .connect("noise", "n", "current", new Wiring.AllToAll(), "1", "1 ms");
      spikes[k] = spikes(sketch, k == 0 ? 1e9 : 0);
    }
    assertTrue(spikes[0] > 2 * spikes[1], spikes[0] + " and " + spikes[1]);
  }

  @Test
  void releaseProbabilityOfSynapsesFollows() {
    double[] potential = new double[2];
    for (int k = 0; k < 2; k++) {
      Sketch sketch =
          driven("0 pA")
              .spikes("in", 5)
              .learn(
                  "in",
                  "n",
                  "ex",
                  new Wiring.AllToAll(),
                  Sketch.value("100 pA"),
                  Sketch.value("1 ms"),
                  "tsodyks_markram",
                  "U",
                  k == 0 ? "0.4" : "0.6");
      if (k == 0)
        sketch.add(
            new Link(
                Sketch.id("m"),
                "m",
                Sketch.id("ach"),
                Sketch.id("in-n-ex"),
                modulate("U", "1 uM", 1)));
      try (Simulation simulation = sketch.build()) {
        simulation.release(Sketch.id("ach"), 1);
        simulation.advance(100);
        potential[k] = simulation.state(Sketch.id("n"), "V_m").orElseThrow()[0];
      }
    }
    assertTrue(potential[1] > -70);
    assertEquals(potential[1], potential[0], 1e-9);
  }

  @Test
  void aNeuronInAFieldIsChangedWhereItLies() {
    Sketch sketch =
        new Sketch()
            .population("n", 64, "lif_exp_psc", "I_e", "350 pA")
            .population("one", 1, "lif_exp_psc", "t_ref", "20 ms")
            .spikes("kick", 1)
            .connect("kick", "one", "ex", new Wiring.AllToAll(), "50000 pA", "1 ms")
            .add(
                source("da", "dopamine", field("0.001 um^2/ms", "1 mm", 7))
                    .withParameter("tau", Sketch.quantity("1e6 s")))
            .add(link("one", "da", release("10 uM", "1 ms")))
            .add(link("da", "n", modulate("I_e", "1 uM", 1)));
    double[] alone = {};
    for (int threads = 1; threads <= 3; threads++)
      try (Simulation simulation = sketch.build(threads)) {
        simulation.advance(3000);
        double[] potentials = simulation.state(Sketch.id("n"), "V_m").orElseThrow();
        if (threads == 1) alone = potentials;
        assertArrayEquals(alone, potentials);
        long different =
            Arrays.stream(potentials).filter(v -> Math.abs(v - potentials[0]) > 0.1).count();
        assertTrue(different >= 1 && different <= 4, different + " neurons are near");
      }
  }

  @Test
  void aConcentrationIsRecorded() {
    Sketch sketch =
        new Sketch()
            .spikes("burst", 5)
            .add(source("vta", "dopamine", ModulatorSource.EVERYWHERE))
            .add(link("burst", "vta", release("0.5 uM", "2 ms")))
            .add(
                new Probe(
                    Sketch.id("probe"),
                    "probe",
                    HERE,
                    List.of(Sketch.id("vta")),
                    new Recording.Concentration()));
    try (Simulation simulation = sketch.build(2)) {
      simulation.advance(90);
      double[] values = new double[91];
      assertEquals(91, simulation.observation().traces().getFirst().read(0, values));
      assertEquals(0, values[69]);
      assertEquals(0.5, values[70]);
      assertEquals(0.5 * Math.exp(-2 / TAU), values[90], 1e-14);
      double[] cloud = new double[1];
      Objects.requireNonNull(simulation.observation().clouds().get(Sketch.id("vta"))).fill(cloud);
      assertEquals(values[90], cloud[0]);
    }
  }
}
