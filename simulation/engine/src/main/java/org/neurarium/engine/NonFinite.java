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
import org.neurarium.engine.kernel.Fault;
import org.neurarium.engine.kernel.Linearisation;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;

/// Tells people about the first value that is no finite number: which one, when, and why, as far as can be known.
final class NonFinite {

  /// As far as anything sound goes, in engine units.
  private static final double FAR = 1e6;

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

  /// The operation that is to blame for it, as far as that can be seen from where the neuron starts, or from where it is.
  private Optional<Fault> fault() {
    Optional<Fault> found = fault(present(), (broken.step() - 1) * dt);
    return found.isPresent() || equations().isFiniteAtStart() ? found : fault(start(), 0);
  }

  private Optional<Fault> fault(double[] states, double time) {
    return Fault.find(population.block(), broken.neuron(), states, time)
        .filter(f -> f.kind() != Fault.Kind.OVERFLOW);
  }

  private double[] start() {
    return equations().start();
  }

  /// The states as they are; those that are no finite numbers as they were at the start.
  private double[] present() {
    double[] states = start();
    for (int s = 0; s < states.length; s++) {
      double value = population.block().state(s)[broken.neuron()];
      if (Double.isFinite(value)) states[s] = value;
    }
    return states;
  }

  /// The operation that the broken state would have met on its way beyond all bounds, or on its way below 0.
  private Optional<Fault> faultUnderWay() {
    double value = population.block().state(broken.state())[broken.neuron()];
    for (double size = 1; size <= FAR; size *= 10)
      for (double sign : new double[] {1, -1}) {
        if (sign * value < 0) continue; // not the way it went; what is no number may have gone both
        double[] states = present();
        states[broken.state()] = sign * size;
        Optional<Fault> found = fault(states, (broken.step() - 1) * dt);
        if (found.isPresent()) return found;
      }
    return Optional.empty();
  }

  private Optional<Fault> likelyFault() {
    Optional<Fault> fault = fault();
    return fault.isPresent() || tooFast().isPresent() ? fault : faultUnderWay();
  }

  private String cause() {
    if (isFlooded()) return ": what arrives there has grown beyond all bounds";
    Optional<Fault> fault = likelyFault();
    if (fault.isPresent()) return ": " + words(fault.get().kind()) + place(fault.get());
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

  private static String words(Fault.Kind kind) {
    return switch (kind) {
      case DIVISION_BY_ZERO -> "a division by zero";
      case LOGARITHM -> "the logarithm of a number that is not above 0";
      case ROOT -> "the square root of a negative number";
      case EXPONENTIAL -> "an exponential beyond all numbers";
      case POWER -> "a power that is no finite number";
      case OVERFLOW -> "numbers beyond all bounds";
    };
  }

  private String place(Fault fault) {
    return fault.at().line() == 0
        ? ""
        : " in line " + fault.at().line() + " of " + population.block().model().id();
  }

  private String hint() {
    if (isFlooded()) return "Look at the weights and rates of its inputs, then reset.";
    Optional<Fault> fault = likelyFault();
    if (fault.isPresent()) return hint(fault.get().kind());
    if (!equations().isFiniteAtStart())
      return "Look for a division by zero, a logarithm or a root there, and at parameters that are"
          + " 0; then reset.";
    if (tooFast().isPresent())
      return "Make the time step shorter, or the time constant longer, then reset.";
    return "Its equations let it grow without bounds: a spike condition may be missing, an input"
        + " too strong, a divisor may become 0, or the time step be too long. Change that,"
        + " then reset.";
  }

  private static String hint(Fault.Kind kind) {
    return switch (kind) {
      case DIVISION_BY_ZERO ->
          "See to it that the divisor cannot become 0: look at parameters that are 0, or write"
              + " max(…, a small number); then reset.";
      case LOGARITHM, ROOT ->
          "See to it that what stands in the brackets stays above 0, for instance by"
              + " max(…, a small number); then reset.";
      case EXPONENTIAL, POWER, OVERFLOW ->
          "What stands in it grew too large: a spike condition may be missing, an input too strong,"
              + " or the time step too long; clip(…) keeps it in bounds. Then reset.";
    };
  }
}
