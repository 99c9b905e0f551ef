package org.neurarium.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.neurarium.engine.math.Elementary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The same schemes as straight loops over arrays, as one would write them in Java without the Vector API.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:LoopUnrollLimit=300")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@OperationsPerInvocation(GeneratedBenchmark.NEURONS)
public class HandWrittenBenchmark {

  private static final int N = GeneratedBenchmark.NEURONS;
  private static final double DT = 0.1;

  private final double[] v = new double[N];
  private final double[] w = new double[N];
  private final double[] excitation = new double[N];
  private final double[] inhibition = new double[N];
  private final double[] arrivals = new double[N];
  private final double[] m = new double[N];
  private final double[] h = new double[N];
  private final double[] n = new double[N];
  private final int[] fired = new int[N];

  @Setup(Level.Iteration)
  public void restart() {
    Arrays.fill(v, -65);
    Arrays.fill(w, 0);
    Arrays.fill(m, 0.053);
    Arrays.fill(h, 0.596);
    Arrays.fill(n, 0.318);
  }

  /// Two exponential synaptic currents, exact (Rotter & Diesmann 1999, doi:10.1007/s004220050570). Three loops, as one that writes three arrays takes longer.
  @Benchmark
  public int lif() {
    double keep = StrictMath.exp(-DT / 10);
    double decay = StrictMath.exp(-DT / 2);
    double gain = 0.0004;
    double rest = -65 * (1 - keep);
    for (int k = 0; k < N; k++)
      v[k] =
          Math.fma(v[k], keep, Math.fma(excitation[k], gain, Math.fma(inhibition[k], gain, rest)));
    for (int k = 0; k < N; k++) excitation[k] = Math.fma(excitation[k], decay, arrivals[k]);
    for (int k = 0; k < N; k++) inhibition[k] = Math.fma(inhibition[k], decay, arrivals[k]);
    return scan(-50);
  }

  /// As published (Izhikevich 2003, doi:10.1109/TNN.2003.820440).
  @Benchmark
  public int izhikevich() {
    for (int k = 0; k < N; k++) {
      double x = v[k];
      v[k] = x + DT * (0.04 * x * x + 5 * x + 140 - w[k] + arrivals[k]);
    }
    for (int k = 0; k < N; k++) w[k] += DT * 0.02 * (0.2 * v[k] - w[k]);
    return scan(30);
  }

  /// By the classical Runge–Kutta scheme (Brette & Gerstner 2005, doi:10.1152/jn.00686.2005).
  @Benchmark
  public int adex() {
    for (int k = 0; k < N; k++) {
      double x = v[k];
      double y = w[k];
      double x1 = slope(x, y);
      double y1 = adaptation(x, y);
      double x2 = slope(x + DT / 2 * x1, y + DT / 2 * y1);
      double y2 = adaptation(x + DT / 2 * x1, y + DT / 2 * y1);
      double x3 = slope(x + DT / 2 * x2, y + DT / 2 * y2);
      double y3 = adaptation(x + DT / 2 * x2, y + DT / 2 * y2);
      double x4 = slope(x + DT * x3, y + DT * y3);
      double y4 = adaptation(x + DT * x3, y + DT * y3);
      v[k] = x + DT / 6 * (x1 + 2 * (x2 + x3) + x4);
      w[k] = y + DT / 6 * (y1 + 2 * (y2 + y3) + y4);
    }
    return scan(0);
  }

  private static double slope(double x, double y) {
    return (30 * (-70.6 - x) + 60 * Elementary.exp((x + 50.4) * 0.5) - y) * (1 / 281.0);
  }

  private static double adaptation(double x, double y) {
    return (4 * (x + 70.6) - y) * (1 / 144.0);
  }

  /// Potential and gates in turn, twice a step, each by the rule of Crank and Nicolson (Hodgkin & Huxley 1952, doi:10.1113/jphysiol.1952.sp004764).
  @Benchmark
  public int hodgkinHuxley() {
    for (int k = 0; k < N; k++) {
      double x = potential(v[k], m[k], h[k], n[k], DT / 4);
      gates(k, x);
      x = potential(x, m[k], h[k], n[k], DT / 2);
      gates(k, x);
      v[k] = potential(x, m[k], h[k], n[k], DT / 4);
    }
    return scan(0);
  }

  private void gates(int k, double x) {
    double openM = 1 / Elementary.exprel(-(x + 40) * 0.1);
    double closeM = 4 * Elementary.exp(-(x + 65) * (1 / 18.0));
    double openH = 0.07 * Elementary.exp(-(x + 65) * 0.05);
    double closeH = 1 / (1 + Elementary.exp(-(x + 35) * 0.1));
    double openN = 0.1 / Elementary.exprel(-(x + 55) * 0.1);
    double closeN = 0.125 * Elementary.exp(-(x + 65) * (1 / 80.0));
    m[k] = gate(m[k], openM, closeM);
    h[k] = gate(h[k], openH, closeH);
    n[k] = gate(n[k], openN, closeN);
  }

  private static double gate(double x, double open, double close) {
    double rate = open + close;
    return x + (open - rate * x) * (DT / 2) / (1 + rate * (DT / 4));
  }

  private static double potential(double v, double m, double h, double n, double length) {
    double sodium = 120 * m * m * m * h;
    double potassium = 36 * n * n * n * n;
    double sum = sodium + potassium + 0.3;
    double drive = sodium * 50 - potassium * 77 - 0.3 * 54.387;
    return v + (drive - sum * v) * length / (1 + sum * (length / 2));
  }

  private int scan(double threshold) {
    int count = 0;
    for (int k = 0; k < N; k++) if (v[k] >= threshold) fired[count++] = k;
    return count;
  }
}
