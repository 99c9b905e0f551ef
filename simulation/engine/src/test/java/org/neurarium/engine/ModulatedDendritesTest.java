package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// Parameters of neurons with dendrites follow concentrations: a factor gives what a parameter of that value gives.
class ModulatedDendritesTest {

  private static final String CELL = "n";

  /// Neurons that spikes and a current reach, and a source that is held at a concentration by a long time constant.
  private static Sketch cells(ModulatorSource.Spread spread, int size, String... parameters) {
    return new Sketch()
        .population(CELL, size, "ball_and_stick", parameters)
        .spikes("in", 2, 5, 11)
        .stimulus("dc", 1, new Signal.Dc(Sketch.quantity("60 pA")))
        .connect("in", CELL, "dendrite.ampa", new Wiring.AllToAll(), "1 nS", "1 ms")
        .connect("in", CELL, "dendrite.nmda", new Wiring.AllToAll(), "1 nS", "1 ms")
        .connect("dc", CELL, "soma.current", new Wiring.AllToAll(), "1", "1 ms")
        .add(
            ModulatorTest.source("da", "dopamine", spread)
                .withParameter("tau", Sketch.quantity("1e9 s")));
  }

  private static Link modulate(String parameter, double strength) {
    return ModulatorTest.link(
        "da", CELL, new Link.Modulate(parameter, Sketch.quantity("2 uM"), 1, strength));
  }

  private static double[] potentials(Sketch sketch, double concentration, int threads) {
    try (Simulation simulation = sketch.build(threads)) {
      simulation.release(Sketch.id("da"), concentration);
      simulation.advance(300);
      return simulation.state(Sketch.id(CELL), "soma.v").orElseThrow();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "soma.leak.g, 0.45 mS/cm^2",
    "soma.leak.E, -81.5805 mV",
    "dendrite.leak.g, 0.075 mS/cm^2",
    "soma.na_hh.g, 180 mS/cm^2",
    "dendrite.ampa.tau_decay, 2.55 ms",
    "dendrite.nmda.Mg, 1.5 mM",
    "dendrite.C_m, 1.5 uF/cm^2",
    "dendrite.R_a, 225 Ohm*cm",
    "dendrite.diameter, 3 um",
    "soma.length, 30 um"
  })
  void aFactorOfOneAndAHalfIsAParameterHalfAsLargeAgain(String parameter, String value) {
    for (int size : new int[] {1, 5}) {
      double[] set = potentials(cells(ModulatorSource.EVERYWHERE, size, parameter, value), 0, 1);
      Sketch followed = cells(ModulatorSource.EVERYWHERE, size).add(modulate(parameter, 1));
      // A spike magnifies the last bits.
      assertArrayEquals(set, potentials(followed, 2, 1), 1e-6);
      double[] untouched = potentials(cells(ModulatorSource.EVERYWHERE, size), 0, 1);
      assertArrayEquals(untouched, potentials(followed, 0, 1), 0);
      assertTrue(Math.abs(untouched[0] - set[0]) > 1e-4, "it matters");
    }
  }

  @Test
  void aParameterThatDiffersIsMultipliedNeuronByNeuron() {
    Value differing =
        new Value.Uniform(Sketch.quantity("0.02 mS/cm^2"), Sketch.quantity("0.06 mS/cm^2"));
    Value larger =
        new Value.Uniform(Sketch.quantity("0.03 mS/cm^2"), Sketch.quantity("0.09 mS/cm^2"));
    double[][] found = new double[2][];
    for (int k = 0; k < 2; k++) {
      Circuit plain = cells(ModulatorSource.EVERYWHERE, 7).circuit();
      Sketch sketch = new Sketch();
      Value value = k == 0 ? larger : differing;
      plain
          .elements()
          .forEach(e ->
              sketch.add(
                  e instanceof Population p ? p.withParameter("dendrite.leak.g", value) : e));
      sketch.file("in.csv", "t_ms\n2\n5\n11\n");
      if (k == 1) sketch.add(modulate("dendrite.leak.g", 1));
      found[k] = potentials(sketch, 2, 1);
    }
    assertArrayEquals(found[0], found[1], 1e-9);
    assertNotEquals(found[0][0], found[0][1]);
  }

