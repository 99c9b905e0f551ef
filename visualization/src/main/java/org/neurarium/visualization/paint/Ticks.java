package org.neurarium.visualization.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Round numbers to write along an axis.
public final class Ticks {

  private Ticks() {}

  /// A step of 1, 2 or 5 times a power of ten, the smallest that gives at most `most` steps over a length.
  public static double step(double length, int most) {
    double raw = length / Math.max(1, most);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 5})
      if (factor * power >= raw * (1 - 1e-9)) return factor * power;
    return 10 * power;
  }

  /// The multiples of a round step in `[low, high]`, at most about `most` of them.
  public static List<Double> between(double low, double high, int most) {
    List<Double> ticks = new ArrayList<>();
    if (!(high > low) || !Double.isFinite(high - low)) return ticks;
    double step = step(high - low, most);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long k = (long) Math.ceil(low / step - 1e-9); k <= last; k++) ticks.add(k * step);
    return ticks;
  }

  /// Writes a number with just the digits that a step between neighbours asks for.
  public static String format(double value, double step) {
    int digits = (int) Math.clamp(-Math.floor(Math.log10(step) + 1e-9), 0, 9);
    double rounded = Math.abs(value) < step / 1e6 ? 0 : value;
    return String.format(Locale.ROOT, "%." + digits + "f", rounded).replace('-', '−');
  }

  /// Writes a number alone, with about `digits` digits that mean something.
  public static String format(double value, int digits) {
    if (value == 0) return "0";
    double size = Math.abs(value);
    if (size >= 1e6 || size < 1e-4)
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).replace('-', '−');
    int after = (int) Math.clamp(digits - 1 - Math.floor(Math.log10(size)), 0, 9);
    String text = String.format(Locale.ROOT, "%." + after + "f", value);
    if (text.indexOf('.') >= 0) text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.replace('-', '−');
  }
}
