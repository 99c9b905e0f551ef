package org.neurarium.engine.kernel;

import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.NeuronPrograms;

/// The computing half of a neuron model: its equations as code. Everything it works on is in a [Block]; one kernel serves every population of its model and
/// every thread.
public final class NeuronKernel {

  /// Into how many parts a step is cut where a crossing is located inside it.
  static final int PARTS = 1024;

  private static final int[] NOWHERE = {};

  private final NeuronPrograms programs;
  private final Forms forms;

  NeuronKernel(NeuronPrograms programs, Forms forms) {
    this.programs = programs;
    this.forms = forms;
  }

  public NeuronModel model() {
    return programs.model();
  }

  /// What the kernel was made from.
  public NeuronPrograms programs() {
    return programs;
  }

  KernelLayout layout() {
    return programs.layout();
  }

  /// Its programs as code.
  Forms forms() {
    return forms;
  }

  /// How finely refractory times are counted: parts of a step.
  public int partsPerStep() {
    return programs.withinStep() ? PARTS : 1;
  }

  /// Computes what follows from a block's parameters and its dt. To be called when these have been set and after each change, between steps.
  public void prepare(Block block) {
    programs
        .derivation()
        .run(block.columns(), block.uniforms(), block.dt(), block.dt(), block.size());
  }

  /// Sets the states to where the model lets them start. The block is prepared already.
  public void start(Block block) {
    forms.start().run(block.columns(), block.uniforms(), NOWHERE, 0, block.size());
  }
}
