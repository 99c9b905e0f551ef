package org.neurarium.engine.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.neurarium.engine.compile.Program.Address;

/// Computes a kernel's derived numbers by interpretation and by matrix exponentials.
///
/// Its own arrays follow those of the layout: columns and uniforms from the layout's sizes on are needed only here.
final class Preparation implements Derivation {

  /// Where a number of a propagator goes.
  ///
  /// @param slot column or uniform
  private record EntryPlace(LinearSystem.Entry entry, boolean varies, int slot) {}

  /// A coefficient of a linear system.
  ///
  /// @param column where its program writes it
  private record Coefficient(int i, int j, int column) {}

  /// A uniform that is computed as a column of one number.
  private record Moved(int column, int uniform) {}

  /// A linear system whose propagator is needed.
  private record Propagated(
      int order, List<Coefficient> coefficients, Program program, List<EntryPlace> entries) {}

  private final int stepUniform;
  private final int lengthUniform;
  private final int layoutColumns;
  private final int layoutUniforms;
  private final int columnCount;
  private final int uniformCount;
  private final List<Propagated> systems = new ArrayList<>();
  private final Program uniformProgram;
  private final List<Moved> moved = new ArrayList<>();
  private final Program variedProgram;

  /// @param slots the layout's; receives this preparation's own
  /// @param systems whose propagators are needed
  /// @param varies whether a symbol differs from row to row
  /// @param stepUniform where dt goes
  /// @param lengthUniform where the integration length goes
  Preparation(
      Slots slots,
      List<LinearSystem> systems,
      Hoisting hoisting,
      Predicate<String> varies,
      int stepUniform,
      int lengthUniform) {
    this.stepUniform = stepUniform;
    this.lengthUniform = lengthUniform;
    layoutColumns = slots.columns();
    layoutUniforms = slots.uniforms();
    for (LinearSystem system : systems) this.systems.add(propagated(system, slots, varies));
    List<Lowering.Target> ofUniforms = new ArrayList<>();
    hoisting
        .uniform()
        .forEach((s, x) -> {
          int column = slots.column();
          moved.add(new Moved(column, slots.place(s).column()));
          ofUniforms.add(new Lowering.Target(s, Address.ROW, column, false, x));
        });
    List<Lowering.Target> ofRows = new ArrayList<>();
    hoisting
        .varied()
        .forEach((s, x) ->
            ofRows.add(new Lowering.Target(s, Address.ROW, slots.place(s).column(), false, x)));
    uniformProgram = Lowering.program(ofUniforms, slots::place);
    variedProgram = Lowering.program(ofRows, slots::place);
    columnCount = slots.columns();
    uniformCount = slots.uniforms();
  }

  private static Propagated propagated(LinearSystem system, Slots slots, Predicate<String> varies) {
    List<EntryPlace> entries = new ArrayList<>();
    system
        .entries()
        .forEach((s, e) -> {
          boolean differs = varies.test(s);
          if (!slots.has(s)) {
            if (differs) slots.column(s);
            else slots.uniform(s);
          }
          entries.add(new EntryPlace(e, differs, slots.place(s).column()));
        });
    List<Coefficient> coefficients = new ArrayList<>();
    List<Lowering.Target> targets = new ArrayList<>();
    int order = system.states().size();
    for (int i = 0; i < order; i++)
      for (int j = 0; j < order; j++) {
        Optional<Term> x = system.coefficient(i, j);
        if (x.isEmpty()) continue;
        Coefficient c = new Coefficient(i, j, slots.column());
        coefficients.add(c);
        targets.add(
            new Lowering.Target("A[" + i + "," + j + "]", Address.ROW, c.column(), false, x.get()));
      }
    return new Propagated(order, coefficients, Lowering.program(targets, slots::place), entries);
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
    for (Propagated system : systems) propagate(system, allColumns, allUniforms, length, rows);
    new Interpreter(uniformProgram).run(allColumns, allUniforms, new int[0], 0, 1);
    for (Moved m : moved) allUniforms[m.uniform()] = allColumns[m.column()][0];
    new Interpreter(variedProgram).run(allColumns, allUniforms, new int[0], 0, rows);
    System.arraycopy(allUniforms, 0, uniforms, 0, layoutUniforms);
  }

  @Override
  public List<String> listing() {
    List<String> lines = new ArrayList<>();
    uniformProgram.listing().lines().forEach(lines::add);
    variedProgram.listing().lines().forEach(lines::add);
    return lines;
  }

  private static void propagate(
      Propagated system, double[][] columns, double[] uniforms, double length, int rows) {
    if (system.entries().isEmpty()) return;
    boolean varies = system.entries().stream().anyMatch(EntryPlace::varies);
    int count = varies ? rows : 1;
    new Interpreter(system.program()).run(columns, uniforms, new int[0], 0, count);
    double[][] a = new double[system.order()][system.order()];
    MatrixExponential exponential = null;
    for (int row = 0; row < count; row++) {
      boolean same = exponential != null;
      for (Coefficient c : system.coefficients()) {
        double value = columns[c.column()][row];
        same &= value == a[c.i()][c.j()];
        a[c.i()][c.j()] = value;
      }
      // Neighbours often have the same parameters.
      if (!same || exponential == null) exponential = MatrixExponential.of(a, length);
      for (EntryPlace e : system.entries()) {
        LinearSystem.Entry entry = e.entry();
        double[][] matrix =
            entry.integral() ? exponential.q(entry.half()) : exponential.p(entry.half());
        double value = matrix[entry.i()][entry.j()];
        if (e.varies()) columns[e.slot()][row] = value;
        else if (row == 0) uniforms[e.slot()] = value;
      }
    }
  }
}
