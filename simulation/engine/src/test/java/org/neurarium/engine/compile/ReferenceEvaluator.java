package org.neurarium.engine.compile;

import java.util.List;
import org.neurarium.engine.compile.Program.Address;
import org.neurarium.engine.math.Elementary;

/// A program run as its definition says, instruction by instruction.
final class ReferenceEvaluator implements Program.Step, Program.Search {

  private final Program program;

  ReferenceEvaluator(Program program) {
    this.program = program;
  }

  @Override
  public boolean run(double[][] columns, double[] uniforms, int[] through, int from, int to) {
    boolean finite = true;
    for (int row = from; row < to; row++) {
      double[] values = values(columns, uniforms, through, row);
      for (Program.Output output : program.outputs()) {
        int place = output.address() == Address.THROUGH ? through[row] : row;
        double[] column = columns[output.column()];
        column[place] =
            output.adds() ? column[place] + values[output.value()] : values[output.value()];
        finite &= Double.isFinite(column[place]);
      }
    }
    return finite;
  }

  @Override
  public int find(double[][] columns, double[] uniforms, int from, int to, int[] found, int at) {
    int next = at;
    for (int row = from; row < to; row++)
      if (values(columns, uniforms, new int[0], row)[program.code().size() - 1] != 0)
        found[next++] = row;
    return next;
  }

  private double[] values(double[][] columns, double[] uniforms, int[] through, int row) {
    List<Program.Instruction> code = program.code();
    double[] v = new double[code.size()];
    for (int k = 0; k < v.length; k++) {
      Program.Instruction i = code.get(k);
      double a = i.op().arity() > 0 ? v[i.a()] : 0;
      double b = i.op().arity() > 1 ? v[i.b()] : 0;
      double c = i.op().arity() > 2 ? v[i.c()] : 0;
      v[k] =
          switch (i.op()) {
            case CONSTANT -> i.constant();
            case LOAD -> load(program.inputs().get(i.a()), columns, uniforms, through, row);
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE -> a / b;
            case FMA -> Math.fma(a, b, c);
            case NEGATE -> -a;
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case ABS -> Math.abs(a);
            case SQRT -> Math.sqrt(a);
            case FLOOR -> Math.floor(a);
            case EXP -> Elementary.exp(a);
            case LOG -> Elementary.log(a);
            case TANH -> Elementary.tanh(a);
            case SIN -> Elementary.sin(a);
            case COS -> Elementary.cos(a);
            case EXPM1 -> Elementary.expm1(a);
            case EXPREL -> Elementary.exprel(a);
            case LESS -> truth(a < b);
            case AT_MOST -> truth(a <= b);
            case GREATER -> truth(a > b);
            case AT_LEAST -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case DIFFERENT -> truth(a != b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
            case NOT -> truth(a == 0);
            case SELECT -> a != 0 ? b : c;
          };
    }
    return v;
  }

  private static double truth(boolean condition) {
    return condition ? 1 : 0;
  }

  private static double load(
      Program.Input input, double[][] columns, double[] uniforms, int[] through, int row) {
    return switch (input.address()) {
      case ROW -> columns[input.column()][row];
      case THROUGH -> columns[input.column()][through[row]];
      case UNIFORM -> uniforms[input.column()];
    };
  }
}
