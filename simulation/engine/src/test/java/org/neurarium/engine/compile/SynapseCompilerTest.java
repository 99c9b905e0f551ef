package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.language.Reading;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Synapse models from their text to programs, one synapse at a time, by the interpreter.
class SynapseCompilerTest {

  private static final double DT = 0.1;

  private static NeuronModel target() {
    return IntegrationTest.leaky().model();
  }

  private static SynapseModel read(String... lines) {
    Reading reading = ModelReader.read("rule.model", String.join("\n", lines));
    assertEquals(List.of(), reading.problems());
    return (SynapseModel) reading.model().orElseThrow();
  }

  private static SynapsePlan plan(String... lines) {
    Compiled<SynapsePlan> compiled = SynapseCompiler.compile(read(lines), target());
    assertEquals(List.of(), compiled.problems());
    return compiled.value().orElseThrow();
  }

  /// One synapse of one source onto one target.
  private static final class Bench {
    final SynapsePlan plan;
    final double[][] columns;
    final double[] uniforms;

    Bench(SynapsePlan plan, double weight) {
      this.plan = plan;
      columns = new double[plan.columns().size()][1];
      uniforms = new double[plan.uniforms().size()];
      double[] parameters =
          plan.model().parameters().stream().mapToDouble(p -> p.standard().engineValue()).toArray();
      plan.values().set(parameters, DT, uniforms);
      columns[column(new SynapsePlan.Weight())][0] = weight;
      for (int c = 0; c < columns.length; c++)
        if (plan.columns().get(c) instanceof SynapsePlan.Flow flow) columns[c][0] = flow.start();
      for (int s = 0; s < plan.model().states().size(); s++)
        columns[column(new SynapsePlan.State(s))][0] = plan.values().start(s, parameters);
    }

    int column(SynapsePlan.Column column) {
      return plan.columns().indexOf(column);
    }

    double value(SynapsePlan.Column column) {
      return columns[column(column)][0];
    }

    void run(Optional<Program> program, long step) {
      if (program.isEmpty()) return;
      for (int u = 0; u < uniforms.length; u++)
        switch (plan.uniforms().get(u)) {
          case SynapsePlan.Step _ -> uniforms[u] = step;
          case SynapsePlan.Time _ -> uniforms[u] = step * DT;
          case SynapsePlan.State s -> uniforms[u] = value(s);
          case SynapsePlan.Neuron n -> uniforms[u] = value(n);
          case SynapsePlan.Flow f -> uniforms[u] = value(f);
          case SynapsePlan.Influence _, SynapsePlan.Parameter _, SynapsePlan.Derived _ -> {}
        }
      new Interpreter(program.get()).run(columns, uniforms, new int[] {0}, 0, 1);
    }

    void advance(long step) {
      run(plan.flow(), step);
      run(plan.preAdvance(), step);
      run(plan.postAdvance(), step);
      run(plan.advance(), step);
    }

    void arrive(long step) {
      run(Optional.of(plan.onPre()), step);
      run(plan.onPreSource(), step);
    }

    void fire(long step) {
      run(plan.onPost(), step);
      run(plan.onPostTarget(), step);
    }
  }

  private static final String[] PAIRS = {
    "synapse pairs \"Pairs\"",
    "parameter tau = 20 ms positive",
    "STATE x = 0",
    "POST y = 0",
    "dx/dt = -x/tau : 1",
    "dy/dt = -y/tau : 1",
    "on pre w -= 0.1*y ; x += 1",
    "on post w += 0.2*x ; y += 1"
  };

  /// Pair STDP with an arrival at 5 ms, a spike at 15 ms and an arrival at 40 ms.
  @ParameterizedTest(name = "traces of {0} and {1}")
  @CsvSource({"pre state,post state", "state,state"})
  void pairsOfSpikesChangeTheWeightExactly(String state, String post) {
    String[] lines =
        Arrays.stream(PAIRS)
            .map(s -> s.replace("STATE", state).replace("POST", post))
            .toArray(String[]::new);
    Bench bench = new Bench(plan(lines), 1);
    for (long k = 1; k <= 400; k++) {
      bench.advance(k);
      if (k == 50 || k == 400) bench.arrive(k);
      if (k == 150) bench.fire(k);
    }
    double expected = 1 + 0.2 * Math.exp(-10 / 20.0) - 0.1 * Math.exp(-25 / 20.0);
    assertEquals(expected, bench.value(new SynapsePlan.Weight()), 1e-12);
    // Each arrival hands over the weight as it was before the statements.
    double second = 1 + 0.2 * Math.exp(-10 / 20.0);
    assertEquals(1 + second, bench.value(new SynapsePlan.Delivered()), 1e-12);
  }

