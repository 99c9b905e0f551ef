package org.neurarium.engine.observe;

import java.util.List;
import java.util.Map;

/// A world at one moment. Immutable.
///
/// @param time of its last turn (ms)
/// @param scene what it looks like
/// @param shown by output: what can be seen; NaN for nothing, two numbers for a place in the plane
/// @param trials all so far
/// @param reward all that was given so far
public record WorldFrame(
    double time, Scene scene, Map<String, List<Double>> shown, List<Trial> trials, double reward) {

  public WorldFrame {
    shown = Map.copyOf(shown);
    trials = List.copyOf(trials);
  }

  /// The trials among the last `n` in which something was chosen and that was as good as could be, over those in which something was chosen; NaN if there was none.
  ///
  /// @param n how many choices count
  public double betterShare(int n) {
    int counted = 0;
    int better = 0;
    for (int k = trials.size() - 1; k >= 0 && counted < n; k--) {
      if (trials.get(k).choice() < 0) continue;
      counted++;
      if (trials.get(k).better()) better++;
    }
    return counted == 0 ? Double.NaN : (double) better / counted;
  }

  /// How many trials there were in which something was chosen.
  public long choices() {
    return trials.stream().filter(t -> t.choice() >= 0).count();
  }

  /// The median of the effort in the last `n` trials that have one; NaN if there is none.
  public double medianEffort(int n) {
    double[] efforts =
        trials.reversed().stream()
            .mapToDouble(Trial::effort)
            .filter(e -> !Double.isNaN(e))
            .limit(n)
            .sorted()
            .toArray();
    if (efforts.length == 0) return Double.NaN;
    int middle = efforts.length / 2;
    return efforts.length % 2 == 1
        ? efforts[middle]
        : 0.5 * (efforts[middle - 1] + efforts[middle]);
  }
}
