package org.neurarium.engine.run;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.PhaseTimes;
import org.neurarium.engine.SpikeSink;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.RunningWorld;
import org.neurarium.engine.network.SpikeBuffer;
import org.neurarium.engine.observe.NeuronDirectory;

/// Runs a network: the calling thread does the first worker's part and everything that happens between steps; a helper thread does each other part.
///
/// Let I(k) integrate and D(k) deliver the spikes of epoch k. I(k) precedes D(k), D(k) precedes I(k + 1), all I(k) run side by side, and each D(k)
/// writes only rings it owns.
///
/// 1. An epoch is at most as long as the shortest delay, so a spike of epoch k is not needed inside epoch k.
/// 2. Spikes are delivered in the order of (step, source), merged over workers, so floating sums, and with them the result, do not depend on the number
///    of workers, nor on where a run was cut into epochs.
/// 3. Randomness is a function of (seed, element, neuron, step), never of thread or order.
/// 4. Inside an epoch there is no lock, no allocation once buffers have grown, and no exception path. A value that stops being a finite number is noticed in its step, and
///    the run ends at that step.
/// 5. All changing synapses of a neuron belong to its worker. Spikes wait in a calendar of lines (synapses of one source with one delay) in the order in which they were
///    delivered; at a grid point what is due is done in that order, before the neurons' step, and spikes of the neurons act on their synapses after it.
/// 6. Every worker has a copy of each world, shows it all spikes between I(k) and D(k), and so all copies stay the same. What a world shows is seen a latency after the turn, and
///    an epoch is at most that long.
/// 7. Integrating loops are plain: arrays in locals, one counter, no branch; the search for those that fire compacts their numbers, and resetting touches only them.
///
/// One barrier an epoch, between I(k) and D(k), is enough, because spikes go into two buffers in turn: whoever writes I(k + 1) leaves alone the buffer that others still
/// read in D(k), and passes the barrier of epoch k + 1 only when they are done. At rest no thread uses the processor.
public final class Conductor implements AutoCloseable {

  private static final int SPINS = 2000;
  private static final int TIMED_EPOCHS = 8; // a power of two

  private final Network network;
  private final Shift[] shifts;
  private final int[] firsts;
  private final EpochBarrier barrier;
  private final List<Thread> helpers;
  private final SpikeSink output;
  private int[] merged = new int[1024];
  private long done;
  private long batch;
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private long epochs;
  private long updateNanos;
  private long plasticityNanos;
  private long deliverNanos;
  private long exchangeNanos;
  private long recordNanos;
  private final int neuronSegments;
  private long spikes;

  /// Starts the helpers, which wait.
  ///
  /// @param output gets all spikes
  public Conductor(Network network, SpikeSink output) {
    this.network = network;
    this.output = output;
    int workers = network.workers();
    shifts = new Shift[workers];
    for (int w = 0; w < workers; w++) shifts[w] = new Shift(network, w);
    neuronSegments = network.populations().size();
    firsts =
        network.directory().entries().stream().mapToInt(NeuronDirectory.Entry::first).toArray();
    boolean roomForAll = workers <= Runtime.getRuntime().availableProcessors();
    barrier = new EpochBarrier(workers, roomForAll ? SPINS : 0);
    Thread[] threads = new Thread[workers - 1];
    for (int w = 1; w < workers; w++) {
      int worker = w;
      threads[w - 1] =
          Thread.ofPlatform().daemon().name("neurarium-worker-" + w).start(() -> help(worker));
    }
    helpers = List.of(threads);
  }

  /// Steps done since the start of the run.
  public long done() {
    return done;
  }

  /// How many spikes of neurons there have been since this conductor began.
  public long spikes() {
    return spikes;
  }

