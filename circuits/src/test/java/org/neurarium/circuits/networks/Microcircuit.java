package org.neurarium.circuits.networks;

import java.util.List;

/// The published numbers of the cortical microcircuit of Potjans & Diesmann (2014), doi:10.1093/cercor/bhs358, and what follows from them at any scale.
///
/// A scale s takes the part s of the neurons and the part s of each neuron's inputs. Weights grow by 1/√s, so that inputs fluctuate as in the full network, and
/// a constant current makes up for what is lost of their mean (van Albada, Helias & Diesmann 2015, doi:10.1371/journal.pcbi.1004490).
///
/// @param scale above 0, at most 1
record Microcircuit(double scale) {

  static final List<String> NAMES =
      List.of("L2/3E", "L2/3I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I");

  private static final int[] NEURONS = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};

  /// Table 5 there: probability that a neuron of the column's population is connected to one of the row's, at least once.
  private static final double[][] PROBABILITY = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0},
    {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0},
    {0.0077, 0.0059, 0.0497, 0.1350, 0.0067, 0.0003, 0.0453, 0},
    {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0},
    {0.0548, 0.0269, 0.0257, 0.0022, 0.0600, 0.3158, 0.0086, 0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.0010, 0.0034, 0.0005, 0.0277, 0.0080, 0.0658, 0.1443},
  };

  /// Inputs from outside that each neuron has, each firing at 8 Hz.
  private static final int[] OUTSIDE = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};

  private static final double OUTSIDE_HZ = 8;

  /// Rates of the full network (Hz), which say what mean input is lost; as in the network's implementation that comes with NEST.
  private static final double[] RATES = {0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829};

  /// Start potentials near those at which the network settles (mV), as in the network's implementation that comes with NEST.
  private static final double[] START_MEAN = {
    -68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43
  };

  private static final double[] START_SD = {5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48};

  static final double CAPACITANCE_PF = 250;
  static final double TAU_M_MS = 10;
  static final double TAU_SYN_MS = 0.5;

  /// How much stronger an inhibitory synapse is.
  private static final double INHIBITION = 4;

  /// What one excitatory spike does to the potential at most.
  private static final double PSP_MV = 0.15;

  int neurons(int population) {
    return (int) Math.rint(NEURONS[population] * scale);
  }

  static boolean excites(int population) {
    return population % 2 == 0;
  }

  /// How many synapses there are between two populations: drawn with replacement, so many that a pair is connected with the published probability.
  long synapses(int to, int from) {
    return Math.round(fullSynapses(to, from) * scale * scale);
  }

  private static double fullSynapses(int to, int from) {
    double pairs = (double) NEURONS[to] * NEURONS[from];
    return Math.rint(Math.log1p(-PROBABILITY[to][from]) / Math.log1p(-1 / pairs));
  }

  /// Mean weight (pA).
  double weight(int to, int from) {
    return fullWeight(to, from) / Math.sqrt(scale);
  }

  private static double fullWeight(int to, int from) {
    if (!excites(from)) return -INHIBITION * current();
    boolean doubled = NAMES.get(to).equals("L2/3E") && NAMES.get(from).equals("L4E");
    return doubled ? 2 * current() : current();
  }

  /// Weight of inputs from outside (pA).
  double outsideWeight() {
    return current() / Math.sqrt(scale);
  }

  /// The jump of an exponential current after which the potential peaks at [#PSP_MV] (pA).
  private static double current() {
    double ratio = TAU_SYN_MS / TAU_M_MS;
    double peak =
        (TAU_M_MS * TAU_SYN_MS / (TAU_M_MS - TAU_SYN_MS) / CAPACITANCE_PF)
            * (Math.pow(ratio, TAU_SYN_MS / (TAU_M_MS - TAU_SYN_MS))
                - Math.pow(ratio, TAU_M_MS / (TAU_M_MS - TAU_SYN_MS)));
    return PSP_MV / peak;
  }

  /// Spikes per second from outside that each neuron receives.
  double outsideRate(int population) {
    return Math.rint(OUTSIDE[population] * scale) * OUTSIDE_HZ;
  }

  /// The mean of that input as a current (pA).
  double outsideCurrent(int population) {
    return TAU_SYN_MS * 1e-3 * outsideRate(population) * outsideWeight();
  }

  /// The current that makes up for the mean input lost by scaling (pA).
  double compensation(int population) {
    double full = OUTSIDE_HZ * OUTSIDE[population] * current();
    for (int from = 0; from < NEURONS.length; from++)
      full +=
          RATES[from]
              * fullSynapses(population, from)
              / NEURONS[population]
              * fullWeight(population, from);
    return TAU_SYN_MS * 1e-3 * (1 - Math.sqrt(scale)) * full;
  }

  static double startMean(int population) {
    return START_MEAN[population];
  }

  static double startSd(int population) {
    return START_SD[population];
  }

  /// Mean of a synapse's delay (ms); its standard deviation is half of it.
  static double delay(int from) {
    return excites(from) ? 1.5 : 0.75;
  }
}
