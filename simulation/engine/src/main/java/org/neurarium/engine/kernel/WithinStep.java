package org.neurarium.engine.kernel;

import java.util.Arrays;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.Program;

/// Locates spikes inside a step: a neuron that crosses is integrated again from its start, in four parts; a part at whose end the condition holds is undone and done in four
/// parts of its own, down to [NeuronKernel#PARTS]ths of the step. There the reset acts on the states at the part's beginning, and the part is integrated once more from
/// there. So nothing of an upstroke that runs away, be it to infinity, gets into the other states, and a spike costs some twenty short steps.
///
/// A refractory time that ends inside a step is kept to the finest part.
final class WithinStep {

  private static final int[] NOWHERE = {};
  private static final int FOUR = 4;

  private final NeuronKernel kernel;
  private final Block block;
  private final Resting resting;
  private final int from;
  private final int to;
  private final int states;
  private final double[][] saved;
  private final Level[] levels;
  private final int time;
  private final int[] again;
  private final int[] one = new int[1];
  private int rest;
  private boolean spiked;

  /// What integrates one part of a step.
  ///
  /// @param length in finest parts
  /// @param columns the block's, with derived ones of this length
  /// @param derived these
  /// @param uniforms the block's, with derived ones of this length
  /// @param beginning states at a part's beginning
  private record Level(
      int length, double[][] columns, double[][] derived, double[] uniforms, double[] beginning) {}

  WithinStep(NeuronKernel kernel, Block block, Resting resting, int from, int to) {
    this.kernel = kernel;
    this.block = block;
    this.resting = resting;
    this.from = from;
    this.to = to;
    states = block.model().states().size();
    saved = new double[states][to - from];
    int depth = 0;
    for (int length = NeuronKernel.PARTS; length > 1; length /= FOUR) depth++;
    levels = new Level[depth];
    int length = NeuronKernel.PARTS;
    for (int k = 0; k < depth; k++) {
      length /= FOUR;
      int columns = block.columns().length;
      double[][] derived = new double[columns][];
      for (int c = 0; c < columns; c++) derived[c] = new double[isDerived(c) ? block.size() : 0];
      levels[k] =
          new Level(
              length,
              new double[columns][],
              derived,
              new double[block.uniforms().length],
              new double[states]);
    }
    time = block.layout().uniform(new KernelLayout.Time());
    again = new int[to - from];
  }

  private boolean isDerived(int column) {
    return block.layout().columns().get(column) instanceof KernelLayout.Derived;
  }

  /// Between steps: derives what the parts of a step need from the block's parameters.
  void parametersChanged() {
    double dt = block.dt();
    for (Level level : levels) {
      System.arraycopy(block.columns(), 0, level.columns, 0, level.columns.length);
      System.arraycopy(block.uniforms(), 0, level.uniforms, 0, level.uniforms.length);
      for (int c = 0; c < level.columns.length; c++)
        if (isDerived(c)) level.columns[c] = level.derived[c];
      double length = dt * level.length / NeuronKernel.PARTS;
      kernel.programs().derivation().run(level.columns, level.uniforms, dt, length, block.size());
    }
  }

  /// Before a step: sets a factor that is the same for all neurons.
  void setFactor(int uniform, double value) {
    for (Level level : levels) level.uniforms[uniform] = value;
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
    rest = resting.left(i);
    spiked = false;
    advance(forms, condition, draws, step, i, 0, 0);
    // Holding at the grid point counts a whole step down.
    resting.set(i, rest == 0 ? 0 : rest + NeuronKernel.PARTS);
    return spiked;
  }

  /// Integrates four parts.
  ///
  /// @param begin of the first, in finest parts since the step's
  private void advance(
      Forms forms, Program.Search condition, Draws draws, long step, int i, int depth, int begin) {
    Level level = levels[depth];
    boolean finest = level.length == 1;
    for (int part = 0; part < FOUR; part++) {
      int start = begin + part * level.length;
      if (rest > 0 && rest < level.length) {
        advance(forms, condition, draws, step, i, depth + 1, start);
        continue;
      }
      for (int s = 0; s < states; s++) level.beginning[s] = block.state(s)[i];
      integrate(forms, level, step, i, start);
      if (rest == 0 && condition.find(level.columns, level.uniforms, i, i + 1, one, 0) > 0) {
        for (int s = 0; s < states; s++) block.state(s)[i] = level.beginning[s];
        if (!finest) {
          advance(forms, condition, draws, step, i, depth + 1, start);
          continue;
        }
        reset(forms, draws, level, step, i);
        integrate(forms, level, step, i, start);
      }
      if (rest > 0) {
        resting.hold(i);
        rest -= level.length;
      }
    }
  }

  private void integrate(Forms forms, Level level, long step, int i, int start) {
    if (time >= 0)
      level.uniforms[time] = (step - 1 + start / (double) NeuronKernel.PARTS) * block.dt();
    Program.Step part = rest > 0 ? forms.rest().orElse(forms.advance()) : forms.advance();
    part.run(level.columns, level.uniforms, NOWHERE, i, i + 1);
  }

  private void reset(Forms forms, Draws draws, Level level, long step, int i) {
    spiked = true;
    if (forms.reset().isPresent()) {
      draws.fill(KernelLayout.Moment.RESET, step, i, i + 1);
      forms.reset().get().run(level.columns, level.uniforms, NOWHERE, i, i + 1);
    }
    resting.keep(i);
    rest = resting.duration(i);
  }
}
