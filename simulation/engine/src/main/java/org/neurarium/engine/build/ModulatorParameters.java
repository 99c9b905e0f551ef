package org.neurarium.engine.build;

import java.util.Map;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.units.Quantity;

/// The parameters of a modulator source as the engine takes them.
public final class ModulatorParameters {

  private ModulatorParameters() {}

  /// Values in the model's order, in engine units; defaults where the source says nothing.
  public static double[] of(Map<String, Quantity> own, ModulatorModel model) {
    return model.parameters().stream()
        .mapToDouble(p -> own.getOrDefault(p.id(), p.standard()).engineValue())
        .toArray();
  }
}
