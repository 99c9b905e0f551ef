package org.neurarium.app.canvas;

import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue.Entry;

/// A population of a neuron model, or a source of a modulator.
///
/// @param entry of a model in the catalogue; one from the person's folder goes into the circuit with the first part of it, and travels with it
public record ModelPart(Entry entry) implements Placeable {

  @Override
  public String title() {
    return entry.title();
  }

  @Override
  public String summary() {
    return entry.kind() == Model.Kind.MODULATOR ? Substance.of(entry.id()).summary() : entry.id();
  }
}
