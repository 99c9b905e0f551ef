package org.neurarium.circuits.model;

import java.util.List;
import java.util.Optional;

/// The models that circuits can name. Passed to whoever needs it; there is no global list.
///
/// @param neurons in the order in which a list should show them, ids unique
public record ModelCatalogue(List<NeuronModel> neurons) {

  public ModelCatalogue {
    neurons = List.copyOf(neurons);
  }

  /// The models that come with Neurarium.
  public static ModelCatalogue builtIn() {
    return new ModelCatalogue(BuiltInModels.all());
  }

  /// The model with this id.
  public Optional<NeuronModel> neuron(String id) {
    return neurons.stream().filter(m -> m.id().equals(id)).findFirst();
  }
}
