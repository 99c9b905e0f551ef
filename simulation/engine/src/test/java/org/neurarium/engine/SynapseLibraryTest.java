package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.compile.SynapseCompiler;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.observe.WeightView;

/// Every synapse model of the library, each in a small network with delays of all lengths.
class SynapseLibraryTest {

  private static final String SYNAPSES = "inputs-cells-ex";
  private static final ModelCatalogue MODELS = Library.builtIn();

  /// Models whose weights are not meant to change here, with the reason.
  private static final Map<String, String> WEIGHTS_STAY =
      Map.of(
          "static", "hands its weight over",
          "tsodyks_markram", "what is released changes, the weight stays",
          "tsodyks_markram_3", "what is released changes, the weight stays");

  static Stream<String> models() {
    return MODELS.synapses().stream().map(SynapseModel::id);
  }

  private static Sketch network(String model, String... parameters) {
    boolean taught = model.equals("delta_rule");
    Sketch sketch = untaught(model, taught ? "lif_teacher" : "lif_exp_psc", parameters);
    if (!taught) return sketch;
    return sketch
        .stimulus("teacher", 37, new Signal.Poisson(Value.of(20, "Hz")))
        .connect(
            "teacher",
            "cells",
            "teach",
            new Wiring.OneToOne(),
            Sketch.value("1"),
            Sketch.value("1 ms"));
  }

  private static Sketch untaught(String model, String neurons, String... parameters) {
    return new Sketch()
        .seed(7)
        .population("cells", 37, neurons)
        .stimulus("inputs", 50, new Signal.Poisson(Value.of(30, "Hz")))
        .stimulus("noise", 1, new Signal.PoissonBackground(Quantity.of(3000, "Hz")))
        .connect(
            "noise",
            "cells",
            "ex",
            new Wiring.AllToAll(),
            Sketch.value("60 pA"),
            Sketch.value("1 ms"))
        .learn(
            "inputs",
            "cells",
            "ex",
            new Wiring.PairwiseBernoulli(0.4),
            new Value.Uniform(Quantity.of(0.3, "pA"), Quantity.of(0.9, "pA")),
            new Value.Uniform(Quantity.of(0.1, "ms"), Quantity.of(3, "ms")),
            model,
            parameters);
  }

