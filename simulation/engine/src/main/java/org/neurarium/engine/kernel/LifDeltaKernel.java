package org.neurarium.engine.kernel;

/// Leaky integrate-and-fire with voltage jumps, `lif_delta`: `V_m' = V_inf + (V_m - V_inf)·e^(-h/tau_m) + w`.
///
/// Arrivals during the refractory time are lost, because the clamp overwrites them.
final class LifDeltaKernel extends LeakyKernel {

  @Override
  int ownCount() {
    return 3;
  }

  @Override
  void derive(Block block, int i, double[] own) {
    double h = block.dt();
    double tauM = value(block.parameter("tau_m"), i);
    double capacitance = value(block.parameter("C_m"), i);
    double rest = value(block.parameter("E_L"), i);
    double constant = value(block.parameter("I_e"), i);
    own[0] = Propagators.decay(h, tauM);
    own[1] = Propagators.fromConstant(h, tauM, capacitance);
    own[2] = -StrictMath.expm1(-h / tauM) * rest + own[1] * constant;
  }

  @Override
  public void advance(Block block, int from, int to, double[][] arrivals) {
    double[][] derived = block.derived();
    double[] v = block.state(0);
    double[] current = block.current();
    double[] jumps = arrivals[0];
    if (block.isUniform()) {
      double leak = derived[OWN][0];
      double perCurrent = derived[OWN + 1][0];
      double drift = derived[OWN + 2][0];
      for (int i = from; i < to; i++)
        v[i] = v[i] * leak + drift + current[i] * perCurrent + jumps[i];
    } else {
      double[] leak = derived[OWN];
      double[] perCurrent = derived[OWN + 1];
      double[] drift = derived[OWN + 2];
      for (int i = from; i < to; i++)
        v[i] = v[i] * leak[i] + drift[i] + current[i] * perCurrent[i] + jumps[i];
    }
  }
}
