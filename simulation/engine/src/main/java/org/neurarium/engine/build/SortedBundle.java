package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.network.Inbox;
import org.neurarium.engine.network.SortedRows;

/// Makes the rows that projections from one source share, in one pass over its neurons, which are cut into ranges, each done by one builder.
///
/// A row needs all synapses of a neuron at once. Rules that draw by target are drawn for a range of sources at a time, as often as it takes to keep what lies in between
/// small beside the rows.
final class SortedBundle {

  private final List<SortedProjection> projections;
  private final int sources;
  private final int builders;
  private final int[][] owners;
  private final int[] bases;
  private final int blocks;
  private final long[][] starts;
  private final List<List<byte[]>> chunks = new ArrayList<>();
  private final BuildMonitor monitor;
  private int longest = 1;

  /// @param projections from the same source, no two of which land in the same place
  SortedBundle(List<SortedProjection> projections, int builders, BuildMonitor monitor) {
    this.projections = projections;
    this.builders = builders;
    this.monitor = monitor;
    sources = projections.getFirst().recipe().sources();
    int workers = projections.getFirst().workers();
    owners =
        projections.stream()
            .map(p -> ProjectionPlan.owners(p.recipe().targets(), workers))
            .toArray(int[][]::new);
    bases = new int[workers];
    int most = 1;
    for (int w = 0; w < workers; w++) {
      int worker = w;
      bases[w] = projections.stream().mapToInt(p -> p.part(worker).start()).min().orElse(0);
      int end =
          projections.stream()
              .map(p -> p.part(worker))
              .mapToInt(p -> p.start() + p.size())
              .max()
              .orElse(0);
      most = Math.max(most, end - bases[w]);
    }
    blocks = (most + SortedRows.PLACES - 1) / SortedRows.PLACES;
    starts = new long[workers * blocks][sources];
    for (long[] slot : starts) {
      Arrays.fill(slot, SortedRows.NOTHING);
      chunks.add(new ArrayList<>());
    }
  }

  int segment() {
    return projections.getFirst().segment();
  }

  /// How many rows a source has: one for each worker and for each range of places that a row can tell apart.
  int slots() {
    return starts.length;
  }

  // ---- for those who write rows

  void begin(int slot, int source, int chunk, int at) {
    starts[slot][source] = (long) chunk << 32 | at;
  }

  synchronized int claim(int slot) {
    chunks.get(slot).add(new byte[0]);
    return chunks.get(slot).size() - 1;
  }

  synchronized void put(int slot, int number, byte[] chunk) {
    chunks.get(slot).set(number, chunk);
  }

  private synchronized void delays(int most) {
    longest = Math.max(longest, most);
  }

  // ---- making them

  /// Draws and packs all rows.
  ///
  /// @param progress is told how far it is, from 0 to 1, by the calling thread
  void make(DoubleConsumer progress) {
    RowWriter[] writers = new RowWriter[builders];
    Arrays.setAll(writers, _ -> new RowWriter(this));
    List<InputLines> byTarget =
        projections.stream()
            .filter(p -> p.recipe().isByTarget())
            .map(p -> new InputLines(p, builders, monitor))
            .toList();
    int from = 0;
    while (from < sources) {
      int first = from;
      int end = byTarget.stream().mapToInt(l -> l.reach(first)).min().orElse(sources);
      for (InputLines lines : byTarget) lines.draw(first, end);
      Parallel.each(
          builders,
          b -> {
            int start = first + (int) ((long) (end - first) * b / builders);
            int stop = first + (int) ((long) (end - first) * (b + 1) / builders);
            DoubleConsumer told =
                b > 0 ? _ -> {} : done -> progress.accept((first + done * (end - first)) / sources);
            new Range(writers[b], byTarget).write(start, stop, told);
          });
      from = end;
    }
    for (RowWriter writer : writers) writer.close();
  }

  /// What one builder draws with.
  private final class Range {
    private final RowWriter writer;
    private final SynapseRecipe.Drawing[] drawings;
    private final InputLines[] inputs;

    Range(RowWriter writer, List<InputLines> byTarget) {
      this.writer = writer;
      int n = projections.size();
      drawings = new SynapseRecipe.Drawing[n];
      inputs = new InputLines[n];
      for (int p = 0; p < n; p++) {
        SortedProjection projection = projections.get(p);
        if (projection.recipe().isByTarget())
          for (InputLines lines : byTarget) {
            if (lines.projection() == projection) inputs[p] = lines;
          }
        else drawings[p] = projection.recipe().drawing(projection.part(0).segments());
      }
    }

    void write(int first, int end, DoubleConsumer progress) {
      int workers = bases.length;
      long[][] counts = new long[projections.size()][workers];
      int[] shortests = new int[projections.size()];
      Arrays.fill(shortests, Integer.MAX_VALUE);
      int most = 1;
      for (int source = first; source < end; source++) {
        ProjectionPlan.check(source, monitor);
        if (source % 256 == 0) progress.accept((source - first) / (double) (end - first));
        for (int p = 0; p < counts.length; p++) {
          SortedProjection projection = projections.get(p);
          InputLines lines = inputs[p];
          SynapseRecipe.Drawing own = drawings[p];
          int n = lines == null ? own.find(source) : lines.count(source);
          int[] partners = lines == null ? own.partners() : lines.targets();
          int offset = lines == null ? 0 : lines.start(source);
          for (int k = 0; k < n; k++) {
            int target = partners[offset + k];
            int worker = owners[p][target];
            Inbox.Part part = projection.part(worker);
            int delay;
            int segment;
            double weight;
            if (lines == null) {
              delay = own.delay(source, k, target);
              segment = own.segment(source, k);
              weight = own.weight(source, k, target);
            } else {
              delay = lines.delay(offset + k);
              segment = lines.segment(offset + k);
              weight = lines.weight(offset + k);
            }
            int place = part.place(target, segment) - bases[worker];
            writer.add(worker * blocks + (place >>> 16), place & 0xffff, delay, weight);
            counts[p][worker]++;
            shortests[p] = Math.min(shortests[p], delay);
            most = Math.max(most, delay);
          }
        }
        writer.write(source);
      }
      for (int p = 0; p < counts.length; p++) projections.get(p).count(counts[p], shortests[p]);
      delays(most);
    }
  }

  /// The rows onto a worker's neurons, once they are made.
  List<SortedRows> rows(int worker, Inbox inbox) {
    List<SortedRows> rows = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int slot = worker * blocks + block;
      if (chunks.get(slot).isEmpty()) continue;
      rows.add(
          new SortedRows(
              segment(),
              inbox,
              bases[worker] + block * SortedRows.PLACES,
              longest,
              starts[slot],
              chunks.get(slot).toArray(byte[][]::new)));
    }
    return rows;
  }

  boolean contains(SortedProjection projection) {
    return projections.contains(projection);
  }
}
