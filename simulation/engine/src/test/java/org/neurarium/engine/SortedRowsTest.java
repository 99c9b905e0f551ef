package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.engine.observe.WeightView.Synapse;

/// Projections with many synapses that have weights or delays of their own share rows: every synapse still does what it says, at its time.
class SortedRowsTest {

  private static final int N = 300;

  /// Dyadic, so that sums are exact in any order.
  private static final String WEIGHT = "0.125 pA";

  private static Value normal(String mean, String sd, String min) {
    return new Value.Normal(
        Sketch.quantity(mean),
        Sketch.quantity(sd),
        Sketch.quantity(min),
        Sketch.quantity(min).withValue(Double.POSITIVE_INFINITY));
  }

  private static final Value DELAYS = normal("2 ms", "1 ms", "0.1 ms");

  /// Spike trains that come through every kind of wiring to neurons that do not fire.
  private static Sketch listening(Wiring wiring, Value weight, Value delay, long seed) {
    Random random = new Random(seed);
    List<double[]> times = new ArrayList<>();
    for (int s = 0; s < N; s++)
      times.add(random.doubles(4, 0.5, 40).map(t -> Math.rint(t * 10) / 10).sorted().toArray());
    return new Sketch()
        .seed(seed)
        .trains("in", times)
        .population("p", N, "lif_exp_psc", "V_th", "1000 mV")
        .population("q", N + 50, "lif_exp_psc", "V_th", "1000 mV")
        .connect("in", "p", "ex", wiring, weight, delay)
        .connect("in", "q", "ex", wiring, weight, delay)
        .connect("in", "q", "in", new Wiring.PairwiseBernoulli(0.4), Sketch.value("-1 pA"), delay);
  }

  private static List<Synapse> synapses(Simulation simulation, String projection) {
    WeightView view = simulation.observation().weightsOf(Sketch.id(projection)).orElseThrow();
    List<Synapse> all = view.between(0, view.sources(), 0, view.targets(), Integer.MAX_VALUE);
    assertEquals(view.synapses(), all.size());
    return all;
  }

  private static final List<Wiring> RULES =
      List.of(
          new Wiring.PairwiseBernoulli(0.5),
          new Wiring.FixedInDegree(170),
          new Wiring.FixedOutDegree(160),
          new Wiring.FixedTotalNumber(50_000),
          new Wiring.AllToAll());

  @ParameterizedTest(name = "rule {0}, {1} threads")
  @CsvSource({"0,1", "1,1", "1,3", "2,2", "3,1", "3,3", "4,2"})
  void everySynapseGivesItsWeightAfterItsDelay(int rule, int threads) {
    Value weights = normal("40 pA", "4 pA", "0 pA");
    Sketch sketch = listening(RULES.get(rule), weights, DELAYS, 7 + rule);
    try (Simulation simulation = sketch.build(threads)) {
      int steps = 450;
      double[][] arrives = new double[steps + 200][N + 50];
      Spikes spikes = new Spikes();
      simulation.sendSpikesTo(spikes);
      double decay = Math.exp(-0.1 / 2);
      double[] expected = new double[N + 50];
      List<List<Synapse>> bySource = new ArrayList<>();
      for (int s = 0; s < N; s++) bySource.add(new ArrayList<>());
      for (Synapse s : synapses(simulation, "in-q-ex")) bySource.get(s.source()).add(s);
      int seen = 0;
      for (int step = 1; step <= steps; step++) {
        simulation.advance(1);
        List<Spikes.Spike> all = spikes.of(simulation, "in");
        for (; seen < all.size(); seen++)
          for (Synapse s : bySource.get(all.get(seen).neuron()))
            arrives[(int) (all.get(seen).step() + Math.round(s.delay() * 10))][s.target()] +=
                s.weight();
        double[] current = simulation.state(Sketch.id("q"), "I_syn_ex").orElseThrow();
        for (int i = 0; i < expected.length; i++)
          expected[i] = expected[i] * decay + arrives[step][i];
        assertArrayEquals(expected, current, 1e-9 * N * 40, "step " + step);
      }
      assertTrue(seen > 1000);
    }
  }

  @Test
  void weightsAndDelaysAreThoseThatSmallProjectionsDraw() {
    Value weights = normal("40 pA", "4 pA", "0 pA");
    Wiring wiring = new Wiring.FixedTotalNumber(50_000);
    try (Simulation many = listening(wiring, weights, DELAYS, 3).build(2);
        Simulation few =
            new Sketch()
                .seed(3)
                .trains("in", java.util.Collections.nCopies(N, new double[] {1}))
                .population("p", N, "lif_exp_psc")
                .connect("in", "p", "ex", wiring, weights, DELAYS)
                .build(1)) {
      List<Synapse> a = synapses(many, "in-p-ex");
      List<Synapse> b = synapses(few, "in-p-ex");
      assertEquals(50_000, a.size());
      assertEquals(sorted(b), sorted(a));
      assertTrue(many.memory().synapses() < 8L * many.synapses(), "bytes for each synapse");
    }
  }