  /// Goes to a step without running there; at 0, what is emitted at the very start is emitted.
  public void startAt(long step) {
    done = step;
    network.lists().forEach(list -> list.seek(step));
    network.deliveries().forEach(own -> own.begin(step));
    if (step == 0) for (List<RunningWorld> own : network.worlds()) own.forEach(w -> w.begin(0));
    if (step > 0) return;
    for (Shift shift : shifts) shift.begin();
    record(-1, 1, 0);
    for (Shift shift : shifts) shift.deliver(shifts, -1, 1, 0);
  }

  /// Does this many steps; fewer when a value stops being a finite number, which ends the run at that step.
  public void advance(long steps) {
    if (steps <= 0 || closed) return;
    batch = steps;
    barrier.await(0);
    work(0);
    Throwable thrown = failure;
    if (thrown != null) throw new IllegalStateException("a worker failed", thrown);
  }

  private void help(int worker) {
    while (true) {
      barrier.await(worker);
      if (closed) return;
      work(worker);
    }
  }

  /// One worker's way through a batch of epochs. All workers take the same decisions from the same data.
  private void work(int worker) {
    long at = done;
    long end = at + batch;
    int side = 0;
    while (at < end) {
      int steps = (int) Math.min(network.epoch(), end - at);
      boolean timed = worker == 0 && (epochs++ & (TIMED_EPOCHS - 1)) == 0;
      long t0 = timed ? System.nanoTime() : 0;
      try {
        shifts[worker].integrate(at, steps, side, timed);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      long t1 = timed ? System.nanoTime() : 0;
      barrier.await(worker);
      long t2 = timed ? System.nanoTime() : 0;
      long broken = -1;
      for (Shift shift : shifts) {
        long step = shift.broken(side);
        if (step >= 0 && (broken < 0 || step < broken)) broken = step;
      }
      if (broken >= 0) steps = (int) (broken - at);
      shifts[worker].publish(at + steps);
      if (worker == 0) record(at, steps, side);
      long t3 = timed ? System.nanoTime() : 0;
      try {
        shifts[worker].act(shifts, at, steps, side);
        shifts[worker].deliver(shifts, at, steps, side);
      } catch (RuntimeException | Error e) {
        failure = e;
      }
      if (timed) {
        long plastic = shifts[0].plasticNanos();
        long delivery = shifts[0].deliverNanos();
        updateNanos += t1 - t0 - plastic - delivery;
        plasticityNanos += plastic;
        exchangeNanos += t2 - t1;
        recordNanos += t3 - t2;
        deliverNanos += delivery + System.nanoTime() - t3;
      }
      at += steps;
      side ^= 1;
      if (broken >= 0) break;
    }
    barrier.await(worker);
    if (worker == 0) done = at;
  }

  /// Gives the epoch's spikes to the output, step by step, in the order of neuron numbers.
  private void record(long before, int steps, int side) {
    for (int s = 0; s < steps; s++) {
      int count = 0;
      for (int segment = 0; segment < firsts.length; segment++) {
        for (Shift shift : shifts) {
          SpikeBuffer from = shift.spikes(side);
          int end = from.end(s, segment);
          int start = from.start(s, segment);
          if (merged.length - count < end - start)
            merged = Arrays.copyOf(merged, 2 * (count + end - start));
          int[] numbers = from.numbers();
          for (int k = start; k < end; k++) merged[count++] = firsts[segment] + numbers[k];
        }
        if (segment == neuronSegments - 1) spikes += count;
      }
      if (count > 0) {
        output.spikes(before + 1 + s, merged, count);
      }
    }
  }

  /// Where the time went since this conductor began.
  public PhaseTimes times() {
    double scale = TIMED_EPOCHS * 1e-9;
    return new PhaseTimes(
        updateNanos * scale,
        plasticityNanos * scale,
        deliverNanos * scale,
        exchangeNanos * scale,
        recordNanos * scale);
  }

  /// Ends the helpers. Idempotent; by the thread that advances.
  @Override
  public void close() {
    if (closed) return;
    closed = true;
    barrier.await(0);
    for (Thread helper : helpers) {
      try {
        helper.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
