package org.neurarium.engine.build;

import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Placement;
import org.neurarium.engine.random.RandomStream;

/// On which segment of its compartment each synapse of a projection lies. Belongs to one thread.
///
/// A compartment's segments are equally long, so a place along it is a number from 0 to 1 times how many there are; a scattered synapse draws its place, keyed by its line
/// and its place in it.
final class SegmentChoice {

  private final int segments;
  private final int fixed;
  private final @Nullable RandomStream stream;

  /// @param segments of the receptor
  /// @param key of the draws
  SegmentChoice(Placement placement, int segments, long key) {
    this.segments = segments;
    stream =
        placement instanceof Placement.Scattered && segments > 1 ? new RandomStream(key) : null;
    fixed = placement instanceof Placement.Clustered c ? at(c.at()) : 0;
  }

  private int at(double place) {
    return Math.clamp((long) Math.floor(place * segments), 0, segments - 1);
  }

  /// The segment, counted from the near end.
  int of(int line, int position) {
    RandomStream draws = stream;
    return draws == null ? fixed : (int) draws.at(line, position).nextBelow(segments);
  }
}
