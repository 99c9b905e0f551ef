package org.neurarium.visualization.paint;

/// Writes instants: in seconds where the window is long, else in milliseconds.
final class TimeText {

  private static final double SECONDS_FROM = 400; // ms across

  private TimeText() {}

  private static boolean inSeconds(TimeWindow window) {
    return window.length() >= SECONDS_FROM;
  }

  /// A round instant.
  ///
  /// @param step between neighbours in ms
  static String tick(double time, double step, TimeWindow window) {
    return inSeconds(window)
        ? Ticks.format(time / 1000, step / 1000) + " s"
        : Ticks.format(time, step) + " ms";
  }

  /// Any instant, as finely as the window can tell.
  static String precise(double time, TimeWindow window) {
    return inSeconds(window)
        ? Ticks.format(time / 1000, window.length() >= 20_000 ? 0.1 : 0.01) + " s"
        : Ticks.format(time, window.length() >= 40 ? 1 : 0.1) + " ms";
  }

  /// An instant to a tenth of a millisecond.
  static String exact(double time) {
    return time >= 1000
        ? Ticks.format(time / 1000, 0.0001) + " s"
        : Ticks.format(time, 0.1) + " ms";
  }
}
