package org.neurarium.engine.network;

import java.util.List;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.engine.compile.SynapsePlan;

/// A neuromodulator with the same concentration everywhere. Belongs to one thread.
public final class RunningModulator {

  private static final int[] NO_TARGETS = {};

  private final ModulatorModel model;
  private final SynapseCode code;
  private final double[] parameters;
  private final double dt;
  private final int amount;
  private final int[] stateColumns;
  private final double[][] columns;
  private final double[] uniforms;

  /// @param code the model as one target's states; what a release does is its `on post`, with `amount` as the last parameter
  /// @param parameters in the model's order, and room for the amount
  public RunningModulator(ModulatorModel model, SynapseCode code, double[] parameters, double dt) {
    this.model = model;
    this.code = code;
    this.parameters = parameters;
    this.dt = dt;
    List<SynapsePlan.Column> all = code.plan().columns();
    columns = new double[all.size()][];
    for (int c = 0; c < columns.length; c++) columns[c] = new double[1];
    uniforms = new double[code.plan().uniforms().size()];
    amount = model.parameters().size();
    stateColumns = new int[model.states().size()];
    for (int s = 0; s < stateColumns.length; s++)
      stateColumns[s] = all.indexOf(new SynapsePlan.State(s));
    code.plan().values().set(parameters, dt, uniforms);
    start();
  }

  /// Its concentration's name, in brackets.
  public String symbol() {
    return model.states().getFirst().id();
  }

  public ModulatorModel model() {
    return model;
  }

  /// Its concentration, in engine units.
  double value() {
    return columns[stateColumns[0]][0];
  }

  void advance(long step) {
    if (code.postAdvance().isEmpty()) return;
    set(step);
    code.postAdvance().get().run(columns, uniforms, NO_TARGETS, 0, 1);
  }

  private void set(long step) {
    List<SynapsePlan.Uniform> all = code.plan().uniforms();
    for (int u = 0; u < uniforms.length; u++)
      if (all.get(u) instanceof SynapsePlan.Step) uniforms[u] = step;
      else if (all.get(u) instanceof SynapsePlan.Time) uniforms[u] = step * dt;
  }

  void release(double released) {
    if (code.onPostTarget().isEmpty()) return;
    parameters[amount] = released;
    code.plan().values().set(parameters, dt, uniforms);
    code.onPostTarget().get().run(columns, uniforms, NO_TARGETS, 0, 1);
  }

  void start() {
    for (int s = 0; s < model.states().size(); s++) {
      int c = stateColumns[s];
      if (c >= 0) columns[c][0] = code.plan().values().start(s, parameters);
    }
  }

  void takeOver(RunningModulator old) {
    for (int s = 0; s < model.states().size(); s++) {
      int c = stateColumns[s];
      String id = model.states().get(s).id();
      for (int o = 0; o < old.stateColumns.length; o++) {
        int from = old.stateColumns[o];
        if (c >= 0 && from >= 0 && old.model.states().get(o).id().equals(id))
          columns[c][0] = old.columns[from][0];
      }
    }
  }
}
