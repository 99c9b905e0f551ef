package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Input;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

/// Which outputs of a program of nothing but arithmetic are computed in one loop over its columns, and which in loops of their own after it.
///
/// HotSpot finds the same operation of neighbouring rows by following each value to its uses. Where several fused multiply-adds take one value times something that is the same for all rows, it can
/// take one for another, and then makes no vector code of them. So there are few of these in the loop, and the second takes as its first factor what the first takes as its second. Found by trying.
///
/// The loop is longer than HotSpot unrolls unless it is started with `-XX:LoopUnrollLimit=300`, as the launchers do.
final class Together {

  /// What the loop may weigh at most.
  private static final int HEAVIEST = 100;

  private static final int MOST_USES = 3;

  private final Program program;
  private final Flow flow;
  private final List<Output> first;
  private final List<Output> after = new ArrayList<>();
  private final boolean possible;

  /// @param flow of the program
  Together(Program program, Flow flow) {
    this.program = program;
    this.flow = flow;
    first = new ArrayList<>(program.outputs());
    possible = divide();
  }

  /// Whether there are such loops.
  boolean isPossible() {
    return possible;
  }

  /// The outputs of the loop for several.
  List<Output> first() {
    return first;
  }

  /// The outputs that have loops of their own.
  List<Output> after() {
    return after;
  }

  private boolean divide() {
    if (reached(first).size() > HEAVIEST) return false;
    for (int k : reached(first)) if (!isArithmetic(flow.at(k).op())) return false;
    while (hasManyUses()) {
      Output apart = null;
      for (Output o : first) if (apart == null && first.size() > 1 && canFollow(o)) apart = o;
      if (apart == null) return false;
      first.remove(apart);
      after.add(apart);
    }
    return true;
  }

  private static boolean isArithmetic(Op op) {
    return switch (op) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, FMA, NEGATE, MIN, MAX, ABS, SQRT -> true;
      default -> false;
    };
  }

  /// What is computed row by row for outputs.
  private Set<Integer> reached(List<Output> outputs) {
    Set<Integer> all = new HashSet<>();
    for (Output o : outputs) reach(o.value(), all);
    all.removeIf(k -> flow.at(k).op() == Op.LOAD);
    return all;
  }

  private void reach(int k, Set<Integer> all) {
    if (flow.uniform(k) || !all.add(k)) return;
    Instruction i = flow.at(k);
    for (int place = 0; place < i.op().arity(); place++) reach(Flow.operand(i, place), all);
  }

  private boolean hasManyUses() {
    int[] uses = new int[flow.size()];
    for (int k : reached(first)) {
      Instruction i = flow.at(k);
      if (i.op() != Op.FMA) continue;
      if (flow.uniform(i.a()) && ++uses[i.b()] > MOST_USES) return true;
      if (flow.uniform(i.b()) && ++uses[i.a()] > MOST_USES) return true;
    }
    return false;
  }

  /// Whether an output can be computed after the others: it needs nothing that these compute or overwrite, nor do its own loop's neighbours.
  private boolean canFollow(Output output) {
    List<Output> others = new ArrayList<>(first);
    others.remove(output);
    Set<Integer> own = reached(List.of(output));
    Set<Integer> theirs = reached(others);
    own.retainAll(theirs);
    if (!own.isEmpty()) return false;
    others.addAll(after);
    return others.stream().noneMatch(o -> reads(output, o.column()));
  }

  private boolean reads(Output output, int column) {
    Set<Integer> all = new HashSet<>();
    reach(output.value(), all);
    for (int k : all)
      if (flow.at(k).op() == Op.LOAD) {
        Input input = program.inputs().get(flow.at(k).a());
        if (input.address() == Address.ROW && input.column() == column) return true;
      }
    return false;
  }
}
