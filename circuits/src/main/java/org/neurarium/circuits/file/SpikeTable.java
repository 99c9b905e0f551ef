package org.neurarium.circuits.file;

/// Recorded spikes, in the order of their file. The arrays belong to whoever asked for the table.
///
/// @param times when each spike was, in ms, finite and at least 0, not necessarily ascending
/// @param sources which source gave each spike, from 0; as long as `times`
public record SpikeTable(double[] times, int[] sources) {

  public int size() {
    return times.length;
  }
}
