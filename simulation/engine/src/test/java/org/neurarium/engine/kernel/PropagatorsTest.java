package org.neurarium.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exact propagators against fine numerical integration, far from, near and at equal time constants.
class PropagatorsTest {

  private static final double H = 0.1;
  private static final double C = 250;

  @ParameterizedTest(name = "tau_m = {0} ms, tau_syn = {1} ms")
  @CsvSource({
    "10,2",
    "10,9",
    "10,9.99",
    "10,9.999999",
    "10,10",
    "10,10.000000001",
    "10,10.01",
    "10,50",
    "0.1,0.1",
    "0.1,5",
    "5,0.02",
    "5,0.0001"
  })
  void agreeWithNumericalIntegration(double tauM, double tauS) {
    assertEquals(
        1, Propagators.fromExponential(H, tauM, tauS, C) / integral(tauM, tauS, false), 1e-9);
    assertEquals(1, Propagators.fromAlpha(H, tauM, tauS, C) / integral(tauM, tauS, true), 1e-9);
  }

  /// Simpson's rule for the integral of e^(-(h-s)/tau_m)·I(s)/C over the step, in pieces short against all time constants.
  private static double integral(double tauM, double tauS, boolean alpha) {
    int n = 200_000;
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      double s = H * k / n;
      double current = Math.exp(-s / tauS) * (alpha ? s / tauS : 1);
      double weight = k == 0 || k == n ? 1 : k % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-(H - s) / tauM) * current;
    }
    return sum * H / (3 * n) / C;
  }
}