  @Test
  void tracesOfASynapseItselfAreLeftAloneBetweenEvents() {
    String[] lines =
        Arrays.stream(PAIRS)
            .map(s -> s.replace("STATE", "state").replace("POST", "state"))
            .toArray(String[]::new);
    SynapsePlan plan = plan(lines);
    assertTrue(plan.advance().isEmpty());
    assertTrue(plan.catchUp().isPresent());
    Bench bench = new Bench(plan, 1);
    bench.arrive(10);
    bench.run(plan.catchUp(), 310);
    assertEquals(Math.exp(-30 / 20.0), bench.value(new SynapsePlan.State(0)), 1e-15);
    assertEquals(310, bench.value(new SynapsePlan.Last()));
  }

  @ParameterizedTest(name = "rise {0} ms, decay {1} ms")
  @CsvSource({"2,20", "20,2", "7,7", "0.01,1000", "1000,0.01"})
  void drivenTracesAreExactOverAnyTime(double rise, double decay) {
    Bench bench =
        new Bench(
            plan(
                "synapse driven \"Driven\"",
                "parameter tau_1 = " + rise + " ms positive",
                "parameter tau_2 = " + decay + " ms positive",
                "state x = 0",
                "state y = 0",
                "dx/dt = -x/tau_1 : 1",
                "dy/dt = (x - y)/tau_2 : 1",
                "on pre x += 1"),
            1);
    bench.arrive(1);
    bench.run(bench.plan.catchUp(), 301);
    double t = 30;
    double expected =
        rise == decay
            ? t / rise * Math.exp(-t / rise)
            : rise / (rise - decay) * (Math.exp(-t / rise) - Math.exp(-t / decay));
    assertEquals(expected, bench.value(new SynapsePlan.State(1)), 1e-14);
  }

  /// Tsodyks and Markram 1997, doi:10.1073/pnas.94.2.719: u jumps before it releases.
  @Test
  void statementsSeeWhatEarlierOnesHaveChanged() {
    Bench bench =
        new Bench(
            plan(
                "synapse short \"Short-term\"",
                "parameter U = 0.5",
                "pre state u = 0",
                "pre state x = 1",
                "du/dt = -u/(100 ms) : 1",
                "dx/dt = (1 - x)/(800 ms) : 1",
                "on pre u += U*(1 - u) ; deliver w*u*x ; x -= u*x"),
            8);
    bench.advance(1);
    bench.arrive(1);
    assertEquals(4, bench.value(new SynapsePlan.Delivered()), 1e-14);
    assertEquals(0.5, bench.value(new SynapsePlan.State(1)), 1e-14);
    bench.advance(2);
    bench.arrive(2);
    double u = 0.5 * Math.exp(-0.001);
    u += 0.5 * (1 - u);
    double x = 1 - 0.5 * Math.exp(-DT / 800);
    assertEquals(4 + 8 * u * x, bench.value(new SynapsePlan.Delivered()), 1e-13);
  }

  @Test
  void aWeightThatReadsAModulatorKeepsWhatItsEventsMadeOfItAndSharesTheRest() {
    SynapsePlan plan =
        plan(
            "synapse reward \"Reward\"",
            "state c = 0",
            "dc/dt = -c/(1 s) : 1",
            "dw/dt = c*[DA]/(1 s*1 uM) : 1",
            "on pre c += 1");
    assertTrue(plan.advance().isEmpty());
    Bench bench = new Bench(plan, 0);
    double oneMicromolar = Quantity.of(1, "uM").engineValue();
    for (SynapsePlan.Moment moment : SynapsePlan.Moment.values()) {
      int dopamine = plan.uniforms().indexOf(new SynapsePlan.Influence("[DA]", moment));
      if (dopamine >= 0) bench.uniforms[dopamine] = oneMicromolar;
    }
    bench.arrive(0);
    for (long k = 1; k <= 10_000; k++) bench.advance(k);
    assertEquals(0, bench.value(new SynapsePlan.Weight()));
    bench.run(plan.catchUp(), 10_000);
    assertEquals(1 - Math.exp(-1), bench.value(new SynapsePlan.Weight()), 1e-12);
    assertEquals(Math.exp(-1), bench.value(new SynapsePlan.State(0)), 1e-12);
  }

