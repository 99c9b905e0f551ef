package org.neurarium.engine.network;

import java.util.Arrays;

/// The spikes of one worker's shares in one epoch: for each step, for each segment (population or spiking stimulus, in the directory's order), the
/// numbers of those that fired, ascending. Written by the worker, read by all after the barrier.
public final class SpikeBuffer {

  private final int segments;
  private final int[] ends;
  private int[] numbers;
  private int size;
  private int closed;

  /// @param segments per step
  /// @param steps most steps of an epoch
  /// @param capacity room to begin with; it grows where needed and then stays
  public SpikeBuffer(int segments, int steps, int capacity) {
    this.segments = segments;
    ends = new int[segments * steps + 1];
    numbers = new int[Math.max(16, capacity)];
  }

  /// Begins an epoch.
  public void clear() {
    size = 0;
    closed = 0;
    ends[0] = 0;
  }

  /// The array to append to, with room for so many more from [#size()] on; valid until the next call.
  public int[] room(int more) {
    if (numbers.length - size < more)
      numbers = Arrays.copyOf(numbers, Math.max(size + more, numbers.length * 2));
    return numbers;
  }

  /// How many entries there are.
  public int size() {
    return size;
  }

  /// Counts entries just written.
  public void setSize(int newSize) {
    size = newSize;
  }

  /// Ends the present segment of the present step.
  public void closeSegment() {
    ends[++closed] = size;
  }

  /// All entries; those of a segment begin at [#start].
  public int[] numbers() {
    return numbers;
  }

  /// Where a segment's entries begin.
  ///
  /// @param stepInEpoch from 0
  public int start(int stepInEpoch, int segment) {
    return ends[stepInEpoch * segments + segment];
  }

  /// Where a segment's entries end.
  public int end(int stepInEpoch, int segment) {
    return ends[stepInEpoch * segments + segment + 1];
  }
}
