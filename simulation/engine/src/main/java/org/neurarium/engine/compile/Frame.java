package org.neurarium.engine.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.neurarium.engine.compile.Program.Address;

/// The local variables of a generated method: its parameters, the columns' arrays, and the values, whose variables are used again when a value is no longer needed, so
/// that most have short instructions.
final class Frame {

  static final int COLUMNS = 0;
  static final int UNIFORMS = 1;
  static final int THROUGH = 2;

  private final CodeBuilder code;
  private final Part part;
  private final Flow flow;
  private final Map<Integer, Integer> arrays = new TreeMap<>();
  private final Map<TypeKind, Deque<Integer>> free = new EnumMap<>(TypeKind.class);
  private final int[] slots;
  private final TypeKind[] kinds;

  Frame(CodeBuilder code, Part part, Flow flow) {
    this.code = code;
    this.part = part;
    this.flow = flow;
    slots = new int[flow.size()];
    kinds = new TypeKind[flow.size()];
  }

  /// Puts the arrays of all columns into variables.
  void openColumns() {
    for (Program.Input input : part.program().inputs())
      if (input.address() != Address.UNIFORM) open(input.column());
    for (Program.Output output : part.program().outputs()) open(output.column());
  }

  private void open(int column) {
    arrays.computeIfAbsent(
        column,
        number -> {
          int slot = code.allocateLocal(TypeKind.REFERENCE);
          code.aload(COLUMNS).loadConstant(number).aaload().astore(slot);
          return slot;
        });
  }

  /// Pushes a column's array.
  void pushArray(int column) {
    code.aload(arrays.getOrDefault(column, -1));
  }

  /// Pushes where a column's array is read or written for a row.
  void pushPlace(Address address, int column, int row, int target) {
    if (address == Address.THROUGH) {
      code.iload(target);
    } else {
      code.iload(row);
      if (part.isScratch(column)) code.loadConstant(Part.BLOCK - 1).iand();
    }
  }

  /// Stores what is on the stack as the value of an instruction.
  void store(int k, TypeKind kind) {
    Deque<Integer> known = free.computeIfAbsent(kind, _ -> new ArrayDeque<>());
    int slot = known.isEmpty() ? code.allocateLocal(kind) : known.pop();
    slots[k] = slot;
    kinds[k] = kind;
    code.storeLocal(kind, slot);
  }

  /// Pushes the value of an instruction.
  void push(int k) {
    code.loadLocal(kinds[k], slots[k]);
  }

  /// Gives back the variables of the values that an instruction was the last to need.
  void release(int k) {
    Program.Instruction instruction = flow.at(k);
    for (int place = 0; place < instruction.op().arity(); place++) {
      int operand = Flow.operand(instruction, place);
      Deque<Integer> known = free.get(kinds[operand]);
      if (flow.lastUse(operand) == k && known != null && !known.contains(slots[operand]))
        known.push(slots[operand]);
    }
  }
}
