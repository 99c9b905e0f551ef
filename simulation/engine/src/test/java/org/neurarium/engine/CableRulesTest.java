package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Placement;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.NeuronCompiler;
import org.neurarium.engine.compile.NeuronPrograms;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// What holds for all neurons with compartments.
class CableRulesTest {

  private static final String POOL =
      """
      channel pool "Calcium below the membrane"
        parameter rest = 0.0001 mM in 0 .. 1 positive "at rest"
        parameter tau = 20 ms in 1 .. 500 positive "time constant"
        parameter gain = 1 mM*um^2/(pA*ms) in 0 .. 10 positive "what a current adds"
        state [Ca] = rest "concentration"
        d[Ca]/dt = -gain*I_Ca + (rest - [Ca])/tau : mM
      """;

  private static final String SK =
      """
      channel sk "Opened by calcium"
        parameter g = 1 mS/cm^2 in 0 .. 10 not negative "density"
        state z = 0 "open"
        dz/dt = ([Ca]/([Ca] + 0.005 mM) - z)/(3 ms) : 1
        current g*z*(v + 90 mV) : pA/um^2
      """;

  private static final String CA =
      """
      channel ca "Carries calcium"
        parameter g = 0.5 mS/cm^2 in 0 .. 10 not negative "density"
        state m = 0 "open"
        dm/dt = (logistic((v + 20 mV)/(6 mV)) - m)/(2 ms) : 1
        current g*m^2*(v - 120 mV) : pA/um^2 carries Ca
      """;

  private static final String SPIKING =
      """
      cell spiking "Soma that spikes, dendrite with calcium"
        membrane C_m = 1 uF/cm^2, R_a = 100 Ohm*cm, v = -65 mV
        compartment soma length 20 um diameter 20 um
        compartment trunk on soma length 120 um diameter 3 um segments 2
        compartment left on trunk length 150 um diameter 1.5 um segments 3
        compartment right on trunk length 100 um diameter 1 um
        insert leak in all g = 0.1 mS/cm^2, E = -65 mV
        insert na_hh in soma
        insert k_hh in soma
        insert ca in left
        insert pool in left
        insert sk in left
        insert two_exp in left, right
        insert ampa_nmda in right
        spike when soma.v >= -10 mV
      """;

  private static Sketch spiking(double dt, int size) {
    return new Sketch()
        .dt(dt)
        .own(Dendrites.TWO_EXP)
        .own(Dendrites.AMPA_NMDA)
        .own(POOL)
        .own(SK)
        .own(CA)
        .own(SPIKING)
        .population("p", size, "spiking");
  }

  private static Sketch driven(double dt, int size) {
    return spiking(dt, size)
        .stimulus("in", 1, new Signal.Dc(Sketch.quantity("250 pA")))
        .connect("in", "p", "soma.current", Dendrites.ALL, "1", "0.1 ms")
        .spikes("list", 1, 4, 5, 9)
        .connect("list", "p", "right.ampa_nmda", Dendrites.ALL, "8", "1 ms")
        .connect("list", "p", "left.two_exp", Dendrites.ALL, "4 nS", "1 ms");
  }

  private static double[] state(Simulation simulation, String variable) {
    return simulation.state(Sketch.id("p"), variable).orElseThrow();
  }

