package org.neurarium.engine.observe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// The last spikes of a network, written by one thread, read by any.
///
/// A spike is the step at whose end it happened (its time is `step · dt`) and the neuron's number in the network ([NeuronDirectory] says whose it is).
/// Entries are in the order of step, then neuron, which is the same for every number of threads.
///
/// Layout: two parallel arrays of a power-of-two length; entry `k` lies at `k & mask`. `written` counts all entries ever
/// written. The writer stores at most [#CHUNK] entries, releases `written`, fences, and goes on; so a reader that finds `written == w`
/// after its copy knows that entries from `w + CHUNK - capacity` on were whole.
public final class SpikeRing {

  /// Entries that the writer stores before it counts them.
  static final int CHUNK = 1024;

  private static final VarHandle WRITTEN;

  static {
    try {
      WRITTEN = MethodHandles.lookup().findVarHandle(SpikeRing.class, "written", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long[] steps;
  private final int[] neurons;
  private final int mask;
  private long written;

  /// A ring of 2^bits entries; more than [#CHUNK] of them.
  public SpikeRing(int bits) {
    if (bits < 11 || bits > 28) throw new IllegalArgumentException("bits is in 11..28: " + bits);
    steps = new long[1 << bits];
    neurons = new int[1 << bits];
    mask = (1 << bits) - 1;
  }

  /// How many of the last spikes a reader can count on.
  public int capacity() {
    return steps.length - CHUNK;
  }

  /// Writer only: stores spikes of one step and makes them visible.
  ///
  /// @param step the step at whose end they happened
  /// @param fired neuron numbers, ascending
  /// @param count how many of `fired` are used
  public void write(long step, int[] fired, int count) {
    long at = written;
    for (int done = 0; done < count; ) {
      int chunkEnd = Math.min(count, done + CHUNK);
      for (; done < chunkEnd; done++) {
        int slot = (int) at++ & mask;
        steps[slot] = step;
        neurons[slot] = fired[done];
      }
      WRITTEN.setRelease(this, at);
      VarHandle.storeStoreFence(); // the next chunk's stores must not be seen before this count
    }
  }

  /// How many spikes have ever been written.
  public long written() {
    return (long) WRITTEN.getAcquire(this);
  }

  /// Copies spikes from number `from` on into the batch (replacing what it holds) and returns the number of the next one to ask for. What was already
  /// overwritten is skipped and counted in [SpikeBatch#lost()].
  public long read(long from, SpikeBatch batch) {
    long end = written();
    long first = Math.max(from, end - capacity());
    int n = Math.clamp(end - first, 0, batch.capacity());
    for (int i = 0; i < n; i++) {
      int slot = (int) (first + i) & mask;
      batch.steps[i] = steps[slot];
      batch.neurons[i] = neurons[slot];
    }
    VarHandle.loadLoadFence(); // the copy is finished before the writer's progress is looked at
    long whole = written() - capacity();
    int torn = Math.clamp(whole - first, 0, n);
    batch.keep(torn, n, first + torn - from);
    return first + n;
  }
}
