package org.neurarium.engine.network;

import org.jspecify.annotations.Nullable;

/// A projection's synapses onto the targets of one worker, row by row in the order of sources.
///
/// A row is the synapses of one source; they lie side by side, so that a spike reads memory in order. Rows are packed into chunks of at
/// most [#CHUNK] synapses, which no row straddles, so the number of synapses is not limited by the length of an array. A weight or delay that is the
/// same for all is kept once.
public final class PackedRows implements SynapseRows {

  private static final int CHUNK_BITS = 26;

  /// Most synapses in a chunk.
  static final int CHUNK = 1 << CHUNK_BITS;

  private final @Nullable DelayRing ring;
  private final int neurons;
  private final long[] rowStarts;
  private final int[][] targets;
  private final double @Nullable [][] weights;
  private final char @Nullable [][] delays;
  private final int delay;
  private double weight;

  /// Rows that are still empty, of given lengths.
  ///
  /// @param ring where arrivals are summed; null for a coupling, where nothing travels
  /// @param lengths synapses of each source
  /// @param ownWeights whether each synapse has a weight of its own
  /// @param ownDelays whether each synapse has a delay of its own
  /// @param weight of all synapses otherwise
  /// @param delay of all synapses otherwise (steps)
  public PackedRows(
      @Nullable DelayRing ring,
      int[] lengths,
      boolean ownWeights,
      boolean ownDelays,
      double weight,
      int delay) {
    this.ring = ring;
    neurons = ring == null ? Integer.MAX_VALUE : ring.neurons();
    this.weight = weight;
    this.delay = delay;
    rowStarts = new long[lengths.length + 1];
    java.util.ArrayList<Integer> sizes = new java.util.ArrayList<>();
    int used = 0;
    for (int s = 0; s < lengths.length; s++) {
      if ((long) used + lengths[s] > CHUNK) {
        sizes.add(used);
        used = 0;
      }
      rowStarts[s] = ((long) sizes.size() << CHUNK_BITS) + used;
      used += lengths[s];
    }
    rowStarts[lengths.length] = ((long) sizes.size() << CHUNK_BITS) + used;
    sizes.add(used);
    targets = new int[sizes.size()][];
    weights = ownWeights ? new double[sizes.size()][] : null;
    delays = ownDelays ? new char[sizes.size()][] : null;
    for (int c = 0; c < targets.length; c++) {
      targets[c] = new int[sizes.get(c)];
      if (weights != null) weights[c] = new double[sizes.get(c)];
      if (delays != null) delays[c] = new char[sizes.get(c)];
    }
  }

  /// How many bytes a synapse takes.
  public static long bytesPerSynapse(boolean ownWeights, boolean ownDelays) {
    return 4L + (ownWeights ? 8 : 0) + (ownDelays ? 2 : 0);
  }

  @Override
  public long synapses() {
    long synapses = 0;
    for (int[] chunk : targets) synapses += chunk.length;
    return synapses;
  }

  @Override
  public boolean each(int source, Visitor visitor) {
    long end = rowStarts[source] + rowLength(source);
    for (long k = rowStarts[source]; k < end; k++)
      if (!visitor.synapse(target(k), weight(k), delay(k))) return false;
    return true;
  }

  /// How many bytes these rows take.
  public long bytes() {
    return synapses() * bytesPerSynapse(weights != null, delays != null) + 8L * rowStarts.length;
  }

  /// The number of a source's first synapse, for [#set] and the accessors.
  public long rowStart(int source) {
    return rowStarts[source];
  }

  /// How many synapses a source has here.
  public int rowLength(int source) {
    return rowEnd(source) - (int) (rowStarts[source] & (CHUNK - 1));
  }

  private int rowEnd(int source) {
    int chunk = (int) (rowStarts[source] >>> CHUNK_BITS);
    long next = rowStarts[source + 1];
    return (int) (next >>> CHUNK_BITS) == chunk
        ? (int) (next & (CHUNK - 1))
        : targets[chunk].length;
  }