  private static List<String> sorted(List<Synapse> synapses) {
    return synapses.stream()
        .map(s -> s.source() + " " + s.target() + " " + s.delay() + " " + (float) s.weight())
        .sorted()
        .toList();
  }

  /// A loop of neurons that fire by themselves and through each other.
  private static Sketch loop(long seed, Value weight) {
    return new Sketch()
        .seed(seed)
        .population(
            "e", N, "lif_exp_psc", Map.of(), Map.of("V_m", normal("-62 mV", "4 mV", "-80 mV")))
        .population("i", N / 3, "lif_exp_psc")
        .stimulus("noise", 1, new Signal.PoissonBackground(Sketch.quantity("9 kHz")))
        .connect("noise", "e", "ex", new Wiring.AllToAll(), "40 pA", "1 ms")
        .connect("noise", "i", "ex", new Wiring.AllToAll(), "40 pA", "1 ms")
        .connect("e", "e", "ex", new Wiring.FixedTotalNumber(80_000), weight, DELAYS)
        .connect("e", "i", "ex", new Wiring.FixedInDegree(200), weight, DELAYS)
        .connect("i", "e", "in", new Wiring.AllToAll(), "-4 pA", "1.5 ms")
        .connect("i", "i", "in", new Wiring.PairwiseBernoulli(0.3), "-4 pA", "0.8 ms");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {2, 3, 5})
  void theBitsDoNotDependOnTheNumberOfThreads(int threads) {
    Value weight = normal("2 pA", "0.5 pA", "0 pA");
    try (Simulation one = loop(5, weight).build(1);
        Simulation many = loop(5, weight).build(threads)) {
      List<Spikes.Spike> spikes = Spikes.during(one, 1500).all();
      assertTrue(spikes.size() > 1000, spikes.size() + " spikes");
      assertEquals(spikes, Spikes.during(many, 1500).all());
      for (String state : List.of("V_m", "I_syn_ex", "I_syn_in"))
        assertArrayEquals(
            one.state(Sketch.id("e"), state).orElseThrow(),
            many.state(Sketch.id("e"), state).orElseThrow());
    }
  }

  @Test
  void aResetBeginsWithNothingUnderWay() {
    try (Simulation simulation = loop(6, Sketch.value(WEIGHT)).build(2)) {
      List<Spikes.Spike> first = Spikes.during(simulation, 500).all();
      simulation.reset();
      assertEquals(first, Spikes.during(simulation, 500).all());
    }
  }

  @Test
  void whatIsUnderWayArrivesInTheNetworkThatTakesOver() {
    Value weight = Sketch.value(WEIGHT);
    try (Simulation whole = loop(8, weight).build(1);
        Simulation old = loop(8, weight).build(2);
        Simulation next = loop(8, weight).population("newcomer", 9, "lif_delta").build(3);
        Simulation last = loop(8, weight).build(1)) {
      Spikes spikes = Spikes.during(old, 401);
      next.takeOver(old);
      next.sendSpikesTo(spikes);
      next.advance(3);
      last.takeOver(next);
      last.sendSpikesTo(spikes);
      last.advance(396);
      List<Spikes.Spike> expected = Spikes.during(whole, 800).all();
      for (int k = 0; k < expected.size(); k++)
        assertEquals(expected.get(k), spikes.all().get(k), "spike " + k);
    }
  }

  @Test
  void aWeightThatAllShareCanBeSetWhileItRuns() {
    try (Simulation simulation = loop(9, Sketch.value(WEIGHT)).build(2)) {
      simulation.advance(100);
      Circuit circuit = simulation.circuit();
      List<Element> changed =
          circuit.elements().stream()
              .map(e ->
                  e instanceof Projection p && p.id().equals(Sketch.id("e-i-ex"))
                      ? p.withWeight(Sketch.value("0.25 pA"))
                      : e)
              .toList();
      assertTrue(simulation.applyLive(circuit.of(changed)));
      assertTrue(synapses(simulation, "e-i-ex").stream().allMatch(s -> s.weight() == 0.25));
      assertTrue(synapses(simulation, "e-e-ex").stream().allMatch(s -> s.weight() == 0.125));
      WeightView view = simulation.observation().weightsOf(Sketch.id("e-i-ex")).orElseThrow();
      assertArrayEquals(new double[] {0.25, 0.25}, view.sample(2));
      double[] cells = new double[4];
      view.fill(cells, new int[4], 2, 2);
      assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, cells);
    }
  }

  @Test
  void moreTargetsThanTwoBytesCanTellApart() {
    Sketch sketch =
        new Sketch()
            .trains("in", List.of(new double[] {1}, new double[] {1.5}))
            .population("p", 70_000, "lif_exp_psc")
            .connect("in", "p", "ex", new Wiring.AllToAll(), Sketch.value("1 pA"), DELAYS);
    try (Simulation simulation = sketch.build(1)) {
      assertEquals(140_000, synapses(simulation, "in-p-ex").size());
      simulation.advance(150);
      double[] current = simulation.state(Sketch.id("p"), "I_syn_ex").orElseThrow();
      for (double i : current) assertTrue(i > 0 && i < 2);
    }
  }
}
