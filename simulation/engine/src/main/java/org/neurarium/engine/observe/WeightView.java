package org.neurarium.engine.observe;

import java.util.List;
import java.util.OptionalDouble;

/// Looks at a projection's synapses while the engine may be changing them.
///
/// Reading takes no part in the engine's synchronisation: each number is whole (the JVMs this runs on store doubles at once), but numbers
/// read together may be from slightly different steps. That is enough for a picture; measurements are made between steps.
public interface WeightView {

  /// How many synapses there are.
  long synapses();

  int sources();

  int targets();

  /// Unit of the weights.
  org.neurarium.circuits.units.Unit unit();

  /// Fills a picture of the weights: cell (row, column) is the mean weight of the synapses from the sources of that column to
  /// the targets of that row, NaN where there are none. Sources and targets are divided evenly over columns and rows.
  ///
  /// @param cells rows × columns values, row by row
  /// @param counts of synapses, likewise
  void fill(double[] cells, int[] counts, int rows, int columns);

  /// The synapses from a range of sources to a range of targets, at most `limit` of them.
  List<Synapse> between(
      int firstSource, int lastSource, int firstTarget, int lastTarget, int limit);

  /// Every weight, in no stated order, at most `limit` of them evenly picked: for histograms.
  double[] sample(int limit);

  /// How marked the synapses are for a change that a neuromodulator would make: the mean size of the state that it would turn into weight, over at most `limit` synapses evenly picked; empty
  /// where the rule has no such state.
  default OptionalDouble eligibility(int limit) {
    return OptionalDouble.empty();
  }

  /// One synapse as it is now.
  ///
  /// @param weight in [WeightView#unit()]
  /// @param delay (ms)
  record Synapse(int source, int target, double weight, double delay) {}
}
