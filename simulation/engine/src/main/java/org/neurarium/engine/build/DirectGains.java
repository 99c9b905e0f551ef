package org.neurarium.engine.build;

import java.util.Arrays;
import java.util.function.Supplier;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.engine.random.RandomKey;

/// The weight with which a stimulus without synapses of its own (a current, a background) reaches each target: the sum over the connections to it.
final class DirectGains {

  private DirectGains() {}

  /// One number where all targets have the same, else one for each.
  static double[] of(
      Projection p,
      long seed,
      int sources,
      int targets,
      Lines lines,
      Supplier<Positions> positions) {
    if (p.wiring() instanceof Wiring.AllToAll
        && sources == 1
        && p.weight() instanceof Value.Constant c) return new double[] {c.quantity().engineValue()};
    SynapseValues weights =
        new SynapseValues(
            p.weight(),
            RandomKey.of(seed, p.id(), "weight"),
            targets,
            positions,
            Double.NEGATIVE_INFINITY);
    double[] gains = new double[targets];
    Arrays.fill(gains, 0);
    int count = lines.isByTarget() ? targets : sources;
    for (int line = 0; line < count; line++) {
      int n = lines.find(line);
      int[] partners = lines.partners();
      for (int k = 0; k < n; k++) {
        int target = lines.isByTarget() ? line : partners[k];
        double listed = lines.listedWeight(line, k);
        gains[target] += Double.isNaN(listed) ? weights.of(line, k, target) : listed;
      }
    }
    return gains;
  }
}
