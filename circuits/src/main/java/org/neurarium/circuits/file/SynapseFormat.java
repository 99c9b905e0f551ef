package org.neurarium.circuits.file;

import static org.neurarium.circuits.file.Field.optional;
import static org.neurarium.circuits.file.Field.required;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.units.Quantity;

/// What the synapses of a projection do: the name of a model, or an object that sets some of its parameters as well.
final class SynapseFormat implements Format<Synapse> {

  static final Format<Synapse> SYNAPSE = new SynapseFormat();

  private static final ObjectFormat<Synapse> WITH_PARAMETERS = withParameters();

  private SynapseFormat() {}

  private static ObjectFormat<Synapse> withParameters() {
    Field<Synapse, String> model = required("model", Formats.NAME, Synapse::model);
    Field<Synapse, Map<String, Quantity>> parameters =
        optional("parameters", Formats.byName(Formats.QUANTITY), Synapse::parameters, Map.of());
    return new ObjectFormat<>(
        "a synapse",
        List.of(model, parameters),
        in -> new Synapse(in.get(model), in.get(parameters)));
  }

  @Override
  public Optional<Synapse> read(Json json, Where where) {
    return json instanceof Json.Text
        ? Formats.NAME.read(json, where).map(Synapse::of)
        : WITH_PARAMETERS.read(json, where);
  }

  @Override
  public Json write(Synapse value) {
    return value.parameters().isEmpty()
        ? Formats.NAME.write(value.model())
        : WITH_PARAMETERS.write(value);
  }
}
