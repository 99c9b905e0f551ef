package org.neurarium.engine.network;

import java.util.Arrays;
import java.util.TreeSet;

/// Hands what plastic synapses have become, and the spikes under way to them, from one network's rows to another's with the same wiring, which may be cut among another
/// number of workers.
final class PlasticHandover {

  private final PlasticProjection old;
  private final PlasticProjection next;
  private long[] oldOrder = {};
  private long[] nextOrder = {};
  private final double[][][] present;

  PlasticHandover(PlasticProjection old, PlasticProjection next) {
    this.old = old;
    this.next = next;
    present = new double[old.workers()][][];
  }

  /// @param done steps done by the old network
  /// @param from step from which the new one goes on
  /// @param ratio of the old time step to the new one
  void run(long done, long from, double ratio) {
    boolean alike = ratio == 1 && next.runsLike(old);
    for (int w = 0; w < old.workers(); w++) present[w] = old.rows(w).handedOver(alike);
    for (int w = 0; w < next.workers(); w++) {
      next.rows(w).goOnFrom(from);
      if (alike) next.rows(w).takeFlows(old.rows(0), from - done);
      lines(next.rows(w), ratio);
    }
    for (int source = 0; source < next.sources(); source++) synapses(source, done, from, ratio);
    arrivals(done, from, ratio);
  }

  private void synapses(int source, long done, long from, double ratio) {
    int count = order(old, source, true);
    if (order(next, source, false) != count) return;
    for (int k = 0; k < count; k++) {
      int oldWorker = worker(oldOrder[k]);
      PlasticRows there = old.rows(oldWorker);
      PlasticRows here = next.rows(worker(nextOrder[k]));
      int s = synapse(there, source, oldOrder[k]);
      int t = synapse(here, source, nextOrder[k]);
      for (int c = 0; c < here.columns().synapses.length; c++) {
        int column = old.column(c, next);
        if (column >= 0 && here.columns().isOfSynapses(c) && there.columns().isOfSynapses(column))
          here.columns().synapses[c][t] = present[oldWorker][column][s];
      }
      int last = here.columns().last;
      if (last >= 0)
        here.columns().synapses[last][t] =
            there.columns().last < 0
                ? from
                : from + (present[oldWorker][there.columns().last][s] - done) * ratio;
    }
  }

  /// The synapses of a source in the order of targets, then as they lie: target, worker and place, packed.
  private int order(PlasticProjection projection, int source, boolean isOld) {
    int count = 0;
    for (int w = 0; w < projection.workers(); w++) count += projection.rows(w).rowLength(source);
    long[] order = isOld ? oldOrder : nextOrder;
    if (order.length < count) order = new long[count];
    int at = 0;
    for (int w = 0; w < projection.workers(); w++) {
      PlasticRows rows = projection.rows(w);
      for (int k = 0; k < rows.rowLength(source); k++)
        // A target belongs to one worker, so sorting by target and place is enough.
        order[at++] = (long) rows.layout().targets[rows.rowStart(source) + k] << 32 | k;
    }
    Arrays.sort(order, 0, count);
    for (int k = 0; k < count; k++) {
      int target = (int) (order[k] >>> 32);
      int owner = Network.ownerOf(target, projection.targets(), projection.workers());
      order[k] = (long) owner << 32 | (order[k] & 0xffff_ffffL);
    }
    if (isOld) oldOrder = order;
    else nextOrder = order;
    return count;
  }

  private static int worker(long packed) {
    return (int) (packed >>> 32);
  }

  private static int synapse(PlasticRows rows, int source, long packed) {
    return rows.rowStart(source) + (int) packed;
  }

  private void lines(PlasticRows here, double ratio) {
    for (int line = 0; line < here.layout().lines(); line++) {
      int source = here.layout().lineSources[line];
      int delay = (int) Math.max(1, Math.rint(here.layout().lineDelays[line] / ratio));
      for (int w = 0; w < old.workers(); w++) {
        PlasticRows there = old.rows(w);
        int oldLine = there.layout().line(source, delay);
        if (oldLine < 0) continue;
        for (int c = 0; c < here.columns().lines.length; c++) {
          int column = old.column(c, next);
          if (column >= 0
              && here.columns().lines[c].length > line
              && there.columns().lines[column].length > oldLine)
            here.columns().lines[c][line] = there.columns().lines[column][oldLine];
        }
        break;
      }
    }
  }

  /// A spike under way, once for all workers: the natural order is that in which spikes are entered.
  private record UnderWay(long due, long sent, int source, int delay)
      implements Comparable<UnderWay> {
    @Override
    public int compareTo(UnderWay other) {
      int order = Long.compare(due, other.due);
      if (order == 0) order = Long.compare(sent, other.sent);
      return order == 0 ? Integer.compare(source, other.source) : order;
    }
  }

  private void arrivals(long done, long from, double ratio) {
    TreeSet<UnderWay> all = new TreeSet<>();
    for (int w = 0; w < old.workers(); w++) {
      PlasticRows there = old.rows(w);
      for (long due = done + 1; due < done + there.arrivals().steps(); due++)
        for (int k = 0; k < there.arrivals().count(due); k++) {
          int line = there.arrivals().due(due)[k];
          int delay = there.layout().lineDelays[line];
          all.add(new UnderWay(due, due - delay, there.layout().lineSources[line], delay));
        }
    }
    for (UnderWay spike : all) {
      int delay = (int) Math.max(1, Math.rint(spike.delay * ratio));
      long ahead = (long) Math.max(1, Math.rint((spike.due - done) * ratio));
      for (int w = 0; w < next.workers(); w++) {
        PlasticRows here = next.rows(w);
        if (ahead >= here.arrivals().steps()) continue;
        int line = here.layout().line(spike.source, delay);
        if (line < 0) continue;
        int end = here.layout().firstLines[spike.source + 1];
        for (; line < end && here.layout().lineDelays[line] == delay; line++)
          here.arrivals().add(from + ahead, line);
      }
    }
  }
}
