package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.BuildMonitor;

/// What everybody who works on one network has to know. Used by one thread.
///
/// @param models the circuit's own ones among them
/// @param listings reads the lists that the circuit refers to
/// @param monitor sees how far the build is, and may end it
/// @param problems found so far; grows
record BuildContext(
    Circuit circuit,
    ModelCatalogue models,
    Listings listings,
    BuildMonitor monitor,
    List<Problem> problems) {

  static BuildContext of(
      Circuit circuit, DataFiles files, ModelCatalogue models, BuildMonitor monitor) {
    List<Problem> problems = new ArrayList<>();
    Listings listings = new Listings(files, circuit.run().dt().engineValue(), problems);
    return new BuildContext(circuit, models.including(circuit), listings, monitor, problems);
  }

  /// Length of a step (ms).
  double dt() {
    return circuit.run().dt().engineValue();
  }

  long seed() {
    return circuit.run().seed();
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  NeuronModel model(String id) {
    return models.neuron(id).orElseThrow();
  }

  Population target(Projection p) {
    return circuit.find(p.to(), Population.class).orElseThrow();
  }

  /// Where a projection lands.
  NeuronModel.Receptor receptor(Projection p) {
    return model(target(p).model()).receptor(p.receptor()).orElseThrow();
  }

  /// Populations, then stimuli with spikes of their own: the segments of a network.
  List<NeuronSource> sources() {
    List<NeuronSource> all = new ArrayList<>(circuit.populations());
    for (Stimulus s : circuit.stimuli()) if (MemoryEstimate.isWired(s)) all.add(s);
    return all;
  }

  /// The listed connections of a projection that has a list; null for others.
  @Nullable ConnectionRows listed(Projection p, int sources, int targets) {
    return p.wiring() instanceof Wiring.FromList named
        ? listings.connections(named.file(), p, sources, targets, receptor(p).weightUnit())
        : null;
  }

  /// The number of a receptor among those of a model that take the same kind of input.
  static int number(NeuronModel model, NeuronModel.Receptor receptor) {
    return model.receptors().stream()
        .filter(r -> r.input() == receptor.input())
        .toList()
        .indexOf(receptor);
  }
}
