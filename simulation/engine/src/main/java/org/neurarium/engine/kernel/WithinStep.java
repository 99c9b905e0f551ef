package org.neurarium.engine.kernel;

import java.util.Arrays;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// Locates spikes inside a step: a neuron that crosses is integrated again from its start in [NeuronKernel#PARTS] parts.
///
/// A part at whose end the condition holds is undone: the reset acts on the states at its beginning, and the part is integrated once more from there. So nothing of an
/// upstroke that runs away, be it to infinity, gets into the other states. A refractory time that ends inside a step is kept to the part.
final class WithinStep {

  private static final int[] NOWHERE = {};

  private final NeuronKernel kernel;
  private final Block block;
  private final Resting resting;
  private final int from;
  private final int to;
  private final int states;
  private final double[][] saved;
  private final double[] beginning;
  private final double[][] columns;
  private final double[][] derived;
  private final double[] uniforms;
  private final int time;
  private final int[] again;
  private final int[] one = new int[1];

  WithinStep(NeuronKernel kernel, Block block, Resting resting, int from, int to) {
    this.kernel = kernel;
    this.block = block;
    this.resting = resting;
    this.from = from;
    this.to = to;
    states = block.model().states().size();
    saved = new double[states][to - from];
    beginning = new double[states];
    columns = new double[block.columns().length][];
    derived = new double[columns.length][];
    for (int c = 0; c < columns.length; c++)
      derived[c] =
          new double
              [block.layout().columns().get(c) instanceof KernelLayout.Derived ? block.size() : 0];
    uniforms = new double[block.uniforms().length];
    time = block.layout().uniform(new KernelLayout.Time());
    again = new int[to - from];
  }

  /// Between steps: derives what a part of a step needs from the block's parameters.
  void parametersChanged() {
    System.arraycopy(block.columns(), 0, columns, 0, columns.length);
    System.arraycopy(block.uniforms(), 0, uniforms, 0, uniforms.length);
    for (int c = 0; c < columns.length; c++)
      if (block.layout().columns().get(c) instanceof KernelLayout.Derived) columns[c] = derived[c];
    double dt = block.dt();
    kernel
        .programs()
        .derivation()
        .run(columns, uniforms, dt, dt / NeuronKernel.PARTS, block.size());
  }

  /// Before a step: remembers where the neurons start from.
  void save() {
    for (int s = 0; s < states; s++) System.arraycopy(block.state(s), from, saved[s], 0, to - from);
  }

  /// After the step: integrates those again that cross, or whose rest ends inside the step.
  ///
  /// @param whole columns of a whole step
  /// @param fired receives those that spiked, ascending
  /// @return where the next would be written
  int locate(
      Forms forms,
      double[][] whole,
      double[] wholeUniforms,
      Draws draws,
      long step,
      int[] fired,
      int at) {
    if (forms.condition().isEmpty()) return at;
    Program.Search condition = forms.condition().get();
    int n = condition.find(whole, wholeUniforms, from, to, again, 0);
    int crossed = n;
    for (int k = 0; k < resting.count(); k++) {
      int i = resting.neuron(k);
      if (resting.left(i) < NeuronKernel.PARTS && Arrays.binarySearch(again, 0, crossed, i) < 0)
        again[n++] = i;
    }
    if (n > crossed) Arrays.sort(again, 0, n);
    int end = at;
    for (int k = 0; k < n; k++)
      if (spikesInParts(forms, condition, draws, step, again[k])) fired[end++] = again[k];
    return end;
  }

  private boolean spikesInParts(
      Forms forms, Program.Search condition, Draws draws, long step, int i) {
    for (int s = 0; s < states; s++) block.state(s)[i] = saved[s][i - from];
    int rest = resting.left(i);
    boolean spiked = false;
    for (int part = 0; part < NeuronKernel.PARTS; part++) {
      if (time >= 0) uniforms[time] = (step - 1 + part / (double) NeuronKernel.PARTS) * block.dt();
      for (int s = 0; s < states; s++) beginning[s] = block.state(s)[i];
      forms.advance().run(columns, uniforms, NOWHERE, i, i + 1);
      if (rest == 0 && condition.find(columns, uniforms, i, i + 1, one, 0) > 0) {
        spiked = true;
        for (int s = 0; s < states; s++) block.state(s)[i] = beginning[s];
        if (forms.reset().isPresent()) {
          draws.fill(KernelLayout.Moment.RESET, step, i, i + 1);
          forms.reset().get().run(columns, uniforms, NOWHERE, i, i + 1);
        }
        resting.keep(i);
        rest = resting.duration(i);
        forms.advance().run(columns, uniforms, NOWHERE, i, i + 1);
      }
      if (rest > 0) {
        resting.hold(i);
        rest--;
      }
    }
    // Holding at the grid point counts a whole step down.
    resting.set(i, rest == 0 ? 0 : rest + NeuronKernel.PARTS);
    return spiked;
  }
}
