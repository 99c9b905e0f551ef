package org.neurarium.circuits.model;

import java.util.Arrays;
import java.util.Optional;

/// How an author can ask for the equations to be integrated.
public enum Scheme {
  /// Exact propagators; refused where the equations are not linear with constant coefficients.
  EXACT("exact"),
  /// Exact in each variable with the others held, in a symmetric order: second order. Refused where an equation is not linear in its own variable.
  EXPONENTIAL("exponential"),
  /// Exact in each variable with all others from the beginning of the step: first order.
  EXPONENTIAL_EULER("exponential euler"),
  /// The classical fourth-order Runge-Kutta method.
  RK4("rk4"),
  /// Heun's method: second order.
  HEUN("heun"),
  /// Euler's method: first order.
  EULER("euler");

  private final String id;

  Scheme(String id) {
    this.id = id;
  }

  /// As it is written after `integrate`.
  public String id() {
    return id;
  }

  /// The scheme written like this.
  public static Optional<Scheme> find(String id) {
    return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
  }
}
