package org.neurarium.circuits.validation;

/// One question about one thing in a circuit.
///
/// @param <E> what it is about
@FunctionalInterface
interface Rule<E> {

  /// Answers by adding problems, or not.
  void check(E of, Examination in);
}