  @Test
  void aWeightWhoseMarkFollowsTheTargetIsIntegratedInEachStep() {
    SynapsePlan plan =
        plan(
            "synapse reward \"Reward\"",
            "state c = 0",
            "dc/dt = V_post/(1 s*1 mV) : 1",
            "dw/dt = c*[DA]/(1 s*1 uM) : 1",
            "on pre c += 1");
    assertTrue(plan.advance().isPresent());
    assertTrue(plan.flow().isEmpty());
  }

  @Test
  void aTargetsTraceFollowsItsPotentialExactly() {
    Bench bench =
        new Bench(
            plan(
                "synapse follows \"Follows\"",
                "post state u = -70 mV",
                "du/dt = (V_post - u)/(10 ms) : mV",
                "on post w += u/mV"),
            0);
    bench.columns[bench.column(new SynapsePlan.Neuron(0))][0] = -50;
    for (long k = 1; k <= 100; k++) bench.advance(k);
    assertEquals(-50 - 20 * Math.exp(-1), bench.value(new SynapsePlan.State(0)), 1e-12);
  }

  /// The reader refuses such texts; a model that comes from elsewhere is refused here.
  @ParameterizedTest(name = "{0} and on pre {1} and on post {2}")
  @CsvSource({"c - y,x += 1,y += 1", "-y,x += c,y += 1", "-y,x += 1,x += 1", "-y,y *= 2,y += 1"})
  void whatIsSharedCannotFollowWhatIsNot(String rate, String onPre, String onPost) {
    SynapseModel odd =
        new SynapseModel(
            "odd",
            "Odd",
            "",
            List.of(),
            List.of(),
            List.of(
                state("c", SynapseModel.Scope.SYNAPSE),
                state("x", SynapseModel.Scope.PRE),
                state("y", SynapseModel.Scope.POST)),
            List.of(),
            List.of(),
            List.of(new Equation("y", Formulas.formula(rate), Unit.NONE, Span.NONE)),
            Optional.empty(),
            List.copyOf(Formulas.statements(onPre)),
            List.copyOf(Formulas.statements(onPost)),
            "");
    assertEquals(1, SynapseCompiler.compile(odd, target()).problems().size());
  }

  private static SynapseModel.State state(String id, SynapseModel.Scope scope) {
    return new SynapseModel.State(id, "", Unit.NONE, scope, Formulas.formula("0"));
  }

  @Test
  void aModulatorIsATargetOfReleases() {
    Reading reading =
        ModelReader.read(
            "dopamine.model",
            """
            modulator dopamine "Dopamine"
              parameter tau = 200 ms positive
              state [DA] = 0 uM
              d[DA]/dt = -[DA]/tau : uM
              on release [DA] += amount
            """);
    assertEquals(List.of(), reading.problems());
    SynapsePlan plan =
        SynapseCompiler.compile((ModulatorModel) reading.model().orElseThrow())
            .value()
            .orElseThrow();
    double[][] columns = new double[plan.columns().size()][1];
    double[] uniforms = new double[plan.uniforms().size()];
    plan.values().set(new double[] {200, 3}, DT, uniforms);
    new Interpreter(plan.onPostTarget().orElseThrow()).run(columns, uniforms, new int[0], 0, 1);
    for (int k = 0; k < 100; k++)
      new Interpreter(plan.postAdvance().orElseThrow()).run(columns, uniforms, new int[0], 0, 1);
    int concentration = plan.columns().indexOf(new SynapsePlan.State(0));
    assertEquals(3 * Math.exp(-10 / 200.0), columns[concentration][0], 1e-13);
  }
}
