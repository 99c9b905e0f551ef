package org.neurarium.engine.kernel;

import java.util.OptionalDouble;
import org.neurarium.engine.compile.Interpreter;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// How fast a neuron's equations are: what they do in a very short time near a state tells their fastest time constant, without a second way of evaluating them.
///
/// The change over a time h is (exp(J·h) - 1)·(x - x0) to first order, so differences of changes, divided by h, give the matrix J; its largest eigenvalue in
/// size comes from repeated multiplication. For explaining a stop; works on copies, and takes its time.
public final class Linearisation {

  private static final double SHORT = 1e-4; // of a step
  private static final int MULTIPLICATIONS = 200;
  private static final int[] NOWHERE = {};

  private final Program.Step integrate;
  private final Block block;
  private final int neuron;
  private final int n;
  private final double[][] columns;
  private final double[] uniforms;
  private final double h;
  private final double[] start;

  /// @param neuron whose parameters and inputs are taken
  public Linearisation(NeuronKernel kernel, Block block, int neuron) {
    integrate = new Interpreter(kernel.programs().integrate());
    this.block = block;
    this.neuron = neuron;
    n = block.model().states().size();
    columns = block.columns().clone();
    uniforms = block.uniforms().clone();
    for (int c = 0; c < columns.length; c++)
      if (block.layout().columns().get(c) instanceof KernelLayout.State
          || block.layout().columns().get(c) instanceof KernelLayout.Derived)
        columns[c] = new double[block.size()];
    h = SHORT * block.dt();
    kernel.programs().derivation().run(columns, uniforms, block.dt(), h, block.size());
    kernel.forms().start().run(columns, uniforms, NOWHERE, neuron, neuron + 1);
    start = new double[n];
    for (int s = 0; s < n; s++) start[s] = columns[s][neuron];
  }

  /// Whether the equations give finite rates of change where the neuron starts.
  public boolean isFiniteAtStart() {
    return isFinite(changes(start));
  }

  /// The states where the neuron starts, in engine units.
  public double[] start() {
    return start.clone();
  }

  private static boolean isFinite(double[] values) {
    for (double value : values) if (!Double.isFinite(value)) return false;
    return true;
  }

  /// The fastest time constant (ms) near the start, or near the present state where that is finite and faster; empty where nothing can be said.
  public OptionalDouble fastest() {
    // The cable equation is solved implicitly, which bears any rate.
    if (block.cable().isPresent()) return OptionalDouble.empty();
    if (!block.model().dynamics().published().isEmpty()) return OptionalDouble.empty();
    double rate = fastestRate(start);
    double[] now = start.clone();
    for (int s = 0; s < n; s++)
      if (Double.isFinite(block.state(s)[neuron]) && Math.abs(block.state(s)[neuron]) < 1e6)
        now[s] = block.state(s)[neuron];
    rate = Math.max(rate, fastestRate(now));
    return rate > 0 && Double.isFinite(rate) ? OptionalDouble.of(1 / rate) : OptionalDouble.empty();
  }

  private double[] changes(double[] from) {
    for (int s = 0; s < n; s++) columns[s][neuron] = from[s];
    integrate.run(columns, uniforms, NOWHERE, neuron, neuron + 1);
    double[] change = new double[n];
    for (int s = 0; s < n; s++) change[s] = columns[s][neuron] - from[s];
    return change;
  }

  private double fastestRate(double[] at) {
    double[] here = changes(at);
    double[][] matrix = new double[n][n];
    for (int column = 0; column < n; column++) {
      double distance = 1e-4 * Math.max(1e-3, Math.abs(at[column]));
      double[] moved = at.clone();
      moved[column] += distance;
      double[] there = changes(moved);
      for (int row = 0; row < n; row++)
        matrix[row][column] = (there[row] - here[row]) / (moved[column] - at[column]) / h;
      if (!isFinite(there)) return 0;
    }
    return largestEigenvalue(matrix);
  }

  /// The size of the largest eigenvalue: how much a vector grows with each multiplication, on the average of the second half, which serves complex pairs, too.
  private double largestEigenvalue(double[][] matrix) {
    double[] vector = new double[n];
    for (int s = 0; s < n; s++) vector[s] = 1 + 0.1 * s;
    double logGrowth = 0;
    for (int k = 0; k < MULTIPLICATIONS; k++) {
      double[] next = new double[n];
      double norm = 0;
      for (int row = 0; row < n; row++) {
        for (int column = 0; column < n; column++)
          next[row] += matrix[row][column] * vector[column];
        norm += next[row] * next[row];
      }
      norm = Math.sqrt(norm);
      if (norm == 0 || !Double.isFinite(norm)) return 0;
      if (k >= MULTIPLICATIONS / 2) logGrowth += StrictMath.log(norm);
      for (int row = 0; row < n; row++) vector[row] = next[row] / norm;
    }
    return StrictMath.exp(logGrowth / (MULTIPLICATIONS - MULTIPLICATIONS / 2));
  }
}
