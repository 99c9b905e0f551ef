package org.neurarium.engine.network;

import java.util.Arrays;

/// The sums of what arrives at one worker's neurons in the present step through [SortedRows], side by side in one array for all populations and receptors.
///
/// The array is small enough to stay in a processor's own cache, whatever number of synapses there is. Written and read by its worker only.
public final class Inbox {

  /// The neurons of a population with a worker, as one receptor sees them; the places of one segment's neurons lie side by side.
  ///
  /// @param start of its places
  /// @param from first neuron
  /// @param to one past the last
  /// @param segments over which the receptor is spread
  public record Part(int start, int from, int to, int segments) {

    public int neurons() {
      return to - from;
    }

    /// How many places there are.
    public int size() {
      return neurons() * segments;
    }

    /// Where what arrives at a neuron is summed.
    public int place(int neuron, int segment) {
      return start + segment * neurons() + neuron - from;
    }

    /// Which neuron a place belongs to.
    int neuron(int place) {
      return from + (place - start) % neurons();
    }

    /// Which segment a place belongs to.
    int segment(int place) {
      return (place - start) / neurons();
    }
  }

  private final double[] sums;

  /// @param places of all parts
  public Inbox(int places) {
    sums = new double[places];
  }

  double[] sums() {
    return sums;
  }

  /// Moves what has arrived to a row of a ring.
  ///
  /// @param neurons of the population
  /// @param alone whether nothing else is in the row; what stands there is overwritten
  void collect(Part part, double[] row, int neurons, boolean alone) {
    int at = part.start();
    int n = part.neurons();
    for (int s = 0; s < part.segments(); s++) {
      int into = s * neurons + part.from();
      if (alone) System.arraycopy(sums, at, row, into, n);
      else for (int k = 0; k < n; k++) row[into + k] += sums[at + k];
      at += n;
    }
    Arrays.fill(sums, part.start(), at, 0);
  }

  long bytes() {
    return 8L * sums.length;
  }
}
