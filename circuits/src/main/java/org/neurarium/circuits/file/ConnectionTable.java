package org.neurarium.circuits.file;

import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.units.Unit;

/// Connections from a list, in the order of their file. The arrays belong to whoever asked for the table.
///
/// @param sources index of each source neuron, from 0
/// @param targets index of each target neuron, from 0
/// @param weights in `weightUnit`; null when the file has none and the projection's weight counts
/// @param weightUnit as the header says; a pure number where it names no unit, which then means the receptor's own unit
/// @param delays in `delayUnit`; null when the file has none and the projection's delay counts
/// @param delayUnit as the header says, milliseconds where it names no unit
public record ConnectionTable(
    int[] sources,
    int[] targets,
    double @Nullable [] weights,
    Unit weightUnit,
    double @Nullable [] delays,
    Unit delayUnit) {

  public int size() {
    return sources.length;
  }
}
