package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.formula.Function;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.compile.Choice;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.NeuronCompiler;
import org.neurarium.engine.compile.NeuronPrograms;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.compile.ProgramCompiler.Form;

/// What must hold for every neuron model of the library. A model that a check does not fit is left out by name, with the reason.
class CatalogueTest {

  private static final ModelCatalogue LIBRARY = Library.builtIn();
  private static final int[] NOWHERE = {};
  private static final int ROWS = 37;

  private static final Map<String, String> NO_ORDER =
      Map.of(
          "parrot", "has no equations",
          "relay", "has no equations",
          "poisson", "has no equations",
          "poisson_inhomogeneous", "has no equations",
          "escape_noise", "fires at random, so that two steps cannot be compared");

  private static final Map<String, String> NEVER_SILENT =
      Map.of(
          "traub_miles", "fires by itself with the published values",
          "pinsky_rinzel", "fires by itself with the published values",
          "poisson", "fires at random",
          "poisson_inhomogeneous", "fires at random",
          "escape_noise", "fires at random");

  private static final Map<String, String> NO_CURRENT =
      Map.of(
          "parrot", "repeats spikes and takes no current",
          "relay", "repeats spikes and takes no current",
          "poisson_inhomogeneous", "takes no current",
          "rate_linear", "has a rate and no spikes",
          "rate_sigmoid", "has a rate and no spikes",
          "rate_relu", "has a rate and no spikes",
          "rate_normalised", "has a rate and no spikes");

  static Stream<String> models() {
    return LIBRARY.neurons().stream().map(NeuronModel::id);
  }

  private static Stream<String> except(Map<String, String> reasons) {
    return models().filter(id -> !reasons.containsKey(id));
  }

  private static Stream<String> with(Predicate<NeuronModel> property) {
    return LIBRARY.neurons().stream().filter(property).map(NeuronModel::id);
  }

  static Stream<String> integrated() {
    return except(NO_ORDER);
  }

  static Stream<String> silent() {
    return except(NEVER_SILENT);
  }

  static Stream<String> driven() {
    return except(NO_CURRENT);
  }

  static Stream<String> refractory() {
    return with(m -> m.parameter("t_ref").isPresent() && m.parameter("I_e").isPresent());
  }

  private static NeuronModel model(String id) {
    return LIBRARY.neuron(id).orElseThrow();
  }

  @Test
  void nothingIsLeftOutThatIsNotThere() {
    Set<String> ids = models().collect(Collectors.toSet());
    for (Map<String, String> reasons : List.of(NO_ORDER, NEVER_SILENT, NO_CURRENT))
      assertTrue(ids.containsAll(reasons.keySet()), reasons.keySet().toString());
  }

  // ---- generated code

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void generatedCodeGivesTheBitsOfTheInterpreter(String id) {
    NeuronModel model = model(id);
    Set<String> all = model.parameters().stream().map(Parameter::id).collect(Collectors.toSet());
    for (Set<String> varied : List.of(Set.<String>of(), all)) {
      NeuronPrograms programs = NeuronCompiler.compile(model, varied).value().orElseThrow();
      for (long seed = 1; seed <= 3; seed++) {
        Memory memory = new Memory(programs, new SplittableRandom(seed));
        List<Program> steps =
            new ArrayList<>(
                List.of(
                    programs.start(), programs.step(), programs.integrate(), programs.finish()));
        programs.reset().ifPresent(steps::add);
        for (Program program : steps) {
          compareSteps(memory, program, Form.PLAIN);
          if (ProgramCompiler.vectorsAreThere()) compareSteps(memory, program, Form.VECTOR);
        }
        programs
            .condition()
            .ifPresent(condition -> {
              compareSearches(memory, condition, Form.PLAIN);
              if (ProgramCompiler.vectorsAreThere())
                compareSearches(memory, condition, Form.VECTOR);
            });
      }
    }
  }

  /// Columns and uniforms with sensible random numbers in them.
  private record Memory(double[][] columns, double[] uniforms) {

