package org.neurarium.engine.build;

import org.jspecify.annotations.Nullable;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PackedRows;

/// Makes the packed rows of one projection in two passes: count, then fill.
///
/// By-source lines are cut into ranges, each done by one builder; by-target lines are done by one builder for each worker, for that worker's
/// targets. Either way no two builders write to the same row. What is made does not depend on how many there are.
final class ProjectionPlan {

  private static final int LINES_BETWEEN_CHECKS = 64;

  private final SynapseRecipe recipe;
  private final int workers;
  private final int builders;
  private final BuildMonitor monitor;
  private final int[] owners;
  private final int[][] lengths;
  private int shortest = Integer.MAX_VALUE;
  private int longest = 1;

  /// @param builders threads to use
  ProjectionPlan(SynapseRecipe recipe, int workers, int builders, BuildMonitor monitor) {
    this.recipe = recipe;
    this.workers = workers;
    this.builders = recipe.isByTarget() ? workers : builders;
    this.monitor = monitor;
    owners = owners(recipe.targets(), workers);
    lengths = new int[workers][recipe.sources()];
  }

  /// By neuron: the worker that it belongs to.
  static int[] owners(int targets, int workers) {
    int[] owners = new int[targets];
    for (int w = 0; w < workers; w++) {
      int end = Network.sliceStart(targets, w + 1, workers);
      for (int t = Network.sliceStart(targets, w, workers); t < end; t++) owners[t] = w;
    }
    return owners;
  }

  /// First pass: how many synapses each row will have, and how short and long the delays are.
  void count() {
    int[] shortests = new int[builders];
    int[] longests = new int[builders];
    boolean byTarget = recipe.isByTarget();
    boolean ownDelays = recipe.hasOwnDelays();
    Parallel.each(
        builders,
        b -> {
          SynapseRecipe.Drawing own = recipe.drawing(1);
          int least = ownDelays ? Integer.MAX_VALUE : recipe.delay();
          int most = ownDelays ? 1 : recipe.delay();
          int end = firstLine(b + 1);
          for (int line = firstLine(b); line < end; line++) {
            check(line, monitor);
            int n = own.find(line);
            int[] partners = own.partners();
            for (int k = 0; k < n; k++) {
              int target = byTarget ? line : partners[k];
              lengths[owners[target]][byTarget ? partners[k] : line]++;
              if (ownDelays) {
                int s = own.delay(line, k, target);
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
    return recipe.isByTarget()
        ? Network.sliceStart(recipe.targets(), builder, workers)
        : (int) ((long) recipe.sources() * builder / builders);
  }

  /// Now and then: ends a build that is not wanted any more.
  static void check(int line, BuildMonitor monitor) {
    if (line % LINES_BETWEEN_CHECKS == 0 && monitor.isCancelled()) throw new BuildCancelled();
  }

  /// After counting: how many synapses there will be.
  long synapses() {
    long sum = 0;
    for (int[] perSource : lengths) for (int n : perSource) sum += n;
    return sum;
  }

  /// After counting: how many bytes the rows will take.
  long bytes() {
    return synapses() * PackedRows.bytesPerSynapse(recipe.hasOwnWeights(), recipe.hasOwnDelays())
        + 12L * workers * recipe.sources();
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
    long[][] next = new long[workers][recipe.sources()];
    boolean byTarget = recipe.isByTarget();
    for (int w = 0; w < workers; w++) {
      rows[w] =
          new PackedRows(
              ring,
              lengths[w],
              recipe.hasOwnWeights(),
              recipe.hasOwnDelays(),
              recipe.weight(),
              recipe.delay());
      for (int s = 0; s < recipe.sources(); s++) next[w][s] = rows[w].rowStart(s);
    }
    Parallel.each(
        builders,
        b -> {
          SynapseRecipe.Drawing own = recipe.drawing(ring == null ? 1 : ring.segments());
          int end = firstLine(b + 1);
          for (int line = firstLine(b); line < end; line++) {
            check(line, monitor);
            int n = own.find(line);
            int[] partners = own.partners();
            for (int k = 0; k < n; k++) {
              int source = byTarget ? partners[k] : line;
              int target = byTarget ? line : partners[k];
              int owner = owners[target];
              rows[owner].set(
                  next[owner][source]++,
                  target,
                  own.segment(line, k),
                  own.weight(line, k, target),
                  own.delay(line, k, target));
            }
          }
        });
    return rows;
  }
}
