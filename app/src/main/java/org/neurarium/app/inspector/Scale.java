package org.neurarium.app.inspector;

/// The way of a slider between two ends, straight or logarithmic, with values rounded to what a person would write.
///
/// @param min left end
/// @param max right end, above `min`
/// @param logarithmic whether equal ways are equal factors; needs `min` above 0
/// @param integral whether only whole numbers make sense
record Scale(double min, double max, boolean logarithmic, boolean integral) {

  Scale {
    if (!(min < max) || (logarithmic && min <= 0))
      throw new IllegalArgumentException("no scale from " + min + " to " + max);
  }

  static Scale linear(double min, double max) {
    return new Scale(min, max, false, false);
  }

  static Scale logarithmic(double min, double max) {
    return new Scale(min, max, true, false);
  }

  /// Whole numbers; equal ways are equal factors where they begin above 0.
  static Scale count(double min, double max) {
    return new Scale(min, max, min > 0, true);
  }

  /// Where a value lies, 0…1; values beyond an end lie at it.
  double position(double value) {
    double clamped = Math.clamp(value, min, max);
    return logarithmic
        ? Math.log(clamped / min) / Math.log(max / min)
        : (clamped - min) / (max - min);
  }

  /// The rounded value at a place 0…1.
  double value(double position) {
    double exact = logarithmic ? min * Math.pow(max / min, position) : min + position * (max - min);
    return Math.clamp(round(exact, logarithmic ? exact / 100 : (max - min) / 200), min, max);
  }

  /// A value some steps of an arrow key or wheel away; it may leave the scale.
  double stepped(double value, double steps) {
    if (integral) return Math.rint(value + steps * Math.max(1, logarithmic ? nice(value / 20) : 1));
    double step = nice(logarithmic ? Math.max(Math.abs(value) / 20, min / 10) : (max - min) / 100);
    return round(value + steps * step, step);
  }

  private double round(double value, double grain) {
    if (integral) return Math.rint(value);
    double step = nice(grain);
    double decimals = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    double power = Math.pow(10, Math.min(decimals, 15));
    return Math.rint(Math.rint(value / step) * step * power) / power;
  }

  /// The largest 1, 2 or 5 times a power of ten that is not above this.
  private static double nice(double size) {
    if (!(size > 0)) return 1;
    double power = Math.pow(10, Math.floor(Math.log10(size)));
    double lead = size / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  }
}
