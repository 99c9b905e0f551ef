package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;

/// The same circuit and seed give the same bits, whatever runs them and however the run is cut up.
class DeterminismTest {

  private static final String[] MODELS = {
    "lif_exp_psc", "lif_alpha_psc", "lif_delta", "lif_cond_exp"
  };

  /// A random circuit with every model, rule and kind of drive.
  private static Sketch random(long seed) {
    Random random = new Random(seed);
    Sketch sketch = new Sketch().seed(seed);
    List<String> names = new ArrayList<>();
    List<String> models = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      String model = MODELS[random.nextInt(MODELS.length)];
      String name = "p" + p;
      boolean delta = model.equals("lif_delta");
      sketch.population(
          name,
          1 + random.nextInt(120),
          model,
          Map.of("t_ref", new Value.Uniform(Sketch.quantity("0.5 ms"), Sketch.quantity("3 ms"))),
          Map.of(
              "V_m",
              delta
                  ? new Value.Uniform(Sketch.quantity("0 mV"), Sketch.quantity("20 mV"))
                  : new Value.Normal(Sketch.quantity("-62 mV"), Sketch.quantity("4 mV"))));
      names.add(name);
      models.add(model);
    }
    sketch.stimulus("poisson", 30, new Signal.Poisson(Sketch.value("300 Hz")));
    sketch.stimulus("background", 1, new Signal.PoissonBackground(Sketch.quantity("4 kHz")));
    sketch.stimulus(
        "noise",
        1,
        new Signal.Noise(
            Sketch.quantity("100 pA"), Sketch.quantity("300 pA"), Sketch.quantity("1 ms")));
    for (int p = 0; p < 4; p++) {
      String model = models.get(p);
      sketch.connect(
          "poisson",
          names.get(p),
          ex(model),
          new Wiring.PairwiseBernoulli(0.3),
          weight(model, 1),
          delay(random));
      sketch.connect(
          "background",
          names.get(p),
          ex(model),
          new Wiring.AllToAll(),
          weight(model, 0.3),
          delay(random));
      sketch.connect(
          "noise",
          names.get(p),
          "current",
          new Wiring.AllToAll(),
          Sketch.value("1"),
          Sketch.value("1 ms"));
      for (int q = 0; q < 4; q++) {
        Wiring wiring =
            switch (random.nextInt(4)) {
              case 0 -> new Wiring.PairwiseBernoulli(0.2);
              case 1 -> new Wiring.FixedTotalNumber(1);
              case 2 ->
                  new Wiring.DistanceDependent(
                      new Wiring.Profile.Gaussian(0.6, Sketch.quantity("200 um")));
              default -> new Wiring.AllToAll();
            };
        sketch.connect(
            names.get(q), names.get(p), ex(model), wiring, weight(model, 0.2), delay(random));
      }
    }
    return sketch;
  }

  private static String ex(String model) {
    return model.equals("lif_delta") ? "delta" : "ex";
  }

  private static Value weight(String model, double scale) {
    String unit = model.equals("lif_delta") ? "mV" : model.equals("lif_cond_exp") ? "nS" : "pA";
    double mean = scale * (unit.equals("mV") ? 1.5 : unit.equals("nS") ? 2 : 150);
    return new Value.Normal(
        Sketch.quantity(mean + " " + unit),
        Sketch.quantity(0.2 * mean + " " + unit),
        Sketch.quantity("0 " + unit),
        Sketch.quantity("1000 " + unit));
  }

  private static Value delay(Random random) {
    return random.nextBoolean()
        ? Sketch.value("1.5 ms")
        : new Value.Normal(Sketch.quantity("2 ms"), Sketch.quantity("1 ms"));
  }

  private static List<Spikes.Spike> run(Sketch sketch, int threads, int steps) {
    try (Simulation simulation = sketch.build(threads)) {
      return Spikes.during(simulation, steps).all();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theSameSpikesForAnyNumberOfThreads(long seed) {
    List<Spikes.Spike> one = run(random(seed), 1, 1000);
    assertTrue(one.size() > 1000, "it fires");
    for (int threads : new int[] {2, 3, 8})
      assertEquals(one, run(random(seed), threads, 1000), threads + " threads");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12})
  void pausingAnywhereChangesNothing(long seed) {
    List<Spikes.Spike> whole = run(random(seed), 1, 600);
    Random cuts = new Random(seed);
    for (int threads : new int[] {1, 2})
      try (Simulation simulation = random(seed).build(threads)) {
        Spikes spikes = new Spikes();
        simulation.sendSpikesTo(spikes);
        while (simulation.step() < 600)
          simulation.advance(Math.min(1 + cuts.nextInt(40), 600 - simulation.step()));
        assertEquals(whole, spikes.all());
      }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void resetBringsBackTheSameStartAndTheSameNoise(long seed) {
    try (Simulation simulation = random(seed).build(2)) {
      List<Spikes.Spike> first = Spikes.during(simulation, 500).all();
      simulation.advance(137);
      simulation.fire(Sketch.id("p0"), 0);
      simulation.inject(Sketch.id("p1"), 500, 100);
      simulation.reset();
      assertEquals(0, simulation.step());
      assertEquals(first, Spikes.during(simulation, 500).all());
    }
  }

  @Test
  void anotherSeedGivesOtherSpikes() {
    assertNotEquals(run(random(31), 1, 300), run(random(31).seed(32), 1, 300));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {41, 42})
  void anElementMoreLeavesTheOthersAlone(long seed) {
    Sketch more =
        random(seed)
            .population("newcomer", 33, "lif_delta", "I_e", "300 pA")
            .stimulus("another", 5, new Signal.Poisson(Sketch.value("100 Hz")));
    try (Simulation alone = random(seed).build(1);
        Simulation together = more.build(2)) {
      Spikes a = Spikes.during(alone, 500);
      Spikes b = Spikes.during(together, 500);
      for (String population : new String[] {"p0", "p1", "p2", "p3", "poisson"})
        assertEquals(a.of(alone, population), b.of(together, population), population);
      assertTrue(!b.of(together, "another").isEmpty());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {51, 52})
  void aNetworkThatTakesOverGoesOnWithTheSameBits(long seed) {
    List<Spikes.Spike> whole = run(random(seed), 1, 600);
    try (Simulation old = random(seed).build(1);
        Simulation next = random(seed).population("newcomer", 9, "lif_delta").build(3)) {
      Spikes spikes = Spikes.during(old, 317);
      next.takeOver(old);
      assertEquals(317, next.step());
      next.sendSpikesTo(spikes);
      next.advance(600 - 317);
      // The newcomer stands before the stimuli and is silent: only their numbers move.
      int stimuli = old.observation().directory().entry(Sketch.id("poisson")).orElseThrow().first();
      List<Spikes.Spike> renumbered =
          spikes.all().stream()
              .map(s ->
                  s.step() > 317 && s.neuron() >= stimuli + 9
                      ? new Spikes.Spike(s.step(), s.neuron() - 9)
                      : s)
              .toList();
      assertEquals(whole, renumbered);
    }
  }

  @Test
  void namesAndPlacesAndNewDefaultsChangeNothing() {
    Circuit circuit = random(61).circuit();
    List<Element> renamed =
        circuit.elements().stream().<Element>map(e -> e.withName("other " + e.name())).toList();
    try (Simulation simulation = random(61).build(1)) {
      List<Spikes.Spike> whole = run(random(61), 1, 300);
      Spikes spikes = Spikes.during(simulation, 100);
      assertTrue(simulation.applyLive(circuit.of(renamed).titled("Renamed", "")));
      simulation.advance(200);
      assertEquals(whole, spikes.all());
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"lif_exp_psc", "lif_alpha_psc", "lif_delta", "lif_cond_exp"})
  void oneParameterForAllOrTheSameForEachGivesTheSameBits(String model) {
    Value each =
        new Value.Listed(
            java.util.Collections.nCopies(50, 2.0), org.neurarium.circuits.units.Unit.MILLISECOND);
    List<double[]> potentials = new ArrayList<>();
    for (Value refractory : List.of(Sketch.value("2 ms"), each)) {
      Sketch sketch =
          new Sketch()
              .population("p", 50, model, Map.of("t_ref", refractory), Map.of())
              .stimulus("noise", 50, new Signal.Poisson(Sketch.value("4 kHz")))
              .connect(
                  "noise",
                  "p",
                  ex(model),
                  new Wiring.OneToOne(),
                  weight(model, 0.7),
                  Sketch.value("1 ms"));
      try (Simulation simulation = sketch.build(1)) {
        simulation.advance(2000);
        potentials.add(simulation.state(Sketch.id("p"), "V_m").orElseThrow());
      }
    }
    assertArrayEquals(potentials.get(0), potentials.get(1));
  }
}
