package org.neurarium.engine.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Matrix exponentials against closed forms.
class MatrixExponentialTest {

  private static final double C = 250;

  /// Synaptic current into a membrane: Rotter and Diesmann 1999, doi:10.1007/s004220050570.
  @ParameterizedTest(name = "tau_m = {0} ms, tau_syn = {1} ms")
  @CsvSource({
    "10,2",
    "10,9.999999",
    "10,10",
    "10,10.000000001",
    "10,50",
    "0.1,0.1",
    "0.1,5",
    "5,0.02",
    "5,0.0001"
  })
  void givesThePropagatorOfAnExponentialCurrent(double tauM, double tauS) {
    double h = 0.1;
    double[][] a = {{-1 / tauM, 1 / C}, {0, -1 / tauS}};
    MatrixExponential e = MatrixExponential.of(a, h);
    double slower = Math.max(-h / tauM, -h / tauS);
    double apart = Math.abs(h / tauM - h / tauS);
    double shape = apart == 0 ? 1 : -StrictMath.expm1(-apart) / apart;
    double expected = h / C * StrictMath.exp(slower) * shape;
    assertEquals(1, e.p(false)[0][1] / expected, 1e-12);
    assertEquals(StrictMath.exp(-h / tauM), e.p(false)[0][0], 1e-15);
    assertEquals(StrictMath.exp(-h / tauS), e.p(false)[1][1], 1e-15);
    assertEquals(0, e.p(false)[1][0]);
    assertEquals(-tauM * StrictMath.expm1(-h / tauM), e.q(false)[0][0], 1e-15);
  }

  /// The exponential of a rotation's generator is a rotation.
  @ParameterizedTest(name = "angle {0}")
  @ValueSource(doubles = {1e-9, 0.1, 1, 10, 100})
  void turns(double angle) {
    MatrixExponential e = MatrixExponential.of(new double[][] {{0, -1}, {1, 0}}, angle);
    double error = 1e-15 * Math.max(1, 4 * angle);
    assertEquals(Math.cos(angle), e.p(false)[0][0], error);
    assertEquals(Math.sin(angle), e.p(false)[1][0], error);
    assertEquals(Math.sin(angle), e.q(false)[0][0], error);
    assertEquals(Math.sin(angle / 2), e.p(true)[1][0], error);
  }

  /// A = S·D·S⁻¹ with a unit triangular S has the exponential S·exp(D)·S⁻¹.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithEigenvalues(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(4);
    double[][] s = new double[n][n];
    double[][] inverse = new double[n][n];
    double[] rates = new double[n];
    for (int i = 0; i < n; i++) {
      rates[i] = -10 * random.nextDouble();
      s[i][i] = 1;
      inverse[i][i] = 1;
      for (int j = 0; j < i; j++) s[i][j] = random.nextDouble() - 0.5;
    }
    for (int i = 0; i < n; i++)
      for (int j = 0; j < i; j++)
        for (int k = j; k < i; k++) inverse[i][j] -= s[i][k] * inverse[k][j];
    double[][] a = between(s, rates, inverse);
    double[] grown = new double[n];
    double[] integrated = new double[n];
    for (int i = 0; i < n; i++) {
      grown[i] = StrictMath.exp(rates[i]);
      integrated[i] = StrictMath.expm1(rates[i]) / rates[i];
    }
    MatrixExponential e = MatrixExponential.of(a, 1);
    double[][] p = between(s, grown, inverse);
    double[][] q = between(s, integrated, inverse);
    for (int i = 0; i < n; i++) {
      assertArrayEquals(p[i], e.p(false)[i], 1e-13);
      assertArrayEquals(q[i], e.q(false)[i], 1e-13);
    }
  }

  private static double[][] between(double[][] s, double[] d, double[][] inverse) {
    int n = d.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        for (int k = 0; k < n; k++) result[i][j] += s[i][k] * d[k] * inverse[k][j];
    return result;
  }

  @Test
  void twoHalvesAreAWhole() {
    double[][] a = {{-0.3, 0.2, 0}, {0.1, -0.5, 0.4}, {-0.7, 0, -0.1}};
    MatrixExponential e = MatrixExponential.of(a, 2);
    MatrixExponential half = MatrixExponential.of(a, 1);
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(half.p(false)[i], e.p(true)[i], 1e-15);
      assertArrayEquals(half.q(false)[i], e.q(true)[i], 1e-15);
    }
  }

  @Test
  void whatIsNotFiniteStaysSo() {
    MatrixExponential e =
        MatrixExponential.of(new double[][] {{Double.NEGATIVE_INFINITY, 1}, {0, Double.NaN}}, 0.1);
    assertTrue(Double.isNaN(e.p(false)[1][1]));
  }
}
