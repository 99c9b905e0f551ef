package org.neurarium.engine.build;

import org.jspecify.annotations.Nullable;
import org.neurarium.engine.BuildMonitor;

/// Turns the inputs of targets into the outputs of sources, for a range of sources at a time.
///
/// Partners are drawn once to count and once more for each range; weights and delays only once. A range holds at most [#MOST] synapses, or a quarter of them all.
final class InputLines {

  private static final int MOST = 1 << 23;

  private final SortedProjection projection;
  private final SynapseRecipe recipe;
  private final int builders;
  private final BuildMonitor monitor;

  /// By builder and source.
  private final int[][] lengths;

  private final int most;
  private int first;
  private int[] starts = {};
  private int[] targets = {};
  private char[] delays = {};
  private char[] segments = {};
  private float @Nullable [] weights;

  /// @param builders threads to use
  InputLines(SortedProjection projection, int builders, BuildMonitor monitor) {
    this.projection = projection;
    this.recipe = projection.recipe();
    this.builders = builders;
    this.monitor = monitor;
    lengths = new int[builders][recipe.sources()];
    Parallel.each(
        builders,
        b -> {
          SynapseRecipe.Drawing own = recipe.drawing(1);
          for (int line = firstLine(b); line < firstLine(b + 1); line++) {
            ProjectionPlan.check(line, monitor);
            int n = own.find(line);
            for (int k = 0; k < n; k++) lengths[b][own.partners()[k]]++;
          }
        });
    long all = 0;
    for (int[] part : lengths) for (int n : part) all += n;
    most = Math.clamp(all / 4, MOST, Integer.MAX_VALUE / 4);
  }

  private int firstLine(int builder) {
    return (int) ((long) recipe.targets() * builder / builders);
  }

  SortedProjection projection() {
    return projection;
  }

  private int length(int source) {
    int sum = 0;
    for (int[] part : lengths) sum += part[source];
    return sum;
  }

  /// The end of the range of sources that begins with this one.
  int reach(int source) {
    long sum = length(source);
    int end = source + 1;
    while (end < recipe.sources() && sum + length(end) <= most) sum += length(end++);
    return end;
  }

  /// Draws the synapses of a range of sources.
  void draw(int from, int end) {
    first = from;
    starts = new int[end - from + 1];
    int[][] next = new int[builders][end - from];
    for (int s = from; s < end; s++) {
      int at = starts[s - from];
      for (int b = 0; b < builders; b++) {
        next[b][s - from] = at;
        at += lengths[b][s];
      }
      starts[s - from + 1] = at;
    }
    int n = starts[end - from];
    boolean scattered = projection.part(0).segments() > 1;
    if (targets.length < n) {
      targets = new int[n];
      delays = new char[recipe.hasOwnDelays() ? n : 0];
      segments = new char[scattered ? n : 0];
      weights = recipe.hasOwnWeights() ? new float[n] : null;
    }
    Parallel.each(
        builders,
        b -> {
          SynapseRecipe.Drawing own = recipe.drawing(projection.part(0).segments());
          for (int line = firstLine(b); line < firstLine(b + 1); line++) {
            ProjectionPlan.check(line, monitor);
            int partners = own.find(line);
            for (int k = 0; k < partners; k++) {
              int source = own.partners()[k];
              if (source < from || source >= end) continue;
              int at = next[b][source - from]++;
              targets[at] = line;
              if (delays.length > 0) delays[at] = (char) own.delay(line, k, line);
              if (scattered) segments[at] = (char) own.segment(line, k);
              float[] w = weights;
              if (w != null) w[at] = (float) own.weight(line, k, line);
            }
          }
        });
  }

  /// Where the synapses of a source of the range begin.
  int start(int source) {
    return starts[source - first];
  }

  int count(int source) {
    return starts[source - first + 1] - starts[source - first];
  }

  int[] targets() {
    return targets;
  }

  int delay(int k) {
    return delays.length == 0 ? recipe.delay() : delays[k];
  }

  int segment(int k) {
    return segments.length == 0 ? 0 : segments[k];
  }

  double weight(int k) {
    float[] w = weights;
    return w == null ? recipe.weight() : w[k];
  }
}
