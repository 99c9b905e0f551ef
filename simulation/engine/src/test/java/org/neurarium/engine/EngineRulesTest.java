package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.observe.TraceRing;

/// Delays, commands, live changes, stops and refusals.
class EngineRulesTest {

  private static final Wiring ALL = new Wiring.AllToAll();

  static double[] trace(Simulation simulation, int number) {
    TraceRing ring = simulation.observation().traces().get(number);
    double[] values = new double[(int) ring.written()];
    ring.read(0, values);
    return values;
  }

  @ParameterizedTest(name = "{0} steps")
  @ValueSource(ints = {1, 2, 3, 7, 8, 15, 16, 17, 255, 256, 300})
  void deliversASpikeExactlyOneDelayLater(int steps) {
    Sketch sketch =
        new Sketch()
            .population("source", 1, "lif_delta")
            .population("target", 1, "lif_delta")
            .connect("source", "target", "delta", ALL, "3 mV", steps / 10.0 + " ms")
            .probe("target", "V_m");
    for (int fired : new int[] {1, 5, 300})
      try (Simulation simulation = sketch.build()) {
        simulation.advance(fired - 1);
        simulation.fire(Sketch.id("source"), 0);
        simulation.advance(700);
        double[] v = trace(simulation, 0);
        for (int k = 0; k < fired + steps; k++) assertEquals(0, v[k], "before it arrives");
        assertEquals(3, v[fired + steps], 1e-12);
      }
  }

  @Test
  void everySynapseKeepsItsOwnDelay() {
    StringBuilder list = new StringBuilder("source,target,weight_mV,delay_ms\n");
    for (int k = 0; k < 200; k++)
      list.append("0,").append(k).append(",3,").append((k + 1) / 10.0).append('\n');
    Sketch sketch =
        new Sketch()
            .population("source", 1, "lif_delta")
            .population("target", 200, "lif_delta", "V_th", "2 mV", "V_reset", "-1 mV")
            .file("list.csv", list.toString())
            .connect("source", "target", "delta", new Wiring.FromList("list.csv"), "0 mV", "1 ms");
    try (Simulation simulation = sketch.build(2)) {
      simulation.advance(33);
      simulation.fire(Sketch.id("source"), 0);
      List<Spikes.Spike> spikes = Spikes.during(simulation, 300).of(simulation, "target");
      assertEquals(200, spikes.size());
      for (Spikes.Spike s : spikes) assertEquals(34 + s.neuron() + 1, s.step());
    }
  }

  @Test
  void aSpikeAtTheVeryStartIsPlayed() {
    Sketch sketch =
        new Sketch()
            .population("target", 1, "lif_delta")
            .spikes("list", 0, 0.2)
            .connect("list", "target", "delta", ALL, "3 mV", "0.1 ms")
            .probe("target", "V_m");
    try (Simulation simulation = sketch.build()) {
      assertEquals(1, simulation.observation().spikes().written());
      simulation.advance(5);
      double[] v = trace(simulation, 0);
      assertEquals(3, v[1], 1e-12);
      assertEquals(3 * Math.exp(-0.2 / 20) + 3, v[3], 1e-12);
    }
  }

  @Test
  void everyOneOfSeveralSpikesInAStepIsDelivered() {
    Sketch sketch =
        new Sketch()
            .population("target", 1, "lif_delta", "V_th", "1e6 mV")
            .stimulus("poisson", 1, new Signal.Poisson(Sketch.value("50 kHz")))
            .connect("poisson", "target", "delta", ALL, "1 mV", "0.1 ms");
    try (Simulation simulation = sketch.build()) {
      int[] perStep = new int[501];
      for (Spikes.Spike s : Spikes.during(simulation, 500).all()) perStep[(int) s.step()]++;
      double v = 0;
      for (int k = 1; k <= 500; k++) v = v * Math.exp(-0.1 / 20) + perStep[k - 1];
      assertEquals(v, simulation.state(Sketch.id("target"), "V_m").orElseThrow()[0], 1e-9);
    }
  }

