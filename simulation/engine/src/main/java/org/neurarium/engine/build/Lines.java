package org.neurarium.engine.build;

/// The synapses of a projection, line by line: a line is all synapses of one source, or of one target. Asking twice gives the same. Belongs to one
/// thread; any number of objects may be made for the same projection.
interface Lines {

  /// Whether a line is a target's inputs rather than a source's outputs.
  boolean isByTarget();

  /// Finds the partners of a line: the targets of this source, or the sources of this target, in an order that is always the same.
  ///
  /// @return how many there are, in [#partners()]
  int find(int line);

  /// The partners last found; valid until the next search.
  int[] partners();

  /// The weight that the list gives to a synapse, NaN where it gives none.
  ///
  /// @param position in its line
  default double listedWeight(int line, int position) {
    return Double.NaN;
  }

  /// The delay that the list gives to a synapse (ms), NaN where it gives none.
  default double listedDelay(int line, int position) {
    return Double.NaN;
  }
}