  @Test
  void chargeThatFlowsInStaysIn() {
    Sketch sketch =
        new Sketch()
            .own(Dendrites.TWO_EXP)
            .own(Dendrites.FORK.replace("g = 0.05 mS/cm^2", "g = 0 mS/cm^2"))
            .population("p", 1, "fork")
            .stimulus("in", 1, new Signal.Dc(Sketch.quantity("30 pA")))
            .connect("in", "p", "left.current", Dendrites.ALL, "1", "0.1 ms");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(2_000);
      double charge = 0;
      for (Map.Entry<String, double[]> c :
          Map.of(
                  "soma", new double[] {20, 20, 1},
                  "trunk", new double[] {200, 3, 10},
                  "left", new double[] {250, 1.2, 10},
                  "right", new double[] {150, 0.8, 10})
              .entrySet())
        for (int k = 1; k <= c.getValue()[2]; k++) {
          String id = c.getValue()[2] == 1 ? c.getKey() : c.getKey() + "[" + k + "]";
          double capacitance = 0.01 * Math.PI * c.getValue()[0] * c.getValue()[1] / c.getValue()[2];
          charge += capacitance * (state(simulation, id + ".v")[0] + 70);
        }
      // 30 pA in 200 ms bring 6000 fC.
      assertEquals(6000, charge, 1e-6);
    }
  }

  @Test
  void theSchemeIsOfSecondOrder() {
    String[] variables = {"soma.v", "left[2].v", "right.v", "soma.na_hh.h", "left[1].pool.[Ca]"};
    double[][] values = new double[5][];
    double[] steps = {0.02, 0.01, 0.005, 0.0025, 0.00125};
    for (int k = 0; k < steps.length; k++)
      try (Simulation simulation = driven(steps[k], 1).build()) {
        simulation.advance(Math.round(11 / steps[k]));
        values[k] = new double[variables.length];
        for (int v = 0; v < variables.length; v++)
          values[k][v] = state(simulation, variables[v])[0];
      }
    for (int v = 0; v < variables.length; v++) {
      if (variables[v].contains("na_hh")) continue; // lies half a step ahead
      double[] differences = new double[4];
      for (int k = 0; k < 4; k++) differences[k] = Math.abs(values[k][v] - values[k + 1][v]);
      double order = Math.log(differences[1] / differences[3]) / Math.log(2) / 2;
      assertEquals(2, order, 0.25, variables[v] + " " + Arrays.toString(differences));
    }
  }

  @Test
  void itFollowsTheEquationsInFull() {
    Sketch sketch = spiking(0.001, 1);
    NeuronModel model =
        Library.builtIn().including(sketch.circuit()).neuron("spiking").orElseThrow();
    NeuronPrograms full = NeuronCompiler.compile(model, Set.of()).value().orElseThrow();
    double[][] columns = new double[full.layout().columns().size()][1];
    double[] uniforms = new double[full.layout().uniforms().size()];
    for (int p = 0; p < model.parameters().size(); p++)
      uniforms[full.layout().uniform(new KernelLayout.Parameter(p))] =
          model.parameters().get(p).standard().engineValue();
    full.derivation().run(columns, uniforms, 0.001, 0.001, 1);
    new Interpreter(full.start()).run(columns, uniforms, new int[0], 0, 1);
    Interpreter step = new Interpreter(full.step());
    int current = full.layout().column(new KernelLayout.Current(0));
    sketch
        .stimulus("in", 1, new Signal.Dc(Sketch.quantity("400 pA")))
        .connect("in", "p", "soma.current", Dendrites.ALL, "1", "0.1 ms");
    columns[current][0] = 400;
    try (Simulation simulation = sketch.build()) {
      double highest = -100;
      for (int k = 0; k < 6_000; k++) {
        step.run(columns, uniforms, new int[0], 0, 1);
        simulation.advance(1);
        highest = Math.max(highest, columns[0][0]);
        assertEquals(columns[0][0], state(simulation, "soma.v")[0], 0.02, "step " + k);
      }
      assertTrue(highest > 0, "it spikes");
      for (int s = 0; s < model.states().size(); s++) {
        String id = model.states().get(s).id();
        assertEquals(columns[s][0], state(simulation, id)[0], 0.02, id);
      }
    }
  }

  /// Neurons that differ, with recurrent and plastic synapses scattered over segments.
  private static Sketch network(int size) {
    return new Sketch()
        .dt(0.1)
        .own(Dendrites.TWO_EXP)
        .own(Dendrites.AMPA_NMDA)
        .own(POOL)
        .own(SK)
        .own(CA)
        .own(SPIKING)
        .population(
            "p",
            size,
            "spiking",
            Map.of(
                "right.length",
                new Value.Uniform(Sketch.quantity("50 um"), Sketch.quantity("200 um")),
                "left.ca.g",
                new Value.Uniform(Sketch.quantity("0.1 mS/cm^2"), Sketch.quantity("1 mS/cm^2"))),
            Map.of(
                "soma.v", new Value.Uniform(Sketch.quantity("-75 mV"), Sketch.quantity("-55 mV"))))
        .stimulus("poisson", 40, new Signal.Poisson(Sketch.value("40 Hz")))
        .stimulus("background", 1, new Signal.PoissonBackground(Sketch.quantity("900 Hz")))
        .connect("poisson", "p", "right.ampa_nmda", new Wiring.PairwiseBernoulli(0.3), "2", "1 ms")
        .connect("background", "p", "left.two_exp", Dendrites.ALL, "1 nS", "1 ms")
        .connect("p", "p", "left.two_exp", new Wiring.FixedInDegree(8), "1 nS", "1.5 ms")
        .learn(
            "poisson",
            "p",
            "left.two_exp",
            new Wiring.PairwiseBernoulli(0.2),
            Sketch.value("0.5 nS"),
            Sketch.value("1 ms"),
            "stdp_pair");
  }

  private record Result(List<Spikes.Spike> spikes, double[] soma, double[] left, double[] ca) {
    static Result of(Simulation simulation) {
      return new Result(
          Spikes.during(simulation, 400).all(),
          state(simulation, "soma.v"),
          state(simulation, "left[3].v"),
          state(simulation, "left[1].pool.[Ca]"));
    }

    void assertSame(Result other) {
      assertEquals(spikes, other.spikes);
      assertArrayEquals(soma, other.soma);
      assertArrayEquals(left, other.left);
      assertArrayEquals(ca, other.ca);
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {2, 3})
  void theSameBitsComeOfAnyNumberOfThreads(int threads) {
    try (Simulation one = network(540).build(1);
        Simulation many = network(540).build(threads)) {
      Result first = Result.of(one);
      assertTrue(first.spikes.size() > 100, "there are spikes");
      first.assertSame(Result.of(many));
    }
  }

  @Test
  void compiledChannelsGiveTheBitsOfTheInterpreter() {
    try (Simulation compiled = network(70).build(1);
        Simulation oracle = network(70).build(1, new Kernels(Translation.interpreted()))) {
      Result.of(compiled).assertSame(Result.of(oracle));
    }
  }

  @Test
  void withoutAResetASpikeIsTheRisingEdge() {
    try (Simulation simulation = driven(0.025, 1).build()) {
      double[] v = new double[4001];
      List<Integer> crossings = new ArrayList<>();
      Spikes spikes = new Spikes();
      simulation.sendSpikesTo(spikes);
      for (int k = 1; k <= 4000; k++) {
        simulation.advance(1);
        v[k] = state(simulation, "soma.v")[0];
        if (k > 1 && v[k] >= -10 && v[k - 1] < -10) crossings.add(k);
      }
      assertTrue(crossings.size() > 3);
      assertEquals(
          crossings, spikes.of(simulation, "p").stream().map(s -> (int) s.step()).toList());
    }
  }

  @Test
  void aSomaThatIsResetIsHeldWhileItsDendriteGoesOn() {
    String cell =
        """
        cell ball "Ball and stick"
          membrane C_m = 1 uF/cm^2, R_a = 100 Ohm*cm, v = -70 mV
          compartment soma length 20 um diameter 20 um
          compartment dend on soma length 200 um diameter 2 um
          insert leak in all g = 0.1 mS/cm^2, E = -70 mV
          spike when soma.v >= -50 mV
          reset soma.v = -60 mV
          refractory 3 ms
        """;
    Sketch sketch =
        new Sketch()
            .own(cell)
            .population("p", 1, "ball")
            .stimulus("in", 1, new Signal.Dc(Sketch.quantity("150 pA")))
            .connect("in", "p", "dend.current", Dendrites.ALL, "1", "0.1 ms");
    try (Simulation simulation = sketch.build()) {
      Spikes spikes = new Spikes();
      simulation.sendSpikesTo(spikes);
      double[][] v = Dendrites.traces(simulation, 3000, "soma.v", "dend.v");
      assertTrue(spikes.all().size() > 5, spikes.all().toString());
      int at = (int) spikes.all().get(2).step();
      for (int k = at; k <= at + 30; k++) assertEquals(-60, v[0][k]);
      assertNotEquals(-60, v[0][at + 31]);
      // Between two held ends the dendrite relaxes exponentially.
      double capacitance = 0.01 * Math.PI * 2 * 200;
      double leak = 1e-3 * Math.PI * 2 * 200;
      double axial = axial();
      double tau = capacitance / (leak + axial);
      double rest = (150 + leak * -70 + axial * -60) / (leak + axial);
      double wanted = rest + (v[1][at] - rest) * Math.exp(-3 / tau);
      assertEquals(wanted, v[1][at + 30], 1e-3);
    }
  }

  /// From the centre of the dendrite of 200 um by 2 um to its beginning, 100 Ohm·cm (nS).
  private static double axial() {
    double area = Math.PI * 1 * 1 * 1e-8; // cm²
    double length = 100 * 1e-4; // cm
    return area / (100 * length) * 1e9;
  }

  @Test
  void scatteredSynapsesLieAllOverTheCompartmentAndClusteredOnesInOnePlace() {
    for (boolean plastic : new boolean[] {false, true})
      for (boolean clustered : new boolean[] {false, true}) {
        Sketch sketch = spiking(0.1, 3).trains("in", train(3000));
        Value weight = Sketch.value("0.001 nS");
        if (plastic)
          sketch.learn(
              "in", "p", "left.two_exp", Dendrites.ALL, weight, Sketch.value("1 ms"), "stdp_pair");
        else sketch.connect("in", "p", "left.two_exp", Dendrites.ALL, weight, Sketch.value("1 ms"));
        if (clustered) sketch.placed(new Placement.Clustered(0.5));
        try (Simulation simulation = sketch.build()) {
          simulation.advance(31);
          double[] before = drives(simulation);
          assertArrayEquals(new double[3], before, 0);
          simulation.advance(1);
          double[] x = drives(simulation);
          double sum = x[0] + x[1] + x[2];
          for (int k = 0; k < 3; k++)
            if (clustered) assertEquals(k == 1 ? 1 : 0, x[k] / sum, 1e-12);
            else assertEquals(1 / 3.0, x[k] / sum, 4 * Math.sqrt(2 / 9.0 / 3000));
          double perWeight = x[1] / (clustered ? 3.0 : x[1] / sum * 3.0);
          assertEquals(perWeight, sum / 3.0, 1e-9);
        }
      }
  }

  private static List<double[]> train(int sources) {
    List<double[]> times = new ArrayList<>();
    for (int k = 0; k < sources; k++) times.add(new double[] {2.2});
    return times;
  }

  private static double[] drives(Simulation simulation) {
    double[] x = new double[3];
    for (int k = 0; k < 3; k++) x[k] = state(simulation, "left[" + (k + 1) + "].two_exp.x")[1];
    return x;
  }

  @Test
  void parametersChangeWhileItRuns() {
    Sketch before = passive("0.1 mS/cm^2");
    Sketch after = passive("0.3 mS/cm^2");
    try (Simulation running = before.build();
        Simulation fresh = after.build()) {
      running.advance(500);
      assertTrue(running.applyLive(after.circuit()));
      running.advance(30_000);
      fresh.advance(30_000);
      assertEquals(state(fresh, "soma.v")[0], state(running, "soma.v")[0], 1e-9);
      assertTrue(state(fresh, "soma.v")[0] > -70);
    }
  }

  private static Sketch passive(String leak) {
    return new Sketch()
        .own(Dendrites.TWO_EXP)
        .own(Dendrites.FORK)
        .population("p", 2, "fork", "left.leak.g", leak)
        .stimulus("in", 1, new Signal.Dc(Sketch.quantity("30 pA")))
        .connect("in", "p", "left.current", Dendrites.ALL, "1", "0.1 ms");
  }

  @Test
  void anEditedTreeGoesOnFromThePotentialsThatAreThere() {
    Sketch before = passive("0.1 mS/cm^2");
    Sketch after =
        new Sketch()
            .own(Dendrites.TWO_EXP)
            .own(Dendrites.FORK + "  compartment basal on soma length 80 um diameter 1 um\n")
            .population("p", 2, "fork", "left.leak.g", "0.1 mS/cm^2")
            .stimulus("in", 1, new Signal.Dc(Sketch.quantity("30 pA")))
            .connect("in", "p", "left.current", Dendrites.ALL, "1", "0.1 ms");
    try (Simulation running = before.build();
        Simulation next = after.build()) {
      running.advance(500);
      double[] left = state(running, "left[10].v");
      if (!running.applyLive(after.circuit())) {
        next.takeOver(running);
        assertArrayEquals(left, state(next, "left[10].v"));
        assertEquals(-70, state(next, "basal.v")[0]);
      } else {
        assertArrayEquals(left, state(running, "left[10].v"));
        assertEquals(-70, state(running, "basal.v")[0]);
      }
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aStepAllocatesNothing(int threads) {
    ThreadMXBean beans = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Simulation simulation = network(120).build(threads)) {
      simulation.advance(5_000);
      long workers = -allocated(beans);
      long own = beans.getCurrentThreadAllocatedBytes();
      simulation.advance(1_000);
      own = beans.getCurrentThreadAllocatedBytes() - own;
      workers += allocated(beans);
      assertTrue(own + workers < 8192, own + " and " + workers + " bytes in 1,000 steps");
    }
  }

  private static long allocated(ThreadMXBean beans) {
    long sum = 0;
    for (long id : beans.getAllThreadIds())
      if (beans.getThreadInfo(id) != null
          && beans.getThreadInfo(id).getThreadName().startsWith("neurarium-worker"))
        sum += beans.getThreadAllocatedBytes(id);
    return sum;
  }
}
