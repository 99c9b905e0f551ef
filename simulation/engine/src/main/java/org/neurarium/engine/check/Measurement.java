package org.neurarium.engine.check;

import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.Measure;
import org.neurarium.circuits.file.SpikeListCsv;
import org.neurarium.engine.measure.SpikeLog;
import org.neurarium.engine.measure.SpikeTrains;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.engine.observe.WorldFrame;

/// A finished run, ready to be measured. What is not in the run (a population that a lesion removed) gives NaN.
///
/// @param dt length of a step (ms)
/// @param directory whose neurons are whose
/// @param spikes all of the run
/// @param weights the projections' synapses
/// @param worlds as they were at the end
/// @param files beside the circuit
/// @param protocol whose window counts
record Measurement(
    double dt,
    NeuronDirectory directory,
    SpikeLog spikes,
    Map<ElementId, WeightView> weights,
    Map<ElementId, WorldFrame> worlds,
    DataFiles files,
    Checks protocol) {

  /// Takes a measure.
  double take(Measure measure) {
    return switch (measure) {
      case Measure.OfSpikes m -> trains(m).map(trains -> take(m, trains)).orElse(Double.NaN);
      case Measure.SynapseCount m -> view(m).map(w -> (double) w.synapses()).orElse(Double.NaN);
      case Measure.MeanWeight m -> view(m).map(Measurement::meanWeight).orElse(Double.NaN);
      case Measure.OfWorld m ->
          Optional.ofNullable(worlds.get(m.of())).map(w -> take(m, w)).orElse(Double.NaN);
      case Measure.Difference m -> take(m.first()) - take(m.second());
      case Measure.Ratio m -> take(m.first()) / take(m.second());
    };
  }

  private double take(Measure.OfSpikes measure, SpikeTrains trains) {
    return switch (measure) {
      case Measure.Rate _ -> trains.rate();
      case Measure.SpikeCount _ -> trains.spikes();
      case Measure.CvIsi _ -> trains.cvIsi();
      case Measure.Fano fano -> trains.fano(fano.bin().engineValue());
      case Measure.MeanSpikeTime _ -> trains.meanTime();
      case Measure.SpikeTimeSpread _ -> trains.timeSpread();
      case Measure.LastSpike _ -> trains.lastTime();
      case Measure.SpikeTimeError error ->
          trains.distanceTo(SpikeListCsv.read(error.file(), files).spikes().times());
    };
  }

  private static double take(Measure.OfWorld measure, WorldFrame world) {
    return switch (measure) {
      case Measure.BetterChoices m -> world.betterShare(m.last());
      case Measure.MedianEffort m -> world.medianEffort(m.last());
      case Measure.ChoiceCount _ -> world.choices();
    };
  }

  private Optional<WeightView> view(Measure.OfSynapses measure) {
    return Optional.ofNullable(weights.get(measure.of()));
  }

  private static double meanWeight(WeightView weights) {
    double[] mean = new double[1];
    weights.fill(mean, new int[1], 1, 1);
    return mean[0];
  }

  private Optional<SpikeTrains> trains(Measure.OfSpikes measure) {
    double start = protocol.windowStart().engineValue();
    double end = protocol.windowEnd().engineValue();
    return directory
        .entry(measure.of())
        .map(entry -> SpikeTrains.of(spikes, entry, measure.neurons(), dt, start, end));
  }
}
