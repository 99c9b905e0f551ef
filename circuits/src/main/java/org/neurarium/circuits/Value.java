package org.neurarium.circuits;

import java.util.List;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// What a parameter, start value, weight or delay is: one number for all, or a rule that gives each neuron or synapse its own.
public sealed interface Value {

  /// The unit in which the person wrote it; every quantity inside has this unit's dimension.
  Unit unit();

  /// The same for all.
  record Constant(Quantity quantity) implements Value {
    @Override
    public Unit unit() {
      return quantity.unit();
    }
  }

  /// Evenly distributed in `[low, high)`.
  record Uniform(Quantity low, Quantity high) implements Value {
    @Override
    public Unit unit() {
      return low.unit();
    }
  }

  /// Normally distributed, drawn again outside `[min, max]` (where given), as NEST's redraw does.
  ///
  /// @param min smallest value kept; infinite for none
  /// @param max largest value kept; infinite for none
  record Normal(Quantity mean, Quantity sd, Quantity min, Quantity max) implements Value {
    public Normal {
      // No bound is no bound in any unit, so that equal distributions are equal records.
      if (Double.isInfinite(min.value())) min = mean.withValue(min.value());
      if (Double.isInfinite(max.value())) max = mean.withValue(max.value());
    }

    /// Without bounds.
    public Normal(Quantity mean, Quantity sd) {
      this(
          mean,
          sd,
          mean.withValue(Double.NEGATIVE_INFINITY),
          mean.withValue(Double.POSITIVE_INFINITY));
    }

    @Override
    public Unit unit() {
      return mean.unit();
    }
  }

  /// Log-normally distributed: `median` is exp(mu), `sigma` the standard deviation of the logarithm (a pure number).
  record LogNormal(Quantity median, double sigma) implements Value {
    @Override
    public Unit unit() {
      return median.unit();
    }
  }

  /// Exponentially distributed with this mean, shifted by `min`.
  record Exponential(Quantity mean, Quantity min) implements Value {
    @Override
    public Unit unit() {
      return mean.unit();
    }
  }

  /// Changes in a straight line over the population's sheet, from one edge to the other.
  ///
  /// @param axis along which the value changes
  /// @param start value at the smallest coordinate
  /// @param end value at the largest coordinate
  record Gradient(Axis axis, Quantity start, Quantity end) implements Value {
    @Override
    public Unit unit() {
      return start.unit();
    }
  }

  /// One number per neuron, in order; as many as there are neurons.
  record Listed(List<Double> values, Unit unit) implements Value {
    public Listed {
      values = List.copyOf(values);
    }
  }

  /// A direction over a sheet.
  enum Axis {
    X,
    Y
  }

  /// A constant in the unit with this symbol.
  static Value of(double value, String symbol) {
    return new Constant(Quantity.of(value, symbol));
  }

  /// A constant.
  static Value of(Quantity quantity) {
    return new Constant(quantity);
  }
}
