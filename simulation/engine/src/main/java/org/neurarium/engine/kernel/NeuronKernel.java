package org.neurarium.engine.kernel;

import java.util.Optional;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.cable.CableKernel;
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
  private final Optional<CableKernel> cable;

  /// @param cable what advances the states of a neuron with compartments, in place of the programs
  NeuronKernel(NeuronPrograms programs, Forms forms, Optional<CableKernel> cable) {
    this.programs = programs;
    this.forms = forms;
    this.cable = cable;
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

  Optional<CableKernel> cable() {
    return cable;
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
    block.cable().ifPresent(c -> c.prepare(block.columns(), block.uniforms(), block.dt()));
  }

  /// Sets the states to where the model lets them start. The block is prepared already.
  public void start(Block block) {
    forms.start().run(block.columns(), block.uniforms(), NOWHERE, 0, block.size());
  }

  /// Once all start values are set: makes of them what steps go on from.
  public void begin(Block block) {
    block.cable().ifPresent(c -> c.begin(block.columns(), block.dt()));
  }
}
