package org.neurarium.engine.network;

import java.util.List;

/// A projection's synapses onto one worker's targets, where they share rows with other projections from the same source.
public final class SortedPart implements SynapseRows {

  private final List<SortedRows> rows;
  private final Inbox.Part part;
  private final long synapses;

  /// @param rows in which it is the only projection with these places
  /// @param part where it lands
  /// @param synapses how many it has
  public SortedPart(List<SortedRows> rows, Inbox.Part part, long synapses) {
    this.rows = List.copyOf(rows);
    this.part = part;
    this.synapses = synapses;
  }

  @Override
  public long synapses() {
    return synapses;
  }

  @Override
  public boolean each(int source, Visitor visitor) {
    int end = part.start() + part.size();
    for (SortedRows row : rows)
      if (!row.each(
          source,
          part.start(),
          end,
          (place, weight, delay) -> visitor.synapse(part.neuron(place), weight, delay)))
        return false;
    return true;
  }

  /// Between steps: sets the weight of all synapses.
  void setWeight(double weight) {
    for (SortedRows row : rows) row.setWeights(part.start(), part.start() + part.size(), weight);
  }
}
