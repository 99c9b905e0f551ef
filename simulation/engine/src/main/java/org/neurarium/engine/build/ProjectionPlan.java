package org.neurarium.engine.build;

import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Projection;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PackedRows;
import org.neurarium.engine.random.RandomKey;

/// Makes the packed rows of one projection in two passes: count, then fill.
///
/// By-source lines are cut into ranges, each done by one builder; by-target lines are done by one builder for each worker, for that worker's
/// targets. Either way no two builders write to the same row. What is made does not depend on how many there are.
final class ProjectionPlan {

  private static final int LINES_BETWEEN_CHECKS = 64;

  private final Supplier<Lines> lines;
  private final Supplier<SynapseValues> weights;
  private final Supplier<SynapseValues> delays;
  private final int sources;
  private final int targets;
  private final int workers;
  private final int builders;
  private final boolean byTarget;
  private final boolean ownWeights;
  private final boolean ownDelays;
  private final double weight;
  private final int delay;
  private final double dt;
  private final IntFunction<SegmentChoice> places;
  private final BuildMonitor monitor;
  private final int[] owners;
  private final int[][] lengths;
  private int shortest = Integer.MAX_VALUE;
  private int longest = 1;

  /// @param builders threads to use
  /// @param positions of the targets
  ProjectionPlan(
      Projection projection,
      long seed,
      double dt,
      int sources,
      int targets,
      int workers,
      int builders,
      Supplier<Lines> lines,
      Supplier<Positions> positions,
      boolean listedWeights,
      boolean listedDelays,
      BuildMonitor monitor) {
    this.lines = lines;
    this.sources = sources;
    this.targets = targets;
    this.workers = workers;
    this.dt = dt;
    this.monitor = monitor;
    long weightKey = RandomKey.of(seed, projection.id(), "weight");
    long delayKey = RandomKey.of(seed, projection.id(), "delay");
    weights =
        () ->
            new SynapseValues(
                projection.weight(), weightKey, targets, positions, Double.NEGATIVE_INFINITY);
    delays = () -> new SynapseValues(projection.delay(), delayKey, targets, positions, dt);
    SynapseValues someWeights = weights.get();
    SynapseValues someDelays = delays.get();
    ownWeights = listedWeights || !someWeights.isConstant();
    ownDelays = listedDelays || !someDelays.isConstant();
    long placeKey = RandomKey.of(seed, projection.id(), "segment");
    places = segments -> new SegmentChoice(projection.placement(), segments, placeKey);
    weight = ownWeights ? 0 : someWeights.constant();
    delay = ownDelays ? 0 : steps(someDelays.constant());
    byTarget = lines.get().isByTarget();
    this.builders = byTarget ? workers : builders;
    owners = new int[targets];
    for (int w = 0; w < workers; w++) {
      int end = Network.sliceStart(targets, w + 1, workers);
      for (int t = Network.sliceStart(targets, w, workers); t < end; t++) owners[t] = w;
    }
    lengths = new int[workers][sources];
  }

  private int steps(double milliseconds) {
    return Math.clamp(Math.round(milliseconds / dt), 1, Projection.LONGEST_DELAY);
  }

  /// First pass: how many synapses each row will have, and how short and long the delays are.
  void count() {
    int[] shortests = new int[builders];
    int[] longests = new int[builders];
    Parallel.each(
        builders,
        b -> {
          Lines own = lines.get();
          SynapseValues d = delays.get();
          int least = ownDelays ? Integer.MAX_VALUE : delay;
          int most = ownDelays ? 1 : delay;
          int end = firstLine(b + 1);
          for (int line = firstLine(b); line < end; line++) {
            check(line);
            int n = own.find(line);
            int[] partners = own.partners();
            for (int k = 0; k < n; k++) {
              int target = byTarget ? line : partners[k];
              lengths[owners[target]][byTarget ? partners[k] : line]++;
              if (ownDelays) {
                int s = delay(own, d, line, k, target);
                least = Math.min(least, s);
                most = Math.max(most, s);
              }
            }
          }
          shortests[b] = least;
          longests[b] = most;
        });
    for (int b = 0; b < builders; b++) {
      shortest = Math.min(shortest, shortests[b]);
      longest = Math.max(longest, longests[b]);
    }
  }

  private int firstLine(int builder) {
    return byTarget
        ? Network.sliceStart(targets, builder, workers)
        : (int) ((long) sources * builder / builders);
  }

  private void check(int line) {
    if (line % LINES_BETWEEN_CHECKS == 0 && monitor.isCancelled()) throw new BuildCancelled();
  }

  private int delay(Lines own, SynapseValues values, int line, int k, int target) {
    double listed = own.listedDelay(line, k);
    return steps(Double.isNaN(listed) ? values.of(line, k, target) : listed);
  }

  /// After counting: how many synapses there will be.
  long synapses() {
    long sum = 0;
    for (int[] perSource : lengths) for (int n : perSource) sum += n;
    return sum;
  }

  /// After counting: how many bytes the rows will take.
  long bytes() {
    return synapses() * PackedRows.bytesPerSynapse(ownWeights, ownDelays) + 12L * workers * sources;
  }

  /// After counting: the shortest delay (steps).
  int shortest() {
    return shortest;
  }

  /// After counting: the longest delay (steps).
  int longest() {
    return longest;
  }

  /// Second pass: the rows, by worker.
  ///
  /// @param ring where arrivals are summed; null for a coupling
  PackedRows[] fill(@Nullable DelayRing ring) {
    PackedRows[] rows = new PackedRows[workers];
    long[][] next = new long[workers][sources];
    for (int w = 0; w < workers; w++) {
      rows[w] = new PackedRows(ring, lengths[w], ownWeights, ownDelays, weight, delay);
      for (int s = 0; s < sources; s++) next[w][s] = rows[w].rowStart(s);
    }
    Parallel.each(
        builders,
        b -> {
          Lines own = lines.get();
          SynapseValues w = weights.get();
          SynapseValues d = delays.get();
          SegmentChoice place = places.apply(ring == null ? 1 : ring.segments());
          int end = firstLine(b + 1);
          for (int line = firstLine(b); line < end; line++) {
            check(line);
            int n = own.find(line);
            int[] partners = own.partners();
            for (int k = 0; k < n; k++) {
              int source = byTarget ? partners[k] : line;
              int target = byTarget ? line : partners[k];
              int owner = owners[target];
              rows[owner].set(
                  next[owner][source]++,
                  target,
                  place.of(line, k),
                  ownWeights ? weight(own, w, line, k, target) : 0,
                  ownDelays ? delay(own, d, line, k, target) : 0);
            }
          }
        });
    return rows;
  }

  private static double weight(Lines own, SynapseValues values, int line, int k, int target) {
    double listed = own.listedWeight(line, k);
    return Double.isNaN(listed) ? values.of(line, k, target) : listed;
  }
}
