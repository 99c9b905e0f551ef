package org.neurarium.engine.live;

/// How fast the run should go, and how fast it goes. The conductor's own.
final class Pace {

  private static final double BEHIND_NANOS = 1e8;
  private static final int SAMPLES = 21;

  private double speed = Double.POSITIVE_INFINITY;
  private long beganNanos;
  private long beganStep;
  private final long[] nanos = new long[SAMPLES];
  private final double[] times = new double[SAMPLES];
  private final long[] spikes = new long[SAMPLES];
  private int sampled;

  /// @param newSpeed biological over wall time; anything not above 0 counts as infinite
  void setSpeed(double newSpeed) {
    speed = newSpeed > 0 ? newSpeed : Double.POSITIVE_INFINITY;
  }

  /// Counts from here.
  void begin(long now, long step) {
    beganNanos = now;
    beganStep = step;
    sampled = 0;
  }

  /// How many steps are due by now. A run that cannot keep up is not chased: it counts from where it is.
  ///
  /// @param dt length of a step (ms)
  long due(long now, long step, double dt) {
    if (speed == Double.POSITIVE_INFINITY) return Long.MAX_VALUE;
    double behind = nanosBehind(now, step, dt);
    if (behind > BEHIND_NANOS) {
      beganNanos = now;
      beganStep = step;
      return 1;
    }
    return (long) Math.floor(behind * speed / (dt * 1e6));
  }

  /// How long until the next step is due (ns).
  long wait(long now, long step, double dt) {
    return (long) Math.min(1e8, dt * 1e6 / speed - nanosBehind(now, step, dt));
  }

  private double nanosBehind(long now, long step, double dt) {
    return now - beganNanos - (step - beganStep) * dt * 1e6 / speed;
  }

  /// Remembers where the run is, for about a second.
  void sample(long now, double time, long spikeCount, boolean running) {
    if (!running) return;
    int at = sampled++ % SAMPLES;
    nanos[at] = now;
    times[at] = time;
    spikes[at] = spikeCount;
  }

  private int newest() {
    return (sampled - 1) % SAMPLES;
  }

  private int oldest() {
    return sampled <= SAMPLES ? 0 : sampled % SAMPLES;
  }

  /// Wall over biological time over about the last second; NaN before there is anything to compare.
  double realTimeFactor() {
    if (sampled < 2) return Double.NaN;
    double biological = (times[newest()] - times[oldest()]) * 1e6;
    return biological <= 0 ? Double.NaN : (nanos[newest()] - nanos[oldest()]) / biological;
  }

  /// Spikes per biological second over about the last second.
  double spikesPerSecond() {
    if (sampled < 2) return 0;
    double seconds = (times[newest()] - times[oldest()]) * 1e-3;
    return seconds <= 0 ? 0 : (spikes[newest()] - spikes[oldest()]) / seconds;
  }
}
