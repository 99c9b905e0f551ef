package org.neurarium.visualization.history;

/// Spikes of one element, counted in bins over the whole run. When the bins are full, two become one: memory stays the same, the
/// bins grow. One thread.
public final class RateHistory {

  private final int[] counts;
  private long stepsPerBin;
  private final long firstStepsPerBin;
  private long end;

  /// @param bins how many are kept, even
  /// @param stepsPerBin how long each is at first
  public RateHistory(int bins, long stepsPerBin) {
    if (bins < 2 || bins % 2 != 0) throw new IllegalArgumentException("bins are even: " + bins);
    counts = new int[bins];
    this.stepsPerBin = Math.max(1, stepsPerBin);
    firstStepsPerBin = this.stepsPerBin;
  }

  /// Counts one spike.
  public void add(long step) {
    while (step / stepsPerBin >= counts.length) halve();
    counts[(int) (step / stepsPerBin)]++;
    end = Math.max(end, step + 1);
  }

  /// Says that the run has come to this step, whether or not anything spiked.
  public void reach(long endStep) {
    end = Math.max(end, endStep);
    while (end / stepsPerBin >= counts.length) halve();
  }

  private void halve() {
    for (int i = 0; i < counts.length / 2; i++) counts[i] = counts[2 * i] + counts[2 * i + 1];
    java.util.Arrays.fill(counts, counts.length / 2, counts.length, 0);
    stepsPerBin *= 2;
  }

  /// Forgets what was counted at this step and later, to the precision of a bin.
  public void forgetFrom(long step) {
    int bin = Math.clamp(step / stepsPerBin, 0, counts.length);
    java.util.Arrays.fill(counts, bin, counts.length, 0);
    end = Math.min(end, step);
    if (bin == 0) stepsPerBin = firstStepsPerBin;
  }

  /// Length of a bin in steps.
  public long stepsPerBin() {
    return stepsPerBin;
  }

  /// How many bins are complete.
  public int size() {
    return (int) Math.min(counts.length, end / stepsPerBin);
  }

  /// Spikes in a bin.
  public int count(int bin) {
    return counts[bin];
  }
}
