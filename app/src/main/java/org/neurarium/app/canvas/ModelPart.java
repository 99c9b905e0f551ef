package org.neurarium.app.canvas;

import org.neurarium.circuits.model.ModelCatalogue.Entry;

/// A population of a neuron model.
///
/// @param entry of a neuron model in the catalogue; one from the person's folder goes into the circuit with its first population, and travels with it
public record ModelPart(Entry entry) implements Placeable {

  @Override
  public String title() {
    return entry.title();
  }

  @Override
  public String summary() {
    return entry.id();
  }
}
