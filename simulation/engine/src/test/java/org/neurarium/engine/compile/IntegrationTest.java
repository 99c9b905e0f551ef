package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Scheme;

/// Schemes: which one is chosen, what it gives, and how fast its error falls.
class IntegrationTest {

  static ModelSketch leaky() {
    return new ModelSketch()
        .parameter("C_m", 250)
        .parameter("tau_m", 10)
        .parameter("E_L", -70)
        .parameter("V_th", -50)
        .parameter("I_e", 300)
        .parameter("tau_syn", 2)
        .state("V_m", "E_L", "(E_L - V_m)/tau_m + (I_syn + I_e + I_ext)/C_m")
        .state("I_syn", "0", "-I_syn/tau_syn")
        .receptor("ex", "I_syn += weight")
        .spike("V_m >= V_th", "V_m = E_L")
        .refractory("2");
  }

  static ModelSketch squid() {
    return new ModelSketch()
        .parameter("g_Na", 120)
        .parameter("I_e", 10)
        .define("alpha_n", "0.1/exprel(-0.1*(V + 55))")
        .define("beta_n", "0.125*exp(-(V + 65)/80)")
        .define("alpha_m", "1/exprel(-0.1*(V + 40))")
        .define("beta_m", "4*exp(-(V + 65)/18)")
        .define("alpha_h", "0.07*exp(-(V + 65)/20)")
        .define("beta_h", "1/(1 + exp(-0.1*(V + 35)))")
        .state("V", "-65", "g_Na*m^3*h*(50 - V) + 36*n^4*(-77 - V) + 0.3*(-54.4 - V) + I_e + I_ext")
        .state("m", "0.05", "alpha_m*(1 - m) - beta_m*m")
        .state("h", "0.6", "alpha_h*(1 - h) - beta_h*h")
        .state("n", "0.32", "alpha_n*(1 - n) - beta_n*n");
  }

  static List<String> schemes(NeuronModel model) {
    return NeuronCompiler.compile(model, Set.of()).value().orElseThrow().choices().stream()
        .map(Choice::scheme)
        .toList();
  }

  @Test
  void aLeakyNeuronIsExactAndLean() {
    NeuronModel model = leaky().model();
    assertEquals(List.of("exact propagator", "exact propagator"), schemes(model));
    Program step = NeuronCompiler.compile(model, Set.of()).value().orElseThrow().step();
    long arithmetic =
        step.code().stream().filter(i -> i.op() != Op.LOAD && i.op() != Op.CONSTANT).count();
    assertEquals(4, arithmetic, step.code().toString());
    Bench bench = new Bench(model, 0.1);
    for (int k = 1; k <= 100; k++) {
      bench.step();
      double t = 0.1 * k;
      double expected = -70 + 300 * 10 / 250.0 * -Math.expm1(-t / 10);
      assertEquals(expected, bench.state("V_m"), 1e-12);
    }
  }

  @Test
  void gatesTakeOneEvaluationOfTheirRatesInEachOfTwoRounds() {
    NeuronModel model = squid().model();
    assertEquals(
        List.of("Crank-Nicolson", "Crank-Nicolson", "Crank-Nicolson", "Crank-Nicolson"),
        schemes(model));
    Program step = NeuronCompiler.compile(model, Set.of()).value().orElseThrow().step();
    // Four rates with exp and two with exprel, twice; nothing more for gates and potential.
    assertEquals(2 * 4, step.code().stream().filter(i -> i.op() == Op.EXP).count());
    assertEquals(2 * 2, step.code().stream().filter(i -> i.op() == Op.EXPREL).count());
  }

  /// The potential 2 ms after the start, by steps of some length.
  private static double squidAfter(ModelSketch sketch, double dt) {
    Bench bench = new Bench(sketch.model(), dt);
    long steps = Math.round(2 / dt);
    for (long k = 0; k < steps; k++) assertTrue(bench.step());
    return bench.state("V");
  }

  private static double order(ModelSketch sketch, double exact, double dt) {
    double coarse = Math.abs(squidAfter(sketch, dt) - exact);
    double fine = Math.abs(squidAfter(sketch, dt / 2) - exact);
    return Math.log(coarse / fine) / Math.log(2);
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Scheme.class,
      names = {"EXPONENTIAL", "EXPONENTIAL_EULER", "RK4", "HEUN", "EULER"})
  void errorsFallWithTheSchemesOrder(Scheme scheme) {
    double exact = squidAfter(squid().integrate(Scheme.RK4), 0.0005);
    double expected =
        switch (scheme) {
          case RK4 -> 4;
          case HEUN, EXPONENTIAL -> 2;
          default -> 1;
        };
    double found = order(squid().integrate(scheme), exact, scheme == Scheme.RK4 ? 0.02 : 0.005);
    assertEquals(expected, found, 0.15);
  }

  @Test
  void theChosenSchemeOfGatesIsOfSecondOrder() {
    double exact = squidAfter(squid().integrate(Scheme.RK4), 0.0005);
    assertEquals(2, order(squid(), exact, 0.005), 0.15);
  }

