package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;

/// A projection whose weights stay as they are: its packed rows, one set for each worker.
public final class RunningProjection extends SynapseTable {

  private final PackedRows[] rows;

  /// @param segment of the source in the directory; -1 for a coupling, along which no spikes travel
  /// @param rows by worker
  public RunningProjection(
      ElementId element,
      int segment,
      int sources,
      int targets,
      Unit unit,
      double dt,
      PackedRows[] rows) {
    super(element, segment, sources, targets, unit, dt, rows);
    this.rows = rows;
  }

  /// The synapses onto a worker's targets.
  public PackedRows rows(int worker) {
    return rows[worker];
  }

  @Override
  public long bytes() {
    long sum = 0;
    for (PackedRows part : rows) sum += part.bytes();
    return sum;
  }

  /// Whether each synapse has a weight of its own.
  public boolean hasOwnWeights() {
    return rows[0].hasOwnWeights();
  }

  /// Between steps: sets the weight of all synapses, in engine units.
  public void setWeight(double weight) {
    for (PackedRows part : rows) part.setWeight(weight);
  }
}
