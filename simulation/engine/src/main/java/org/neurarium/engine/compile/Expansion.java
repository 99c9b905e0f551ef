package org.neurarium.engine.compile;

import static org.neurarium.engine.math.Elementary.constants;

import java.util.ArrayList;
import java.util.List;
import org.neurarium.engine.compile.Program.Instruction;
import org.neurarium.engine.compile.Program.Output;

/// Writes a program's exponentials out as the operations they consist of.
///
/// The operations are those of [org.neurarium.engine.math.Elementary] in the same order. In place of its decisions the argument is limited to where they would set in, with the same bits
/// in the end: decisions are what keeps HotSpot from making vector code.
final class Expansion {

  /// Below it the quotient is 1, also where halves of numbers lose bits.
  private static final double SMALLEST = 0x1p-1000;

  private final Program program;
  private final List<Instruction> code = new ArrayList<>();
  private final List<Integer> polynomials = new ArrayList<>();

  private Expansion(Program program) {
    this.program = program;
  }

  /// A program without exponentials.
  ///
  /// @param polynomials numbers of the instructions that end a polynomial: good places to cut
  record Expanded(Program program, List<Integer> polynomials) {}

  static Expanded of(Program program) {
    return new Expansion(program).expanded();
  }

  private Expanded expanded() {
    int[] place = new int[program.code().size()];
    for (int k = 0; k < place.length; k++) {
      Instruction i = program.code().get(k);
      place[k] =
          switch (i.op()) {
            case EXP -> exp(place[i.a()]);
            case EXPREL -> exprel(place[i.a()]);
            default -> copy(i, place);
          };
    }
    List<Output> outputs = new ArrayList<>();
    for (Output o : program.outputs())
      outputs.add(new Output(o.name(), o.address(), o.column(), false, place[o.value()]));
    return new Expanded(new Program(program.inputs(), code, outputs), polynomials);
  }

  private int copy(Instruction i, int[] place) {
    int arity = i.op().arity();
    code.add(
        new Instruction(
            i.op(),
            arity > 0 ? place[i.a()] : i.a(),
            arity > 1 ? place[i.b()] : 0,
            arity > 2 ? place[i.c()] : 0,
            i.constant()));
    return code.size() - 1;
  }

  private int add(Op op, int a, int b, int c) {
    code.add(new Instruction(op, a, b, c, 0));
    return code.size() - 1;
  }

  private int number(double value) {
    code.add(new Instruction(Op.CONSTANT, 0, 0, 0, value));
    return code.size() - 1;
  }

  private int exp(int x) {
    int low = add(Op.MAX, x, number(constants().expLow()), 0);
    int limited = add(Op.MIN, low, number(constants().high()), 0);
    int shift = number(constants().powerShift());
    int shifted = add(Op.FMA, limited, number(constants().log2E()), shift);
    int p = add(Op.ADD, expm1Reduced(reduced(limited, shifted, shift)), number(1), 0);
    int half = add(Op.MULTIPLY, p, add(Op.POWER, shifted, 0, 0), 0);
    return add(Op.MULTIPLY, half, number(2), 0);
  }

  /// The size of exp(x) - 1 over that of x: the signs are the same.
  private int exprel(int x) {
    int below = add(Op.MIN, x, number(constants().high()), 0);
    int limited = add(Op.MAX, below, number(constants().expm1Low()), 0);
    int shift = number(constants().powerShift());
    int shifted = add(Op.FMA, limited, number(constants().log2E()), shift);
    int p = expm1Reduced(reduced(limited, shifted, shift));
    int scale = add(Op.POWER, shifted, 0, 0);
    int less = add(Op.SUBTRACT, scale, number(0.5), 0);
    int whole = add(Op.MULTIPLY, add(Op.FMA, scale, p, less), number(2), 0);
    int smallest = number(SMALLEST);
    int above = add(Op.MAX, add(Op.ABS, whole, 0, 0), smallest, 0);
    return add(Op.DIVIDE, above, add(Op.MAX, add(Op.ABS, below, 0, 0), smallest, 0), 0);
  }

  private int reduced(int x, int shifted, int shift) {
    int n = add(Op.SUBTRACT, shifted, shift, 0);
    int most = add(Op.FMA, n, number(-constants().ln2High()), x);
    return add(Op.FMA, n, number(-constants().ln2Low()), most);
  }

  private int expm1Reduced(int r) {
    double[] e = constants().expm1();
    int r2 = add(Op.MULTIPLY, r, r, 0);
    int r4 = add(Op.MULTIPLY, r2, r2, 0);
    int low = add(Op.FMA, pair(e[3], r, e[2]), r2, pair(e[1], r, e[0]));
    int middle = add(Op.FMA, pair(e[7], r, e[6]), r2, pair(e[5], r, e[4]));
    int high = add(Op.FMA, pair(e[9], r, e[8]), r4, middle);
    int p = add(Op.FMA, add(Op.FMA, high, r4, low), r2, r);
    polynomials.add(p);
    return p;
  }

  private int pair(double slope, int r, double offset) {
    return add(Op.FMA, number(slope), r, number(offset));
  }
}
