package org.neurarium.engine.cable;

import java.util.Arrays;
import org.neurarium.engine.compile.Influences;
import org.neurarium.engine.compile.KernelLayout;

/// What neuromodulators do to one worker's neurons with compartments: says when factors of parameters have changed, and multiplies what comes in by the gain.
final class Modulation {

  private static final double[] NOTHING = {};

  private final int[] columns;
  private final int[] uniforms;
  private final double[][] locals;
  private final double[] last;
  private final int gainColumn;
  private final int gainUniform;
  private final double[] gain;
  private boolean isKnown;

  /// @param room how many neurons go through the compartments together
  Modulation(CableKernel kernel, int room) {
    KernelLayout layout = kernel.layout();
    KernelLayout.Factor all = new KernelLayout.Factor(Influences.GAIN);
    boolean isOwn = kernel.model().parameter(Influences.GAIN).isPresent();
    gainColumn = isOwn ? -1 : layout.column(all);
    gainUniform = isOwn ? -1 : layout.uniform(all);
    gain = new double[gainColumn >= 0 || gainUniform >= 0 ? room : 0];
    columns = numbers(layout.columns(), gainColumn);
    uniforms = numbers(layout.uniforms(), gainUniform);
    locals = new double[columns.length][];
    Arrays.fill(locals, NOTHING);
    last = new double[uniforms.length];
  }

  private static int[] numbers(java.util.List<?> places, int gain) {
    return java.util.stream.IntStream.range(0, places.size())
        .filter(k -> k != gain && places.get(k) instanceof KernelLayout.Factor)
        .toArray();
  }

  /// The next factors are new ones.
  void forget() {
    isKnown = false;
  }

  /// Whether any factor of a parameter is another than when this was asked last.
  ///
  /// @param neurons the population's columns
  /// @param numbers its uniforms
  boolean hasChanged(double[][] neurons, double[] numbers, int from, int to) {
    if (columns.length == 0 && uniforms.length == 0) return false;
    boolean changed = !isKnown;
    isKnown = true;
    for (int k = 0; k < uniforms.length; k++) {
      changed |= numbers[uniforms[k]] != last[k];
      last[k] = numbers[uniforms[k]];
    }
    for (int k = 0; k < columns.length; k++) {
      double[] now = neurons[columns[k]];
      if (locals[k].length != to - from) locals[k] = new double[to - from];
      changed |= !Arrays.equals(now, from, to, locals[k], 0, to - from);
      System.arraycopy(now, from, locals[k], 0, to - from);
    }
    return changed;
  }

  /// Takes the gain of a chunk of neurons.
  void read(double[][] neurons, double[] numbers, int first, int count) {
    if (gainUniform >= 0) Arrays.fill(gain, 0, count, numbers[gainUniform]);
    if (gainColumn >= 0) System.arraycopy(neurons[gainColumn], first, gain, 0, count);
  }

  /// Multiplies what comes into these neurons.
  void amplify(double[] values, int count) {
    if (gain.length > 0) multiply(values, gain, count);
  }

  private static void multiply(double[] values, double[] by, int count) {
    for (int t = 0; t < count; t++) values[t] *= by[t];
  }
}
