package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes terms down as a program: each needed term once, operands before what uses them.
final class Lowering {

  /// Something to be written.
  ///
  /// @param adds whether it is added to what is there
  record Target(String name, Program.Address address, int column, boolean adds, Term value) {}

  private final Function<String, Program.Input> places;
  private final List<Program.Input> inputs = new ArrayList<>();
  private final Map<String, Integer> loads = new HashMap<>();
  private final List<Program.Instruction> code = new ArrayList<>();
  private final IdentityHashMap<Term, Integer> done = new IdentityHashMap<>();

  private Lowering(Function<String, Program.Input> places) {
    this.places = places;
  }

  /// A program that writes these values.
  ///
  /// @param places where symbols lie
  static Program program(List<Target> targets, Function<String, Program.Input> places) {
    Lowering lowering = new Lowering(places);
    List<Program.Output> outputs = new ArrayList<>();
    for (Target t : targets)
      outputs.add(
          new Program.Output(
              t.name(), t.address(), t.column(), t.adds(), lowering.number(t.value())));
    return new Program(lowering.inputs, lowering.code, outputs);
  }

  /// A program whose last instruction is a condition.
  static Program search(Term condition, Function<String, Program.Input> places) {
    Lowering lowering = new Lowering(places);
    lowering.number(condition);
    return new Program(lowering.inputs, lowering.code, List.of());
  }

  private int number(Term term) {
    Integer known = done.get(term);
    if (known != null) return known;
    Program.Instruction instruction;
    if (term.isConstant()) {
      instruction = new Program.Instruction(Op.CONSTANT, 0, 0, 0, term.constant());
    } else if (term.isSymbol()) {
      instruction = new Program.Instruction(Op.LOAD, input(term.symbol()), 0, 0, 0);
    } else {
      int[] operands = new int[3];
      for (int k = 0; k < term.operands().size(); k++) operands[k] = number(term.operand(k));
      instruction = new Program.Instruction(term.op(), operands[0], operands[1], operands[2], 0);
    }
    code.add(instruction);
    done.put(term, code.size() - 1);
    return code.size() - 1;
  }

  private int input(String symbol) {
    return loads.computeIfAbsent(
        symbol,
        name -> {
          inputs.add(places.apply(name));
          return inputs.size() - 1;
        });
  }
}
