package org.neurarium.engine.kernel;

/// Leaky integrate-and-fire with exponentially decaying synaptic conductances, `lif_cond_exp` (Vogels and Abbott 2005,
/// doi:10.1523/JNEUROSCI.3508-05.2005).
///
/// The conductances are exact; the membrane potential takes one step of the classical fourth-order Runge-Kutta method with the exact conductances
/// at the beginning, middle and end of the step.
final class LifCondExpKernel extends LeakyKernel {

  private static final int PIECE = 1024;
  private static final double SIXTH = 1.0 / 6;

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
  int scratchCount() {
    return 4;
  }

  @Override
  public void advance(Block block, int from, int to, double[][] arrivals) {
    if (!block.isUniform()) {
      advanceVaried(block, from, to, arrivals);
      return;
    }
    // A piece and its scratch stay in the nearest cache through all passes.
    for (int start = from; start < to; start += PIECE)
      advanceUniform(block, start, Math.min(to, start + PIECE), arrivals);
  }

  /// The same arithmetic as [#rungeKutta] in short passes, each of which writes one array: the compiler makes vector code of short loops only.
  private static void advanceUniform(Block block, int from, int to, double[][] arrivals) {
    double[][] d = block.derived();
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
    double[] push = block.scratch(0);
    double[] pull = block.scratch(1);
    double[] k1 = block.scratch(2);
    double[] k = block.scratch(3);
    for (int i = from; i < to; i++)
      k1[i] =
          (drift + current[i] + gEx[i] * eEx + gIn[i] * eIn) * hOverC
              - (gL + gEx[i] + gIn[i]) * hOverC * v[i];
    for (int i = from; i < to; i++)
      push[i] = (drift + current[i] + gEx[i] * halfEx * eEx + gIn[i] * halfIn * eIn) * hOverC;
    for (int i = from; i < to; i++) pull[i] = (gL + gEx[i] * halfEx + gIn[i] * halfIn) * hOverC;
    for (int i = from; i < to; i++) k[i] = push[i] - pull[i] * (v[i] + 0.5 * k1[i]);
    for (int i = from; i < to; i++) push[i] -= pull[i] * (v[i] + 0.5 * k[i]); // the third slope
    for (int i = from; i < to; i++) k1[i] += 2 * (k[i] + push[i]);
    for (int i = from; i < to; i++) pull[i] = (gL + gEx[i] * fullEx + gIn[i] * fullIn) * hOverC;
    for (int i = from; i < to; i++)
      k[i] = (drift + current[i] + gEx[i] * fullEx * eEx + gIn[i] * fullIn * eIn) * hOverC;
    for (int i = from; i < to; i++) v[i] += (k1[i] + (k[i] - pull[i] * (v[i] + push[i]))) * SIXTH;
    double[] toEx = arrivals[0];
    double[] toIn = arrivals[1];
    for (int i = from; i < to; i++) gEx[i] = gEx[i] * fullEx + toEx[i];
    for (int i = from; i < to; i++) gIn[i] = gIn[i] * fullIn + toIn[i];
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
              v[i],
              d[OWN][i],
              d[OWN + 1][i],
              d[OWN + 2][i] + current[i],
              d[OWN + 3][i],
              d[OWN + 4][i],
              ex,
              ex * d[OWN + 5][i],
              exEnd,
              in,
              in * d[OWN + 7][i],
              inEnd);
      gEx[i] = exEnd + arrivals[0][i];
      gIn[i] = inEnd + arrivals[1][i];
    }
  }

  /// One step of `dV/dt = (drift + gEx·E_ex + gIn·E_in - (g_L + gEx + gIn)·V)/C`, which is linear in V with conductances known at the three times.
  private static double rungeKutta(
      double v,
      double hOverC,
      double gL,
      double drift,
      double eEx,
      double eIn,
      double ex0,
      double ex1,
      double ex2,
      double in0,
      double in1,
      double in2) {
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
    return v + (k1 + 2 * (k2 + k3) + k4) * SIXTH;
  }
}
