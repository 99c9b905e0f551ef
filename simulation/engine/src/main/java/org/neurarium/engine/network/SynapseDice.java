package org.neurarium.engine.network;

import java.util.List;
import org.neurarium.circuits.formula.Function;
import org.neurarium.engine.compile.Program;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.random.Normal;
import org.neurarium.engine.random.Philox;

/// The random numbers that a program asks for. What a synapse draws follows from its projection, its pair, its place among synapses of the same pair, the step
/// and the draw: never from where it lies in memory.
final class SynapseDice {

  private final Philox philox;
  private final int[] columns;
  private final int[] numbers;
  private final boolean[] normal;
  private final double[][] into;
  private final int[] targets;
  private final char[] occurrences;

  /// @param into the program's columns
  /// @param neurons of the whole target population
  SynapseDice(
      Program program,
      List<SynapsePlan.Column> meaning,
      double[][] into,
      PlasticLayout layout,
      int neurons,
      long key) {
    philox = new Philox(key);
    this.into = into;
    targets = layout.targets;
    columns =
        program.inputs().stream()
            .filter(i -> i.address() == Program.Address.ROW)
            .mapToInt(Program.Input::column)
            .filter(c -> meaning.get(c) instanceof SynapsePlan.Draw)
            .distinct()
            .toArray();
    numbers = new int[columns.length];
    normal = new boolean[columns.length];
    for (int k = 0; k < columns.length; k++) {
      SynapsePlan.Draw draw = (SynapsePlan.Draw) meaning.get(columns[k]);
      numbers[k] = draw.number();
      normal[k] = draw.function() == Function.NORMAL;
    }
    occurrences = columns.length == 0 ? new char[0] : layout.occurrences(neurons);
  }

  /// Whether nothing is asked for.
  boolean isIdle() {
    return columns.length == 0;
  }

  /// Draws for a synapse.
  ///
  /// @param row where the program will look
  void roll(long step, int source, int synapse, int row) {
    int high = (int) (step >>> 32) << 24 | occurrences[synapse] << 8;
    for (int k = 0; k < columns.length; k++) {
      philox.generate((int) step, high | numbers[k], source, targets[synapse]);
      long bits = philox.firstBits();
      into[columns[k]][row] =
          normal[k] ? Normal.quantile(Philox.toOpenUnit(bits)) : Philox.toUnit(bits);
    }
  }
}
