package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// What a probe records.
public sealed interface Recording {

  /// Spikes of populations or stimuli, shown as a raster.
  record Spikes(NeuronSelection neurons) implements Recording {}

  /// A state variable of some neurons, shown as traces.
  ///
  /// @param variable id of the state variable, such as `V_m`
  record State(String variable, NeuronSelection neurons) implements Recording {
    /// Most neurons of a population whose traces a probe keeps: the first ones of its selection.
    public static final int MOST_TRACES = 64;
  }

  /// The weights of projections, shown as a heatmap.
  record Weights() implements Recording {}

  /// The membrane potential along the tree of one neuron with dendrites, over time (a kymograph).
  ///
  /// @param neuron its number, from 0
  record Kymograph(int neuron) implements Recording {
    /// Most segments of a tree that are kept.
    public static final int MOST_SEGMENTS = 256;
  }

  /// The concentration of modulator sources, shown as traces; in a field, its mean over all places.
  record Concentration() implements Recording {
    /// The name under which it is recorded.
    public static final String VARIABLE = "concentration";
  }

  /// The population rate in bins of this width.
  record Rate(Quantity bin) implements Recording {}
}
