package org.neurarium.engine.sense;

/// How values become spikes, in steps.
public sealed interface Coding {

  /// Poisson counts.
  ///
  /// @param mean count in a step at the value 1
  record Rate(double mean) implements Coding {}

  /// One spike in each cycle, earlier for larger values.
  ///
  /// @param steps of a cycle
  /// @param range step of a cycle in which the value 0 would come
  /// @param zero whether the value 0 comes at all
  record Volley(int steps, int range, boolean zero) implements Coding {}

  /// Events of a camera.
  ///
  /// @param threshold in natural logarithms
  record Events(double threshold) implements Coding {}
}
