package org.neurarium.engine.compile;

import java.util.Arrays;
import java.util.List;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Instruction;

/// What a code generator needs to know of a program's instructions: which of them matter, which are the same for all rows, and until when each value is needed.
final class Flow {

  /// The last use of a value that is needed after the last instruction, or in the next row, too.
  static final int END = Integer.MAX_VALUE;

  private final List<Instruction> code;
  private final boolean[] live;
  private final boolean[] uniform;
  private final boolean[] usedByRows;
  private final int[] lastUse;

  /// @param search whether the last instruction is a condition that is asked for
  Flow(Program program, boolean search) {
    code = program.code();
    int n = code.size();
    live = new boolean[n];
    uniform = new boolean[n];
    usedByRows = new boolean[n];
    lastUse = new int[n];
    Arrays.fill(lastUse, -1);
    for (Program.Output output : program.outputs()) keep(output.value());
    if (search) keep(n - 1);
    for (int k = n - 1; k >= 0; k--) {
      if (!live[k]) continue;
      Instruction instruction = code.get(k);
      for (int place = 0; place < instruction.op().arity(); place++)
        live[operand(instruction, place)] = true;
    }
    for (int k = 0; k < n; k++) {
      Instruction instruction = code.get(k);
      uniform[k] = isUniform(program, instruction);
      if (!live[k]) continue;
      for (int place = 0; place < instruction.op().arity(); place++) {
        int operand = operand(instruction, place);
        lastUse[operand] = Math.max(lastUse[operand], uniform[operand] ? END : k);
        usedByRows[operand] |= !uniform[k];
      }
    }
  }

  private void keep(int value) {
    live[value] = true;
    usedByRows[value] = true;
    lastUse[value] = END;
  }

  private boolean isUniform(Program program, Instruction instruction) {
    if (instruction.op() == Op.LOAD)
      return program.inputs().get(instruction.a()).address() == Address.UNIFORM;
    for (int place = 0; place < instruction.op().arity(); place++)
      if (!uniform[operand(instruction, place)]) return false;
    return true;
  }

  static int operand(Instruction instruction, int place) {
    return switch (place) {
      case 0 -> instruction.a();
      case 1 -> instruction.b();
      default -> instruction.c();
    };
  }

  int size() {
    return code.size();
  }

  Instruction at(int k) {
    return code.get(k);
  }

  /// Whether an output depends on it.
  boolean live(int k) {
    return live[k];
  }

  /// Whether it is the same for all rows, so that it is computed once, before them.
  boolean uniform(int k) {
    return uniform[k];
  }

  /// Whether something that is computed for each row needs it.
  boolean usedByRows(int k) {
    return usedByRows[k];
  }

  /// The last instruction that needs it, or [#END].
  int lastUse(int k) {
    return lastUse[k];
  }
}
