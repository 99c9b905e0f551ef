package org.neurarium.engine.build;

import org.neurarium.engine.network.Inbox;
import org.neurarium.engine.network.SortedRows;

/// A projection that shares rows with others from the same source: how it is drawn, where it lands, and what came of it.
final class SortedProjection {

  private final SynapseRecipe recipe;
  private final int segment;
  private final int population;
  private final int receptor;
  private final Inbox.Part[] parts;
  private final long[] synapses;
  private int shortest = Integer.MAX_VALUE;

  /// @param segment of the source in the directory
  /// @param population number of the target population
  /// @param receptor where it lands, among those for spikes
  /// @param parts its places in the inboxes, by worker
  SortedProjection(
      SynapseRecipe recipe, int segment, int population, int receptor, Inbox.Part[] parts) {
    this.recipe = recipe;
    this.segment = segment;
    this.population = population;
    this.receptor = receptor;
    this.parts = parts;
    synapses = new long[parts.length];
  }

  SynapseRecipe recipe() {
    return recipe;
  }

  int segment() {
    return segment;
  }

  boolean landsLike(SortedProjection other) {
    return population == other.population && receptor == other.receptor;
  }

  /// Its places in a worker's inbox.
  Inbox.Part part(int worker) {
    return parts[worker];
  }

  int workers() {
    return parts.length;
  }

  /// While building, by several threads: counts synapses.
  ///
  /// @param byWorker how many more there are
  synchronized void count(long[] byWorker, int least) {
    for (int w = 0; w < synapses.length; w++) synapses[w] += byWorker[w];
    shortest = Math.min(shortest, least);
  }

  /// How many synapses it has onto a worker's neurons.
  long synapses(int worker) {
    return synapses[worker];
  }

  long synapses() {
    long sum = 0;
    for (long n : synapses) sum += n;
    return sum;
  }

  long bytes() {
    return synapses() * SortedRows.SYNAPSE;
  }

  /// The shortest delay (steps).
  int shortest() {
    return shortest;
  }
}
