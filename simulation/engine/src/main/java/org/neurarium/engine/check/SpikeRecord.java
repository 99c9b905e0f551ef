package org.neurarium.engine.check;

import java.util.Arrays;
import org.neurarium.engine.SpikeSink;

/// Every spike of a run, in order. Belongs to the thread that runs.
final class SpikeRecord implements SpikeSink {

  private long[] steps = new long[1024];
  private int[] neurons = new int[1024];
  private int size;

  @Override
  public void spikes(long step, int[] fired, int count) {
    int needed = Math.addExact(size, count);
    if (needed > steps.length) {
      int room = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * steps.length));
      steps = Arrays.copyOf(steps, room);
      neurons = Arrays.copyOf(neurons, room);
    }
    Arrays.fill(steps, size, needed, step);
    System.arraycopy(fired, 0, neurons, size, count);
    size = needed;
  }

  int size() {
    return size;
  }

  /// The step at whose end the i-th spike happened.
  long step(int i) {
    return steps[i];
  }

  /// Whose the i-th spike is, by number in the network.
  int neuron(int i) {
    return neurons[i];
  }
}
