package org.neurarium.visualization.live;

import org.neurarium.visualization.paint.TimeWindow;

/// Which stretch of time is looked at: the newest, moving on as the engine runs, or one that is held still.
///
/// @param length of the stretch in ms
/// @param end its last instant in ms while it is held; NaN while it is live
public record TimeView(double length, double end) {

  /// Shortest and longest stretch in ms.
  public static final double SHORTEST = 2;

  public static final double LONGEST = 600_000;

  public TimeView {
    length = Math.clamp(length, SHORTEST, LONGEST);
  }

  /// The newest stretch of this length in ms.
  public static TimeView live(double length) {
    return new TimeView(length, Double.NaN);
  }

  public boolean isLive() {
    return Double.isNaN(end);
  }

  /// The window, given the newest instant in ms. A run shorter than the window starts at its left edge.
  public TimeWindow window(double now) {
    double last = Math.max(length, isLive() ? now : end);
    return new TimeWindow(last - length, last);
  }

  /// The same, held where it is.
  public TimeView held(double now) {
    return isLive() ? new TimeView(length, window(now).end()) : this;
  }

  /// The same, live.
  public TimeView live() {
    return live(length);
  }

  /// Moved to the right by a time, in ms; at the newest instant it becomes live again, before 0 it stops.
  public TimeView moved(double by, double now) {
    double to = window(now).end() + by;
    if (to >= Math.max(now, length)) return live();
    return new TimeView(length, Math.max(length, to));
  }

  /// Shows a `factor` times shorter stretch; the instant `anchor` in ms stays where it is on the screen, or the newest one while live.
  public TimeView zoomed(double factor, double anchor, double now) {
    double newLength = Math.clamp(length / factor, SHORTEST, LONGEST);
    if (isLive()) return live(newLength);
    TimeWindow window = window(now);
    double share = (window.end() - anchor) / length;
    return new TimeView(newLength, Math.max(newLength, anchor + share * newLength));
  }
}