    Memory(NeuronPrograms programs, SplittableRandom random) {
      this(
          new double[programs.layout().columns().size()][ROWS],
          new double[programs.layout().uniforms().size()]);
      KernelLayout layout = programs.layout();
      NeuronModel model = programs.model();
      double dt = 0.1;
      for (int u = 0; u < uniforms.length; u++)
        if (layout.uniforms().get(u) instanceof KernelLayout.Parameter p)
          uniforms[u] = parameter(model.parameters().get(p.index()), random);
        else if (layout.uniforms().get(u) instanceof KernelLayout.Time)
          uniforms[u] = 1000 * random.nextDouble();
      for (int c = 0; c < columns.length; c++)
        for (int row = 0; row < ROWS; row++)
          columns[c][row] =
              switch (layout.columns().get(c)) {
                case KernelLayout.Parameter p ->
                    parameter(model.parameters().get(p.index()), random);
                case KernelLayout.State s ->
                    state(model.states().get(s.index()), random.nextDouble());
                case KernelLayout.Arrivals _ -> random.nextInt(3) * random.nextDouble();
                case KernelLayout.Sum _ -> 100 * (random.nextDouble() - 0.5);
                case KernelLayout.Total _ -> 3 * random.nextDouble();
                case KernelLayout.Current _ -> 1000 * (random.nextDouble() - 0.3);
                case KernelLayout.Draw d ->
                    d.function() == Function.UNIFORM
                        ? random.nextDouble()
                        : random.nextDouble() * 4 - 2;
                case KernelLayout.Factor _ -> 0.5 + random.nextDouble();
                case KernelLayout.Refractory _, KernelLayout.Derived _, KernelLayout.Membrane _ ->
                    0;
              };
      programs.derivation().run(columns, uniforms, dt, dt, ROWS);
    }

    private static double parameter(Parameter p, SplittableRandom random) {
      double value = p.min() + (p.max() - p.min()) * (0.01 + 0.98 * random.nextDouble());
      return p.standard().withValue(value).engineValue();
    }

    private static double state(NeuronModel.State s, double part) {
      Dimension d = s.unit().dimension();
      if (d.equals(Dimension.VOLTAGE)) return -90 + 130 * part;
      if (d.equals(Dimension.CURRENT)) return -200 + 600 * part;
      if (d.equals(Dimension.CONDUCTANCE)) return 20 * part;
      return part;
    }

    double[][] copy() {
      double[][] copy = new double[columns.length][];
      for (int c = 0; c < copy.length; c++) copy[c] = columns[c].clone();
      return copy;
    }
  }

  private static void compareSteps(Memory memory, Program program, Form form) {
    double[][] expected = memory.copy();
    double[][] actual = memory.copy();
    boolean finite = new Interpreter(program).run(expected, memory.uniforms, NOWHERE, 1, ROWS);
    boolean found =
        new ProgramCompiler()
            .step(program, "model", form)
            .run(actual, memory.uniforms, NOWHERE, 1, ROWS);
    assertEquals(finite, found);
    for (int c = 0; c < expected.length; c++)
      for (int row = 0; row < ROWS; row++)
        assertEquals(
            Double.doubleToLongBits(expected[c][row]),
            Double.doubleToLongBits(actual[c][row]),
            form
                + ", column "
                + c
                + ", row "
                + row
                + ": "
                + expected[c][row]
                + " "
                + actual[c][row]);
  }

  private static void compareSearches(Memory memory, Program program, Form form) {
    int[] expected = new int[ROWS + 1];
    int[] actual = new int[ROWS + 1];
    int end = new Interpreter(program).find(memory.columns, memory.uniforms, 1, ROWS, expected, 0);
    assertEquals(
        end,
        new ProgramCompiler()
            .search(program, "model", form)
            .find(memory.columns, memory.uniforms, 1, ROWS, actual, 0));
    assertArrayEquals(expected, actual);
  }

  // ---- schemes

  /// The order that a model's schemes promise together; infinite where all of them are exact.
  private static double order(NeuronModel model) {
    double least = Double.POSITIVE_INFINITY;
    for (Choice c : NeuronCompiler.compile(model, Set.of()).value().orElseThrow().choices()) {
      double order =
          c.scheme().startsWith("exact") || c.scheme().equals("none")
              ? Double.POSITIVE_INFINITY
              : c.scheme().contains("Runge-Kutta")
                  ? 4
                  : c.scheme().startsWith("exponential") || c.scheme().startsWith("Crank") ? 2 : 1;
      least = Math.min(least, order);
    }
    return least;
  }

