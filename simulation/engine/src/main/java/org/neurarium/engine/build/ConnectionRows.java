package org.neurarium.engine.build;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A connection list sorted by source; connections of one source keep the order of the file.
final class ConnectionRows {

  private final int[] starts;
  private final int[] targets;
  private final double @Nullable [] weights;
  private final double @Nullable [] delays;

  /// @param sources each below `sourceCount`
  /// @param targets as long as `sources`
  /// @param weights in engine units, or null
  /// @param delays (ms), or null
  ConnectionRows(
      int sourceCount,
      int[] sources,
      int[] targets,
      double @Nullable [] weights,
      double @Nullable [] delays) {
    starts = new int[sourceCount + 1];
    for (int s : sources) starts[s + 1]++;
    for (int s = 0; s < sourceCount; s++) starts[s + 1] += starts[s];
    int[] next = Arrays.copyOf(starts, sourceCount);
    this.targets = new int[targets.length];
    this.weights = weights == null ? null : new double[weights.length];
    this.delays = delays == null ? null : new double[delays.length];
    for (int k = 0; k < sources.length; k++) {
      int at = next[sources[k]]++;
      this.targets[at] = targets[k];
      if (this.weights != null && weights != null) this.weights[at] = weights[k];
      if (this.delays != null && delays != null) this.delays[at] = delays[k];
    }
  }

  int size() {
    return targets.length;
  }

  boolean hasWeights() {
    return weights != null;
  }

  boolean hasDelays() {
    return delays != null;
  }

  int start(int source) {
    return starts[source];
  }

  int target(int k) {
    return targets[k];
  }

  double weight(int k) {
    return weights == null ? Double.NaN : weights[k];
  }

  double delay(int k) {
    return delays == null ? Double.NaN : delays[k];
  }
}
