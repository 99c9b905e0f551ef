package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.compile.Program.Input;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

/// Cuts a program that is too large for one method into several that run one after the other, a block of rows at a time.
///
/// A value that a later piece needs goes through a scratch column; what is read or the same for all rows is read or computed again. All outputs are the last piece's, so that
/// every piece reads what was there before.
final class Pieces {

  private final Program program;
  private final boolean search;
  private final Flow flow;
  private final int[] scratch;
  private final int scratchFrom;
  private int scratchCount;

  Pieces(Program program, boolean search) {
    this.program = program;
    this.search = search;
    flow = new Flow(program, search);
    scratch = new int[flow.size()];
    scratchFrom = columns(program);
  }

  /// One more than the highest column of a program.
  static int columns(Program program) {
    int last = -1;
    for (Input input : program.inputs())
      if (input.address() != Address.UNIFORM) last = Math.max(last, input.column());
    for (Output output : program.outputs()) last = Math.max(last, output.column());
    return last + 1;
  }

  boolean isSearch() {
    return search;
  }

  /// The program in at most so many pieces.
  List<Part> cut(int count) {
    Arrays.fill(scratch, -1);
    scratchCount = 0;
    List<Part> parts = new ArrayList<>();
    int size = flow.size();
    int length = Math.ceilDiv(size, count);
    for (int from = 0; from < size; from += length)
      parts.add(new Part(piece(from, Math.min(from + length, size)), scratchFrom, true));
    return parts;
  }

  private Program piece(int from, int to) {
    List<Input> inputs = new ArrayList<>(program.inputs());
    List<Instruction> code = new ArrayList<>();
    List<Output> outputs = new ArrayList<>();
    int[] place = new int[to];
    for (int k = 0; k < to; k++) {
      Instruction instruction = flow.at(k);
      if (k < from && scratch[k] >= 0) {
        inputs.add(new Input("scratch", Address.ROW, scratch[k]));
        place[k] = add(code, Op.LOAD, inputs.size() - 1, 0, 0);
        if (instruction.op().isCondition())
          place[k] = add(code, Op.DIFFERENT, place[k], constant(code, 0), 0);
      } else if (k >= from || isRepeated(k)) {
        place[k] = code.size();
        code.add(moved(instruction, place));
      }
    }
    if (to == flow.size()) {
      for (Output output : program.outputs())
        outputs.add(
            new Output(
                output.name(),
                output.address(),
                output.column(),
                output.adds(),
                place[output.value()]));
    } else {
      for (int k = from; k < to; k++) {
        if (!flow.live(k) || isRepeated(k) || flow.lastUse(k) < to) continue;
        scratch[k] = scratchFrom + scratchCount++;
        int value = place[k];
        if (flow.at(k).op().isCondition())
          value = add(code, Op.SELECT, value, constant(code, 1), constant(code, 0));
        outputs.add(new Output("scratch", Address.ROW, scratch[k], false, value));
      }
    }
    return new Program(inputs, code, outputs);
  }

  private boolean isRepeated(int k) {
    return flow.uniform(k) || flow.at(k).op() == Op.LOAD;
  }

  private static int constant(List<Instruction> code, double value) {
    code.add(new Instruction(Op.CONSTANT, 0, 0, 0, value));
    return code.size() - 1;
  }

  private static int add(List<Instruction> code, Op op, int a, int b, int c) {
    code.add(new Instruction(op, a, b, c, 0));
    return code.size() - 1;
  }

  private static Instruction moved(Instruction instruction, int[] place) {
    int arity = instruction.op().arity();
    return new Instruction(
        instruction.op(),
        arity > 0 ? place[instruction.a()] : instruction.a(),
        arity > 1 ? place[instruction.b()] : 0,
        arity > 2 ? place[instruction.c()] : 0,
        instruction.constant());
  }

  /// The compiled pieces, one after the other.
  Program.Step step(List<Program.Step> pieces) {
    Scratch scratch = new Scratch(scratchFrom, scratchCount);
    Program.Step[] parts = pieces.toArray(new Program.Step[0]);
    return (columns, uniforms, through, from, to) -> {
      double[][] extended = scratch.with(columns);
      boolean finite = true;
      for (int row = from; row < to; row = nextBlock(row)) {
        int end = Math.min(nextBlock(row), to);
        boolean last = true;
        for (Program.Step part : parts) last = part.run(extended, uniforms, through, row, end);
        finite &= last;
      }
      return finite;
    };
  }

  /// The compiled pieces, the last of which searches.
  Program.Search search(List<Program.Step> before, Program.Search last) {
    Scratch scratch = new Scratch(scratchFrom, scratchCount);
    Program.Step[] parts = before.toArray(new Program.Step[0]);
    int[] nowhere = {};
    return (columns, uniforms, from, to, found, at) -> {
      double[][] extended = scratch.with(columns);
      int next = at;
      for (int row = from; row < to; row = nextBlock(row)) {
        int end = Math.min(nextBlock(row), to);
        for (Program.Step part : parts) part.run(extended, uniforms, nowhere, row, end);
        next = last.find(extended, uniforms, row, end, found, next);
      }
      return next;
    };
  }

  private static int nextBlock(int row) {
    return (row | (Part.BLOCK - 1)) + 1;
  }

  /// Each thread's own scratch columns, kept from call to call.
  private static final class Scratch {

    private final int base;
    private final ThreadLocal<double[][]> columns;

    Scratch(int base, int count) {
      this.base = base;
      columns =
          ThreadLocal.withInitial(() -> {
            double[][] all = new double[base + count][];
            for (int k = base; k < all.length; k++) all[k] = new double[Part.BLOCK];
            return all;
          });
    }

    /// The program's columns and the scratch columns after them.
    double[][] with(double[][] given) {
      double[][] all = columns.get();
      System.arraycopy(given, 0, all, 0, Math.min(given.length, base));
      return all;
    }
  }
}
