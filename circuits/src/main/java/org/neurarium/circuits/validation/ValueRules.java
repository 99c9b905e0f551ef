package org.neurarium.circuits.validation;

import java.util.List;
import java.util.stream.Stream;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.Parameter.Limit;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;

/// What holds for numbers wherever they stand: the right dimension, the right length of a list, a spread that can be drawn from,
/// and the limits of what they mean.
final class ValueRules {

  /// What a value is expected to be.
  ///
  /// @param what it is, as part of a sentence: "the membrane capacitance"
  /// @param dimension of its unit
  /// @param limit of its numbers
  /// @param count how many numbers a list has to have
  record Expected(String what, Dimension dimension, Limit limit, int count) {}

  private final Examination in;
  private final Element of;
  private final String field;

  private ValueRules(Examination in, Element of, String field) {
    this.in = in;
    this.of = of;
    this.field = field;
  }

  /// Checks a value; true when its numbers can be used further.
  static boolean check(Examination in, Element of, String field, Value value, Expected expected) {
    return new ValueRules(in, of, field).check(value, expected);
  }

  /// Checks a quantity; true when it can be used further.
  static boolean check(
      Examination in, Element of, String field, Quantity quantity, Expected expected) {
    return check(in, of, field, Value.of(quantity), expected);
  }

  private boolean check(Value value, Expected expected) {
    for (Quantity quantity : quantities(value).toList())
      if (!quantity.unit().dimension().equals(expected.dimension())) {
        reportDimension(quantity, expected);
        return false;
      }
    if (value instanceof Value.Listed listed && !isListSound(listed, expected)) return false;
    return isSpreadSound(value, expected) && isWithinLimit(value, expected);
  }

  private void reportDimension(Quantity quantity, Expected expected) {
    in.error(
        of,
        field,
        subject(expected)
            + " is given as "
            + quantity
            + ", "
            + quantity.unit().dimension().describe()
            + ", where "
            + expected.dimension().describe()
            + " is expected",
        "Write it like '" + example(expected.dimension()) + "'.");
  }

  private boolean isListSound(Value.Listed listed, Expected expected) {
    if (!listed.unit().dimension().equals(expected.dimension())) {
      reportDimension(
          new Quantity(listed.values().isEmpty() ? 0 : listed.values().getFirst(), listed.unit()),
          expected);
      return false;
    }
    if (listed.values().size() != expected.count()) {
      error(
          subject(expected)
              + " is a list of "
              + listed.values().size()
              + " numbers, and "
              + expected.count()
              + " are needed",
          "List one number for each neuron.");
      return false;
    }
    return true;
  }

  /// Whether a distribution's own numbers fit together.
  private boolean isSpreadSound(Value value, Expected expected) {
    String what = subject(expected);
    switch (value) {
      case Value.Uniform u when u.low().engineValue() > u.high().engineValue() -> {
        in.error(
            of,
            field,
            what + " is uniform from " + u.low() + " to " + u.high() + ", which is downwards",
            "Put the smaller end first.");
        return false;
      }
      case Value.Normal n when n.sd().value() < 0 -> {
        error(what + " has a standard deviation below 0", "Take 0 or more.");
        return false;
      }
      case Value.Normal n when n.min().engineValue() > n.max().engineValue() -> {
        error(
            what + " is kept between " + n.min() + " and " + n.max() + ", where nothing is",
            "Swap the two.");
        return false;
      }
      case Value.Normal n when isHopeless(n) -> {
        error(
            what + " is drawn around " + n.mean() + ", too far from what is kept",
            "Widen the limits, or move the mean between them.");
        return false;
      }
      case Value.LogNormal l when !(l.sigma() >= 0) -> {
        error(what + " has a sigma below 0", "Take 0 or more.");
        return false;
      }
      case Value.LogNormal l when !(l.median().value() > 0) -> {
        error(what + " is log-normal with a median of " + l.median(), "The median is above 0.");
        return false;
      }
      case Value.Exponential e when !(e.mean().value() >= 0) -> {
        error(what + " is exponential with a mean of " + e.mean(), "The mean is 0 or above.");
        return false;
      }
      default -> {}
    }
    boolean finite =
        quantities(value).allMatch(q -> Double.isFinite(q.engineValue()) || isBound(value, q));
    if (!finite
        || (value instanceof Value.Listed l
            && l.values().stream().anyMatch(v -> !Double.isFinite(v)))) {
      error(what + " is too large to compute with", "Take a smaller number.");
      return false;
    }
    return true;
  }

  /// Whether drawing again until a number is kept would take for ever.
  private static boolean isHopeless(Value.Normal n) {
    double mean = n.mean().engineValue();
    double reach = 6 * n.sd().engineValue();
    return mean + reach < n.min().engineValue() || mean - reach > n.max().engineValue();
  }

  private static boolean isBound(Value value, Quantity q) {
    return value instanceof Value.Normal n && (q.equals(n.min()) || q.equals(n.max()));
  }

  private boolean isWithinLimit(Value value, Expected expected) {
    Span span = Span.of(value);
    Limit limit = expected.limit();
    if (limit.allows(span.low()) && limit.allows(span.high())) return true;
    String bound = limit == Limit.POSITIVE ? "above 0" : "0 or above";
    if (limit.allows(span.likelyLow()) && limit.allows(span.high()))
      return true; // a tail that is hardly ever drawn
    if (span.isOpen() && limit.allows(span.middle())) {
      in.warning(
          of,
          field,
          subject(expected) + " has to be " + bound + ", and some of the numbers drawn will not be",
          "Give the distribution a \"min\".");
      return true;
    }
    error(
        subject(expected) + " is " + span.shown(value) + ", and has to be " + bound,
        "Take a value " + bound + ", such as " + example(expected.dimension()) + ".");
    return false;
  }

  private void error(String sentence, String hint) {
    in.error(of, field, sentence, hint);
  }

  private String subject(Expected expected) {
    return Examination.the(of) + ": " + expected.what();
  }

  private static Stream<Quantity> quantities(Value value) {
    return switch (value) {
      case Value.Constant c -> Stream.of(c.quantity());
      case Value.Uniform u -> Stream.of(u.low(), u.high());
      case Value.Normal n -> Stream.of(n.mean(), n.sd(), n.min(), n.max());
      case Value.LogNormal l -> Stream.of(l.median());
      case Value.Exponential e -> Stream.of(e.mean(), e.min());
      case Value.Gradient g -> Stream.of(g.start(), g.end());
      case Value.Listed _ -> Stream.of();
    };
  }

  /// A quantity of a dimension as people write it, for hints.
  static String example(Dimension dimension) {
    for (String text :
        List.of("1", "10 mV", "10 ms", "100 pA", "10 nS", "250 pF", "10 Hz", "100 um", "100 MOhm"))
      if (Quantity.parse(text).filter(q -> q.unit().dimension().equals(dimension)).isPresent())
        return text;
    return "1";
  }
}