  @Test
  void manyNeuronsWithTheirOwnParametersAreAsOneEach() {
    double[] taus = {5, 10, 2, 20, 2};
    Bench all = new Bench(leaky().model(), 0.1, taus.length, Map.of("tau_m", taus));
    Bench[] each =
        Arrays.stream(taus)
            .mapToObj(t -> new Bench(leaky().model(), 0.1, 1, Map.of("tau_m", new double[] {t})))
            .toArray(Bench[]::new);
    for (int k = 0; k < 50; k++) {
      all.set(new KernelLayout.Arrivals(0), k % 7);
      all.step();
      for (int i = 0; i < each.length; i++) {
        each[i].set(new KernelLayout.Arrivals(0), k % 7);
        each[i].step();
        assertEquals(each[i].state("V_m"), all.state("V_m", i));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      value = Scheme.class,
      names = {"EXACT", "EXPONENTIAL", "EXPONENTIAL_EULER"})
  void schemesThatCannotBeUsedAreRefusedWithAReason(Scheme scheme) {
    NeuronModel quadratic =
        new ModelSketch().state("v", "0", "v^2 + I_ext").integrate(scheme).model();
    Compiled<NeuronPrograms> compiled = NeuronCompiler.compile(quadratic, Set.of());
    assertTrue(compiled.value().isEmpty());
    assertTrue(
        compiled.problems().getFirst().sentence().contains("the equation of v is not linear"));
  }

  @Test
  void arrivalsThatAreNotMultiplesOfTheWeightAreRefused() {
    NeuronModel model =
        new ModelSketch().state("v", "0", "-v").receptor("ex", "v += v*weight").model();
    assertEquals(1, NeuronCompiler.compile(model, Set.of()).problems().size());
  }

  @Test
  void publishedUpdatesRunInOrderToTheLetter() {
    NeuronModel model =
        new ModelSketch()
            .parameter("a", 0.1)
            .state("v", "1", "-v")
            .state("u", "2", "v - u")
            .published("v += dt*(a*v - u); u += dt*(v*v - u)")
            .model();
    Bench bench = new Bench(model, 0.1);
    double v = 1;
    double u = 2;
    for (int k = 0; k < 100; k++) {
      bench.step();
      v += 0.1 * (0.1 * v - u);
      u += 0.1 * (v * v - u);
      assertEquals(v, bench.state("v"));
      assertEquals(u, bench.state("u"));
    }
  }

  @Test
  void whatFollowsFromParametersIsNotInTheStep() {
    NeuronModel model =
        new ModelSketch()
            .parameter("V_T", -50)
            .parameter("Delta_T", 2)
            .state("v", "-60", "exp(V_T/Delta_T)*exp(v/Delta_T)*tanh(V_T) - v/Delta_T")
            .model();
    NeuronPrograms uniform = NeuronCompiler.compile(model, Set.of()).value().orElseThrow();
    NeuronPrograms varied =
        NeuronCompiler.compile(model, Set.of("V_T", "Delta_T")).value().orElseThrow();
    for (NeuronPrograms programs : List.of(uniform, varied)) {
      assertEquals(4, programs.step().code().stream().filter(i -> i.op() == Op.EXP).count());
      assertEquals(0, programs.step().code().stream().filter(i -> i.op() == Op.TANH).count());
      assertEquals(0, programs.step().code().stream().filter(i -> i.op() == Op.DIVIDE).count());
    }
  }

  @Test
  void aStageNeverSeesAPotentialAboveTheThreshold() {
    NeuronModel model =
        new ModelSketch()
            .state("v", "-10", "exp(v) - w")
            .state("w", "0", "v - w")
            .spike("v >= 0", "v = -60")
            .withinStep()
            .model();
    Bench bench = new Bench(model, 1);
    for (int k = 0; k < 40; k++) assertTrue(bench.step());
    assertTrue(Math.abs(bench.state("w")) < 100);
  }

  @Test
  void conditionsFindWhatIsNotANumber() {
    Bench bench = new Bench(leaky().model(), 0.1);
    assertEquals(0, bench.fired().length);
    bench.columns[0][0] = Double.NaN;
    assertEquals(1, bench.fired().length);
  }

  @Test
  void linearSystemsAreExactAtAnyLengthOfStep() {
    for (long seed = 1; seed <= 20; seed++) {
      java.util.Random random = new java.util.Random(seed);
      ModelSketch sketch = new ModelSketch();
      int n = 2 + random.nextInt(3);
      for (int i = 0; i < n; i++) {
        StringBuilder rate = new StringBuilder("I_ext*0.1");
        for (int j = 0; j < n; j++)
          if (random.nextInt(3) > 0)
            rate.append(" - ").append(random.nextInt(1, 30) / 10.0).append("*x").append(j);
        sketch.state("x" + i, "" + random.nextInt(5), rate.toString());
      }
      Bench coarse = new Bench(sketch.model(), 0.8);
      Bench fine = new Bench(sketch.model(), 0.1);
      coarse.set(new KernelLayout.Current(0), 3);
      fine.set(new KernelLayout.Current(0), 3);
      coarse.step();
      for (int k = 0; k < 8; k++) fine.step();
      for (int i = 0; i < n; i++)
        assertEquals(fine.state("x" + i), coarse.state("x" + i), 1e-12, "seed " + seed + ", x" + i);
    }
  }

  @Test
  void definitionsUsedManyTimesAreLookedAtOnce() {
    ModelSketch sketch = new ModelSketch().parameter("a", 1).define("x0", "v - a");
    for (int k = 1; k <= 100; k++)
      sketch.define("x" + k, "x" + (k - 1) + "*0.25 + x" + (k - 1) + "*a*0.25");
    Bench bench = new Bench(sketch.state("v", "3", "-x100 + a - v").model(), 0.1);
    for (int k = 0; k < 10; k++) bench.step();
    // Halved a hundred times, the definitions weigh nothing beside the rest.
    assertEquals(1 + 2 * Math.exp(-1), bench.state("v"), 1e-12);
  }
}