  @Test
  void gainMultipliesSpikesAndCurrentsThatComeIn() {
    Sketch doubled =
        new Sketch()
            .population(CELL, 3, "ball_and_stick")
            .spikes("in", 2, 5, 11)
            .stimulus("dc", 1, new Signal.Dc(Sketch.quantity("120 pA")))
            .connect("in", CELL, "dendrite.ampa", new Wiring.AllToAll(), "2 nS", "1 ms")
            .connect("in", CELL, "dendrite.nmda", new Wiring.AllToAll(), "2 nS", "1 ms")
            .connect("dc", CELL, "soma.current", new Wiring.AllToAll(), "1", "1 ms")
            .add(ModulatorTest.source("da", "dopamine", ModulatorSource.EVERYWHERE));
    Sketch gain = cells(ModulatorSource.EVERYWHERE, 3).add(modulate("gain", 2));
    assertArrayEquals(potentials(doubled, 0, 1), potentials(gain, 2, 1), 1e-9);
  }

  @Test
  void aConcentrationThatFadesIsFollowedStepByStep() {
    // Without channels but a leak the potential at rest is the leak's reversal, which is modulated:
    // it comes back as dopamine does, far slower than the membrane.
    Sketch sketch =
        new Sketch()
            .own(
                """
                cell passive "A leak"
                  membrane C_m = 0.01 uF/cm^2, R_a = 100 Ohm*cm, v = -60 mV
                  compartment soma length 20 um diameter 20 um
                  insert leak in soma g = 1 mS/cm^2, E = -60 mV
                  spike when soma.v >= 0 mV
                """)
            .population(CELL, 1, "passive")
            .add(ModulatorTest.source("da", "dopamine", ModulatorSource.EVERYWHERE))
            .add(modulate("soma.leak.E", -0.5));
    try (Simulation simulation = sketch.build()) {
      simulation.release(Sketch.id("da"), 2);
      for (int k = 1; k <= 5; k++) {
        simulation.advance(1000);
        double c = 2 * Math.exp(-k * 100 / 200.0);
        double expected = -60 * (1 - 0.5 * c / (2 + c));
        assertEquals(expected, simulation.state(Sketch.id(CELL), "soma.v").orElseThrow()[0], 0.02);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"soma.leak.E", "dendrite.diameter", "dendrite.ampa.tau_decay", "gain"})
  void aNeuronInAFieldIsChangedWhereItLiesTheSameOnAnyThreads(String parameter) {
    ModulatorSource.Spread field =
        new ModulatorSource.Spread.Field(
            Sketch.quantity("0.001 um^2/ms"), Sketch.quantity("1 mm"), 7);
    Sketch sketch =
        cells(field, 64)
            .population("one", 1, "lif_exp_psc", "t_ref", "50 ms")
            .spikes("kick", 1)
            .connect("kick", "one", "ex", new Wiring.AllToAll(), "50000 pA", "1 ms")
            .add(
                ModulatorTest.link(
                    "one",
                    "da",
                    new Link.Release(Sketch.quantity("10 uM"), Sketch.quantity("1 ms"))))
            .add(modulate(parameter, 0.5));
    double[] alone = potentials(sketch, 0, 1);
    double[] usual = potentials(cells(field, 64), 0, 1);
    long changed = IntStream.range(0, 64).filter(i -> Math.abs(alone[i] - usual[i]) > 1e-4).count();
    assertTrue(changed >= 1 && changed <= 4, changed + " neurons are near");
    for (int threads = 2; threads <= 3; threads++)
      assertArrayEquals(alone, potentials(sketch, 0, threads), threads + " threads");
  }
}
