package org.neurarium.engine.kernel;

/// What the leaky integrate-and-fire kernels share: threshold, reset and refractory time.
///
/// The first three derived arrays are `V_th`, `V_reset` and the refractory time in steps; the subclass's own follow from [#OWN] on.
abstract class LeakyKernel implements NeuronKernel {

  static final int OWN = 3;
  private static final int V_TH = 0;
  private static final int V_RESET = 1;
  private static final int T_REF = 2;

  /// How many derived arrays the subclass adds.
  abstract int ownCount();

  /// How many scratch arrays the subclass needs.
  int scratchCount() {
    return 0;
  }

  /// Computes the subclass's derived values of one neuron.
  ///
  /// @param i index into per-neuron parameters
  /// @param own receives them, in order
  abstract void derive(Block block, int i, double[] own);

  /// A parameter's value for a neuron.
  static double value(double[] parameter, int i) {
    return parameter[parameter.length == 1 ? 0 : i];
  }

  @Override
  public final void prepare(Block block) {
    int n = block.isUniform() ? 1 : block.size();
    double[] threshold = block.parameter("V_th");
    double[] reset = block.parameter("V_reset");
    double[] hold = block.parameter("t_ref");
    double[][] derived = new double[OWN + ownCount()][n];
    double[] own = new double[ownCount()];
    for (int i = 0; i < n; i++) {
      derived[V_TH][i] = value(threshold, i);
      derived[V_RESET][i] = value(reset, i);
      derived[T_REF][i] = Math.rint(value(hold, i) / block.dt());
      derive(block, i, own);
      for (int k = 0; k < own.length; k++) derived[OWN + k][i] = own[k];
    }
    block.setDerived(derived);
    block.makeScratch(scratchCount());
  }

  @Override
  public final int scan(Block block, Slice slice, int[] fired, int at) {
    double[] v = block.state(0);
    double[] thresholds = block.derived()[V_TH];
    int to = slice.to();
    int end = at;
    if (thresholds.length == 1) {
      double threshold = thresholds[0];
      // "Not below" finds what is not a number, too, at no cost.
      for (int i = slice.from(); i < to; i++)
        if (!(v[i] < threshold) && isSpike(block, slice, i)) fired[end++] = i;
    } else {
      for (int i = slice.from(); i < to; i++)
        if (!(v[i] < thresholds[i]) && isSpike(block, slice, i)) fired[end++] = i;
    }
    return end;
  }

  private static boolean isSpike(Block block, Slice slice, int i) {
    if (!Double.isFinite(block.state(0)[i])) {
      slice.reportNonFinite(i);
      return false;
    }
    return block.refractory()[i] == 0;
  }

  @Override
  public final void reset(Block block, Slice slice, int[] fired, int start, int end) {
    double[] v = block.state(0);
    double[] resets = block.derived()[V_RESET];
    double[] holds = block.derived()[T_REF];
    int[] refractory = block.refractory();
    for (int k = start; k < end; k++) {
      int i = fired[k];
      v[i] = value(resets, i);
      int steps = (int) value(holds, i);
      if (steps > 0) {
        refractory[i] = steps;
        slice.rest(i);
      }
    }
  }

  @Override
  public final void clamp(Block block, Slice slice) {
    int count = slice.restingCount();
    if (count == 0) return;
    double[] v = block.state(0);
    double[] resets = block.derived()[V_RESET];
    int[] refractory = block.refractory();
    int[] resting = slice.resting();
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int i = resting[k];
      v[i] = value(resets, i);
      // A spike at grid point s with r steps of rest holds the points s + 1 … s + r; integration
      // goes on from there, exactly t_ref later.
      int left = refractory[i] - 1;
      refractory[i] = left;
      if (left > 0) resting[kept++] = i;
    }
    slice.setRestingCount(kept);
  }

  @Override
  public final void force(Block block, Slice slice, int neuron) {
    block.state(0)[neuron] = value(block.derived()[V_TH], neuron);
    block.refractory()[neuron] = 0;
    slice.wake(neuron);
  }
}
