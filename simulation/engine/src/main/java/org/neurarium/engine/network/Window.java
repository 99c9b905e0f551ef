package org.neurarium.engine.network;

/// The steps in which a stimulus acts: those that begin at a time in `[start, stop)`.
///
/// Step k goes from grid point k - 1 to grid point k.
///
/// @param firstStep first step with it
/// @param lastStep last step with it
public record Window(long firstStep, long lastStep) {

  /// Always.
  public static final Window ALWAYS = new Window(1, Long.MAX_VALUE);

  private static final long FAR = 1L << 60;

  /// The window of a stimulus.
  ///
  /// @param start (ms)
  /// @param stop (ms), may be infinite
  /// @param dt (ms)
  public static Window of(double start, double stop, double dt) {
    long first = firstPointFrom(start, dt) + 1;
    return new Window(
        first, stop == Double.POSITIVE_INFINITY ? Long.MAX_VALUE : firstPointFrom(stop, dt));
  }

  /// The first grid point at or after a time; times that are on the grid but for rounding count as on it.
  public static long firstPointFrom(double time, double dt) {
    double steps = time / dt;
    double nearest = Math.rint(steps);
    double point = Math.abs(steps - nearest) < 1e-6 ? nearest : Math.ceil(steps);
    return (long) Math.clamp(point, -FAR, FAR);
  }

  /// Whether the stimulus acts in this step.
  public boolean contains(long step) {
    return step >= firstStep && step <= lastStep;
  }

  /// The window later by some steps.
  public Window later(long steps) {
    return new Window(firstStep + steps, lastStep >= FAR ? Long.MAX_VALUE : lastStep + steps);
  }
}
