package org.neurarium.engine.compile;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.neurarium.circuits.model.NeuronModel;

/// A few neurons of a model, stepped by the interpreter.
final class Bench {

  final NeuronPrograms programs;
  final double[][] columns;
  final double[] uniforms;
  private final double dt;
  private final int rows;
  private long step;

  Bench(NeuronModel model, double dt) {
    this(model, dt, 1, Map.of());
  }

  /// @param varied values of the parameters that differ from neuron to neuron
  Bench(NeuronModel model, double dt, int rows, Map<String, double[]> varied) {
    Set<String> names = varied.keySet();
    programs = NeuronCompiler.compile(model, names).value().orElseThrow();
    this.dt = dt;
    this.rows = rows;
    columns = new double[programs.layout().columns().size()][rows];
    uniforms = new double[programs.layout().uniforms().size()];
    for (int k = 0; k < model.parameters().size(); k++) {
      String id = model.parameters().get(k).id();
      KernelLayout.Parameter parameter = new KernelLayout.Parameter(k);
      if (names.contains(id))
        columns[programs.layout().column(parameter)] =
            Objects.requireNonNull(varied.get(id)).clone();
      else
        uniforms[programs.layout().uniform(parameter)] =
            model.parameters().get(k).standard().engineValue();
    }
    programs.derivation().run(columns, uniforms, dt, dt, rows);
    new Interpreter(programs.start()).run(columns, uniforms, new int[0], 0, rows);
  }

  double state(String id) {
    return state(id, 0);
  }

  double state(String id, int row) {
    for (int k = 0; k < programs.model().states().size(); k++)
      if (programs.model().states().get(k).id().equals(id)) return columns[k][row];
    throw new IllegalArgumentException(id);
  }

  void set(KernelLayout.Column column, double value) {
    java.util.Arrays.fill(columns[programs.layout().column(column)], value);
  }

  boolean step() {
    uniforms[programs.layout().uniform(new KernelLayout.Time())] = step++ * dt;
    return new Interpreter(programs.step()).run(columns, uniforms, new int[0], 0, rows);
  }

  int[] fired() {
    int[] found = new int[rows];
    int end =
        new Interpreter(programs.condition().orElseThrow())
            .find(columns, uniforms, 0, rows, found, 0);
    return java.util.Arrays.copyOf(found, end);
  }

  void reset(int row) {
    new Interpreter(programs.reset().orElseThrow())
        .run(columns, uniforms, new int[0], row, row + 1);
  }
}
