package org.neurarium.app.cli;

import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a stretch of time as a person writes it: `1s`, `500 ms`, `1,5 s`.
final class DurationConverter implements ITypeConverter<Quantity> {

  @Override
  public Quantity convert(String text) {
    Quantity time =
        Quantity.parse(text)
            .filter(q -> q.unit().dimension().equals(Dimension.TIME))
            .orElseThrow(() ->
                new TypeConversionException(
                    "'" + text + "' is not a time. Write it with a unit: 500ms, 1.5s."));
    if (time.value() <= 0)
      throw new TypeConversionException(
          "'" + text + "' is not above 0. Write it such as 500ms, 1.5s.");
    return time;
  }
}