  /// How far from its start a state begins, so that everything moves and nothing fires.
  private static Quantity kick(NeuronModel.State state) {
    Dimension d = state.unit().dimension();
    double size =
        d.equals(Dimension.VOLTAGE)
            ? -4
            : d.equals(Dimension.CURRENT)
                ? 20
                : d.equals(Dimension.CONDUCTANCE) ? 1 : d.equals(Dimension.RATE) ? 0.01 : 0.05;
    return new Quantity(size / state.unit().scale(), state.unit());
  }

  private static double[][] after(NeuronModel model, double dt, double duration) {
    try (Simulation simulation =
        new Sketch().dt(dt).population("cell", 1, model.id(), Map.of(), kicked(model)).build()) {
      assertTrue(
          Spikes.during(simulation, Math.round(duration / dt)).all().isEmpty(), "nothing fires");
      return model.states().stream()
          .map(s -> simulation.state(Sketch.id("cell"), s.id()).orElseThrow())
          .toArray(double[][]::new);
    }
  }

  private static Map<String, Value> kicked(NeuronModel model) {
    Map<String, Value> initial = new LinkedHashMap<>();
    try (Simulation simulation = new Sketch().population("cell", 1, model.id()).build()) {
      for (NeuronModel.State s : model.states()) {
        double start = simulation.state(Sketch.id("cell"), s.id()).orElseThrow()[0];
        Quantity kick = kick(s);
        initial.put(s.id(), Value.of(kick.withValue(kick.value() + start / s.unit().scale())));
      }
    }
    return initial;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("integrated")
  void errorsFallWithTheOrderOfTheScheme(String id) {
    NeuronModel model = model(id);
    double order = order(model);
    double duration = 3.2;
    double[][] exact = after(model, 0.1 / 64, duration);
    double[][] coarse = after(model, 0.1, duration);
    double[][] fine = after(model, 0.05, duration);
    for (int s = 0; s < exact.length; s++) {
      String name = model.states().get(s).id();
      double size = Math.abs(kick(model.states().get(s)).engineValue());
      double first = Math.abs(coarse[s][0] - exact[s][0]) / size;
      double second = Math.abs(fine[s][0] - exact[s][0]) / size;
      if (Double.isInfinite(order)) {
        assertTrue(first < 1e-11, name + " is " + first + " off");
      } else if (first > 1e-9) {
        double found = Math.log(first / second) / Math.log(2);
        assertTrue(
            found > order - 0.35,
            name
                + ": order "
                + found
                + " in place of "
                + order
                + ", errors "
                + first
                + ", "
                + second);
      }
      assertTrue(first < (order == 1 ? 0.2 : 0.02), name + " is " + first + " off");
    }
  }

  // ---- firing

  private static Simulation strongly(NeuronModel model, Map<String, Value> more) {
    Parameter current = model.parameter("I_e").orElseThrow();
    Map<String, Value> values = new LinkedHashMap<>(more);
    values.put("I_e", Value.of(current.standard().withValue(current.max())));
    return new Sketch().population("cell", 1, model.id(), values, Map.of()).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("silent")
  void firesNothingWithoutACurrent(String id) {
    try (Simulation simulation = new Sketch().population("cell", 3, id).build()) {
      assertTrue(Spikes.during(simulation, 3000).all().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("driven")
  void firesWithAStrongCurrent(String id) {
    try (Simulation simulation = strongly(model(id), Map.of())) {
      assertFalse(Spikes.during(simulation, 3000).all().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refractory")
  void restsForItsRefractoryPeriod(String id) {
    NeuronModel model = model(id);
    double rest = 3;
    try (Simulation simulation = strongly(model, Sketch.values("t_ref", rest + " ms"))) {
      double[] times = Spikes.during(simulation, 5000).times(simulation, "cell", 0);
      assertTrue(times.length > 5, "fires " + times.length + " times");
      // A spike inside a step is stamped with the step's end.
      double rounding = model.dynamics().withinStep() ? simulation.dt() : 0;
      for (int k = 1; k < times.length; k++)
        assertTrue(times[k] - times[k - 1] >= rest - rounding - 1e-9, "at " + times[k]);
    }
  }

  // ---- what people see

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void presetsRunWithoutATrace(String id) {
    for (Preset preset : model(id).presets()) {
      Map<String, Value> parameters = new LinkedHashMap<>();
      Map<String, Value> initial = new LinkedHashMap<>();
      preset
          .values()
          .forEach((name, value) ->
              (model(id).parameter(name).isPresent() ? parameters : initial)
                  .put(name, Value.of(value)));
      try (Simulation simulation =
          new Sketch().population("cell", 2, id, parameters, initial).build()) {
        assertTrue(simulation.advance(3000).isEmpty(), preset.name());
      }
    }
  }

  private static Spikes during(String id, String preset, double duration) {
    Preset chosen =
        model(id).presets().stream().filter(p -> p.name().equals(preset)).findFirst().orElseThrow();
    Map<String, Value> parameters = new LinkedHashMap<>();
    Map<String, Value> initial = new LinkedHashMap<>();
    chosen
        .values()
        .forEach((name, value) ->
            (model(id).parameter(name).isPresent() ? parameters : initial)
                .put(name, Value.of(value)));
    try (Simulation simulation =
        new Sketch().population("cell", 1, id, parameters, initial).build()) {
      return Spikes.during(simulation, Math.round(duration / simulation.dt()));
    }
  }

  @ParameterizedTest(name = "{0}, {1}: {2} to {3} spikes")
  @CsvSource({
    "glif,tonic spiking,5,30",
    "glif,phasic spiking,1,8",
    "glif,spike frequency adaptation,3,30",
    "glif,hyperpolarization-induced spiking,1,30",
    "glif,tonic bursting,8,200",
    "glif,phasic bursting,2,20",
    "hodgkin_huxley,at rest,0,0",
    "hodgkin_huxley,repetitive firing,20,50",
    "hodgkin_huxley,sodium blocked (tetrodotoxin),0,0",
    "traub_miles,silent at rest,0,0",
    "wang_buzsaki,at rest,0,0",
    "'wang_buzsaki','gamma, 1 uA/cm^2',28,32",
    "morris_lecar,Hopf (class 2),4,8",
    "morris_lecar,saddle-node on a circle (class 1),3,7",
    "morris_lecar,homoclinic,3,25",
    "fitzhugh_nagumo,excitable,0,0",
    "fitzhugh_nagumo,oscillating,10,16",
    "lif_nmda,no magnesium,0,0"
  })
  void presetsDoWhatTheyAreCalled(String id, String preset, int least, int most) {
    int found = during(id, preset, 500).all().size();
    assertTrue(found >= least && found <= most, found + " spikes");
  }

  // ---- neurons that pass spikes on

  @Test
  void aParrotRepeatsEverySpikeAndARelayEveryStep() {
    Sketch sketch =
        new Sketch()
            .spikes("a", 4, 10, 20)
            .spikes("b", 4, 15)
            .population("parrot", 1, "parrot")
            .population("relay", 1, "relay");
    for (String from : List.of("a", "b"))
      for (String to : List.of("parrot", "relay"))
        sketch.connect(from, to, "ex", new Wiring.AllToAll(), "1", "1 ms");
    try (Simulation simulation = sketch.build()) {
      Spikes spikes = Spikes.during(simulation, 300);
      assertArrayEquals(
          new double[] {5, 5.1, 11, 16, 21}, spikes.times(simulation, "parrot", 0), 1e-9);
      assertArrayEquals(new double[] {5, 11, 16, 21}, spikes.times(simulation, "relay", 0), 1e-9);
    }
  }

  @ParameterizedTest(name = "{0} Hz")
  @CsvSource({"5", "20", "100", "200"})
  void poissonNeuronsKeepTheirRateAndTheirVariance(double rate) {
    int n = 400;
    double seconds = 2;
    try (Simulation simulation =
        new Sketch().seed(11).population("cells", n, "poisson", "rate", rate + " Hz").build()) {
      Spikes spikes = Spikes.during(simulation, Math.round(seconds * 10_000));
      double[] counts = new double[n];
      for (Spikes.Spike s : spikes.all()) counts[s.neuron()]++;
      double mean = 0;
      for (double c : counts) mean += c / n;
      double variance = 0;
      for (double c : counts) variance += (c - mean) * (c - mean) / (n - 1);
      double expected = rate * seconds;
      double z = 3.9; // two-sided 99.99 %
      assertEquals(expected, mean, z * Math.sqrt(expected / n));
      // At most one spike a step: a binomial count, whose variance is smaller by the step's
      // probability.
      double fano = 1 - rate * 1e-4;
      assertEquals(fano, variance / mean, z * Math.sqrt(2.0 / (n - 1) + 1 / (n * expected)));
    }
  }

  @Test
  void aDeadTimeLowersThePoissonRateAsTheTextbookSays() {
    int n = 400;
    double seconds = 2;
    double hazard = 100;
    double dead = 5e-3;
    try (Simulation simulation =
        new Sketch()
            .population("cells", n, "poisson", "rate", hazard + " Hz", "t_ref", "5 ms")
            .build()) {
      double found = Spikes.during(simulation, 20_000).all().size() / (n * seconds);
      double expected = hazard / (1 + hazard * dead);
      double cv = 1 / (1 + hazard * dead);
      assertEquals(expected, found, 3.9 * cv * Math.sqrt(expected / (n * seconds)) + 0.5);
    }
  }

  @Test
  void theSinusoidalPoissonNeuronFiresMostAtItsCrest() {
    int n = 500;
    try (Simulation simulation =
        new Sketch()
            .population(
                "cells",
                n,
                "poisson_inhomogeneous",
                "rate",
                "50 Hz",
                "amplitude",
                "40 Hz",
                "frequency",
                "4 Hz")
            .build()) {
      double sine = 0;
      List<Spikes.Spike> all = Spikes.during(simulation, 10_000).all();
      for (Spikes.Spike s : all) sine += Math.sin(2 * Math.PI * 4 * s.step() * 1e-4);
      // Over whole periods the mean of sin over the spikes is amplitude/(2 rate).
      assertEquals(0.4, sine / all.size(), 3.9 / Math.sqrt(2.0 * all.size()));
      assertEquals(50 * n, all.size(), 3.9 * Math.sqrt(50.0 * n));
    }
  }

  @Test
  void escapeNoiseFiresWithTheRateOfItsHazard() {
    // Held at threshold by a current, without resets that matter: tau_0 = 10 ms gives 100 Hz.
    int n = 200;
    try (Simulation simulation =
        new Sketch()
            .population(
                "cells",
                n,
                "escape_noise",
                Sketch.values(
                    "tau_0", "10 ms", "V_reset", "-55 mV", "E_L", "-55 mV", "t_ref", "0 ms"),
                Map.of())
            .build()) {
      double found = Spikes.during(simulation, 20_000).all().size() / (n * 2.0);
      // The chance of a step is 1 - exp(-dt/tau_0), which counts two spikes in one as one.
      double expected = 1e4 * -Math.expm1(-0.01);
      assertEquals(expected, found, 3.9 * Math.sqrt(expected / (n * 2)));
    }
  }

  // ---- rates

  @Test
  void rateNeuronsSettleWhereTheirEquationsSay() {
    Map<String, Double> expected = new LinkedHashMap<>();
    expected.put("rate_linear", 30.0);
    expected.put("rate_sigmoid", 100 / (1 + Math.exp(2)));
    expected.put("rate_relu", 30.0);
    expected.put("rate_normalised", 100 * 2.25 / 3.25);
    expected.forEach((id, hertz) -> {
      try (Simulation simulation =
          new Sketch().population("cell", 1, id, "I_e", "300 pA").build()) {
        simulation.advance(5000);
        assertEquals(
            hertz, 1000 * simulation.state(Sketch.id("cell"), "r").orElseThrow()[0], 1e-6, id);
      }
    });
  }

  @Test
  void idsAreUnique() {
    Set<String> seen = new HashSet<>();
    models().forEach(id -> assertTrue(seen.add(id), id));
    assumeTrue(!seen.isEmpty());
  }
}
