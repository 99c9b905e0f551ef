package org.neurarium.engine;

import java.util.Locale;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;

/// Tells people about a value that is no finite number.
final class NonFinite {

  private NonFinite() {}

  /// @param time when it was found (ms)
  static Problem problem(Circuit circuit, PlasticProjection projection, double time) {
    String name =
        circuit.find(projection.element()).map(Element::name).orElse(projection.element().text());
    String variable = projection.nonFinite().orElse("w");
    return Problem.error(
        Place.in(projection.element(), "synapse"),
        String.format(
            Locale.ROOT,
            "%s of a synapse in %s stopped being a finite number at %.6g ms",
            variable,
            name,
            time),
        "Look at the parameters of its "
            + projection.model().title()
            + " synapses: a rate of learning is probably too high, or a weight has no bound; then reset.");
  }

  /// @param time when it was found (ms)
  static Problem problem(Circuit circuit, RunningPopulation population, double time) {
    int neuron = population.nonFinite();
    NeuronModel model = population.block().model();
    String variable = model.states().getFirst().id();
    boolean inputsAreFinite = true;
    for (NeuronModel.State state : model.states()) {
      if (Double.isFinite(population.block().state(state.id())[neuron])) continue;
      if (inputsAreFinite) variable = state.id();
      if (!state.id().equals(model.states().getFirst().id())) {
        inputsAreFinite = false;
        variable = state.id();
      }
    }
    String name =
        circuit.find(population.element()).map(Element::name).orElse(population.element().text());
    return Problem.error(
        Place.in(population.element(), variable),
        String.format(
            Locale.ROOT,
            "%s of neuron %d in %s stopped being a finite number at %.6g ms",
            variable,
            neuron,
            name,
            time),
        inputsAreFinite
            ? "The time step is probably too long for this neuron's parameters or for the conductances it receives: make the step shorter, or the input weaker, then reset."
            : "What arrives there has grown beyond all bounds: look at the weights and rates of its inputs, then reset.");
  }
}
