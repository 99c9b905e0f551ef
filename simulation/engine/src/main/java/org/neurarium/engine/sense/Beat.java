package org.neurarium.engine.sense;

/// One thing after the other, each for some steps, with nothing in between for others. The frame of thing k is 2k, that of the gap after it 2k + 1.
///
/// @param steps of each, at least 1
/// @param gap steps after each
record Beat(long steps, long gap) {

  /// From times (ms), rounded to steps.
  static Beat of(double each, double gap, double dt) {
    return new Beat(Math.max(1, Math.round(each / dt)), Math.max(0, Math.round(gap / dt)));
  }

  long frame(long since) {
    long number = since / (steps + gap);
    return 2 * number + (since - number * (steps + gap) < steps ? 0 : 1);
  }

  static boolean isGap(long frame) {
    return (frame & 1) == 1;
  }

  static long number(long frame) {
    return frame >> 1;
  }
}
