package org.neurarium.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.kernel.Linearisation;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;

/// Tells people about the first value that is no finite number: which one, when, and why, as far as can be known.
final class NonFinite {

  private final Circuit circuit;
  private final RunningPopulation population;
  private final RunningPopulation.Broken broken;
  private final double dt;

  private NonFinite(
      Circuit circuit, RunningPopulation population, RunningPopulation.Broken broken, double dt) {
    this.circuit = circuit;
    this.population = population;
    this.broken = broken;
    this.dt = dt;
  }

  /// @param time when it was found (ms)
  private static Problem problem(Circuit circuit, PlasticProjection projection, double time) {
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
            + " synapses: a rate of learning is probably too high, or a weight has no bound; then"
            + " reset.");
  }

  /// What went wrong first; empty where every value is a finite number.
  static Optional<Problem> problem(Circuit circuit, Network network) {
    RunningPopulation first = null;
    RunningPopulation.Broken earliest = null;
    for (RunningPopulation p : network.populations()) {
      Optional<RunningPopulation.Broken> broken = p.broken();
      if (broken.isEmpty() || (earliest != null && earliest.step() <= broken.get().step()))
        continue;
      first = p;
      earliest = broken.get();
    }
    for (PlasticProjection p : network.plastics())
      if (p.brokenStep() >= 0 && (earliest == null || p.brokenStep() < earliest.step()))
        return Optional.of(problem(circuit, p, p.brokenStep() * network.dt()));
    if (first == null || earliest == null) return Optional.empty();
    return Optional.of(new NonFinite(circuit, first, earliest, network.dt()).problem());
  }

  private Problem problem() {
    NeuronModel model = population.block().model();
    String variable = model.states().get(broken.state()).id();
    String name =
        circuit.find(population.element()).map(Element::name).orElse(population.element().text());
    return Problem.error(
        Place.in(population.element(), variable),
        String.format(
            Locale.ROOT,
            "%s of neuron %d in %s stopped being a finite number at %s ms%s",
            variable,
            broken.neuron(),
            name,
            time(),
            cause()),
        hint());
  }

  private String time() {
    return Quantity.format(Math.rint(broken.step() * dt * 1e6) / 1e6);
  }

  private Linearisation equations() {
    return new Linearisation(population.kernel(), population.block(), broken.neuron());
  }

  private boolean isFlooded() {
    return population.isFlooded(broken.neuron());
  }

  private OptionalDouble tooFast() {
    OptionalDouble fastest = equations().fastest();
    return fastest.isPresent() && fastest.getAsDouble() < dt / 2 ? fastest : OptionalDouble.empty();
  }

  private String cause() {
    if (isFlooded()) return ": what arrives there has grown beyond all bounds";
    if (!equations().isFiniteAtStart())
      return ": its equations have no finite value where it starts";
    OptionalDouble fastest = tooFast();
    if (fastest.isPresent())
      return ": dt = "
          + Quantity.format(dt)
          + " ms is too long for a time constant of "
          + String.format(Locale.ROOT, "%.2g", fastest.getAsDouble())
          + " ms";
    return "";
  }

  private String hint() {
    if (isFlooded()) return "Look at the weights and rates of its inputs, then reset.";
    if (!equations().isFiniteAtStart())
      return "Look for a division by zero, a logarithm or a root there, and at parameters that are"
          + " 0; then reset.";
    if (tooFast().isPresent())
      return "Make the time step shorter, or the time constant longer, then reset.";
    return "Its equations let it grow without bounds: a spike condition may be missing, an input"
        + " too strong, a divisor may become 0, or the time step be too long. Change that,"
        + " then reset.";
  }
}
