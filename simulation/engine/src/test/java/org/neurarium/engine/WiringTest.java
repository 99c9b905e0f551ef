package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.Wiring.Profile;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.engine.observe.WeightView.Synapse;

/// What each wiring rule promises, for several seeds.
class WiringTest {

  private static final int SOURCES = 60;
  private static final int TARGETS = 80;

  private static Sketch between(
      long seed,
      Wiring wiring,
      boolean self,
      boolean autapses,
      boolean multapses,
      Value weight,
      Value delay) {
    Sketch sketch = new Sketch().seed(seed).population("b", TARGETS, "lif_delta");
    if (!self) sketch.population("a", SOURCES, "lif_delta");
    return sketch.add(
        new Projection(
            Sketch.id("ab"),
            "ab",
            Sketch.id(self ? "b" : "a"),
            Sketch.id("b"),
            "delta",
            wiring,
            autapses,
            multapses,
            weight,
            delay,
            org.neurarium.circuits.Synapse.STATIC));
  }

  private static List<Synapse> synapses(Sketch sketch, int threads) {
    try (Simulation simulation = sketch.build(threads)) {
      WeightView view = simulation.observation().weightsOf(Sketch.id("ab")).orElseThrow();
      List<Synapse> all = view.between(0, view.sources(), 0, view.targets(), Integer.MAX_VALUE);
      assertEquals(view.synapses(), all.size());
      return all;
    }
  }

  private static List<Synapse> synapses(
      long seed, Wiring wiring, boolean self, boolean autapses, boolean multapses) {
    Value weight = new Value.Normal(Sketch.quantity("1 mV"), Sketch.quantity("0.2 mV"));
    Value delay = new Value.Uniform(Sketch.quantity("0.5 ms"), Sketch.quantity("3 ms"));
    Sketch sketch = between(seed, wiring, self, autapses, multapses, weight, delay);
    List<Synapse> one = synapses(sketch, 1);
    for (int threads : new int[] {2, 5})
      assertEquals(
          new HashSet<>(one),
          new HashSet<>(synapses(sketch, threads)),
          "the same synapses for " + threads + " threads");
    if (self && !autapses) assertTrue(one.stream().noneMatch(s -> s.source() == s.target()));
    if (!multapses) assertEquals(one.size(), pairs(one).size(), "no pair comes twice");
    return one;
  }

  private static Set<Long> pairs(List<Synapse> synapses) {
    Set<Long> pairs = new HashSet<>();
    for (Synapse s : synapses) pairs.add((long) s.source() << 32 | s.target());
    return pairs;
  }

  @Test
  void allToAllConnectsEveryPair() {
    assertEquals(SOURCES * TARGETS, synapses(1, new Wiring.AllToAll(), false, true, false).size());
    assertEquals(TARGETS * TARGETS, synapses(1, new Wiring.AllToAll(), true, true, false).size());
    assertEquals(
        TARGETS * (TARGETS - 1), synapses(1, new Wiring.AllToAll(), true, false, false).size());
  }

