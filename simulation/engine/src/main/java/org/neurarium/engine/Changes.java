package org.neurarium.engine;

import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.build.PopulationValues;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.RunningPopulation;

/// Changes a network between two steps.
final class Changes {

  private final ModelCatalogue models;
  private final Network network;

  Changes(ModelCatalogue models, Network network) {
    this.models = models;
    this.network = network;
  }

  /// Sets everything back to the start of a run.
  void start(Circuit circuit) {
    for (RunningPopulation running : network.populations()) {
      Population population = circuit.find(running.element(), Population.class).orElseThrow();
      PopulationValues.start(running.block(), population, network.seed());
      for (DelayRing ring : running.rings()) ring.clear();
      running.restart();
    }
  }
}
