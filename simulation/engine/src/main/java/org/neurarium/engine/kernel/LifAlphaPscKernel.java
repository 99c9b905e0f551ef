package org.neurarium.engine.kernel;

/// Leaky integrate-and-fire with alpha-shaped synaptic currents, `lif_alpha_psc`, by exact propagators
/// (Rotter and Diesmann 1999, doi:10.1007/s004220050570). An arrival adds e·w to the drive, so that the current's peak is w.
final class LifAlphaPscKernel extends LeakyKernel {

  @Override
  int ownCount() {
    return 11;
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
    synapse(h, tauM, value(block.parameter("tau_syn_ex"), i), capacitance, own, 3);
    synapse(h, tauM, value(block.parameter("tau_syn_in"), i), capacitance, own, 7);
  }

  private static void synapse(
      double h, double tauM, double tauS, double capacitance, double[] own, int at) {
    own[at] = Propagators.decay(h, tauS);
    own[at + 1] = own[at] * h / tauS; // current made from the drive within a step
    own[at + 2] = Propagators.fromExponential(h, tauM, tauS, capacitance);
    own[at + 3] = Propagators.fromAlpha(h, tauM, tauS, capacitance);
  }

  @Override
  public void advance(Block block, int from, int to, double[][] arrivals) {
    double[][] derived = block.derived();
    // One code for both cases: alpha neurons have so many numbers per neuron that the index's
    // stride of 0 or 1 costs little beside them.
    int stride = block.isUniform() ? 0 : 1;
    membrane(block, from, to, derived, stride);
    current(block.state(1), block.state(2), from, to, derived, OWN + 3, stride, arrivals[0]);
    current(block.state(3), block.state(4), from, to, derived, OWN + 7, stride, arrivals[1]);
  }

  private static void membrane(Block block, int from, int to, double[][] derived, int stride) {
    double[] v = block.state(0);
    double[] ex = block.state(1);
    double[] driveEx = block.state(2);
    double[] in = block.state(3);
    double[] driveIn = block.state(4);
    double[] current = block.current();
    double[] leak = derived[OWN];
    double[] perCurrent = derived[OWN + 1];
    double[] drift = derived[OWN + 2];
    double[] perEx = derived[OWN + 5];
    double[] perDriveEx = derived[OWN + 6];
    double[] perIn = derived[OWN + 9];
    double[] perDriveIn = derived[OWN + 10];
    for (int i = from; i < to; i++) {
      int p = i * stride;
      v[i] =
          v[i] * leak[p]
              + drift[p]
              + current[i] * perCurrent[p]
              + ex[i] * perEx[p]
              + driveEx[i] * perDriveEx[p]
              + in[i] * perIn[p]
              + driveIn[i] * perDriveIn[p];
    }
  }

  private static void current(
      double[] current,
      double[] drive,
      int from,
      int to,
      double[][] derived,
      int own,
      int stride,
      double[] arrivals) {
    double[] decay = derived[own];
    double[] perDrive = derived[own + 1];
    for (int i = from; i < to; i++)
      current[i] = current[i] * decay[i * stride] + drive[i] * perDrive[i * stride];
    for (int i = from; i < to; i++) drive[i] = drive[i] * decay[i * stride] + Math.E * arrivals[i];
  }
}
