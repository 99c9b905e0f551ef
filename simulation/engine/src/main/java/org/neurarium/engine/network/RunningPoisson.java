package org.neurarium.engine.network;

import java.util.HashMap;
import java.util.Map;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.random.Philox;
import org.neurarium.engine.random.PoissonTable;

/// The sources of a Poisson stimulus. A source with several spikes in a step appears as often in the buffer, so that each of them is delivered.
/// Settings change between steps only.
public final class RunningPoisson {

  private final ElementId element;
  private final int size;
  private final long key;
  private PoissonTable[] counts;
  private Window window;

  /// @param key key of this stimulus's draws
  /// @param means mean count in a step, one for all sources or one for each
  public RunningPoisson(ElementId element, int size, long key, double[] means, Window window) {
    this.element = element;
    this.size = size;
    this.key = key;
    this.counts = tables(means);
    this.window = window;
  }

  private static PoissonTable[] tables(double[] means) {
    Map<Double, PoissonTable> byMean = new HashMap<>();
    PoissonTable[] tables = new PoissonTable[means.length];
    for (int i = 0; i < means.length; i++)
      tables[i] = byMean.computeIfAbsent(means[i], PoissonTable::new);
    return tables;
  }

  public ElementId element() {
    return element;
  }

  /// Sets other rates and another window.
  public void set(double[] means, Window newWindow) {
    counts = tables(means);
    window = newWindow;
  }

  /// One worker's share of the sources.
  public Share share(int worker, int workers) {
    return new Sources(
        Network.sliceStart(size, worker, workers), Network.sliceStart(size, worker + 1, workers));
  }

  private final class Sources implements Share {
    private final int from;
    private final int to;
    private final Philox generator = new Philox(key);
    private final int[] scratch;

    Sources(int from, int to) {
      this.from = from;
      this.to = to;
      scratch = new int[to - from];
    }

    @Override
    public void advance(long step, SpikeBuffer into) {
      if (from == to || !window.contains(step)) return;
      generator.words(step, from, to, scratch);
      PoissonTable[] tables = counts;
      for (int i = from; i < to; i++) {
        PoissonTable table = tables.length == 1 ? tables[0] : tables[i];
        int word = scratch[i - from];
        int count = table.quick(word);
        if (count == 0) continue;
        if (count == PoissonTable.UNDECIDED) count = table.count(generator.refined(step, i, word));
        int[] room = into.room(count);
        int at = into.size();
        for (int k = 0; k < count; k++) room[at++] = i;
        into.setSize(at);
      }
    }

    @Override
    public long broken() {
      return -1;
    }
  }
}
