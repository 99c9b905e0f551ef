package org.neurarium.circuits.check;

import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.units.Quantity;

/// A number that a run gives. Spikes count when they fall into the window of the [Checks]; a measure of what did not happen
/// (the CV of silent neurons) is NaN, and no target accepts that.
public sealed interface Measure {

  /// The unit of the number, for people; empty for a pure number.
  String unit();

  /// A measure of the spikes of some neurons.
  sealed interface OfSpikes extends Measure {
    /// A population or a stimulus with spikes.
    ElementId of();

    /// Which of its neurons.
    NeuronSelection neurons();
  }

  /// A measure of the synapses of a projection, as they are at the end of the run.
  sealed interface OfSynapses extends Measure {
    /// A projection.
    ElementId of();
  }

  /// A measure of what came of the trials in a world, as they are at the end of the run.
  sealed interface OfWorld extends Measure {
    /// A world.
    ElementId of();
  }

  /// A measure made of two others.
  sealed interface OfTwo extends Measure {
    Measure first();

    Measure second();
  }

  /// Spikes per neuron and second (Hz).
  record Rate(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "Hz";
    }
  }

  /// Number of spikes.
  record SpikeCount(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Mean over neurons with at least 10 inter-spike intervals of their coefficient of variation.
  record CvIsi(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Variance over mean of the neurons' pooled spike count in consecutive bins: 1 when they are independent Poisson neurons.
  ///
  /// @param bin a time
  record Fano(ElementId of, NeuronSelection neurons, Quantity bin) implements OfSpikes {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Mean time of the spikes (ms).
  record MeanSpikeTime(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "ms";
    }
  }

  /// Standard deviation of the spikes' times (ms): how narrow a volley is.
  record SpikeTimeSpread(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "ms";
    }
  }

  /// Time of the last spike (ms).
  record LastSpike(ElementId of, NeuronSelection neurons) implements OfSpikes {
    @Override
    public String unit() {
      return "ms";
    }
  }

  /// Largest difference (ms) between the spikes' times and those in a file, one by one in order; infinite when their numbers differ.
  ///
  /// @param file CSV with the column `t_ms`, path relative to the project's folder
  record SpikeTimeError(ElementId of, NeuronSelection neurons, String file) implements OfSpikes {
    @Override
    public String unit() {
      return "ms";
    }
  }

  /// Number of synapses.
  record SynapseCount(ElementId of) implements OfSynapses {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Mean weight, in the unit of the receptor.
  record MeanWeight(ElementId of) implements OfSynapses {
    @Override
    public String unit() {
      return "receptor's unit";
    }
  }

  /// Of the last choices in a world, the part that was as good as could be.
  ///
  /// @param last how many choices count
  record BetterChoices(ElementId of, int last) implements OfWorld {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Median, over the last trials in a world that have one, of what it took over what it had to take: moves in a maze, the path of a cursor.
  ///
  /// @param last how many trials count
  record MedianEffort(ElementId of, int last) implements OfWorld {
    @Override
    public String unit() {
      return "";
    }
  }

  /// Number of trials in a world in which something was chosen.
  record ChoiceCount(ElementId of) implements OfWorld {
    @Override
    public String unit() {
      return "";
    }
  }

  /// The first measure minus the second.
  record Difference(Measure first, Measure second) implements OfTwo {
    @Override
    public String unit() {
      return first.unit();
    }
  }

  /// The first measure over the second.
  record Ratio(Measure first, Measure second) implements OfTwo {
    @Override
    public String unit() {
      return "";
    }
  }
}
