package org.neurarium.engine;

import org.neurarium.circuits.Wiring;

/// Cells and channels for tests, and short ways to run them.
final class Dendrites {

  static final Wiring ALL = new Wiring.AllToAll();

  /// A conductance with a rise and a decay that peaks at the weight.
  static final String TWO_EXP =
      """
      channel two_exp "Two exponentials"
        parameter E = 0 mV in -100 .. 100 "reversal potential"
        parameter tau_rise = 0.5 ms in 0.05 .. 20 positive "rise"
        parameter tau_decay = 3 ms in 0.1 .. 200 positive "decay"
        state g = 0 nS "conductance"
        state x = 0 nS "drive"
        receptor syn : nS excites typical 2 nS "synapses"
        t_peak = tau_decay/exprel(log(tau_decay/tau_rise)) : ms
        dg/dt = (x - g)/tau_decay : nS
        dx/dt = -x/tau_rise : nS
        on syn x += weight*exp(t_peak/tau_rise)
        current g*(v - E) : pA
      """;

  /// AMPA and NMDA receptors of one synapse, with the block by magnesium of Jahr and Stevens (1990, doi:10.1523/JNEUROSCI.10-09-03178.1990).
  static final String AMPA_NMDA =
      """
      channel ampa_nmda "AMPA and NMDA"
        parameter g_A = 0.25 nS in 0 .. 10 not negative "AMPA"
        parameter g_N = 0.8 nS in 0 .. 10 not negative "NMDA"
        parameter rise_A = 0.2 ms in 0.05 .. 20 positive "rise of AMPA"
        parameter decay_A = 2 ms in 0.1 .. 200 positive "decay of AMPA"
        parameter rise_N = 3 ms in 0.05 .. 20 positive "rise of NMDA"
        parameter decay_N = 70 ms in 0.1 .. 200 positive "decay of NMDA"
        state a = 0 "AMPA"
        state x = 0 "drive of AMPA"
        state b = 0 "NMDA"
        state y = 0 "drive of NMDA"
        receptor syn : 1 excites typical 1 "synapses"
        peak_A = decay_A/exprel(log(decay_A/rise_A)) : ms
        peak_N = decay_N/exprel(log(decay_N/rise_N)) : ms
        da/dt = (x - a)/decay_A : 1
        dx/dt = -x/rise_A : 1
        db/dt = (y - b)/decay_N : 1
        dy/dt = -y/rise_N : 1
        on syn x += weight*exp(peak_A/rise_A) ; y += weight*exp(peak_N/rise_N)
        block = 1/(1 + exp(-0.062*v/(1 mV))/3.57) : 1
        current (g_A*a + g_N*b*block)*v : pA
      """;

  /// The straight cable of the reference case.
  static String straight(int segments) {
    return """
    cell straight "Straight cable"
      membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV
      compartment soma length 20 um diameter 20 um
      compartment dend on soma length 600 um diameter 1.5 um segments %d
      insert leak in all g = 0.05 mS/cm^2, E = -70 mV
      insert two_exp in all
    """
        .formatted(segments);
  }

  /// The branched cable of the reference case.
  static final String FORK =
      """
      cell fork "Branched cable"
        membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV
        compartment soma length 20 um diameter 20 um
        compartment trunk on soma length 200 um diameter 3 um segments 10
        compartment left on trunk length 250 um diameter 1.2 um segments 10
        compartment right on trunk length 150 um diameter 0.8 um segments 10
        insert leak in all g = 0.05 mS/cm^2, E = -70 mV
        insert two_exp in all
      """;

  private Dendrites() {}

  /// Runs a circuit and gives a variable of the first neuron of population `p` at all grid points from 0 on.
  static double[][] traces(Simulation simulation, int steps, String... variables) {
    double[][] traces = new double[variables.length][steps + 1];
    for (int k = 0; k <= steps; k++) {
      if (k > 0)
        simulation
            .advance(1)
            .ifPresent(p -> {
              throw new AssertionError(p.toString());
            });
      for (int v = 0; v < variables.length; v++)
        traces[v][k] = simulation.state(Sketch.id("p"), variables[v]).orElseThrow()[0];
    }
    return traces;
  }

  static double max(double[] values) {
    double most = values[0];
    for (double x : values) most = Math.max(most, x);
    return most;
  }
}
