package org.neurarium.engine.build;

import java.util.List;
import java.util.function.Supplier;
import org.neurarium.circuits.Value;
import org.neurarium.engine.random.RandomStream;

/// Gives the numbers that a [Value] stands for, in engine units.
final class ValueSource {

  private static final int MOST_REDRAWS = 1000;

  private ValueSource() {}

  /// One number where all neurons have the same, else one for each.
  ///
  /// @param key key of the draws
  /// @param positions asked for only where the value depends on them
  static double[] perNeuron(Value value, long key, int n, Supplier<Positions> positions) {
    return switch (value) {
      case Value.Constant c -> new double[] {c.quantity().engineValue()};
      case Value.Gradient g -> gradient(g, n, positions.get());
      case Value.Listed l -> listed(l);
      case Value.Uniform _, Value.Normal _, Value.LogNormal _, Value.Exponential _ -> {
        RandomStream stream = new RandomStream(key);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) values[i] = draw(value, stream.at(i, 0));
        yield values;
      }
    };
  }

  /// Whether each synapse has to draw a number of its own.
  static boolean isDrawn(Value value) {
    return switch (value) {
      case Value.Constant _, Value.Gradient _, Value.Listed _ -> false;
      case Value.Uniform _, Value.Normal _, Value.LogNormal _, Value.Exponential _ -> true;
    };
  }

  /// Draws the next number.
  static double draw(Value value, RandomStream stream) {
    return switch (value) {
      case Value.Uniform u -> {
        double low = u.low().engineValue();
        yield low + (u.high().engineValue() - low) * stream.nextUniform();
      }
      case Value.Normal v -> {
        double mean = v.mean().engineValue();
        double sd = v.sd().engineValue();
        double min = v.min().engineValue();
        double max = v.max().engineValue();
        double drawn = mean + sd * stream.nextNormal();
        for (int k = 0; k < MOST_REDRAWS && (drawn < min || drawn > max); k++)
          drawn = mean + sd * stream.nextNormal();
        yield Math.min(Math.max(drawn, min), max);
      }
      case Value.LogNormal v ->
          v.median().engineValue() * StrictMath.exp(v.sigma() * stream.nextNormal());
      case Value.Exponential v ->
          v.min().engineValue() + v.mean().engineValue() * stream.nextExponential();
      case Value.Constant _, Value.Gradient _, Value.Listed _ ->
          throw new IllegalArgumentException("nothing to draw: " + value);
    };
  }

  private static double[] gradient(Value.Gradient gradient, int n, Positions positions) {
    double[] along = gradient.axis() == Value.Axis.X ? positions.x() : positions.y();
    double extent = gradient.axis() == Value.Axis.X ? positions.width() : positions.height();
    double start = gradient.start().engineValue();
    double end = gradient.end().engineValue();
    double[] values = new double[n];
    for (int i = 0; i < n; i++) values[i] = start + (end - start) * (along[i] / extent + 0.5);
    return values;
  }

  private static double[] listed(Value.Listed listed) {
    List<Double> numbers = listed.values();
    double[] values = new double[numbers.size()];
    for (int i = 0; i < values.length; i++) values[i] = numbers.get(i) * listed.unit().scale();
    return values;
  }
}
