package org.neurarium.engine.portrait;

import java.util.Arrays;

/// The path of one neuron's two states in time, as the engine computes it. Engine units.
///
/// @param dt time between two places (ms)
/// @param x first state, by place
/// @param y second state, by place
/// @param spikes numbers of the places at which it fired
/// @param resets whether a spike sets the state elsewhere
public record Orbit(double dt, double[] x, double[] y, int[] spikes, boolean resets) {

  /// The smallest box around what is finite of it, empty paths aside.
  double[] extent() {
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int k = 0; k < x.length; k++) {
      if (!Double.isFinite(x[k]) || !Double.isFinite(y[k])) continue;
      box[0] = Math.min(box[0], x[k]);
      box[1] = Math.max(box[1], x[k]);
      box[2] = Math.min(box[2], y[k]);
      box[3] = Math.max(box[3], y[k]);
    }
    return box;
  }

  /// Whether the state was set to a place, instead of moving there.
  public boolean isJump(int place) {
    return resets && Arrays.binarySearch(spikes, place) >= 0;
  }
}