  @Test
  void aNeuronRestsForExactlyItsRefractoryTime() {
    Sketch sketch =
        new Sketch()
            .population("p", 1, "lif_exp_psc", "I_e", "1000 pA", "t_ref", "2 ms")
            .probe("p", "V_m");
    try (Simulation simulation = sketch.build()) {
      int spike = (int) Spikes.during(simulation, 400).all().getFirst().step();
      double[] v = trace(simulation, 0);
      for (int k = spike; k <= spike + 20; k++) assertEquals(-70, v[k]);
      assertTrue(v[spike + 21] > -70);
    }
  }

  @Test
  void aForcedSpikeBeginsANewRefractoryTimeEvenInTheMiddleOfOne() {
    Sketch sketch =
        new Sketch()
            .population("p", 3, "lif_exp_psc", "I_e", "1000 pA", "t_ref", "2 ms")
            .probe("p", "V_m");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(10);
      simulation.fire(Sketch.id("p"), 1);
      simulation.advance(10);
      simulation.fire(Sketch.id("p"), 1);
      List<Spikes.Spike> spikes = Spikes.during(simulation, 1).all();
      assertEquals(List.of(new Spikes.Spike(21, 1)), spikes);
      simulation.advance(40);
      double[] v = trace(simulation, 1);
      for (int k = 21; k <= 41; k++) assertEquals(-70, v[k]);
      assertTrue(v[42] > -70);
    }
  }

  @Test
  void anInjectedCurrentActsForItsTime() {
    Sketch sketch = new Sketch().population("p", 2, "lif_exp_psc").probe("p", "V_m");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(10);
      simulation.inject(Sketch.id("p"), 100, 5);
      simulation.advance(200);
      double[] v = trace(simulation, 1);
      assertEquals(-70, v[10]);
      double top = 100 * 10 / 250.0 * (1 - Math.exp(-0.5));
      assertEquals(-70 + top, v[60], 1e-9);
      assertEquals(-70 + top * Math.exp(-0.1 / 10), v[61], 1e-9);
    }
  }

  @Test
  void currentsHaveTheirShapes() {
    Map<String, Signal> signals =
        Map.of(
            "steps",
                new Signal.Steps(
                    List.of(
                        new Signal.Step(Sketch.quantity("1 ms"), Sketch.quantity("200 pA")),
                        new Signal.Step(Sketch.quantity("3 ms"), Sketch.quantity("-100 pA")))),
            "ramp",
                new Signal.Ramp(
                    Sketch.quantity("0 pA"), Sketch.quantity("500 pA"), Sketch.quantity("5 ms")),
            "sine",
                new Signal.Sine(
                    Sketch.quantity("50 pA"),
                    Sketch.quantity("300 pA"),
                    Sketch.quantity("200 Hz"),
                    0.4));
    for (Map.Entry<String, Signal> e : signals.entrySet()) {
      Sketch sketch =
          new Sketch()
              .population("p", 1, "lif_exp_psc")
              .stimulus("s", 1, e.getValue(), Sketch.quantity("2 ms"), Sketch.quantity("9 ms"))
              .connect("s", "p", "current", ALL, "2", "1 ms");
      try (Simulation simulation = sketch.build()) {
        simulation.advance(120);
        double v = 0;
        for (int fine = 0; fine < 1200; fine++) {
          // Steps of 0.01 ms with the current in the middle.
          double t = (fine + 0.5) * 0.01;
          double current =
              t < 2 || t >= 9
                  ? 0
                  : switch (e.getKey()) {
                    case "steps" -> t < 1 ? 0 : t < 3 ? 200 : -100;
                    case "ramp" -> Math.min(1, (t - 2) / 5) * 500;
                    default -> 50 + 300 * Math.sin(2 * Math.PI * 0.2 * (t - 2) + 0.4);
                  };
          double decay = Math.exp(-0.01 / 10);
          v = v * decay + 2 * current * 10 / 250 * (1 - decay);
        }
        assertEquals(
            v,
            simulation.state(Sketch.id("p"), "V_m").orElseThrow()[0] + 70,
            2e-3 * Math.abs(v),
            e.getKey());
      }
    }
  }

  @Test
  void noiseIsItsOwnForEveryTargetAndHoldsForItsInterval() {
    Sketch sketch =
        new Sketch()
            .population("p", 300, "lif_delta", "V_th", "1e6 mV", "tau_m", "1e6 ms", "C_m", "1 pF")
            .stimulus(
                "n",
                1,
                new Signal.Noise(
                    Sketch.quantity("0 pA"), Sketch.quantity("1 pA"), Sketch.quantity("1 ms")))
            .connect("n", "p", "current", ALL, "1", "1 ms");
    try (Simulation simulation = sketch.build()) {
      double[] before = simulation.state(Sketch.id("p"), "V_m").orElseThrow();
      double[] last = {};
      double squares = 0;
      int n = 0;
      for (int interval = 0; interval < 50; interval++) {
        double[] first = {};
        for (int k = 0; k < 10; k++) {
          simulation.advance(1);
          double[] now = simulation.state(Sketch.id("p"), "V_m").orElseThrow();
          double[] change = new double[300];
          for (int i = 0; i < 300; i++) change[i] = (now[i] - before[i]) / 0.1;
          if (k == 0) first = change;
          assertArrayEquals(first, change, 1e-5);
          before = now;
        }
        for (double c : first) {
          squares += c * c;
          n++;
        }
        assertFalse(java.util.Arrays.equals(first, last));
        last = first;
      }
      assertEquals(1, squares / n, 4.5 * Math.sqrt(2.0 / n));
    }
  }

  private static Circuit with(Circuit circuit, Element changed) {
    return circuit.of(
        circuit.elements().stream().map(e -> e.id().equals(changed.id()) ? changed : e).toList());
  }

  private static Sketch driven() {
    return new Sketch()
        .population("p", 20, "lif_exp_psc", "I_e", "300 pA")
        .stimulus("poisson", 20, new Signal.Poisson(Sketch.value("500 Hz")))
        .stimulus("background", 1, new Signal.PoissonBackground(Sketch.quantity("1 kHz")))
        .stimulus("dc", 1, new Signal.Dc(Sketch.quantity("50 pA")))
        .connect("poisson", "p", "ex", new Wiring.OneToOne(), "50 pA", "1 ms")
        .connect("background", "p", "ex", ALL, "30 pA", "1 ms")
        .connect("dc", "p", "current", ALL, "1", "1 ms");
  }

  private static int spikes(Simulation simulation) {
    return Spikes.during(simulation, 5000).of(simulation, "p").size();
  }

  @Test
  void livesChangesTakeEffectAndCanBeTakenBack() {
    Circuit circuit = driven().circuit();
    Population p = circuit.find(Sketch.id("p"), Population.class).orElseThrow();
    Stimulus poisson = circuit.find(Sketch.id("poisson"), Stimulus.class).orElseThrow();
    Stimulus background = circuit.find(Sketch.id("background"), Stimulus.class).orElseThrow();
    Stimulus dc = circuit.find(Sketch.id("dc"), Stimulus.class).orElseThrow();
    Projection synapses = circuit.find(Sketch.id("poisson-p-ex"), Projection.class).orElseThrow();
    Projection noise = circuit.find(Sketch.id("background-p-ex"), Projection.class).orElseThrow();
    List<Element> louder =
        List.of(
            p.withParameter("I_e", Sketch.value("400 pA")),
            p.withParameter(
                "I_e", new Value.Uniform(Sketch.quantity("380 pA"), Sketch.quantity("420 pA"))),
            poisson.withSignal(new Signal.Poisson(Sketch.value("2 kHz"))),
            background.withSignal(new Signal.PoissonBackground(Sketch.quantity("4 kHz"))),
            dc.withSignal(
                new Signal.Sine(
                    Sketch.quantity("150 pA"),
                    Sketch.quantity("10 pA"),
                    Sketch.quantity("5 Hz"),
                    0)),
            synapses.withWeight(Sketch.value("150 pA")),
            noise.withWeight(Sketch.value("90 pA")));
    try (Simulation simulation = driven().build(2)) {
      simulation.advance(1000);
      int normal = spikes(simulation);
      for (Element element : louder) {
        assertTrue(simulation.applyLive(with(circuit, element)), element.toString());
        int now = spikes(simulation);
        assertTrue(now > 1.2 * normal, () -> element + ": " + now + " spikes after " + normal);
        assertTrue(simulation.applyLive(circuit));
        assertEquals(normal, spikes(simulation), 0.15 * normal);
      }
    }
  }

  @Test
  void structuralChangesAreLeftToABuild() {
    Circuit circuit = driven().circuit();
    Population p = circuit.find(Sketch.id("p"), Population.class).orElseThrow();
    Projection synapses = circuit.find(Sketch.id("poisson-p-ex"), Projection.class).orElseThrow();
    try (Simulation simulation = driven().build()) {
      assertFalse(simulation.applyLive(with(circuit, p.withSize(21))));
      assertFalse(simulation.applyLive(with(circuit, synapses.withDelay(Sketch.value("2 ms")))));
      assertFalse(simulation.applyLive(with(circuit, synapses.wired(ALL))));
      assertFalse(
          simulation.applyLive(with(circuit, p.withParameter("tau_m", Sketch.value("-1 ms")))));
      assertFalse(simulation.applyLive(driven().seed(99).circuit()));
      assertEquals(circuit, simulation.circuit());
    }
  }

  @Test
  void startValuesWaitForTheReset() {
    Circuit circuit = driven().circuit();
    Population p = circuit.find(Sketch.id("p"), Population.class).orElseThrow();
    try (Simulation simulation = driven().build()) {
      assertTrue(
          simulation.applyLive(with(circuit, p.withInitial(Sketch.values("V_m", "-60 mV")))));
      assertEquals(-70, simulation.state(p.id(), "V_m").orElseThrow()[0]);
      simulation.reset();
      assertEquals(-60, simulation.state(p.id(), "V_m").orElseThrow()[0]);
    }
  }

  @Test
  void anotherProbeDoesNotDisturbTheRun() {
    try (Simulation simulation = driven().build();
        Simulation untouched = driven().build()) {
      simulation.advance(100);
      assertTrue(simulation.applyLive(driven().probe("p", "V_m").circuit()));
      assertEquals(20, simulation.observation().traces().size());
      TraceRing ring = simulation.observation().traces().getFirst();
      simulation.advance(100);
      assertEquals(100, ring.firstStep());
      assertEquals(101, ring.written());
      assertTrue(simulation.applyLive(driven().probe("p", "V_m").probe("p", "I_syn_ex").circuit()));
      assertEquals(40, simulation.observation().traces().size());
      assertEquals(ring, simulation.observation().traces().getFirst());
      untouched.advance(200);
      assertArrayEquals(
          untouched.state(Sketch.id("p"), "V_m").orElseThrow(),
          simulation.state(Sketch.id("p"), "V_m").orElseThrow());
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aStepAllocatesNothing(int threads) {
    ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Sketch sketch =
        driven()
            .probe("p", "V_m")
            .connect("p", "p", "in", new Wiring.PairwiseBernoulli(0.5), "-50 pA", "1.5 ms");
    try (Simulation simulation = sketch.build(threads)) {
      simulation.advance(50_000);
      long[] all = beans.getAllThreadIds();
      long workers = 0;
      for (long id : all) if (isEngine(beans, id)) workers -= beans.getThreadAllocatedBytes(id);
      long own = beans.getCurrentThreadAllocatedBytes();
      simulation.advance(20_000);
      own = beans.getCurrentThreadAllocatedBytes() - own;
      for (long id : all) if (isEngine(beans, id)) workers += beans.getThreadAllocatedBytes(id);
      assertTrue(own + workers < 4096, own + " and " + workers + " bytes in 20,000 steps");
    }
  }

  private static boolean isEngine(ThreadMXBean beans, long id) {
    return beans.getThreadInfo(id) != null
        && beans.getThreadInfo(id).getThreadName().startsWith("neurarium-worker");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aNumberBeyondAllBoundsStopsTheRunAndIsNamed(int threads) {
    Sketch sketch =
        new Sketch()
            .population("quiet", 5, "lif_exp_psc")
            .population("loud", 40, "lif_exp_psc")
            .spikes("list", 3, 3.1, 3.2, 3.3)
            .file("one.csv", "source,target\n0,33\n")
            .connect("list", "loud", "ex", new Wiring.FromList("one.csv"), "1e308 pA", "1 ms");
    try (Simulation simulation = sketch.build(threads)) {
      Problem problem = simulation.advance(1000).orElseThrow();
      assertTrue(problem.sentence().contains("I_syn_ex of neuron 33 in loud"), problem.sentence());
      assertTrue(simulation.step() < 1000);
      assertFalse(problem.hint().isEmpty());
      assertEquals(Optional.of(problem), simulation.advance(1), "it stays stopped");
      simulation.reset();
      assertTrue(simulation.advance(20).isEmpty(), "until it is reset");
    }
  }

  private static Simulation.Build build(Sketch sketch, BuildMonitor monitor, long memory) {
    return Simulation.build(
        sketch.circuit(),
        sketch.files(),
        Library.builtIn(),
        Kernels.compiled(),
        Threads.upTo(2),
        monitor,
        memory);
  }

  @Test
  void aCircuitThatWillNotFitIsRefusedWithTheNumbers() {
    Sketch sketch =
        new Sketch()
            .population("big", 100_000, "lif_delta")
            .connect("big", "big", "delta", ALL, "1 mV", "1 ms");
    Simulation.Build build = build(sketch, BuildMonitor.NONE, 2_000_000_000L);
    assertTrue(build.simulation().isEmpty());
    String sentence = build.problems().getFirst().sentence();
    assertTrue(
        sentence.contains("40.0 GB")
            && sentence.contains("2.0 GB")
            && sentence.contains("10,000,000,000"),
        sentence);
    assertTrue(build.problems().getFirst().hint().contains("big → big"));
  }

  @Test
  void sourcesWithoutConnectionsNeedRoomToo() {
    Sketch sketch =
        new Sketch()
            .population("small", 1, "lif_delta")
            .stimulus("many", 100_000_000, new Signal.Poisson(Sketch.value("1 Hz")));
    Simulation.Build build = build(sketch, BuildMonitor.NONE, 1_000_000_000L);
    assertTrue(build.simulation().isEmpty());
    String sentence = build.problems().getFirst().sentence();
    assertTrue(sentence.contains("1.2 GB") && sentence.contains("1.0 GB"), sentence);
  }

  @ParameterizedTest(name = "{0} ms")
  @CsvSource({
    "0.05,'gives a delay of 0.05 ms, shorter than the time step of 0.1 ms'",
    "7000,'gives a delay of 7000 ms, longer than the 6553.5 ms'"
  })
  void aListedDelayHasToFitTheTimeStep(String delay, String sentence) {
    Sketch sketch =
        new Sketch()
            .population("a", 1, "lif_delta")
            .file("list.csv", "source,target,delay_ms\n0,0," + delay + "\n")
            .connect("a", "a", "delta", new Wiring.FromList("list.csv"), "1 mV", "1 ms");
    Simulation.Build build = build(sketch, BuildMonitor.NONE, Long.MAX_VALUE);
    assertTrue(build.simulation().isEmpty());
    assertTrue(
        build.problems().getFirst().sentence().contains(sentence), build.problems().toString());
  }

  @Test
  void anAbsurdRateIsRefused() {
    Sketch sketch = new Sketch().stimulus("s", 3, new Signal.Poisson(Sketch.value("1e15 Hz")));
    Simulation.Build build = build(sketch, BuildMonitor.NONE, Long.MAX_VALUE);
    assertTrue(build.simulation().isEmpty());
    assertTrue(build.problems().getFirst().sentence().contains("beyond all bounds"));
  }

  @Test
  void aCancelledBuildEndsSoon() {
    AtomicInteger asked = new AtomicInteger();
    BuildMonitor monitor =
        new BuildMonitor() {
          @Override
          public void progress(double fraction, String doing) {}

          @Override
          public boolean isCancelled() {
            return asked.incrementAndGet() > 3;
          }
        };
    Sketch sketch =
        new Sketch()
            .population("big", 20_000, "lif_delta")
            .connect("big", "big", "delta", new Wiring.PairwiseBernoulli(0.01), "1 mV", "1 ms");
    Simulation.Build build = build(sketch, monitor, Long.MAX_VALUE);
    assertTrue(build.cancelled());
    assertTrue(build.simulation().isEmpty());
    assertTrue(build.problems().isEmpty());
  }

  @Test
  void aCircuitOfHundredsOfGigabytesIsRefusedBeforeAnythingIsMade() {
    List<String> doings = new ArrayList<>();
    BuildMonitor monitor =
        new BuildMonitor() {
          @Override
          public void progress(double fraction, String doing) {
            doings.add(doing);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    Value weight = new Value.LogNormal(Sketch.quantity("1 mV"), 0.5);
    Sketch sketch =
        new Sketch()
            .population("big", 270_000, "lif_delta")
            .connect("big", "big", "delta", new Wiring.AllToAll(), weight, Sketch.value("1 ms"));
    Simulation.Build build = build(sketch, monitor, 16_000_000_000L);
    assertTrue(build.simulation().isEmpty());
    String sentence = build.problems().getFirst().sentence();
    assertTrue(sentence.contains("510.3 GB") && sentence.contains("16.0 GB"), sentence);
    assertTrue(doings.stream().noneMatch(d -> d.startsWith("Wiring")), doings.toString());
  }

  @Test
  void aCancelledBuildFreesItsMemory() {
    AtomicBoolean wished = new AtomicBoolean();
    BuildMonitor monitor =
        new BuildMonitor() {
          @Override
          public void progress(double fraction, String doing) {
            if (fraction > 0.8) wished.set(true);
          }

          @Override
          public boolean isCancelled() {
            return wished.get();
          }
        };
    Value weight = new Value.LogNormal(Sketch.quantity("1 mV"), 0.5);
    Sketch sketch =
        new Sketch()
            .population("big", 4000, "lif_delta")
            .connect(
                "big",
                "big",
                "delta",
                new Wiring.FixedTotalNumber(6_000_000),
                weight,
                Sketch.value("1 ms"));
    long before = used();
    Simulation.Build build = build(sketch, monitor, Long.MAX_VALUE);
    assertTrue(build.cancelled());
    long more = used() - before;
    assertTrue(more < 10_000_000, more + " bytes, where most of 36,000,000 had been made");
    assertTrue(build.problems().isEmpty());
  }

  private static long used() {
    for (int k = 0; k < 3; k++) System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void wrongFilesBecomeProblems() {
    Sketch sketch =
        new Sketch()
            .population("a", 3, "lif_delta")
            .file("list.csv", "source,target\n0,1\n2,3\n")
            .connect("a", "a", "delta", new Wiring.FromList("list.csv"), "1 mV", "1 ms");
    Simulation.Build build = build(sketch, BuildMonitor.NONE, Long.MAX_VALUE);
    assertTrue(
        build.problems().getFirst().sentence().contains("connects 2 to 3"),
        build.problems().toString());
    Simulation.Build lost =
        Simulation.build(
            sketch.circuit(),
            DataFiles.NONE,
            Library.builtIn(),
            Threads.upTo(2),
            BuildMonitor.NONE);
    assertTrue(lost.simulation().isEmpty());
    assertTrue(lost.problems().stream().anyMatch(Problem::isError));
  }

  @Test
  void parametersAndStartValuesFollowTheirRules() {
    Map<String, Value> initial =
        Map.of(
            "V_m",
            new Value.Gradient(Value.Axis.X, Sketch.quantity("-80 mV"), Sketch.quantity("-60 mV")));
    Sketch sketch =
        new Sketch()
            .population("line", 100, "lif_exp_psc", Map.of(), initial)
            .population(
                "drawn",
                5000,
                "lif_exp_psc",
                Map.of(),
                Map.of(
                    "V_m",
                    new Value.Normal(
                        Sketch.quantity("-65 mV"),
                        Sketch.quantity("5 mV"),
                        Sketch.quantity("-70 mV"),
                        Sketch.quantity("-60 mV"))));
    try (Simulation simulation = sketch.build()) {
      double[] v = simulation.state(Sketch.id("line"), "V_m").orElseThrow();
      assertEquals(-79, v[0], 1e-9); // 10 columns: the first cell's centre
      assertEquals(-61, v[9], 1e-9);
      assertEquals(-79, v[10], 1e-9);
      double sum = 0;
      for (double x : simulation.state(Sketch.id("drawn"), "V_m").orElseThrow()) {
        assertTrue(x >= -70 && x <= -60);
        sum += x;
      }
      assertEquals(-65, sum / 5000, 4.5 * 2.7 / Math.sqrt(5000));
    }
  }
}
