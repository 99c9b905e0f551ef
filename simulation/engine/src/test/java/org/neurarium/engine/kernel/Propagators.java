package org.neurarium.engine.kernel;

/// Exact solutions over one step of a leaky membrane driven by exponential and alpha currents (Rotter and Diesmann 1999,
/// doi:10.1007/s004220050570), in a form that stays accurate where the two time constants are equal or nearly so.
///
/// With a = 1/tau_m, b = 1/tau_s and z = (b - a)·h, a current that starts at 1 and decays with tau_s moves the membrane by
/// h/C · e^(-a·h) · phi(z), where phi(z) = (1 - e^-z)/z, and phi(0) = 1: no difference of nearly equal numbers is divided by
/// their nearly vanishing distance.
final class Propagators {

  private Propagators() {}

  /// e^(-h/tau).
  static double decay(double h, double tau) {
    return StrictMath.exp(-h / tau);
  }

  /// Change of the membrane potential for a constant current of 1.
  static double fromConstant(double h, double tauM, double capacitance) {
    return -StrictMath.expm1(-h / tauM) * tauM / capacitance;
  }

  /// Change of the membrane potential for a current that is 1 at the start and decays exponentially.
  static double fromExponential(double h, double tauM, double tauS, double capacitance) {
    double z = h / tauS - h / tauM;
    double size = Math.abs(z);
    double phi = size == 0 ? 1 : -StrictMath.expm1(-size) / size;
    // e^(-a·h)·phi(z) = e^(-b·h)·phi(-z): take the form whose exponent is not positive.
    return h / capacitance * decay(h, Math.max(tauM, tauS)) * phi;
  }

  /// Change of the membrane potential for the alpha current t/tau_s · e^(-t/tau_s).
  static double fromAlpha(double h, double tauM, double tauS, double capacitance) {
    double z = h / tauS - h / tauM;
    double weighted; // integral of s·e^(-a·(h-s))·e^(-b·s) over the step, divided by h²
    if (Math.abs(z) < 0.5) {
      // e^(-a·h) · sum over k of (-z)^k / (k!·(k+2))
      double term = 1;
      double sum = 0.5;
      for (int k = 1; k < 20; k++) {
        term *= -z / k;
        sum += term / (k + 2);
      }
      weighted = decay(h, tauM) * sum;
    } else {
      weighted = (decay(h, tauM) - (1 + z) * decay(h, tauS)) / (z * z);
    }
    return h * h / (tauS * capacitance) * weighted;
  }
}