  @Test
  void oneToOneConnectsEqualNumbers() {
    List<Synapse> found = synapses(1, new Wiring.OneToOne(), true, true, false);
    assertEquals(TARGETS, found.size());
    assertTrue(found.stream().allMatch(s -> s.source() == s.target()));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void pairwiseBernoulliKeepsItsProbability(long seed) {
    for (double p : new double[] {0, 0.02, 0.5, 0.97, 1}) {
      int n = synapses(seed, new Wiring.PairwiseBernoulli(p), false, true, false).size();
      double pairs = SOURCES * TARGETS;
      assertEquals(p * pairs, n, 4.5 * Math.sqrt(p * (1 - p) * pairs), "p = " + p);
    }
    int n = synapses(seed, new Wiring.PairwiseBernoulli(0.3), true, false, false).size();
    double pairs = TARGETS * (TARGETS - 1.0);
    assertEquals(0.3 * pairs, n, 4.5 * Math.sqrt(0.21 * pairs));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void fixedInDegreeGivesEveryTargetAsMany(long seed) {
    for (boolean self : new boolean[] {false, true})
      for (boolean autapses : new boolean[] {false, true})
        for (boolean multapses : new boolean[] {false, true}) {
          int[] degrees = new int[TARGETS];
          for (Synapse s : synapses(seed, new Wiring.FixedInDegree(17), self, autapses, multapses))
            degrees[s.target()]++;
          for (int d : degrees) assertEquals(17, d);
        }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void fixedOutDegreeGivesEverySourceAsMany(long seed) {
    for (boolean multapses : new boolean[] {false, true}) {
      int[] degrees = new int[SOURCES];
      for (Synapse s : synapses(seed, new Wiring.FixedOutDegree(23), false, true, multapses))
        degrees[s.source()]++;
      for (int d : degrees) assertEquals(23, d);
    }
  }

  @Test
  void fixedInDegreeDrawsSourcesEvenly() {
    int[] counts = new int[SOURCES];
    for (long seed = 1; seed <= 40; seed++)
      for (Synapse s :
          synapses(
              between(
                  seed,
                  new Wiring.FixedInDegree(15),
                  false,
                  true,
                  false,
                  Sketch.value("1 mV"),
                  Sketch.value("1 ms")),
              1)) counts[s.source()]++;
    double expected = 40.0 * TARGETS * 15 / SOURCES;
    for (int n : counts) assertEquals(expected, n, 4.5 * Math.sqrt(expected * 0.75));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void fixedTotalNumberIsExact(long seed) {
    int pairs = SOURCES * TARGETS;
    for (int n : new int[] {0, 1, 100, pairs / 2, pairs - 3, pairs})
      assertEquals(n, synapses(seed, new Wiring.FixedTotalNumber(n), false, true, false).size());
    assertEquals(
        2 * pairs,
        synapses(seed, new Wiring.FixedTotalNumber(2L * pairs), false, true, true).size());
    assertEquals(300, synapses(seed, new Wiring.FixedTotalNumber(300), true, false, false).size());
  }

  @Test
  void profilesOfDistanceGiveTheirProbabilities() {
    Profile[] profiles = {
      new Profile.Gaussian(0.8, Sketch.quantity("150 um")),
      new Profile.Exponential(1, Sketch.quantity("0.2 mm")),
      new Profile.DifferenceOfGaussians(
          0.9, Sketch.quantity("300 um"), 0.5, Sketch.quantity("120 um")),
      new Profile.Gabor(0.9, Sketch.quantity("250 um"), Sketch.quantity("400 um"), 0.5, 0.3, 0.7)
    };
    for (Profile profile : profiles) {
      int n = 0;
      double expected = 0;
      double variance = 0;
      for (long seed = 1; seed <= 5; seed++)
        n +=
            synapses(
                    between(
                        seed,
                        new Wiring.DistanceDependent(profile),
                        true,
                        true,
                        false,
                        Sketch.value("1 mV"),
                        Sketch.value("1 ms")),
                    2)
                .size();
      for (int s = 0; s < TARGETS; s++)
        for (int t = 0; t < TARGETS; t++) {
          double p = probability(profile, x(t) - x(s), y(t) - y(s));
          expected += 5 * p;
          variance += 5 * p * (1 - p);
        }
      assertEquals(expected, n, 4.5 * Math.sqrt(variance), profile.toString());
    }
  }

  // 80 neurons on a square sheet of 1 mm: 9 columns, 9 rows.
  private static double x(int i) {
    return (i % 9 + 0.5) / 9 * 1000;
  }

  private static double y(int i) {
    int row = i / 9;
    return (row + 0.5) / 9 * 1000;
  }

  private static double probability(Profile profile, double dx, double dy) {
    double r = Math.hypot(dx, dy);
    double p =
        switch (profile) {
          case Profile.Gaussian _ -> 0.8 * Math.exp(-r * r / (2 * 150 * 150));
          case Profile.Exponential _ -> Math.exp(-r / 200);
          case Profile.DifferenceOfGaussians _ ->
              0.9 * Math.exp(-r * r / (2 * 300 * 300)) - 0.5 * Math.exp(-r * r / (2 * 120 * 120));
          case Profile.Gabor _ -> {
            double u = dx * Math.cos(0.5) + dy * Math.sin(0.5);
            double v = -dx * Math.sin(0.5) + dy * Math.cos(0.5);
            yield 0.9
                * Math.exp(-(u * u + 0.49 * v * v) / (2 * 250 * 250))
                * Math.cos(2 * Math.PI * u / 400 + 0.3);
          }
        };
    return Math.clamp(p, 0, 1);
  }

  @Test
  void aPeriodicSheetHasNoEdges() {
    Sheet ring =
        new Sheet(Sketch.quantity("1 mm"), Sketch.quantity("1 mm"), Sheet.Arrangement.GRID, true);
    Sketch sketch =
        new Sketch()
            .add(
                new Population(
                    Sketch.id("b"),
                    "b",
                    new Point(0, 0),
                    Population.Type.MIXED,
                    100,
                    "lif_delta",
                    Map.of(),
                    Map.of(),
                    ring))
            .connect(
                "b",
                "b",
                "delta",
                new Wiring.DistanceDependent(new Profile.Exponential(1, Sketch.quantity("1 nm"))),
                "1 mV",
                "1 ms");
    try (Simulation simulation = sketch.build(1)) {
      assertEquals(100, simulation.synapses(), "only to themselves");
    }
    Sketch near =
        new Sketch()
            .add(
                new Population(
                    Sketch.id("b"),
                    "b",
                    new Point(0, 0),
                    Population.Type.MIXED,
                    100,
                    "lif_delta",
                    Map.of(),
                    Map.of(),
                    ring))
            .add(
                new Projection(
                    Sketch.id("ab"),
                    "ab",
                    Sketch.id("b"),
                    Sketch.id("b"),
                    "delta",
                    new Wiring.DistanceDependent(
                        new Profile.Gaussian(1e9, Sketch.quantity("16 um"))),
                    false,
                    false,
                    Sketch.value("1 mV"),
                    Sketch.value("1 ms"),
                    org.neurarium.circuits.Synapse.STATIC));
    // exp(-100²/2·16²)·1e9 is above 1, at 141 um it is nearly 0: exactly the four neighbours, at
    // edges too.
    int[] degrees = new int[100];
    for (Synapse s : synapses(near, 1)) degrees[s.source()]++;
    for (int d : degrees) assertEquals(4, d);
  }

  @Test
  void weightsAndDelaysFollowTheirDistributions() {
    Value weight = new Value.LogNormal(Sketch.quantity("2 mV"), 0.5);
    Value delay = new Value.Normal(Sketch.quantity("1 ms"), Sketch.quantity("0.8 ms"));
    List<Synapse> found =
        synapses(between(3, new Wiring.AllToAll(), true, true, false, weight, delay), 1);
    double n = found.size();
    double mean = found.stream().mapToDouble(s -> Math.log(s.weight() / 2)).sum() / n;
    double squares =
        found.stream().mapToDouble(s -> Math.log(s.weight() / 2) * Math.log(s.weight() / 2)).sum()
            / n;
    assertEquals(0, mean, 4.5 * 0.5 / Math.sqrt(n));
    assertEquals(0.25, squares, 4.5 * 0.25 * Math.sqrt(2 / n));
    // Delays below one step are drawn again; all lie on the grid.
    assertTrue(found.stream().allMatch(s -> s.delay() >= 0.1 - 1e-9));
    assertTrue(
        found.stream().allMatch(s -> Math.abs(s.delay() * 10 - Math.rint(s.delay() * 10)) < 1e-6));
  }

  @Test
  void theWeightViewAveragesCellsAndSamplesEvenly() {
    StringBuilder rows = new StringBuilder("source,target,weight_mV\n");
    Random random = new Random(1);
    double[][] sums = new double[2][3];
    int[][] counts = new int[2][3];
    for (int k = 0; k < 500; k++) {
      int s = random.nextInt(SOURCES);
      int t = random.nextInt(TARGETS / 2);
      double w = random.nextInt(100);
      rows.append(s).append(',').append(t).append(',').append(w).append('\n');
      sums[t * 2 / TARGETS][s * 3 / SOURCES] += w;
      counts[t * 2 / TARGETS][s * 3 / SOURCES]++;
    }
    Sketch sketch =
        between(
                1,
                new Wiring.FromList("w.csv"),
                false,
                true,
                true,
                Sketch.value("0 mV"),
                Sketch.value("1 ms"))
            .file("w.csv", rows.toString());
    try (Simulation simulation = sketch.build(3)) {
      WeightView view = simulation.observation().weightsOf(Sketch.id("ab")).orElseThrow();
      double[] cells = new double[6];
      int[] synapses = new int[6];
      view.fill(cells, synapses, 2, 3);
      for (int r = 0; r < 2; r++)
        for (int c = 0; c < 3; c++) {
          assertEquals(counts[r][c], synapses[3 * r + c]);
          assertEquals(
              counts[r][c] == 0 ? Double.NaN : sums[r][c] / counts[r][c], cells[3 * r + c], 1e-9);
        }
      assertEquals(500, view.sample(10_000).length);
      assertEquals(50, view.sample(50).length);
    }
  }

  @Test
  void aListGivesItsOwnWeightsAndDelays() {
    Sketch sketch =
        between(
                1,
                new Wiring.FromList("list.csv"),
                false,
                true,
                true,
                Sketch.value("7 mV"),
                Sketch.value("3 ms"))
            .file(
                "list.csv",
                "source,target,weight_uV,delay_ms\n5,6,250,1.25\n0,79,-10,0.5\n5,6,1000,2\n");
    assertEquals(
        List.of(
            new Synapse(0, 79, -0.01, 0.5), new Synapse(5, 6, 0.25, 1.3), new Synapse(5, 6, 1, 2)),
        synapses(sketch, 2).stream()
            .map(s -> new Synapse(s.source(), s.target(), round(s.weight()), round(s.delay())))
            .toList());
  }

  @Test
  void aListedWeightWithoutAUnitIsInTheReceptorsOwn() {
    Sketch sketch =
        new Sketch()
            .population("a", 1, "lif_cond_exp")
            .file("list.csv", "source,target,weight\n0,0,2.5\n")
            .connect("a", "a", "ex", new Wiring.FromList("list.csv"), "1 nS", "1 ms");
    try (Simulation simulation = sketch.build()) {
      assertEquals(
          List.of(new Synapse(0, 0, 2.5, 1)),
          simulation
              .observation()
              .weightsOf(Sketch.id("a-a-ex"))
              .orElseThrow()
              .between(0, 0, 0, 0, 9));
    }
  }

  private static double round(double x) {
    return Math.round(x * 1e6) / 1e6;
  }
}
