package org.neurarium.circuits.validation;

import java.util.Locale;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.units.Quantity;

/// Between which numbers the neurons' or synapses' own values lie, in engine units.
///
/// @param low the smallest possible, −∞ for a distribution without lower bound
/// @param likelyLow below which less than one in a billion is drawn
/// @param middle where they lie mostly
/// @param likelyHigh above which less than one in a billion is drawn
/// @param high the largest possible
record Span(double low, double likelyLow, double middle, double likelyHigh, double high) {

  private static final double LIKELY = 6; // standard deviations

  static Span of(Value value) {
    return switch (value) {
      case Value.Constant c -> between(c.quantity().engineValue(), c.quantity().engineValue());
      case Value.Uniform u -> between(u.low().engineValue(), u.high().engineValue());
      case Value.Gradient g -> between(g.start().engineValue(), g.end().engineValue());
      case Value.Normal n -> {
        double mean = n.mean().engineValue();
        double reach = LIKELY * n.sd().engineValue();
        double min = n.min().engineValue();
        double max = n.max().engineValue();
        yield new Span(
            reach == 0 ? mean : min,
            Math.max(min, mean - reach),
            Math.clamp(mean, Math.min(min, max), Math.max(min, max)),
            Math.min(max, mean + reach),
            reach == 0 ? mean : max);
      }
      case Value.LogNormal l -> {
        double median = l.median().engineValue();
        double spread = Math.exp(LIKELY * l.sigma());
        yield new Span(
            median / spread, median / spread, median, median * spread, Double.POSITIVE_INFINITY);
      }
      case Value.Exponential e -> {
        double min = e.min().engineValue();
        double mean = e.mean().engineValue();
        yield new Span(min, min, min + mean, min + 21 * mean, Double.POSITIVE_INFINITY);
      }
      case Value.Listed l -> {
        double scale = l.unit().scale();
        double low = l.values().stream().mapToDouble(v -> v * scale).min().orElse(0);
        double high = l.values().stream().mapToDouble(v -> v * scale).max().orElse(0);
        yield between(low, high);
      }
    };
  }

  private static Span between(double a, double b) {
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    return new Span(low, low, (low + high) / 2, high, high);
  }

  /// Whether the ends are those of a distribution's tail, and not of anybody's choice.
  boolean isOpen() {
    return Double.isInfinite(low) || Double.isInfinite(high);
  }

  /// The numbers upside down.
  Span negated() {
    return new Span(-high, -likelyHigh, -middle, -likelyLow, -low);
  }

  /// The value for a sentence, in the unit in which it was written.
  String shown(Value value) {
    if (value instanceof Value.Constant(Quantity quantity)) return quantity.toString();
    double scale = value.unit().scale();
    Quantity low = new Quantity(likelyLow / scale, value.unit());
    Quantity high = new Quantity(likelyHigh / scale, value.unit());
    return rounded(low) + " to " + rounded(high);
  }

  private static Quantity rounded(Quantity quantity) {
    return Double.isFinite(quantity.value())
        ? quantity.withValue(
            Double.parseDouble(String.format(Locale.ROOT, "%.3g", quantity.value())))
        : quantity;
  }
}
