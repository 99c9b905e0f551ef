package org.neurarium.engine.observe;

/// A reader's own, reusable room for spikes read from a [SpikeRing]. Belongs to one thread.
public final class SpikeBatch {

  final long[] steps;
  final int[] neurons;
  private int offset;
  private int size;
  private long lost;

  public SpikeBatch(int capacity) {
    steps = new long[capacity];
    neurons = new int[capacity];
  }

  void keep(int newOffset, int end, long newlyLost) {
    offset = newOffset;
    size = end - newOffset;
    lost = newlyLost;
  }

  public int capacity() {
    return steps.length;
  }

  /// How many spikes the last read gave.
  public int size() {
    return size;
  }

  /// How many spikes the last read could not give because the writer had already overwritten them.
  public long lost() {
    return lost;
  }

  /// The step at whose end the i-th spike happened.
  public long step(int i) {
    return steps[offset + i];
  }

  /// Whose the i-th spike is: a number in the [NeuronDirectory].
  public int neuron(int i) {
    return neurons[offset + i];
  }
}
