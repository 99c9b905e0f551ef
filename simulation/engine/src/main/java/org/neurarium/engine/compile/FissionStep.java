package org.neurarium.engine.compile;

import java.util.Arrays;
import java.util.List;

/// Runs a program's many loops, a block of rows after the other, so that what they leave for each other stays in the nearest cache. A few rows are done by one loop.
final class FissionStep implements Program.Step {

  /// Fewer rows are not worth many loops.
  private static final int FEW = 16;

  private final Program.Step one;
  private final Program.Step[] many;
  private final boolean direct;
  private final int finite;
  private final int base;
  private final Fission.Copy[] in;
  private final Fission.Copy[] out;
  private final ThreadLocal<double[][]> scratch;

  /// @param one the program as one loop
  /// @param many its loops
  FissionStep(Program.Step one, List<Program.Step> many, Fission fission) {
    this.one = one;
    this.many = many.toArray(new Program.Step[0]);
    direct = fission.isDirect();
    finite = fission.finite();
    base = fission.scratchFrom();
    in = fission.in().toArray(new Fission.Copy[0]);
    out = fission.out().toArray(new Fission.Copy[0]);
    int columns = base + fission.scratchCount();
    scratch =
        ThreadLocal.withInitial(() -> {
          double[][] all = new double[columns][];
          for (int k = base; k < columns; k++) all[k] = new double[Part.BLOCK];
          return all;
        });
  }

  @Override
  public boolean run(double[][] columns, double[] uniforms, int[] through, int from, int to) {
    if (to - from < FEW) return one.run(columns, uniforms, through, from, to);
    double[][] own = scratch.get();
    if (direct) return runDirect(columns, uniforms, through, from, to, own);
    boolean all = true;
    for (int row = from; row < to; row += Part.BLOCK) {
      int rows = Math.min(Part.BLOCK, to - row);
      for (Fission.Copy c : in)
        System.arraycopy(columns[c.column()], row, own[c.scratch()], 0, rows);
      for (Program.Step loop : many) loop.run(own, uniforms, through, 0, rows);
      for (Fission.Copy c : out)
        System.arraycopy(own[c.scratch()], 0, columns[c.column()], row, rows);
      all &= areZero(own[finite], 0, rows);
    }
    return all;
  }

  private boolean runDirect(
      double[][] columns, double[] uniforms, int[] through, int from, int to, double[][] own) {
    System.arraycopy(columns, 0, own, 0, Math.min(columns.length, base));
    if (own[finite].length < to) own[finite] = new double[to];
    boolean all = true;
    for (int row = from; row < to; row += Part.BLOCK) {
      int end = Math.min(row + Part.BLOCK, to);
      for (Program.Step loop : many) loop.run(own, uniforms, through, row, end);
      all &= areZero(own[finite], row, end);
    }
    Arrays.fill(own, 0, base, null);
    return all;
  }

  private static boolean areZero(double[] numbers, int from, int to) {
    // Four sums: one would wait for itself.
    long a = 0;
    long b = 0;
    long c = 0;
    long d = 0;
    int k = from;
    for (; k < to - 3; k += 4) {
      a |= Double.doubleToRawLongBits(numbers[k]);
      b |= Double.doubleToRawLongBits(numbers[k + 1]);
      c |= Double.doubleToRawLongBits(numbers[k + 2]);
      d |= Double.doubleToRawLongBits(numbers[k + 3]);
    }
    for (; k < to; k++) a |= Double.doubleToRawLongBits(numbers[k]);
    return (a | b | c | d) == 0;
  }
}
