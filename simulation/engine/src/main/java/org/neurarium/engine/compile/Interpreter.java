package org.neurarium.engine.compile;

import java.util.List;

/// Runs programs as they stand, one instruction after the other: slow, and plainly right. Generated code must give the same bits.
///
/// Unlike generated code it takes memory for the values of a row at each call.
public final class Interpreter implements Program.Step, Program.Search {

  private final Program program;

  public Interpreter(Program program) {
    this.program = program;
  }

  @Override
  public boolean run(double[][] columns, double[] uniforms, int[] through, int from, int to) {
    double[] values = new double[program.code().size()];
    boolean finite = true;
    for (int row = from; row < to; row++) {
      evaluate(columns, uniforms, through, row, values);
      for (Program.Output output : program.outputs()) {
        double value = values[output.value()];
        double[] column = columns[output.column()];
        int at = place(output.address(), row, through);
        column[at] = output.adds() ? column[at] + value : value;
        finite &= Math.abs(column[at]) <= Double.MAX_VALUE;
      }
    }
    return finite;
  }

  @Override
  public int find(double[][] columns, double[] uniforms, int from, int to, int[] found, int at) {
    double[] values = new double[program.code().size()];
    int end = at;
    for (int row = from; row < to; row++) {
      evaluate(columns, uniforms, new int[0], row, values);
      if (values[values.length - 1] != 0) found[end++] = row;
    }
    return end;
  }

  private void evaluate(
      double[][] columns, double[] uniforms, int[] through, int row, double[] values) {
    List<Program.Instruction> code = program.code();
    for (int k = 0; k < values.length; k++) {
      Program.Instruction i = code.get(k);
      values[k] =
          switch (i.op()) {
            case CONSTANT -> i.constant();
            case LOAD -> load(program.inputs().get(i.a()), columns, uniforms, through, row);
            default ->
                Arithmetic.apply(
                    i.op(),
                    values[i.a()],
                    i.op().arity() > 1 ? values[i.b()] : 0,
                    i.op().arity() > 2 ? values[i.c()] : 0);
          };
    }
  }

  private static double load(
      Program.Input input, double[][] columns, double[] uniforms, int[] through, int row) {
    return input.address() == Program.Address.UNIFORM
        ? uniforms[input.column()]
        : columns[input.column()][place(input.address(), row, through)];
  }

  private static int place(Program.Address address, int row, int[] through) {
    return switch (address) {
      case ROW -> row;
      case THROUGH -> through[row];
      case UNIFORM -> throw new IllegalArgumentException("a uniform has no rows");
    };
  }
}