  private static Simulation build(Sketch sketch, Circuit circuit, int threads) {
    Simulation.Build built =
        Simulation.build(
            circuit, sketch.files(), MODELS, Threads.exactly(threads), BuildMonitor.NONE);
    return built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()));
  }

  private static WeightView weights(Simulation simulation) {
    return Objects.requireNonNull(
        simulation.observation().weights().get(Sketch.id(SYNAPSES)), SYNAPSES);
  }

  private static List<WeightView.Synapse> synapses(Simulation simulation) {
    return weights(simulation).between(0, 1000, 0, 1000, 100_000).stream()
        .sorted(
            Comparator.comparingInt(WeightView.Synapse::source)
                .thenComparingInt(WeightView.Synapse::target)
                .thenComparingDouble(WeightView.Synapse::delay))
        .toList();
  }

  private static void run(Simulation simulation) {
    simulation
        .advance(3000)
        .ifPresent(p -> {
          throw new AssertionError(p.toString());
        });
    simulation.release("[DA]", 0.5);
    simulation.release("[PRP]", 2);
    simulation
        .advance(3000)
        .ifPresent(p -> {
          throw new AssertionError(p.toString());
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void gives_the_same_bits_on_any_number_of_threads_and_again_after_a_reset(String model) {
    Spikes first = new Spikes();
    List<WeightView.Synapse> start;
    List<WeightView.Synapse> end;
    try (Simulation one = network(model).build(1)) {
      start = synapses(one);
      one.sendSpikesTo(first);
      run(one);
      end = synapses(one);
      for (WeightView.Synapse s : end) assertTrue(Double.isFinite(s.weight()), s.toString());
      assertTrue(first.all().size() > 100, "the network is awake: " + first.all().size());
      assertEquals(
          WEIGHTS_STAY.containsKey(model),
          start.equals(end),
          "whether weights stayed as they were");
      one.reset();
      assertEquals(start, synapses(one), "weights after a reset");
      Spikes again = new Spikes();
      one.sendSpikesTo(again);
      run(one);
      assertEquals(end, synapses(one), "weights of the second run");
      assertEquals(first.all(), again.all(), "spikes of the second run");
    }
    for (int threads = 2; threads <= 3; threads++)
      try (Simulation more = network(model).build(threads)) {
        Spikes spikes = new Spikes();
        more.sendSpikesTo(spikes);
        run(more);
        assertEquals(first.all(), spikes.all(), "spikes on " + threads + " threads");
        assertEquals(end, synapses(more), "weights on " + threads + " threads");
      }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void keeps_its_weights_when_something_else_is_rebuilt(String model) {
    Sketch sketch = network(model);
    try (Simulation old = sketch.build(1)) {
      run(old);
      Circuit more = sketch.population("others", 10, "lif_exp_psc").circuit();
      assertFalse(old.applyLive(more), "another population needs another network");
      try (Simulation next = build(sketch, more, 2)) {
        next.takeOver(old);
        assertEquals(synapses(old), synapses(next));
        old.advance(2000);
        next.advance(2000);
        assertEquals(synapses(old), synapses(next), "both go on alike");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void takes_other_parameters_while_it_runs(String model) {
    SynapseModel synapse = MODELS.synapse(model).orElseThrow();
    Sketch sketch = network(model);
    try (Simulation simulation = sketch.build(1)) {
      run(simulation);
      List<WeightView.Synapse> before = synapses(simulation);
      Circuit circuit = sketch.circuit();
      for (var parameter : synapse.parameters()) {
        Projection p = circuit.find(Sketch.id(SYNAPSES), Projection.class).orElseThrow();
        Synapse changed =
            p.synapse()
                .withParameter(
                    parameter.id(),
                    parameter.standard().withValue(parameter.standard().value() * 1.25));
        circuit =
            circuit.of(
                circuit.elements().stream()
                    .map(e -> e.equals(p) ? p.withSynapse(changed) : e)
                    .toList());
        assertTrue(simulation.applyLive(circuit), parameter.id());
      }
      assertEquals(before, synapses(simulation), "weights stay");
      simulation
          .advance(1000)
          .ifPresent(problem -> {
            throw new AssertionError(problem.toString());
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void compiled_equals_interpreted(String model) {
    SynapseModel synapse = MODELS.synapse(model).orElseThrow();
    double[] parameters =
        synapse.parameters().stream().mapToDouble(p -> p.standard().engineValue()).toArray();
    SynapsePlan plan =
        SynapseCompiler.compile(
                synapse,
                MODELS.neuron("lif_teacher").orElseThrow(),
                "ex",
                parameters,
                Influences.NONE)
            .value()
            .orElseThrow();
    Stream.of(
            plan.preAdvance(),
            plan.postAdvance(),
            plan.advance(),
            Optional.of(plan.onPre()),
            plan.onPreSource(),
            plan.onPost(),
            plan.onPostTarget(),
            plan.catchUp(),
            plan.flow())
        .flatMap(Optional::stream)
        .forEach(program -> assertSameBits(plan, program, parameters));
  }

  private static void assertSameBits(SynapsePlan plan, Program program, double[] parameters) {
    int rows = 1003;
    double[][] interpreted = columns(plan, rows);
    double[][] compiled = columns(plan, rows);
    double[] uniforms = new Random(5).doubles(plan.uniforms().size()).toArray();
    plan.values().set(parameters, 0.1, uniforms);
    int[] through = new Random(6).ints(rows, 0, 37).toArray();
    boolean fine = new Interpreter(program).run(interpreted, uniforms, through, 0, rows);
    Program.Step step = new ProgramCompiler().step(program, "test", ProgramCompiler.Form.PLAIN);
    assertEquals(fine, step.run(compiled, uniforms, through, 0, rows));
    for (int c = 0; c < interpreted.length; c++)
      assertArrayEquals(interpreted[c], compiled[c], "column " + c);
    if (!ProgramCompiler.vectorsAreThere() || !ProgramCompiler.hasVectorForm(program)) return;
    double[][] vector = columns(plan, rows);
    new ProgramCompiler()
        .step(program, "test", ProgramCompiler.Form.VECTOR)
        .run(vector, uniforms, through, 0, rows);
    for (int c = 0; c < interpreted.length; c++)
      assertArrayEquals(interpreted[c], vector[c], "column " + c);
  }

  private static double[][] columns(SynapsePlan plan, int rows) {
    Random random = new Random(4);
    double[][] columns = new double[plan.columns().size()][];
    for (int c = 0; c < columns.length; c++) columns[c] = random.doubles(rows).toArray();
    return columns;
  }

  static Stream<String> modulators() {
    return MODELS.all(ModulatorModel.class).map(ModulatorModel::id);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("modulators")
  void what_is_released_decays_exactly(String id) {
    ModulatorModel modulator = MODELS.modulator(id).orElseThrow();
    String symbol = modulator.states().getFirst().id();
    double tau = modulator.parameter("tau").orElseThrow().standard().engineValue();
    String reader =
        """
        synapse reads "Reads a concentration"
          on pre  deliver w*(1 + %s/uM)
        """
            .formatted(symbol);
    Sketch sketch = network("reads");
    Circuit circuit =
        sketch.circuit().withModels(List.of(new org.neurarium.circuits.OwnModel("reads", reader)));
    try (Simulation simulation = build(sketch, circuit, 2)) {
      assertEquals(0, simulation.concentration(symbol).orElseThrow());
      simulation.advance(100);
      simulation.release(symbol, 0.8);
      assertEquals(0.8, simulation.concentration(symbol).orElseThrow());
      simulation.advance(1000);
      assertEquals(
          0.8 * Math.exp(-100 / tau), simulation.concentration(symbol).orElseThrow(), 1e-12);
      simulation.reset();
      assertEquals(0, simulation.concentration(symbol).orElseThrow());
    }
  }
}
