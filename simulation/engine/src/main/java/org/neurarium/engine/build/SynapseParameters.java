package org.neurarium.engine.build;

import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;

/// The parameters of a projection's synapses as the engine takes them.
public final class SynapseParameters {

  private SynapseParameters() {}

  /// Values in the model's order, in engine units; defaults where the projection says nothing.
  public static double[] of(Synapse synapse, SynapseModel model) {
    return model.parameters().stream()
        .mapToDouble(p -> {
          Quantity own = synapse.parameters().get(p.id());
          return (own == null ? p.standard() : own).engineValue();
        })
        .toArray();
  }
}
