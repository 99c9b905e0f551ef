package org.neurarium.engine.kernel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.formula.Function;
import org.neurarium.engine.compile.KernelLayout;
import org.neurarium.engine.compile.KernelLayout.Moment;
import org.neurarium.engine.random.Normal;
import org.neurarium.engine.random.Philox;

/// Fills the random columns of a slice. What a neuron gets depends on the seed, the population, the place in the model's text, the neuron and the step, and on nothing else.
final class Draws {

  private static final double SMALLEST = 0x1p-54;

  private record Draw(Philox generator, double[] column, boolean normal) {}

  private final Map<Moment, List<Draw>> byMoment = new EnumMap<>(Moment.class);
  private final double[] scratch;

  Draws(Block block, int slice) {
    for (Moment moment : Moment.values()) byMoment.put(moment, new ArrayList<>());
    List<KernelLayout.Column> columns = block.layout().columns();
    for (int c = 0; c < columns.size(); c++)
      if (columns.get(c) instanceof KernelLayout.Draw d)
        requireNonNull(byMoment.get(d.moment()))
            .add(
                new Draw(
                    new Philox(block.drawKey(d.number())),
                    block.columns()[c],
                    d.function() == Function.NORMAL));
    scratch = new double[byMoment.values().stream().allMatch(List::isEmpty) ? 0 : slice];
  }

  /// Draws what a program reads, for neurons `from` to `to - 1` at a step.
  void fill(Moment moment, long step, int from, int to) {
    List<Draw> draws = requireNonNull(byMoment.get(moment));
    for (int k = 0; k < draws.size(); k++) {
      Draw draw = draws.get(k);
      draw.generator.uniforms(step, from, to, scratch);
      double[] column = draw.column;
      if (draw.normal)
        for (int i = from; i < to; i++)
          column[i] = Normal.quantile(Math.max(SMALLEST, scratch[i - from]));
      else System.arraycopy(scratch, 0, column, from, to - from);
    }
  }
}
