package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

@DisplayName("Cells of the library do what they are known for")
class LibraryCellsTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  private static Sketch pulse(
      Sketch sketch, String place, double picoamperes, double from, double to) {
    return sketch
        .stimulus(
            place,
            1,
            new Signal.Dc(Quantity.of(picoamperes, "pA")),
            Quantity.of(from, "ms"),
            Quantity.of(to, "ms"))
        .connect(place, "cell", place + ".current", ALL, "1", "1 ms");
  }

  /// Larkum, Zhu & Sakmann 1999 (doi:10.1038/18686): back-propagating spike and distal input together fire the dendrite, and that a burst.
  @ParameterizedTest(
      name = "{0} pA into the soma, {1} pA into the tuft {2} ms later, at dt = {5} ms")
  @CsvSource({
    "1500, 0, 3, 1, 1, 0.025",
    "0, 1000, 3, 0, 0, 0.025",
    "1500, 1000, 0, 2, 5, 0.025",
    "1500, 1000, 3, 2, 5, 0.025",
    "1500, 1000, 5, 2, 5, 0.025",
    "1500, 0, 3, 1, 1, 0.1",
    "0, 1000, 3, 0, 0, 0.1",
    "1500, 1000, 3, 2, 5, 0.1",
  })
  void layer5CellsBurstByCoincidence(
      double soma, double tuft, double later, int fewest, int most, double dt) {
    Sketch sketch = new Sketch().dt(dt).population("cell", 1, "l5_pyramidal");
    pulse(sketch, "soma", soma, 200, 205);
    pulse(sketch, "tuft", tuft, 200 + later, 205 + later);
    try (Simulation simulation = sketch.build()) {
      double[] times = Spikes.during(simulation, Math.round(300 / dt)).times(simulation, "cell", 0);
      assertTrue(times.length >= fewest && times.length <= most, java.util.Arrays.toString(times));
    }
  }

  @ParameterizedTest(name = "calcium zone of {0} mS/cm^2: {1} spikes")
  @CsvSource({"0.6, 3", "0, 2"})
  void theCalciumZoneOfALayer5CellLengthensTheBurst(double density, int expected) {
    Sketch sketch =
        new Sketch()
            .dt(0.025)
            .population(
                "cell",
                1,
                "l5_pyramidal",
                "nexus.ca_hva.g",
                density + " mS/cm^2",
                "nexus.ca_lva.g",
                density / 0.3 + " mS/cm^2");
    pulse(sketch, "soma", 1500, 200, 205);
    pulse(sketch, "tuft", 1000, 203, 208);
    try (Simulation simulation = sketch.build()) {
      assertEquals(expected, Spikes.during(simulation, 12_000).times(simulation, "cell", 0).length);
    }
  }

  /// Hoffman and others 1997 (doi:10.1038/43119).
  @ParameterizedTest(name = "with {0} of A-type channels")
  @CsvSource({"10 mS/cm^2, -100, -30", "1 mS/cm^2, 0, 60"})
  void aTypeChannelsHoldSpikesThatRunBackIntoCa1(String density, double lowest, double highest) {
    Sketch sketch = new Sketch().dt(0.025).population("cell", 1, "ca1_pyramidal", "g_A", density);
    pulse(sketch, "soma", 1000, 200, 203);
    try (Simulation simulation = sketch.build()) {
      double soma = -100;
      double tuft = -100;
      for (int k = 0; k < 9_000; k++) {
        simulation.advance(1);
        if (k < 8_000) continue;
        soma = Math.max(soma, simulation.state(Sketch.id("cell"), "soma.v").orElseThrow()[0]);
        tuft = Math.max(tuft, simulation.state(Sketch.id("cell"), "tuft_left.v").orElseThrow()[0]);
      }
      assertTrue(soma > 20, "spike of " + soma);
      assertTrue(tuft > lowest && tuft < highest, "tuft reaches " + tuft);
    }
  }
}
