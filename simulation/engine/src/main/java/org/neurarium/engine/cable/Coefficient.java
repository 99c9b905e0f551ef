package org.neurarium.engine.cable;

import java.util.Arrays;

/// A number that is the same for all neurons, or one for each, in a form that a loop over neurons reads alike.
///
/// @param values by neuron, or one number as many times as a loop is long
/// @param each whether each neuron has its own
record Coefficient(double[] values, boolean each) {

  /// The same for all.
  ///
  /// @param room how long loops are at most
  static Coefficient uniform(double value, int room) {
    double[] values = new double[room];
    Arrays.fill(values, value);
    return new Coefficient(values, false);
  }

  /// One for each neuron, or one for all.
  static Coefficient of(double[] values, int room) {
    return values.length == 1 ? uniform(values[0], room) : new Coefficient(values, true);
  }

  /// Its numbers from a neuron on, beginning at 0.
  ///
  /// @param room where they may be copied to
  double[] part(int neuron, int count, double[] room) {
    if (!each) return values;
    System.arraycopy(values, neuron, room, 0, count);
    return room;
  }
}
