package org.neurarium.app.canvas;

import org.neurarium.circuits.model.ModelCatalogue.Origin;
import org.neurarium.circuits.model.NeuronModel;

/// A population of a neuron model.
///
/// @param model of its neurons
/// @param origin where the model comes from; one from the person's folder goes into the circuit with its first population, and travels with it
public record ModelPart(NeuronModel model, Origin origin) implements Placeable {

  @Override
  public String title() {
    return model.title();
  }

  @Override
  public String summary() {
    return model.id();
  }
}
