package org.neurarium.engine.compile;

import java.util.Arrays;
import java.util.List;

/// Computes a kernel's derived numbers by interpretation and by matrix exponentials.
///
/// Its own arrays follow those of the layout: columns and uniforms from the layout's sizes on are needed only here.
final class Preparation implements Derivation {

  /// Where a number of the propagator goes.
  ///
  /// @param slot column or uniform
  record EntryPlace(LinearSystem.Entry entry, boolean varies, int slot) {}

  /// A coefficient of the linear system.
  ///
  /// @param column where `coefficients` writes it
  record Coefficient(int i, int j, int column) {}

  /// A uniform that is computed as a column of one number.
  record Moved(int column, int uniform) {}

  private final int lengthUniform;
  private final int stepUniform;
  private final int layoutColumns;
  private final int layoutUniforms;
  private final int columnCount;
  private final int uniformCount;
  private final int order;
  private final List<Coefficient> coefficients;
  private final Program coefficientProgram;
  private final List<EntryPlace> entries;
  private final Program uniformProgram;
  private final List<Moved> moved;
  private final Program variedProgram;

  /// @param columnCount with its own
  /// @param uniformCount with its own
  /// @param order number of states of the linear system
  Preparation(
      KernelLayout layout,
      int columnCount,
      int uniformCount,
      int order,
      List<Coefficient> coefficients,
      Program coefficientProgram,
      List<EntryPlace> entries,
      Program uniformProgram,
      List<Moved> moved,
      Program variedProgram) {
    lengthUniform = layout.uniform(new KernelLayout.IntegrationLength());
    stepUniform = layout.uniform(new KernelLayout.StepLength());
    layoutColumns = layout.columns().size();
    layoutUniforms = layout.uniforms().size();
    this.columnCount = columnCount;
    this.uniformCount = uniformCount;
    this.order = order;
    this.coefficients = List.copyOf(coefficients);
    this.coefficientProgram = coefficientProgram;
    this.entries = List.copyOf(entries);
    this.uniformProgram = uniformProgram;
    this.moved = List.copyOf(moved);
    this.variedProgram = variedProgram;
  }

  @Override
  public void run(double[][] columns, double[] uniforms, double dt, double length, int rows) {
    double[][] allColumns = Arrays.copyOf(columns, columnCount);
    for (Moved m : moved) allColumns[m.column()] = new double[1];
    for (int k = layoutColumns; k < columnCount; k++)
      if (allColumns[k] == null) allColumns[k] = new double[Math.max(rows, 1)];
    double[] allUniforms = Arrays.copyOf(uniforms, uniformCount);
    allUniforms[stepUniform] = dt;
    allUniforms[lengthUniform] = length;
    propagate(allColumns, allUniforms, length, rows);
    new Interpreter(uniformProgram).run(allColumns, allUniforms, new int[0], 0, 1);
    for (Moved m : moved) allUniforms[m.uniform()] = allColumns[m.column()][0];
    new Interpreter(variedProgram).run(allColumns, allUniforms, new int[0], 0, rows);
    System.arraycopy(allUniforms, 0, uniforms, 0, layoutUniforms);
  }

  private void propagate(double[][] columns, double[] uniforms, double length, int rows) {
    if (entries.isEmpty()) return;
    boolean varies = entries.stream().anyMatch(EntryPlace::varies);
    int count = varies ? rows : 1;
    new Interpreter(coefficientProgram).run(columns, uniforms, new int[0], 0, count);
    double[][] a = new double[order][order];
    MatrixExponential exponential = null;
    for (int row = 0; row < count; row++) {
      boolean same = exponential != null;
      for (Coefficient c : coefficients) {
        double value = columns[c.column()][row];
        same &= value == a[c.i()][c.j()];
        a[c.i()][c.j()] = value;
      }
      // Neighbours often have the same parameters.
      if (!same || exponential == null) exponential = MatrixExponential.of(a, length);
      for (EntryPlace e : entries) {
        double[][] matrix =
            e.entry().integral()
                ? exponential.q(e.entry().half())
                : exponential.p(e.entry().half());
        double value = matrix[e.entry().i()][e.entry().j()];
        if (e.varies()) columns[e.slot()][row] = value;
        else if (row == 0) uniforms[e.slot()] = value;
      }
    }
  }
}
