package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.units.Unit;

/// A projection whose weights stay as they are: rows of its own for each worker, or its part of rows that it shares with other projections.
public final class RunningProjection extends SynapseTable {

  private final PackedRows[] rows;
  private final SortedPart[] parts;
  private final boolean ownWeights;

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
    parts = new SortedPart[0];
    ownWeights = rows[0].hasOwnWeights();
  }

  /// @param segment of the source in the directory
  /// @param parts by worker
  /// @param ownWeights whether each synapse has a weight of its own
  public RunningProjection(
      ElementId element,
      int segment,
      int sources,
      int targets,
      Unit unit,
      double dt,
      SortedPart[] parts,
      boolean ownWeights) {
    super(element, segment, sources, targets, unit, dt, parts);
    this.parts = parts;
    this.ownWeights = ownWeights;
    rows = new PackedRows[0];
  }

  /// Whether it has rows of its own.
  boolean isPacked() {
    return parts.length == 0;
  }

  /// Where it has rows of its own: those onto a worker's targets.
  public PackedRows rows(int worker) {
    return rows[worker];
  }

  @Override
  public long bytes() {
    long sum = 0;
    for (PackedRows own : rows) sum += own.bytes();
    return sum;
  }

  /// Whether each synapse has a weight of its own.
  public boolean hasOwnWeights() {
    return ownWeights;
  }

  /// Between steps: sets the weight of all synapses, in engine units.
  public void setWeight(double weight) {
    for (PackedRows own : rows) own.setWeight(weight);
    for (SortedPart part : parts) part.setWeight(weight);
  }
}
