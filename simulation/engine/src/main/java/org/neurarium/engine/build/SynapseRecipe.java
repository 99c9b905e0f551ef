package org.neurarium.engine.build;

import java.util.function.Supplier;
import org.neurarium.circuits.Projection;
import org.neurarium.engine.random.RandomKey;

/// How the synapses of one projection are drawn: partners, weights, delays and places. Any number of threads may draw at once, each with objects of its own.
final class SynapseRecipe {

  private final Projection projection;
  private final Supplier<Lines> lines;
  private final Supplier<SynapseValues> weights;
  private final Supplier<SynapseValues> delays;
  private final int sources;
  private final int targets;
  private final boolean byTarget;
  private final boolean ownWeights;
  private final boolean ownDelays;
  private final double weight;
  private final int delay;
  private final double dt;
  private final long placeKey;

  /// @param positions of the targets
  /// @param listedWeights whether the wiring brings weights along
  /// @param listedDelays whether the wiring brings delays along
  SynapseRecipe(
      Projection projection,
      long seed,
      double dt,
      int sources,
      int targets,
      Supplier<Lines> lines,
      Supplier<Positions> positions,
      boolean listedWeights,
      boolean listedDelays) {
    this.projection = projection;
    this.lines = lines;
    this.sources = sources;
    this.targets = targets;
    this.dt = dt;
    long weightKey = RandomKey.of(seed, projection.id(), "weight");
    long delayKey = RandomKey.of(seed, projection.id(), "delay");
    weights =
        () ->
            new SynapseValues(
                projection.weight(), weightKey, targets, positions, Double.NEGATIVE_INFINITY);
    delays = () -> new SynapseValues(projection.delay(), delayKey, targets, positions, dt);
    SynapseValues someWeights = weights.get();
    SynapseValues someDelays = delays.get();
    ownWeights = listedWeights || !someWeights.isConstant();
    ownDelays = listedDelays || !someDelays.isConstant();
    weight = ownWeights ? 0 : someWeights.constant();
    delay = ownDelays ? 0 : steps(someDelays.constant());
    placeKey = RandomKey.of(seed, projection.id(), "segment");
    byTarget = lines.get().isByTarget();
  }

  private int steps(double milliseconds) {
    return Math.clamp(Math.round(milliseconds / dt), 1, Projection.LONGEST_DELAY);
  }

  int sources() {
    return sources;
  }

  int targets() {
    return targets;
  }

  /// Whether lines are the inputs of targets.
  boolean isByTarget() {
    return byTarget;
  }

  boolean hasOwnWeights() {
    return ownWeights;
  }

  boolean hasOwnDelays() {
    return ownDelays;
  }

  /// The weight of all synapses, where they have none of their own.
  double weight() {
    return weight;
  }

  /// The delay of all synapses (steps), where they have none of their own.
  int delay() {
    return delay;
  }

  /// Draws, for one thread.
  ///
  /// @param segments of the receptor on which the synapses lie
  Drawing drawing(int segments) {
    return new Drawing(segments);
  }

  /// What one thread draws with.
  final class Drawing {
    private final Lines own = lines.get();
    private final SynapseValues ownWeight = weights.get();
    private final SynapseValues ownDelay = delays.get();
    private final SegmentChoice choice;

    private Drawing(int segments) {
      choice = new SegmentChoice(projection.placement(), segments, placeKey);
    }

    /// Finds the partners of a line.
    int find(int line) {
      return own.find(line);
    }

    /// The partners last found.
    int[] partners() {
      return own.partners();
    }

    /// The weight of a synapse.
    ///
    /// @param k its place in the line
    double weight(int line, int k, int target) {
      if (!ownWeights) return weight;
      double listed = own.listedWeight(line, k);
      return Double.isNaN(listed) ? ownWeight.of(line, k, target) : listed;
    }

    /// The delay of a synapse (steps).
    ///
    /// @param k its place in the line
    int delay(int line, int k, int target) {
      if (!ownDelays) return delay;
      double listed = own.listedDelay(line, k);
      return steps(Double.isNaN(listed) ? ownDelay.of(line, k, target) : listed);
    }

    /// The segment on which a synapse lies.
    ///
    /// @param k its place in the line
    int segment(int line, int k) {
      return choice.of(line, k);
    }
  }
}
