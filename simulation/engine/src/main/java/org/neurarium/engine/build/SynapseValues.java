package org.neurarium.engine.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Value;
import org.neurarium.engine.random.RandomStream;

/// The weights or delays of a projection, synapse by synapse, in engine units. Belongs to one thread.
///
/// A distribution gives each synapse its own draw, keyed by its line and its place in it; a gradient or a list gives each synapse the number of its target neuron.
final class SynapseValues {

  private static final int MOST_REDRAWS = 1000;

  private final Value value;
  private final double least;
  private final @Nullable RandomStream stream;
  private final double[] numbers;
  private final boolean normal;
  private final double mean;
  private final double sd;
  private final double low;
  private final double high;

  /// @param least drawn numbers below it are drawn again, then raised to it
  SynapseValues(Value value, long key, int targets, Supplier<Positions> positions, double least) {
    this.value = value;
    this.least = least;
    boolean drawn = ValueSource.isDrawn(value);
    stream = drawn ? new RandomStream(key) : null;
    normal = value instanceof Value.Normal;
    if (value instanceof Value.Normal v) {
      mean = v.mean().engineValue();
      sd = v.sd().engineValue();
      low = Math.max(least, v.min().engineValue());
      high = v.max().engineValue();
    } else {
      mean = sd = low = high = 0;
    }
    numbers = drawn ? new double[0] : ValueSource.perNeuron(value, key, targets, positions);
  }

  /// Whether all synapses have the same.
  boolean isConstant() {
    return numbers.length == 1 && stream == null && value instanceof Value.Constant;
  }

  /// The number of all synapses, where it is the same.
  double constant() {
    return numbers[0];
  }

  double of(int line, int position, int target) {
    RandomStream draws = stream;
    if (draws == null) return numbers[numbers.length == 1 ? 0 : target];
    draws.at(line, position);
    if (normal) {
      double first = mean + sd * draws.nextNormal();
      if (first >= low && first <= high) return first;
      draws.at(line, position);
    }
    double drawn = ValueSource.draw(value, draws);
    for (int k = 0; k < MOST_REDRAWS && drawn < least; k++) drawn = ValueSource.draw(value, draws);
    return Math.max(least, drawn);
  }
}
