package org.neurarium.engine;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// Spike-timing dependent plasticity by pairs, spike by spike and pair by pair, as the reference writes it down: slow, and another way than by traces.
///
/// The schemes are those of Morrison, Diesmann and Gerstner 2008 (doi:10.1007/s00422-008-0233-1), figure 7.
final class PairSums {

  private static final double TAU_PLUS = 16.8;
  private static final double TAU_MINUS = 33.7;

  private final String scheme;
  private final double gain;
  private final double loss;
  private final double muPlus;
  private final double muMinus;

  /// @param scheme `all`, `nn_symm`, `nn_pre` or `nn_restr`
  /// @param gain of a pair with the arriving spike first
  /// @param loss of a pair with the target's spike first
  PairSums(String scheme, double gain, double loss, double muPlus, double muMinus) {
    this.scheme = scheme;
    this.gain = gain;
    this.loss = loss;
    this.muPlus = muPlus;
    this.muMinus = muMinus;
  }

  /// The weight after all spikes, which are ascending and never at the same time.
  double weight(double start, double[] pre, double[] post) {
    double w = start;
    for (double t : DoubleStream.concat(Arrays.stream(pre), Arrays.stream(post)).sorted().toArray())
      if (Arrays.binarySearch(pre, t) >= 0)
        w = Math.max(0, w - loss * Math.pow(w, muMinus) * before(t, post, pre, TAU_MINUS, false));
      else
        w = Math.min(1, w + gain * Math.pow(1 - w, muPlus) * before(t, pre, post, TAU_PLUS, true));
    return w;
  }

  /// What the other side's earlier spikes are worth now.
  ///
  /// @param others whose spikes are paired with the one at t
  /// @param own that the one at t is of
  private double before(double t, double[] others, double[] own, double tau, boolean potentiates) {
    double[] earlier = Arrays.stream(others).filter(o -> o < t).toArray();
    if (earlier.length == 0) return 0;
    double[] mine = Arrays.stream(own).filter(o -> o < t).toArray();
    double last = mine.length == 0 ? Double.NEGATIVE_INFINITY : mine[mine.length - 1];
    double latest = earlier[earlier.length - 1];
    return switch (scheme) {
      case "all" -> sum(t, earlier, tau);
      case "nn_symm" -> Math.exp((latest - t) / tau);
      // Each arriving spike is paired with the target's last and next spike.
      case "nn_pre" ->
          potentiates
              ? sum(t, Arrays.stream(earlier).filter(o -> o > last).toArray(), tau)
              : Math.exp((latest - t) / tau);
      default -> latest > last ? Math.exp((latest - t) / tau) : 0;
    };
  }

  private static double sum(double t, double[] earlier, double tau) {
    return Arrays.stream(earlier).map(o -> Math.exp((o - t) / tau)).sum();
  }
}
