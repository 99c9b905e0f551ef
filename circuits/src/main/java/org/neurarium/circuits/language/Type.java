package org.neurarium.circuits.language;

import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.units.Dimension;

/// What a formula gives.
sealed interface Type {

  /// A number of some dimension.
  record Measure(Dimension dimension) implements Type {

    // As in units: the record's own methods would be linked at every start.

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Measure m && dimension.equals(m.dimension);
    }

    @Override
    public int hashCode() {
      return dimension.hashCode();
    }
  }

  /// True or false.
  enum Truth implements Type {
    TRUTH
  }

  /// Not known, because of a mistake told elsewhere or because it belongs to another model: it fits everywhere.
  enum Any implements Type {
    ANY
  }

  /// For a sentence: "a current (pA)".
  default String shown() {
    return switch (this) {
      case Measure m when m.dimension().equals(Dimension.NONE) -> "a pure number";
      case Measure m when m.dimension().describe().contains(m.dimension().unit().symbol()) ->
          m.dimension().describe();
      case Measure m -> m.dimension().describe() + " (" + m.dimension().unit() + ")";
      case Truth _ -> "a condition";
      case Any _ -> "unknown";
    };
  }

  /// Whether both can stand on the two sides of a sum.
  default boolean fits(Type other) {
    return this instanceof Any || other instanceof Any || equals(other);
  }
}
