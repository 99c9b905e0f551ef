package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.engine.compile.ProgramCompiler.Form;

class ChannelCompilerTest {

  private static final int ROWS = 200;
  private static final double AREA = 50;

  private static ChannelModel channel(String id) {
    return (ChannelModel) Library.builtIn().entry(Model.Kind.CHANNEL, id).orElseThrow().model();
  }

  private static ChannelPrograms programs(String id) {
    Compiled<ChannelPrograms> made = ChannelCompiler.compile(channel(id), Set.of());
    return made.value().orElseThrow(() -> new AssertionError(made.problems().toString()));
  }

  /// A channel's columns and uniforms with its standard parameters, all states at 0.3.
  private record Bench(ChannelPrograms programs, double[][] columns, double[] uniforms) {

    static Bench of(String id, double dt) {
      ChannelPrograms p = ChannelCompilerTest.programs(id);
      KernelLayout layout = p.layout();
      double[][] columns = new double[layout.columns().size()][ROWS];
      double[] uniforms = new double[layout.uniforms().size()];
      int n = p.model().parameters().size();
      for (int k = 0; k < n; k++)
        uniforms[layout.uniform(new KernelLayout.Parameter(k))] =
            p.model().parameters().get(k).standard().engineValue();
      uniforms[layout.uniform(new KernelLayout.Parameter(n))] = AREA;
      p.derivation().run(columns, uniforms, dt, dt * p.lengthInSteps(), ROWS);
      Bench bench = new Bench(p, columns, uniforms);
      for (int s = 0; s < p.model().states().size(); s++) Arrays.fill(columns[s], 0.3);
      for (int i = 0; i < ROWS; i++) bench.column(ChannelPrograms.POTENTIAL)[i] = -100 + 0.71 * i;
      return bench;
    }

    double[] column(String symbol) {
      return columns[programs.layout().column(new KernelLayout.Membrane(symbol))];
    }

    void run(Program program) {
      new Interpreter(program).run(columns, uniforms, new int[0], 0, ROWS);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"leak", "na_hh", "k_hh", "na_traub_miles", "m_current", "h_current", "ca_hva"})
  void theSlopeIsTheDerivativeOfTheCurrent(String id) {
    double h = 1e-4;
    Bench here = Bench.of(id, 0.1);
    Bench up = Bench.of(id, 0.1);
    Bench down = Bench.of(id, 0.1);
    for (int i = 0; i < ROWS; i++) {
      up.column(ChannelPrograms.POTENTIAL)[i] += h;
      down.column(ChannelPrograms.POTENTIAL)[i] -= h;
    }
    for (Bench b : new Bench[] {here, up, down}) b.run(b.programs().current());
    for (int i = 0; i < ROWS; i++) {
      double slope =
          (up.column(ChannelPrograms.CURRENT)[i] - down.column(ChannelPrograms.CURRENT)[i])
              / (2 * h);
      double found = here.column(ChannelPrograms.CONDUCTANCE)[i];
      assertEquals(slope, found, 1e-6 * Math.max(1, Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"na_hh", "k_hh", "h_current", "ca_hva"})
  void compiledChannelsGiveTheBitsOfTheDefinition(String id) {
    ProgramCompiler compiler = new ProgramCompiler();
    for (Form form : Form.values()) {
      if (form == Form.VECTOR && !ProgramCompiler.vectorsAreThere()) continue;
      Bench oracle = Bench.of(id, 0.1);
      Bench code = Bench.of(id, 0.1);
      for (Program p :
          new Program[] {oracle.programs().current(), oracle.programs().advance().orElseThrow()}) {
        oracle.run(p);
        compiler.step(p, id, form).run(code.columns(), code.uniforms(), new int[0], 0, ROWS);
        for (int c = 0; c < oracle.columns().length; c++)
          assertArrayEquals(oracle.columns()[c], code.columns()[c]);
      }
    }
  }

  @Test
  void gatesFollowTheirExactSolutionWhileThePotentialIsHeld() {
    Bench bench = Bench.of("k_hh", 0.1);
    Bench fine = Bench.of("k_hh", 0.1 / 1024);
    bench.run(bench.programs().advance().orElseThrow());
    for (int k = 0; k < 1024; k++) fine.run(fine.programs().advance().orElseThrow());
    for (int i = 0; i < ROWS; i++) assertEquals(fine.columns()[0][i], bench.columns()[0][i], 1e-11);
  }

  @Test
  void anOhmicLeakIsKnownBeforehand() {
    Bench bench = Bench.of("leak", 0.1);
    bench.run(bench.programs().constant().orElseThrow());
    double g = bench.column(ChannelPrograms.CONDUCTANCE)[0];
    double offset = bench.column(ChannelPrograms.CURRENT)[0];
    double e = channel("leak").parameters().get(1).standard().engineValue();
    assertTrue(g > 0);
    assertEquals(0, offset + g * e, 1e-12);
    assertTrue(Bench.of("na_hh", 0.1).programs().constant().isEmpty());
  }
}
