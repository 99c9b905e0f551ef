package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;
import static org.neurarium.circuits.file.Formats.ID;
import static org.neurarium.circuits.file.Formats.NAME;
import static org.neurarium.circuits.file.Formats.QUANTITY;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.check.Measure;
import org.neurarium.circuits.units.Quantity;

/// The list of measures: the one place that says how each is written.
final class MeasureFormat {

  /// Measures of two measures read their parts by this same list.
  private static final Format<Measure> PART =
      new Format<>() {
        @Override
        public Optional<Measure> read(Json json, Where where) {
          return MeasureFormat.MEASURE.read(json, where);
        }

        @Override
        public Json write(Measure value) {
          return MeasureFormat.MEASURE.write(value);
        }
      };

  static final Format<Measure> MEASURE =
      new VariantFormat<Measure>("a measure")
          .with("rate_hz", Measure.Rate.class, ofSpikes(Measure.Rate::new))
          .with("spike_count", Measure.SpikeCount.class, ofSpikes(Measure.SpikeCount::new))
          .with("cv_isi", Measure.CvIsi.class, ofSpikes(Measure.CvIsi::new))
          .with("fano", Measure.Fano.class, fano())
          .with(
              "mean_spike_time_ms",
              Measure.MeanSpikeTime.class,
              ofSpikes(Measure.MeanSpikeTime::new))
          .with(
              "spike_time_spread_ms",
              Measure.SpikeTimeSpread.class,
              ofSpikes(Measure.SpikeTimeSpread::new))
          .with("last_spike_ms", Measure.LastSpike.class, ofSpikes(Measure.LastSpike::new))
          .with("spike_time_error_ms", Measure.SpikeTimeError.class, spikeTimeError())
          .with("synapse_count", Measure.SynapseCount.class, ofSynapses(Measure.SynapseCount::new))
          .with("mean_weight", Measure.MeanWeight.class, ofSynapses(Measure.MeanWeight::new))
          .with(
              "better_choices",
              Measure.BetterChoices.class,
              ofTrials(
                  Measure.BetterChoices::of,
                  Measure.BetterChoices::last,
                  Measure.BetterChoices::new))
          .with(
              "median_effort",
              Measure.MedianEffort.class,
              ofTrials(
                  Measure.MedianEffort::of, Measure.MedianEffort::last, Measure.MedianEffort::new))
          .with(
              "choice_count",
              Measure.ChoiceCount.class,
              ObjectFormat.of(
                  "a number of choices",
                  required("of", ID, Measure.ChoiceCount::of),
                  Measure.ChoiceCount::new))
          .with("difference", Measure.Difference.class, ofTwo(Measure.Difference::new))
          .with("ratio", Measure.Ratio.class, ofTwo(Measure.Ratio::new));

  private MeasureFormat() {}

  private static <M extends Measure.OfSpikes> Field<M, NeuronSelection> neurons() {
    return optional("neurons", Formats.NEURONS, Measure.OfSpikes::neurons, NeuronSelection.ALL);
  }

  private static <M extends Measure.OfSpikes> ObjectFormat<M> ofSpikes(
      BiFunction<ElementId, NeuronSelection, M> make) {
    Field<M, ElementId> of = required("of", ID, Measure.OfSpikes::of);
    Field<M, NeuronSelection> neurons = neurons();
    return new ObjectFormat<>(
        "a measure of spikes", List.of(of, neurons), in -> make.apply(in.get(of), in.get(neurons)));
  }

  private static ObjectFormat<Measure.Fano> fano() {
    Field<Measure.Fano, ElementId> of = required("of", ID, Measure.Fano::of);
    Field<Measure.Fano, NeuronSelection> neurons = neurons();
    Field<Measure.Fano, Quantity> bin = required("bin", QUANTITY, Measure.Fano::bin);
    return new ObjectFormat<>(
        "a Fano factor",
        List.of(of, neurons, bin),
        in -> new Measure.Fano(in.get(of), in.get(neurons), in.get(bin)));
  }

  private static ObjectFormat<Measure.SpikeTimeError> spikeTimeError() {
    Field<Measure.SpikeTimeError, ElementId> of = required("of", ID, Measure.SpikeTimeError::of);
    Field<Measure.SpikeTimeError, NeuronSelection> neurons = neurons();
    Field<Measure.SpikeTimeError, String> file =
        required("file", NAME, Measure.SpikeTimeError::file);
    return new ObjectFormat<>(
        "a comparison of spike times",
        List.of(of, neurons, file),
        in -> new Measure.SpikeTimeError(in.get(of), in.get(neurons), in.get(file)));
  }

  private static <M extends Measure.OfSynapses> ObjectFormat<M> ofSynapses(
      Function<ElementId, M> make) {
    return ObjectFormat.of(
        "a measure of synapses", required("of", ID, Measure.OfSynapses::of), make);
  }

  private static <M extends Measure.OfWorld> ObjectFormat<M> ofTrials(
      Function<M, ElementId> of,
      Function<M, Integer> last,
      BiFunction<ElementId, Integer, M> make) {
    Field<M, ElementId> world = required("of", ID, of);
    Field<M, Integer> trials = required("last", Formats.INTEGER, last);
    return new ObjectFormat<>(
        "a measure of trials",
        List.of(world, trials),
        in -> make.apply(in.get(world), in.get(trials)));
  }

  private static <M extends Measure.OfTwo> ObjectFormat<M> ofTwo(
      BiFunction<Measure, Measure, M> make) {
    Field<M, Measure> first = required("first", PART, Measure.OfTwo::first);
    Field<M, Measure> second = required("second", PART, Measure.OfTwo::second);
    return new ObjectFormat<>(
        "a measure of two measures",
        List.of(first, second),
        in -> make.apply(in.get(first), in.get(second)));
  }
}
