package org.neurarium.engine.kernel;

/// Leaky integrate-and-fire with exponentially decaying synaptic currents, `lif_exp_psc`, by exact propagators
/// (Rotter and Diesmann 1999, doi:10.1007/s004220050570).
final class LifExpPscKernel extends LeakyKernel {

  @Override
  int ownCount() {
    return 7;
  }

  @Override
  void derive(Block block, int i, double[] own) {
    double h = block.dt();
    double tauM = value(block.parameter("tau_m"), i);
    double capacitance = value(block.parameter("C_m"), i);
    double tauEx = value(block.parameter("tau_syn_ex"), i);
    double tauIn = value(block.parameter("tau_syn_in"), i);
    double rest = value(block.parameter("E_L"), i);
    double constant = value(block.parameter("I_e"), i);
    own[0] = Propagators.decay(h, tauM);
    own[1] = Propagators.fromConstant(h, tauM, capacitance);
    own[2] = -StrictMath.expm1(-h / tauM) * rest + own[1] * constant;
    own[3] = Propagators.decay(h, tauEx);
    own[4] = Propagators.fromExponential(h, tauM, tauEx, capacitance);
    own[5] = Propagators.decay(h, tauIn);
    own[6] = Propagators.fromExponential(h, tauM, tauIn, capacitance);
  }

  @Override
  public void advance(Block block, int from, int to, double[][] arrivals) {
    double[][] derived = block.derived();
    double[] v = block.state(0);
    double[] ex = block.state(1);
    double[] in = block.state(2);
    double[] current = block.current();
    double[] toEx = arrivals[0];
    double[] toIn = arrivals[1];
    if (block.isUniform()) {
      double leak = derived[OWN][0];
      double perCurrent = derived[OWN + 1][0];
      double drift = derived[OWN + 2][0];
      double decayEx = derived[OWN + 3][0];
      double perEx = derived[OWN + 4][0];
      double decayIn = derived[OWN + 5][0];
      double perIn = derived[OWN + 6][0];
      // One array is written in each loop, so that each becomes vector code.
      for (int i = from; i < to; i++)
        v[i] = v[i] * leak + drift + current[i] * perCurrent + ex[i] * perEx + in[i] * perIn;
      for (int i = from; i < to; i++) ex[i] = ex[i] * decayEx + toEx[i];
      for (int i = from; i < to; i++) in[i] = in[i] * decayIn + toIn[i];
    } else {
      double[] leak = derived[OWN];
      double[] perCurrent = derived[OWN + 1];
      double[] drift = derived[OWN + 2];
      double[] decayEx = derived[OWN + 3];
      double[] perEx = derived[OWN + 4];
      double[] decayIn = derived[OWN + 5];
      double[] perIn = derived[OWN + 6];
      for (int i = from; i < to; i++) {
        v[i] =
            v[i] * leak[i]
                + drift[i]
                + current[i] * perCurrent[i]
                + ex[i] * perEx[i]
                + in[i] * perIn[i];
        ex[i] = ex[i] * decayEx[i] + toEx[i];
        in[i] = in[i] * decayIn[i] + toIn[i];
      }
    }
  }
}
