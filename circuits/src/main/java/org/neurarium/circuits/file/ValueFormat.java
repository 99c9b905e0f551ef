package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.derived;
import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.DECIMAL;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;

/// Values: a constant is a quantity such as `"250 pF"`, everything else an object that names its kind.
final class ValueFormat implements Format<Value> {

  static final Format<Value> VALUE = new ValueFormat();

  private static final VariantFormat<Value> RULES =
      new VariantFormat<Value>("a value")
          .with("uniform", Value.Uniform.class, uniform())
          .with("normal", Value.Normal.class, normal())
          .with("lognormal", Value.LogNormal.class, logNormal())
          .with("exponential", Value.Exponential.class, exponential())
          .with("gradient", Value.Gradient.class, gradient())
          .with("list", Value.Listed.class, listed());

  private ValueFormat() {}

  @Override
  public Optional<Value> read(Json json, Where where) {
    return json instanceof Json.Text || json instanceof Json.Num
        ? QUANTITY.read(json, where).map(Value::of)
        : RULES.read(json, where);
  }

  @Override
  public Json write(Value value) {
    return value instanceof Value.Constant(Quantity quantity)
        ? QUANTITY.write(quantity)
        : RULES.write(value);
  }

  private static ObjectFormat<Value.Uniform> uniform() {
    Field<Value.Uniform, Quantity> low = required("low", QUANTITY, Value.Uniform::low);
    Field<Value.Uniform, Quantity> high = required("high", QUANTITY, Value.Uniform::high);
    return new ObjectFormat<>(
        "a uniform distribution",
        List.of(low, high),
        in -> new Value.Uniform(in.get(low), in.get(high)));
  }

  private static ObjectFormat<Value.Normal> normal() {
    Field<Value.Normal, Quantity> mean = required("mean", QUANTITY, Value.Normal::mean);
    Field<Value.Normal, Quantity> sd = required("sd", QUANTITY, Value.Normal::sd);
    Field<Value.Normal, Quantity> min =
        derived(
            "min",
            QUANTITY,
            Value.Normal::min,
            in -> in.get(mean).withValue(Double.NEGATIVE_INFINITY));
    Field<Value.Normal, Quantity> max =
        derived(
            "max",
            QUANTITY,
            Value.Normal::max,
            in -> in.get(mean).withValue(Double.POSITIVE_INFINITY));
    return new ObjectFormat<>(
        "a normal distribution",
        List.of(mean, sd, min, max),
        in -> new Value.Normal(in.get(mean), in.get(sd), in.get(min), in.get(max)));
  }

  private static ObjectFormat<Value.LogNormal> logNormal() {
    Field<Value.LogNormal, Quantity> median = required("median", QUANTITY, Value.LogNormal::median);
    Field<Value.LogNormal, Double> sigma = required("sigma", DECIMAL, Value.LogNormal::sigma);
    return new ObjectFormat<>(
        "a log-normal distribution",
        List.of(median, sigma),
        in -> new Value.LogNormal(in.get(median), in.get(sigma)));
  }

  private static ObjectFormat<Value.Exponential> exponential() {
    Field<Value.Exponential, Quantity> mean = required("mean", QUANTITY, Value.Exponential::mean);
    Field<Value.Exponential, Quantity> min =
        derived("min", QUANTITY, Value.Exponential::min, in -> in.get(mean).withValue(0));
    return new ObjectFormat<>(
        "an exponential distribution",
        List.of(mean, min),
        in -> new Value.Exponential(in.get(mean), in.get(min)));
  }

  private static ObjectFormat<Value.Gradient> gradient() {
    Field<Value.Gradient, Value.Axis> axis =
        required("axis", Formats.choice(Value.Axis.class), Value.Gradient::axis);
    Field<Value.Gradient, Quantity> start = required("start", QUANTITY, Value.Gradient::start);
    Field<Value.Gradient, Quantity> end = required("end", QUANTITY, Value.Gradient::end);
    return new ObjectFormat<>(
        "a gradient",
        List.of(axis, start, end),
        in -> new Value.Gradient(in.get(axis), in.get(start), in.get(end)));
  }

  private static ObjectFormat<Value.Listed> listed() {
    Field<Value.Listed, List<Double>> values =
        required("values", Formats.list(DECIMAL), Value.Listed::values);
    Field<Value.Listed, Unit> unit = optional("unit", Formats.UNIT, Value.Listed::unit, Unit.NONE);
    return new ObjectFormat<>(
        "a list of values",
        List.of(values, unit),
        in -> new Value.Listed(in.get(values), in.get(unit)));
  }
}
