package org.neurarium.engine.network;

import org.neurarium.circuits.ElementId;

/// A recorded spike list being played. A spike at time t is emitted at the first grid point at or after t.
/// Settings change between steps only.
public final class RunningSpikeList {

  private final ElementId element;
  private final long[] points;
  private final int[] sources;
  private long firstPoint;
  private long endPoint;
  private int next;

  /// @param points grid points, ascending, from 0
  /// @param sources whose each spike is; ascending among those of one grid point
  /// @param firstPoint spikes before this grid point are left out
  /// @param endPoint spikes from this grid point on are left out
  public RunningSpikeList(
      ElementId element, long[] points, int[] sources, long firstPoint, long endPoint) {
    this.element = element;
    this.points = points;
    this.sources = sources;
    this.firstPoint = firstPoint;
    this.endPoint = endPoint;
  }

  public ElementId element() {
    return element;
  }

  /// Sets another window, in grid points, the end exclusive.
  public void setWindow(long newFirst, long newEnd) {
    firstPoint = newFirst;
    endPoint = newEnd;
  }

  /// Goes to a grid point, so that the next one to be played is the one after it, or itself at 0, which no step ends at.
  public void seek(long step) {
    int low = 0;
    int high = points.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points[middle] <= step && step > 0) low = middle + 1;
      else high = middle;
    }
    next = low;
  }

  /// The share that plays everything.
  public Share player() {
    return new Player();
  }

  /// A share that plays nothing, for the other workers.
  public static Share silent() {
    return new Silent();
  }

  private final class Player implements Share {
    @Override
    public void advance(long step, SpikeBuffer into) {
      while (next < points.length && points[next] <= step) {
        if (points[next] == step && step >= firstPoint && step < endPoint) {
          into.room(1)[into.size()] = sources[next];
          into.setSize(into.size() + 1);
        }
        next++;
      }
    }

    @Override
    public void begin(SpikeBuffer into) {
      advance(0, into);
    }

    @Override
    public long broken() {
      return -1;
    }
  }

  private static final class Silent implements Share {
    @Override
    public void advance(long step, SpikeBuffer into) {}

    @Override
    public long broken() {
      return -1;
    }
  }
}
