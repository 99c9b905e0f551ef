package org.neurarium.engine.run;

import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PackedRows;
import org.neurarium.engine.network.PlasticRows;
import org.neurarium.engine.network.Release;
import org.neurarium.engine.network.RunningWorld;
import org.neurarium.engine.network.Share;
import org.neurarium.engine.network.SortedRows;
import org.neurarium.engine.network.SpikeBuffer;

/// One worker's part of every epoch.
///
/// Spikes go into one of two buffers in turn, so that the next epoch can be integrated while others still deliver the last one.
final class Shift {

  private final Share[] shares;
  private final PackedRows[][] outgoing;
  private final SortedRows[] sorted;
  private final SortedRows[][] sortedOutgoing;
  private final PlasticRows[][] plasticOutgoing;
  private final PlasticRows[][] plasticIncoming;
  private final Concentrations concentrations;
  private final Release.OfSpikes[][] releases;
  private final RunningWorld[] worlds;
  private final SpikeBuffer[] spikes = new SpikeBuffer[2];
  private final long[] broken = {-1, -1};
  private long plasticNanos;
  private long deliverNanos;

  Shift(Network network, int worker) {
    shares = network.shares(worker);
    outgoing = network.outgoing(worker);
    Deliveries deliveries = network.deliveries().get(worker);
    sorted = deliveries.rows().toArray(SortedRows[]::new);
    sortedOutgoing = new SortedRows[shares.length][];
    for (int s = 0; s < shares.length; s++) sortedOutgoing[s] = deliveries.from(s);
    plasticOutgoing = network.plasticOutgoing(worker);
    plasticIncoming = network.plasticIncoming(worker);
    concentrations = network.concentrations().get(worker);
    releases = new Release.OfSpikes[shares.length][];
    for (int s = 0; s < shares.length; s++) releases[s] = concentrations.releases(s);
    worlds = network.worlds().get(worker).toArray(RunningWorld[]::new);
    int capacity = Math.max(1024, network.directory().size() / network.workers());
    for (int side = 0; side < 2; side++)
      spikes[side] = new SpikeBuffer(shares.length, network.epoch(), capacity);
  }

  /// The spikes of an epoch, once integrated.
  SpikeBuffer spikes(int side) {
    return spikes[side];
  }

  /// The grid point at which a value stopped being a finite number in an epoch, or -1.
  long broken(int side) {
    return broken[side];
  }

  /// Emits what belongs to grid point 0, before the first step.
  void begin() {
    SpikeBuffer into = spikes[0];
    into.clear();
    for (Share share : shares) {
      share.begin(into);
      into.closeSegment();
    }
  }

  /// Takes the own neurons and synapses through the steps after `done`.
  ///
  /// @param timed whether to measure what [#plasticNanos()] and [#deliverNanos()] give
  void integrate(long done, int steps, int side, boolean timed) {
    SpikeBuffer into = spikes[side];
    into.clear();
    plasticNanos = 0;
    deliverNanos = 0;
    for (long step = done + 1; step <= done + steps; step++) {
      concentrations.advance(step);
      for (RunningWorld world : worlds) world.advance(step);
      if (sorted.length > 0) deliver(step, timed);
      for (int segment = 0; segment < shares.length; segment++) {
        PlasticRows[] incoming = plasticIncoming[segment];
        if (incoming.length == 0) shares[segment].advance(step, into);
        else integrate(shares[segment], incoming, step, into, timed);
        into.closeSegment();
      }
    }
    long first = -1;
    for (Share share : shares) {
      long step = share.broken();
      if (step >= 0 && (first < 0 || step < first)) first = step;
    }
    for (PlasticRows[] incoming : plasticIncoming)
      for (PlasticRows rows : incoming)
        if (rows.brokenStep() >= 0 && (first < 0 || rows.brokenStep() < first))
          first = rows.brokenStep();
    broken[side] = first;
  }

  /// Delivers what arrives at a grid point through sorted rows.
  private void deliver(long step, boolean timed) {
    long t0 = timed ? System.nanoTime() : 0;
    for (SortedRows rows : sorted) rows.deliver(step);
    if (timed) deliverNanos += System.nanoTime() - t0;
  }

  /// Arrivals at changing synapses, the neurons' step, and what their spikes do to the synapses.
  private void integrate(
      Share share, PlasticRows[] incoming, long step, SpikeBuffer into, boolean timed) {
    long t0 = timed ? System.nanoTime() : 0;
    for (PlasticRows rows : incoming) rows.arrive(step);
    long t1 = timed ? System.nanoTime() : 0;
    int start = into.size();
    share.advance(step, into);
    long t2 = timed ? System.nanoTime() : 0;
    if (into.size() > start)
      for (PlasticRows rows : incoming) rows.fired(step, into.numbers(), start, into.size());
    if (timed) plasticNanos += t1 - t0 + System.nanoTime() - t2;
  }

  /// How much of the last epoch's integration went into changing synapses, if it was measured.
  long plasticNanos() {
    return plasticNanos;
  }

  /// How much of the last epoch's integration went into delivering spikes, if it was measured.
  long deliverNanos() {
    return deliverNanos;
  }

  /// Makes visible what was recorded up to a grid point.
  void publish(long lastStep) {
    for (Share share : shares) share.publish(lastStep);
    concentrations.publish(lastStep);
  }

  /// Shows everybody's spikes to the own copies of the worlds, step by step, which end their turns where it is time.
  void act(Shift[] all, long done, int steps, int side) {
    if (worlds.length == 0) return;
    for (int s = 0; s < steps; s++)
      for (RunningWorld world : worlds) {
        for (Shift worker : all) world.count(worker.spikes[side], s);
        world.endStep(done + 1 + s);
      }
  }

  /// Delivers everybody's spikes to the own neurons, in the order of step, segment and number.
  void deliver(Shift[] all, long done, int steps, int side) {
    for (int s = 0; s < steps; s++)
      for (int segment = 0; segment < outgoing.length; segment++) {
        PackedRows[] projections = outgoing[segment];
        SortedRows[] shared = sortedOutgoing[segment];
        PlasticRows[] plastics = plasticOutgoing[segment];
        Release.OfSpikes[] released = releases[segment];
        if (projections.length + shared.length + plastics.length + released.length == 0) continue;
        for (Shift worker : all) {
          SpikeBuffer from = worker.spikes[side];
          int[] numbers = from.numbers();
          int end = from.end(s, segment);
          for (int k = from.start(s, segment); k < end; k++) {
            for (PackedRows rows : projections) rows.deliver(done + 1 + s, numbers[k]);
            for (SortedRows rows : shared) rows.enter(done + 1 + s, numbers[k]);
            for (PlasticRows rows : plastics) rows.send(done + 1 + s, numbers[k]);
            for (Release.OfSpikes release : released) release.spike(done + 1 + s, numbers[k]);
          }
        }
      }
  }
}
