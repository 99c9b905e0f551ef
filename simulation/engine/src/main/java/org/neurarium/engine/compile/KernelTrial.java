package org.neurarium.engine.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.ProgramCompiler.Form;

/// Neurons of a model with its standard parameters and no network around them: what benchmarks of kernels run.
///
/// One thread at a time.
public final class KernelTrial {

  private static final int[] NOWHERE = {};

  private final NeuronPrograms programs;
  private final Program.Step step;
  private final Optional<Program.Search> condition;
  private final double[][] columns;
  private final double[] uniforms;
  private final int[] found;
  private final int rows;

  private KernelTrial(NeuronPrograms programs, Form form, int rows, double dt) {
    this.programs = programs;
    this.rows = rows;
    NeuronModel model = programs.model();
    ProgramCompiler compiler = new ProgramCompiler();
    step = compiler.step(programs.step(), model.id(), form);
    condition = programs.condition().map(p -> compiler.search(p, model.id(), form));
    columns = new double[programs.layout().columns().size()][rows];
    uniforms = new double[programs.layout().uniforms().size()];
    found = new int[rows];
    for (int k = 0; k < model.parameters().size(); k++)
      uniforms[programs.layout().uniform(new KernelLayout.Parameter(k))] =
          model.parameters().get(k).standard().engineValue();
    programs.derivation().run(columns, uniforms, dt, dt, rows);
    restart();
  }

  /// Compiles a model all the way, from equations to code that is ready to run.
  ///
  /// @param dt step (ms)
  /// @return empty if the model has errors
  public static Optional<KernelTrial> of(NeuronModel model, Form form, int rows, double dt) {
    return NeuronCompiler.compile(model, Set.of())
        .value()
        .map(programs -> new KernelTrial(programs, form, rows, dt));
  }

  /// Puts all states where the model lets them start.
  public void restart() {
    new Interpreter(programs.start()).run(columns, uniforms, NOWHERE, 0, rows);
  }

  /// A step of all neurons, without reset.
  ///
  /// @return how many met the spike condition after it
  public int step() {
    step.run(columns, uniforms, NOWHERE, 0, rows);
    return condition.isEmpty() ? 0 : condition.get().find(columns, uniforms, 0, rows, found, 0);
  }

  /// The states of a neuron, by name.
  public Map<String, Double> states(int row) {
    Map<String, Double> states = new java.util.LinkedHashMap<>();
    for (int k = 0; k < programs.model().states().size(); k++)
      states.put(programs.model().states().get(k).id(), columns[k][row]);
    return states;
  }

  /// How many instructions a step has.
  public int instructions() {
    return programs.step().code().size();
  }
}
