package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.neurarium.engine.compile.KernelForms.Outcome;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Input;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

class KernelFormsTest {

  /// v = exp(v) · u
  private static final Program PROGRAM =
      new Program(
          List.of(new Input("v", Address.ROW, 0), new Input("u", Address.UNIFORM, 0)),
          List.of(
              new Instruction(Op.LOAD, 0, 0, 0, 0),
              new Instruction(Op.LOAD, 1, 0, 0, 0),
              new Instruction(Op.EXP, 0, 0, 0, 0),
              new Instruction(Op.MULTIPLY, 2, 1, 0, 0)),
          List.of(new Output("v", Address.ROW, 0, false, 3)));

  @Test
  void theChangeOfFormShowsInNoBit() throws InterruptedException {
    assumeTrue(ProgramCompiler.vectorsAreThere());
    try (KernelForms forms = new KernelForms(true)) {
      Program.Step step = forms.step(PROGRAM, "test");
      double[] cold = run(step);
      forms.awaitDecisions();
      assertNotEquals(Outcome.WARMING, forms.findings().getFirst().outcome());
      assertArrayEquals(cold, run(step));
      assertArrayEquals(run(new Interpreter(PROGRAM)), cold);
    }
  }

  @Test
  void theSameProgramIsCompiledOnce() {
    try (KernelForms forms = new KernelForms(false)) {
      Program copy = new Program(PROGRAM.inputs(), PROGRAM.code(), PROGRAM.outputs());
      assertSame(forms.step(PROGRAM, "test"), forms.step(copy, "test"));
    }
  }

  @Test
  void withoutVectorsThePlainFormRunsAndSaysWhy() throws InterruptedException {
    try (KernelForms forms = new KernelForms(false)) {
      assertArrayEquals(run(new Interpreter(PROGRAM)), run(forms.step(PROGRAM, "test")));
      forms.awaitDecisions();
      assertEquals(Outcome.ONLY_PLAIN, forms.findings().getFirst().outcome());
    }
  }

  @Test
  void closingDecidesForThePlainForm() throws InterruptedException {
    assumeTrue(ProgramCompiler.vectorsAreThere());
    KernelForms forms = new KernelForms(true);
    for (int k = 0; k < 20; k++) forms.step(PROGRAM, "test " + k);
    forms.close();
    forms.awaitDecisions();
  }

  private static double[] run(Program.Step step) {
    double[] v = new double[100];
    for (int row = 0; row < v.length; row++) v[row] = row * 0.1 - 5;
    assertEquals(true, step.run(new double[][] {v}, new double[] {0.5}, new int[0], 0, v.length));
    return v;
  }
}
