package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;

import java.util.List;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Recording;

/// What a probe records.
final class RecordingFormat {

  static final Format<Recording> RECORDING =
      new VariantFormat<Recording>("a recording")
          .with(
              "spikes",
              Recording.Spikes.class,
              ObjectFormat.of(
                  "a recording of spikes",
                  optional(
                      "neurons", Formats.NEURONS, Recording.Spikes::neurons, NeuronSelection.ALL),
                  Recording.Spikes::new))
          .with("state", Recording.State.class, state())
          .with(
              "kymograph",
              Recording.Kymograph.class,
              ObjectFormat.of(
                  "a kymograph",
                  Field.optional("neuron", Formats.INTEGER, Recording.Kymograph::neuron, 0),
                  Recording.Kymograph::new))
          .with(
              "weights",
              Recording.Weights.class,
              ObjectFormat.empty("a recording of weights", new Recording.Weights()))
          .with(
              "concentration",
              Recording.Concentration.class,
              ObjectFormat.empty("a recording of concentrations", new Recording.Concentration()))
          .with(
              "rate",
              Recording.Rate.class,
              ObjectFormat.of(
                  "a recording of the rate",
                  required("bin", Formats.QUANTITY, Recording.Rate::bin),
                  Recording.Rate::new));

  private RecordingFormat() {}

  private static ObjectFormat<Recording.State> state() {
    Field<Recording.State, String> variable =
        required("variable", Formats.NAME, Recording.State::variable);
    Field<Recording.State, NeuronSelection> neurons =
        optional("neurons", Formats.NEURONS, Recording.State::neurons, NeuronSelection.ALL);
    return new ObjectFormat<>(
        "a recording of a state variable",
        List.of(variable, neurons),
        in -> new Recording.State(in.get(variable), in.get(neurons)));
  }
}
