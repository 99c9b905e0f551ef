package org.neurarium.engine.kernel;

/// The contiguous part of a block that one worker owns, with the list of its refractory neurons. Written by its worker only.
public final class Slice {

  private final int from;
  private final int to;
  private final int[] resting;
  private int restingCount;
  private int nonFinite = -1;

  /// @param from first neuron
  /// @param to one past the last
  public Slice(int from, int to) {
    this.from = from;
    this.to = to;
    resting = new int[to - from];
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  public int size() {
    return to - from;
  }

  /// Refractory neurons, in no order, in the first [#restingCount()] places.
  int[] resting() {
    return resting;
  }

  int restingCount() {
    return restingCount;
  }

  void setRestingCount(int count) {
    restingCount = count;
  }

  void rest(int neuron) {
    resting[restingCount++] = neuron;
  }

  void wake(int neuron) {
    for (int k = 0; k < restingCount; k++)
      if (resting[k] == neuron) resting[k--] = resting[--restingCount];
  }

  /// Makes the list agree with the block's counters, after these were set from outside.
  public void collectResting(Block block) {
    restingCount = 0;
    int[] left = block.refractory();
    for (int i = from; i < to; i++) if (left[i] > 0) resting[restingCount++] = i;
    nonFinite = -1;
  }

  /// Remembers the first neuron found with a value that is no finite number.
  public void reportNonFinite(int neuron) {
    if (nonFinite < 0) nonFinite = neuron;
  }

  /// The neuron reported, or -1.
  public int nonFinite() {
    return nonFinite;
  }
}
