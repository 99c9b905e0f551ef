package org.neurarium.engine.compile;

import java.util.List;

/// Computes what follows from parameters: propagators, and all parts of formulas in which nothing but parameters occurs. Stateless.
@FunctionalInterface
public interface Derivation {

  /// Sets dt, the integration length and every [KernelLayout.Derived] column and uniform. To be called when the kernel is made and after every change of
  /// parameters or dt; to integrate parts of a step, once more with a shorter length into derived columns and uniforms of their own.
  ///
  /// @param columns parameters and derived values, arrays of at least `rows` numbers
  /// @param dt length of a step (ms)
  /// @param length of what [NeuronPrograms#integrate] integrates (ms)
  void run(double[][] columns, double[] uniforms, double dt, double length, int rows);

  /// What it computes, for people: one line for each number, empty where there is nothing to tell.
  default List<String> listing() {
    return List.of();
  }
}
