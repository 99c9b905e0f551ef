package org.neurarium.circuits.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Problem;

@DisplayName("A cell file tells its mistakes at their place")
class CellMistakesTest {

  private static final List<String> LINES =
      List.of(
          "cell mine \"Mine\"",
          "  parameter g_0 = 1 mS/cm^2 positive \"conductance\"",
          "  compartment soma length 20 um diameter 20 um",
          "  compartment trunk on soma length 200 um diameter 2 um segments 3",
          "  insert leak in all g = g_0",
          "  spike when soma.v >= -20 mV");

  private static String text(String line, int at) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < LINES.size(); k++) {
      text.append(k + 1 == at ? line : LINES.get(k)).append('\n');
    }
    return at > LINES.size() ? text + line + "\n" : text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        // the tree
        "compartment tuft on trunc length 9 um diameter 1 um | 7 | 21 | There is no compartment"
            + " 'trunc' to hang on | Did you mean 'trunk'?",
        "compartment tuft length 9 um diameter 1 um | 7 | 13 | 'tuft' hangs on nothing, and so does"
            + " 'soma': a cell has one root | Write 'compartment tuft on soma …'.",
        "compartment soma on trunk length 20 um diameter 20 um | 3 | 21 | 'soma' hangs on itself:"
            + " soma -> trunk -> soma | One compartment of a cell, its root, has no 'on'.",
        "compartment tuft on tuft length 20 um diameter 20 um | 7 | 21 | 'tuft' hangs on itself:"
            + " tuft -> tuft | One compartment of a cell, its root, has no 'on'.",
        "compartment trunk on soma length 9 um diameter 1 um | 7 | 13 | There is a second"
            + " compartment 'trunk' | ",
        "compartment all on soma length 9 um diameter 1 um | 7 | 13 | 'all' is no name for a"
            + " compartment | ",
        // sizes
        "compartment tuft on trunk length 9 um diameter 0 um | 7 | 48 | The diameter of 'tuft' has"
            + " to be above 0 | Write it like '20 um'.",
        "compartment tuft on trunk length 9 um diameter -1 um | 7 | 48 | The diameter of 'tuft' has"
            + " to be above 0 | Write it like '20 um'.",
        "compartment tuft on trunk length 9 mV diameter 1 um | 7 | 34 | The length of 'tuft' is a"
            + " length (um), this is a voltage (mV) | Write it like '20 um'.",
        "compartment tuft on trunk length 9 um | 7 | 13 | 'tuft' has no diameter | Write 'diameter"
            + " 20 um' behind it.",
        "compartment tuft on trunk length 9 um diameter 1 um segments 1.5 | 7 | 62 | A compartment"
            + " is cut into a whole number of segments, 1 to 2000 | Write 'segments 5'.",
        "compartment tuft on trunk length 9 um diameter 1 um C_m = 3 mV | 7 | 59 | The membrane's"
            + " capacitance is a capacitance per area | ",
        "compartment tuft on trunk length 9 um diametre 1 um | 7 | 39 | The line should end before"
            + " 'diametre' | Did you mean 'diameter'?",
        "membrane R_a = 0 Ohm*cm | 7 | 16 | The axial resistivity has to be above 0 | Write it like"
            + " '150 Ohm*cm'.",
        "membrane g_L = 1 mS/cm^2 | 7 | 10 | 'g_L' is nothing that a membrane has of itself | ",
        // channels
        "insert leek in soma | 7 | 8 | There is no channel 'leek' | Did you mean 'leak'?",
        "insert leak in sona | 7 | 16 | There is no compartment 'sona' | Did you mean 'soma'?",
        "insert leak in soma G = 1 mS/cm^2 | 7 | 25 | The channel leak has no parameter 'G' | Did"
            + " you mean 'g'?",
        "insert leak in soma g = 1 mS | 7 | 25 | 'g' of leak is a conductance per area"
            + " (pA/mV/um^2), this is a conductance (nS) | Write it in mS/cm^2.",
        "insert leak in soma g = -1 mS/cm^2 | 7 | 25 | 'g' of leak cannot be negative | Its"
            + " standard value is 0.3 mS/cm^2.",
        "insert leak in soma g = soma.v | 7 | 25 | The value of a channel is made of numbers and"
            + " parameters, 'soma.v' is something else | It changes during a run.",
        "insert leak in soma g = g_1 | 7 | 25 | 'g_1' is not known here | ",
        "insert sk in soma | 7 | 8 | sk reads the concentration [Ca], which nothing keeps in 'soma'"
            + " | Insert a pool there: 'insert calcium_pool in soma'.",
        // spikes
        "spike when some.v >= -20 mV | 6 | 12 | 'some.v' is not known here | Did you mean"
            + " 'soma.v'?",
        "spike when trunk.v >= -20 mV | 6 | 12 | 'trunk.v' is not known here | ",
        "spike when soma.v | 6 | 1 | A cell spikes on a condition, this is a voltage (mV) | Write"
            + " 'spike when soma.v >= -20 mV'.",
        "reset trunk.v = -70 mV | 7 | 7 | A reset changes potentials of the cell | Write 'reset"
            + " soma.v = -65 mV'.",
        "reset soma.v = -70 pA | 7 | 7 | 'soma.v' should be a voltage (mV), the right side is a"
            + " current (pA) | Both sides need the same unit.",
        // what other files have
        "dv/dt = -v : mV | 7 | 1 | A cell has no formulas of its own | ",
        "receptor ex : nS | 7 | 1 | A cell has no 'receptor' line | A neuron has.",
        "preset \"x\" trunk.size = 3 um | 7 | 12 | Preset 'x' of mine sets 'trunk.size', which the"
            + " cell does not have | ",
        "preset \"x\" trunk.length = 3 mV | 7 | 12 | Preset 'x' of mine sets 'trunk.length' to 3"
            + " mV, which is of another unit | Write it in um.",
      })
  void tells(String line, int at, int column, String sentence, String hint) {
    List<Problem> problems = Cells.problems(text(line, at));
    assertTrue(!problems.isEmpty(), "no problem");
    Problem problem = problems.getFirst();
    assertTrue(problem.sentence().startsWith(sentence), problem.toString());
    assertEquals(at, problem.place().line(), problem.toString());
    assertEquals(column, problem.place().column(), problem.toString());
    if (hint != null) assertEquals(hint, problem.hint());
  }
}
