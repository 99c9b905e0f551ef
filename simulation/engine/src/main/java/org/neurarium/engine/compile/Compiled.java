package org.neurarium.engine.compile;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;

/// What came of an attempt to compile a model.
///
/// @param value empty where a problem is an error
/// @param problems what is wrong with the model, with places in its file
public record Compiled<T>(Optional<T> value, List<Problem> problems) {

  public Compiled {
    problems = List.copyOf(problems);
  }

  /// Compiled without a problem.
  public static <T> Compiled<T> of(T value) {
    return new Compiled<>(Optional.of(value), List.of());
  }

  /// Not compiled.
  public static <T> Compiled<T> failed(List<Problem> problems) {
    return new Compiled<>(Optional.empty(), problems);
  }
}
