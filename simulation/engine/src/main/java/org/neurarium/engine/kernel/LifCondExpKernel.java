package org.neurarium.engine.kernel;

/// Leaky integrate-and-fire with exponentially decaying synaptic conductances, `lif_cond_exp` (Vogels and Abbott 2005,
/// doi:10.1523/JNEUROSCI.3508-05.2005).
///
/// The conductances are exact; the membrane potential takes one step of the classical fourth-order Runge-Kutta method with the exact conductances
/// at the beginning, middle and end of the step.
final class LifCondExpKernel extends LeakyKernel {

  @Override
  int ownCount() {
    return 9;
  }

  @Override
  void derive(Block block, int i, double[] own) {
    double h = block.dt();
    double tauEx = value(block.parameter("tau_syn_ex"), i);
    double tauIn = value(block.parameter("tau_syn_in"), i);
    double leak = value(block.parameter("g_L"), i);
    own[0] = h / value(block.parameter("C_m"), i);
    own[1] = leak;
    own[2] = leak * value(block.parameter("E_L"), i) + value(block.parameter("I_e"), i);
    own[3] = value(block.parameter("E_ex"), i);
    own[4] = value(block.parameter("E_in"), i);
    own[5] = Propagators.decay(h / 2, tauEx);
    own[6] = Propagators.decay(h, tauEx);
    own[7] = Propagators.decay(h / 2, tauIn);
    own[8] = Propagators.decay(h, tauIn);
  }

  @Override
  public void advance(Block block, int from, int to, double[][] arrivals) {
    double[][] d = block.derived();
    if (block.isUniform()) {
      double hOverC = d[OWN][0];
      double gL = d[OWN + 1][0];
      double drift = d[OWN + 2][0];
      double eEx = d[OWN + 3][0];
      double eIn = d[OWN + 4][0];
      double halfEx = d[OWN + 5][0];
      double fullEx = d[OWN + 6][0];
      double halfIn = d[OWN + 7][0];
      double fullIn = d[OWN + 8][0];
      double[] v = block.state(0);
      double[] gEx = block.state(1);
      double[] gIn = block.state(2);
      double[] current = block.current();
      double[] toEx = arrivals[0];
      double[] toIn = arrivals[1];
          // One array is written in each loop, so that each becomes vector code.
      for (int i = from; i < to; i++) {
        double ex = gEx[i];
        double in = gIn[i];
        v[i] =
            rungeKutta(
                v[i], hOverC, gL, drift + current[i], eEx, eIn,
                ex, ex * halfEx, ex * fullEx, in, in * halfIn, in * fullIn);
      }
      for (int i = from; i < to; i++) gEx[i] = gEx[i] * fullEx + toEx[i];
      for (int i = from; i < to; i++) gIn[i] = gIn[i] * fullIn + toIn[i];
    } else {
      advanceVaried(block, from, to, arrivals);
    }
  }

  private static void advanceVaried(Block block, int from, int to, double[][] arrivals) {
    double[][] d = block.derived();
    double[] v = block.state(0);
    double[] gEx = block.state(1);
    double[] gIn = block.state(2);
    double[] current = block.current();
    for (int i = from; i < to; i++) {
      double ex = gEx[i];
      double in = gIn[i];
      double exEnd = ex * d[OWN + 6][i];
      double inEnd = in * d[OWN + 8][i];
      v[i] =
          rungeKutta(
              v[i], d[OWN][i], d[OWN + 1][i], d[OWN + 2][i] + current[i], d[OWN + 3][i], d[OWN + 4][i],
              ex, ex * d[OWN + 5][i], exEnd, in, in * d[OWN + 7][i], inEnd);
      gEx[i] = exEnd + arrivals[0][i];
      gIn[i] = inEnd + arrivals[1][i];
    }
  }

  /// One step of `dV/dt = (drift + gEx·E_ex + gIn·E_in - (g_L + gEx + gIn)·V)/C`, which is linear in V with conductances known at the three times.
  private static double rungeKutta(
      double v, double hOverC, double gL, double drift, double eEx, double eIn,
      double ex0, double ex1, double ex2, double in0, double in1, double in2) {
    double push0 = (drift + ex0 * eEx + in0 * eIn) * hOverC;
    double push1 = (drift + ex1 * eEx + in1 * eIn) * hOverC;
    double push2 = (drift + ex2 * eEx + in2 * eIn) * hOverC;
    double pull0 = (gL + ex0 + in0) * hOverC;
    double pull1 = (gL + ex1 + in1) * hOverC;
    double pull2 = (gL + ex2 + in2) * hOverC;
    double k1 = push0 - pull0 * v;
    double k2 = push1 - pull1 * (v + 0.5 * k1);
    double k3 = push1 - pull1 * (v + 0.5 * k2);
    double k4 = push2 - pull2 * (v + k3);
    return v + (k1 + 2 * (k2 + k3) + k4) * (1.0 / 6);
  }
}
