package org.neurarium.engine.network;

import java.util.Arrays;

/// Where a plastic projection's synapses onto one worker's targets lie.
///
/// Synapses stand in the order of source, delay, segment of the receptor, and then as they were made. Those of one source with one delay on one segment are a *line*: a spike
/// reaches them at the same moment, side by side in memory. A second index lists the synapses of each target.
final class PlasticLayout {

  final int[] targets;
  final int[] lineStarts;
  final int[] lineSources;
  final char[] lineDelays;
  final char[] lineSegments;
  final int[] firstLines;
  final int from;
  final int[] incomingStarts;
  final int[] incoming;
  final int mostIncoming;
  final int longest;

  /// What each synapse starts from, where each has a weight of its own; otherwise one number for all. Empty where they are kept as floats.
  private double[] startWeights;

  private final float[] roundedStarts;

  /// @param from first target of the worker
  /// @param to one past the last
  /// @param rounds whether weights of their own start from the nearest float
  PlasticLayout(PackedRows rows, int sources, int from, int to, boolean rounds) {
    this.from = from;
    int n = 0;
    for (int s = 0; s < sources; s++) n += rows.rowLength(s);
    targets = new int[n];
    boolean rounded = rounds && rows.hasOwnWeights();
    roundedStarts = new float[rounded ? n : 0];
    startWeights = new double[rounded ? 0 : rows.hasOwnWeights() ? n : 1];
    firstLines = new int[sources + 1];
    int[] starts = new int[sources + 1];
    int[] lineSource = new int[sources];
    char[] lineDelay = new char[sources];
    char[] lineSegment = new char[sources];
    int lines = 0;
    int at = 0;
    int most = 1;
    long[] keys = {};
    for (int s = 0; s < sources; s++) {
      int length = rows.rowLength(s);
      if (keys.length < length) keys = new long[length];
      long first = rows.rowStart(s);
      for (int k = 0; k < length; k++) {
        long line = (long) rows.delay(first + k) << 16 | rows.segment(first + k);
        keys[k] = line << 32 | k;
      }
      Arrays.sort(keys, 0, length);
      firstLines[s] = lines;
      int present = -1;
      for (int k = 0; k < length; k++) {
        long synapse = first + (int) keys[k];
        if ((int) (keys[k] >>> 32) != present) {
          present = (int) (keys[k] >>> 32);
          int delay = present >>> 16;
          if (lines == lineSource.length) {
            lineSource = Arrays.copyOf(lineSource, 2 * lines);
            lineDelay = Arrays.copyOf(lineDelay, 2 * lines);
            lineSegment = Arrays.copyOf(lineSegment, 2 * lines);
            starts = Arrays.copyOf(starts, 2 * lines + 1);
          }
          starts[lines] = at;
          lineSource[lines] = s;
          lineDelay[lines] = (char) delay;
          lineSegment[lines] = (char) present;
          most = Math.max(most, delay);
          lines++;
        }
        targets[at] = rows.target(synapse);
        if (rounded) roundedStarts[at] = (float) rows.weight(synapse);
        else startWeights[rows.hasOwnWeights() ? at : 0] = rows.weight(synapse);
        at++;
      }
    }
    firstLines[sources] = lines;
    starts[lines] = at;
    lineStarts = Arrays.copyOf(starts, lines + 1);
    lineSources = Arrays.copyOf(lineSource, lines);
    lineDelays = Arrays.copyOf(lineDelay, lines);
    lineSegments = Arrays.copyOf(lineSegment, lines);
    longest = most;
    incomingStarts = new int[to - from + 1];
    for (int t : targets) incomingStarts[t - from + 1]++;
    int largest = 0;
    for (int t = 0; t < to - from; t++) {
      largest = Math.max(largest, incomingStarts[t + 1]);
      incomingStarts[t + 1] += incomingStarts[t];
    }
    mostIncoming = largest;
    incoming = new int[n];
    int[] next = Arrays.copyOf(incomingStarts, to - from);
    for (int k = 0; k < n; k++) incoming[next[targets[k] - from]++] = k;
  }

  int synapses() {
    return targets.length;
  }

  int lines() {
    return lineSources.length;
  }

  /// The line of each synapse in the order of [#incoming].
  int[] incomingLines() {
    int[] lines = new int[incoming.length];
    int[] next = Arrays.copyOf(incomingStarts, incomingStarts.length);
    for (int line = 0; line < lines(); line++)
      for (int k = lineStarts[line]; k < lineStarts[line + 1]; k++)
        lines[next[targets[k] - from]++] = line;
    return lines;
  }

  /// Puts weights to what they start from.
  void start(double[] weights) {
    if (startWeights.length == 1) Arrays.fill(weights, startWeights[0]);
    for (int k = 0; k < roundedStarts.length; k++) weights[k] = roundedStarts[k];
    if (startWeights.length > 1) System.arraycopy(startWeights, 0, weights, 0, weights.length);
  }

  /// Sets what all weights start from.
  void setStart(double weight) {
    startWeights = new double[] {weight};
  }

  boolean hasOwnStart() {
    return startWeights.length != 1;
  }

  /// For each synapse, how many of the same pair stand before it.
  char[] occurrences(int allTargets) {
    char[] occurrences = new char[targets.length];
    int[] lastSource = new int[allTargets];
    char[] seen = new char[allTargets];
    Arrays.fill(lastSource, -1);
    for (int line = 0; line < lines(); line++)
      for (int k = lineStarts[line]; k < lineStarts[line + 1]; k++) {
        int t = targets[k];
        if (lastSource[t] != lineSources[line]) {
          lastSource[t] = lineSources[line];
          seen[t] = 0;
        }
        occurrences[k] = seen[t]++;
      }
    return occurrences;
  }

  /// The line in which a synapse lies.
  int lineAt(int synapse) {
    int found = Arrays.binarySearch(lineStarts, synapse);
    return found >= 0 ? found : -found - 2;
  }

  /// The first line of a source with a delay, or -1. Those on other segments follow.
  int line(int source, int delay) {
    for (int line = firstLines[source]; line < firstLines[source + 1]; line++)
      if (lineDelays[line] == delay) return line;
    return -1;
  }

  long bytes() {
    return 8L * startWeights.length
        + 4L
            * (roundedStarts.length
                + targets.length
                + incoming.length
                + incomingStarts.length
                + firstLines.length)
        + 12L * lines();
  }
}