  /// While building: fills a synapse in.
  ///
  /// @param segment of the receptor on which it lies
  public void set(long synapse, int target, int segment, double ownWeight, int ownDelay) {
    int chunk = (int) (synapse >>> CHUNK_BITS);
    int at = (int) (synapse & (CHUNK - 1));
    // In a ring the segments' neurons lie one behind the other.
    targets[chunk][at] = segment == 0 ? target : segment * neurons + target;
    if (weights != null) weights[chunk][at] = ownWeight;
    if (delays != null) delays[chunk][at] = (char) ownDelay;
  }

  int target(long synapse) {
    return place(synapse) % neurons;
  }

  /// On which segment of the receptor a synapse lies.
  int segment(long synapse) {
    return place(synapse) / neurons;
  }

  private int place(long synapse) {
    return targets[(int) (synapse >>> CHUNK_BITS)][(int) (synapse & (CHUNK - 1))];
  }

  double weight(long synapse) {
    return weights == null
        ? weight
        : weights[(int) (synapse >>> CHUNK_BITS)][(int) (synapse & (CHUNK - 1))];
  }

  int delay(long synapse) {
    return delays == null
        ? delay
        : delays[(int) (synapse >>> CHUNK_BITS)][(int) (synapse & (CHUNK - 1))];
  }

  /// Whether each synapse has a weight of its own.
  public boolean hasOwnWeights() {
    return weights != null;
  }

  /// Between steps: sets the weight of all synapses.
  public void setWeight(double newWeight) {
    weight = newWeight;
  }

  /// Adds a source's spike of a grid point to what is under way.
  public void deliver(long step, int source) {
    long start = rowStarts[source];
    int chunk = (int) (start >>> CHUNK_BITS);
    int from = (int) (start & (CHUNK - 1));
    int to = rowEnd(source);
    DelayRing into = ring;
    if (from == to || into == null) return;
    int[] target = targets[chunk];
    if (delays == null) {
      double[] sums = into.row(step + delay);
      if (weights == null) {
        double w = weight;
        for (int k = from; k < to; k++) sums[target[k]] += w;
      } else {
        double[] w = weights[chunk];
        for (int k = from; k < to; k++) sums[target[k]] += w[k];
      }
    } else {
      deliverOwnDelays(into, step, chunk, from, to, delays[chunk]);
    }
  }

  private void deliverOwnDelays(DelayRing into, long step, int chunk, int from, int to, char[] d) {
    int[] target = targets[chunk];
    if (weights == null) {
      double w = weight;
      for (int k = from; k < to; k++) into.row(step + d[k])[target[k]] += w;
    } else {
      double[] w = weights[chunk];
      for (int k = from; k < to; k++) into.row(step + d[k])[target[k]] += w[k];
    }
  }

  /// Adds to every target's sum the weight of each of its synapses times what the source's state was a delay before a grid point, in the order of sources.
  void couple(long step, History state, double[] sums) {
    for (int source = 0; source < rowStarts.length - 1; source++) {
      int chunk = (int) (rowStarts[source] >>> CHUNK_BITS);
      int to = rowEnd(source);
      int[] target = targets[chunk];
      double x = delays == null ? state.row(step - delay)[source] : 0;
      for (int k = (int) (rowStarts[source] & (CHUNK - 1)); k < to; k++) {
        if (delays != null) x = state.row(step - delays[chunk][k])[source];
        sums[target[k]] += (weights == null ? weight : weights[chunk][k]) * x;
      }
    }
  }

  /// Adds to every target's total the weight of each of its synapses.
  void addWeights(double[] totals) {
    for (int source = 0; source < rowStarts.length - 1; source++) {
      int chunk = (int) (rowStarts[source] >>> CHUNK_BITS);
      int to = rowEnd(source);
      for (int k = (int) (rowStarts[source] & (CHUNK - 1)); k < to; k++)
        totals[targets[chunk][k]] += weights == null ? weight : weights[chunk][k];
    }
  }
}
