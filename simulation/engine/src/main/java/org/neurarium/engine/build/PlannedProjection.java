package org.neurarium.engine.build;

import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.NeuronModel;

/// A projection with synapses and what is known of it before its rings are there.
///
/// @param receptor which it lands on, counted among those of the target's model that take the same
record PlannedProjection(
    Projection projection,
    NeuronSource from,
    Population to,
    NeuronModel.Receptor lands,
    int receptor,
    ProjectionPlan plan) {

  boolean couples() {
    return lands.input() == NeuronModel.Input.COUPLING;
  }
}
