package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;
import org.neurarium.engine.compile.ProgramCompiler.Form;

class ProgramCompilerTest {

  private static final int ROWS = 37;
  private static final int BLOCKS = 2 * Part.BLOCK + 100;
  private static final int PROGRAMS = 400;

  private final ProgramCompiler compiler = new ProgramCompiler();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void compiledStepsGiveTheBitsOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < PROGRAMS; k++) {
      long each = random.nextLong();
      boolean through = k % 5 == 0;
      Program program = RandomProgram.of(each, 12 + k % 90, through, false);
      compareSteps(each, program, Form.PLAIN, ROWS);
      if (!through && ProgramCompiler.vectorsAreThere())
        compareSteps(each, program, Form.VECTOR, ROWS);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {10, 11})
  void stepsOfArithmeticAloneGiveTheBitsOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < PROGRAMS; k++) {
      long each = random.nextLong();
      compareSteps(each, RandomProgram.ofArithmetic(each, 12 + k % 40), Form.PLAIN, ROWS);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 4})
  void compiledSearchesFindTheRowsOfTheDefinition(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int k = 0; k < PROGRAMS; k++) {
      long each = random.nextLong();
      Program program = RandomProgram.of(each, 12 + k % 60, false, true);
      compareSearches(each, program, Form.PLAIN, ROWS);
      if (ProgramCompiler.vectorsAreThere()) compareSearches(each, program, Form.VECTOR, ROWS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void programsTooLargeForOneMethodGiveTheSameBits(Form form) {
    assumeTrue(form == Form.PLAIN || ProgramCompiler.vectorsAreThere());
    for (long seed = 5; seed < 7; seed++) {
      compareSteps(seed, RandomProgram.of(seed, 2500, false, false), form, BLOCKS);
      compareSearches(seed, RandomProgram.of(seed, 2500, false, true), form, BLOCKS);
    }
    if (form == Form.PLAIN) compareSteps(9, RandomProgram.of(9, 2500, true, false), form, BLOCKS);
  }

  @Test
  void programsAgainstTheRulesAreRefused() {
    List<Instruction> one = List.of(new Instruction(Op.CONSTANT, 0, 0, 0, 1));
    Program uniform =
        new Program(List.of(), one, List.of(new Output("x", Address.UNIFORM, 0, false, 0)));
    assertThrows(IllegalArgumentException.class, () -> compiler.step(uniform, "bad", Form.PLAIN));
    Program through =
        new Program(List.of(), one, List.of(new Output("x", Address.THROUGH, 0, true, 0)));
    assertThrows(IllegalArgumentException.class, () -> compiler.step(through, "bad", Form.VECTOR));
    Program number = new Program(List.of(), one, List.of());
    assertThrows(IllegalArgumentException.class, () -> compiler.search(number, "bad", Form.PLAIN));
  }

  private void compareSteps(long seed, Program program, Form form, int rows) {
    int from = (int) (seed & 3);
    double[] uniforms = RandomProgram.uniforms(seed);
    int[] targets = RandomProgram.targets(seed, rows);
    double[][] expected = RandomProgram.columns(seed, rows);
    double[][] actual = RandomProgram.columns(seed, rows);
    boolean expectedFinite = new Interpreter(program).run(expected, uniforms, targets, from, rows);
    boolean finite =
        compiler.step(program, "random", form).run(actual, uniforms, targets, from, rows);
    for (int column = 0; column < expected.length; column++)
      for (int row = 0; row < rows; row++) {
        int c = column;
        int r = row;
        assertEquals(
            Double.doubleToLongBits(expected[column][row]),
            Double.doubleToLongBits(actual[column][row]),
            () ->
                "seed "
                    + seed
                    + ", "
                    + form
                    + ", column "
                    + c
                    + ", row "
                    + r
                    + ": "
                    + expected[c][r]
                    + " and "
                    + actual[c][r]
                    + "\n"
                    + program);
      }
    assertEquals(expectedFinite, finite, () -> "seed " + seed + ", finite, " + form);
  }

  private void compareSearches(long seed, Program program, Form form, int rows) {
    int from = (int) (seed & 3);
    double[] uniforms = RandomProgram.uniforms(seed);
    double[][] columns = RandomProgram.columns(seed, rows);
    int[] expected = new int[rows + 5];
    int[] actual = new int[rows + 5];
    int expectedEnd = new Interpreter(program).find(columns, uniforms, from, rows, expected, 5);
    int end =
        compiler.search(program, "random", form).find(columns, uniforms, from, rows, actual, 5);
    assertEquals(expectedEnd, end, () -> "seed " + seed + ", " + form);
    assertArrayEquals(expected, actual, () -> "seed " + seed + ", " + form);
    assertTrue(end >= 5);
  }
}
