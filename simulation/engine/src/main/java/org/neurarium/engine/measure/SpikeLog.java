package org.neurarium.engine.measure;

import java.util.Arrays;
import org.neurarium.engine.SpikeSink;

/// Keeps every spike of a run in memory, 12 bytes each. Belongs to the thread that advances the simulation.
public final class SpikeLog implements SpikeSink {

  private long[] steps = new long[1024];
  private int[] neurons = new int[1024];
  private int size;

  @Override
  public void spikes(long step, int[] fired, int count) {
    if (neurons.length - size < count) {
      int room = Math.max(2 * neurons.length, size + count);
      steps = Arrays.copyOf(steps, room);
      neurons = Arrays.copyOf(neurons, room);
    }
    Arrays.fill(steps, size, size + count, step);
    System.arraycopy(fired, 0, neurons, size, count);
    size += count;
  }

  public int size() {
    return size;
  }

  /// The grid point of the k-th spike.
  public long step(int k) {
    return steps[k];
  }

  /// Whose the k-th spike is: a number in the network's directory.
  public int neuron(int k) {
    return neurons[k];
  }
}
