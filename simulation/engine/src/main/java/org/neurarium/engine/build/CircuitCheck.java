package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.kernel.Kernels;

/// Finds everything for which a circuit cannot be built. Whatever passes here can be laid out without further questions, except for what only the numbers
/// drawn or read can show.
public final class CircuitCheck {

  private final Circuit circuit;
  private final ModelCatalogue models;
  private final Kernels kernels;
  private final List<Problem> problems = new ArrayList<>();

  private CircuitCheck(Circuit circuit, ModelCatalogue models, Kernels kernels) {
    this.circuit = circuit;
    this.models = models;
    this.kernels = kernels;
  }

  /// What is wrong with a circuit.
  public static List<Problem> problems(Circuit circuit, ModelCatalogue models, Kernels kernels) {
    CircuitCheck check = new CircuitCheck(circuit, models, kernels);
    check.run();
    return check.problems;
  }

  private void run() {
    double dt = circuit.run().dt().engineValue();
    if (!circuit.run().dt().unit().dimension().equals(Dimension.TIME) || !(dt > 0 && dt < 1e6))
      add(Place.at("", 0, 0, "$.run.dt"), "The time step is " + circuit.run().dt(), "Take a time above 0, such as 0.1 ms.");
    circuit.populations().forEach(this::population);
    circuit.stimuli().forEach(this::stimulus);
    circuit.projections().forEach(p -> projection(p, dt));
    long sources = circuit.populations().stream().mapToLong(Population::size).sum()
        + circuit.stimuli().stream().mapToLong(Stimulus::size).sum();
    if (sources > Integer.MAX_VALUE / 2)
      add(Place.NOWHERE, "The circuit has " + sources + " neurons and sources in all, more than can be numbered", "Make its populations smaller.");
  }

  private void add(Place place, String sentence, String hint) {
    problems.add(Problem.error(place, sentence, hint));
  }

  private void population(Population p) {
    if (p.size() < 1)
      add(Place.in(p.id(), "size"), p.name() + " has " + p.size() + " neurons", "A population has at least one.");
    Optional<NeuronModel> found = models.neuron(p.model());
    if (found.isEmpty() || kernels.find(p.model()).isEmpty()) {
      add(
          Place.in(p.id(), "model"),
          p.name() + " is of the model " + p.model() + ", which is not known here",
          "Choose one of " + String.join(", ", models.neurons().stream().map(NeuronModel::id).toList()) + ".");
      return;
    }
    NeuronModel model = found.get();
    if (p.size() < 1) return;
    for (Map.Entry<String, Value> set : p.parameters().entrySet()) {
      Place place = Place.in(p.id(), set.getKey());
      Optional<NeuronModel.Parameter> parameter = model.parameter(set.getKey());
      if (parameter.isEmpty())
        add(place, p.name() + ": the model " + model.id() + " has no parameter " + set.getKey(), "Remove it, or choose another model.");
      else value(place, p.name() + ": " + set.getKey(), set.getValue(), parameter.get().unit().dimension(), p.size());
    }
    for (Map.Entry<String, Value> set : p.initial().entrySet()) {
      Place place = Place.in(p.id(), set.getKey());
      Optional<NeuronModel.State> state = model.state(set.getKey());
      if (state.isEmpty())
        add(place, p.name() + ": the model " + model.id() + " has no state variable " + set.getKey(), "Remove it, or choose another model.");
      else value(place, p.name() + ": " + set.getKey(), set.getValue(), state.get().unit().dimension(), p.size());
    }
    if (!(p.sheet().width().engineValue() > 0) || !(p.sheet().height().engineValue() > 0))
      add(Place.in(p.id(), "sheet"), p.name() + " lies on a sheet without extent", "Give it a width and a height above 0.");
  }

  private void value(Place place, String what, Value value, Dimension dimension, int listed) {
    if (!value.unit().dimension().equals(dimension)) {
      add(place, what + " is given in " + value.unit() + ", but is " + dimension.describe(), "Use a unit of that kind.");
      return;
    }
    boolean sound =
        switch (value) {
          case Value.Constant c -> Double.isFinite(c.quantity().engineValue());
          case Value.Uniform u -> u.low().engineValue() <= u.high().engineValue()
              && Double.isFinite(u.low().engineValue()) && Double.isFinite(u.high().engineValue());
          case Value.Normal n -> n.sd().engineValue() >= 0 && n.min().engineValue() <= n.max().engineValue()
              && Double.isFinite(n.mean().engineValue()) && Double.isFinite(n.sd().engineValue());
          case Value.LogNormal l -> l.sigma() >= 0 && Double.isFinite(l.sigma()) && Double.isFinite(l.median().engineValue());
          case Value.Exponential e -> Double.isFinite(e.mean().engineValue()) && Double.isFinite(e.min().engineValue());
          case Value.Gradient g -> Double.isFinite(g.start().engineValue()) && Double.isFinite(g.end().engineValue());
          case Value.Listed l -> l.values().stream().allMatch(Double::isFinite);
        };
    if (!sound) add(place, what + " has numbers from which nothing can be drawn", "Check its ends, its spread and its limits.");
    if (value instanceof Value.Listed l && l.values().size() != listed)
      add(place, what + " lists " + l.values().size() + " numbers for " + listed + " neurons", "List one for each.");
  }

  private void stimulus(Stimulus s) {
    if (s.size() < 1)
      add(Place.in(s.id(), "size"), s.name() + " has " + s.size() + " sources", "A stimulus has at least one.");
    quantity(s, "start", s.start(), Dimension.TIME);
    if (!s.stop().unit().dimension().equals(Dimension.TIME))
      add(Place.in(s.id(), "stop"), s.name() + " stops at " + s.stop() + ", which is no time", "Use ms or s.");
    switch (s.signal()) {
      case Signal.Poisson p -> value(Place.in(s.id(), "rate"), s.name() + ": rate", p.rate(), Dimension.RATE, s.size());
      case Signal.PoissonBackground b -> quantity(s, "rate", b.rate(), Dimension.RATE);
      case Signal.SpikeList _ -> {}
      case Signal.Dc d -> quantity(s, "amplitude", d.amplitude(), Dimension.CURRENT);
      case Signal.Steps steps -> {
        for (Signal.Step step : steps.steps()) {
          quantity(s, "steps", step.time(), Dimension.TIME);
          quantity(s, "steps", step.amplitude(), Dimension.CURRENT);
        }
      }
      case Signal.Ramp r -> {
        quantity(s, "from", r.from(), Dimension.CURRENT);
        quantity(s, "to", r.to(), Dimension.CURRENT);
        quantity(s, "duration", r.duration(), Dimension.TIME);
        if (!(r.duration().engineValue() > 0))
          add(Place.in(s.id(), "duration"), s.name() + ": the ramp takes " + r.duration(), "Take a time above 0.");
      }
      case Signal.Sine w -> {
        quantity(s, "offset", w.offset(), Dimension.CURRENT);
        quantity(s, "amplitude", w.amplitude(), Dimension.CURRENT);
        quantity(s, "frequency", w.frequency(), Dimension.RATE);
      }
      case Signal.Noise n -> {
        quantity(s, "mean", n.mean(), Dimension.CURRENT);
        quantity(s, "sd", n.sd(), Dimension.CURRENT);
        quantity(s, "interval", n.interval(), Dimension.TIME);
      }
    }
  }

  private void quantity(Stimulus s, String field, Quantity quantity, Dimension dimension) {
    if (!quantity.unit().dimension().equals(dimension) || !Double.isFinite(quantity.engineValue()))
      add(
          Place.in(s.id(), field),
          s.name() + ": " + field + " is " + quantity + ", which is not " + dimension.describe(),
          "Use a unit of that kind.");
  }

  private void projection(Projection p, double dt) {
    String name = Names.of(circuit, p);
    Optional<NeuronSource> from = circuit.find(p.from(), NeuronSource.class);
    Optional<Population> to = circuit.find(p.to(), Population.class);
    if (from.isEmpty()) missing(p, "from", p.from(), "a population or stimulus");
    if (to.isEmpty()) missing(p, "to", p.to(), "a population");
    if (!p.synapse().equals("static"))
      add(Place.in(p.id(), "synapse"), name + " has synapses of the kind " + p.synapse() + ", which is not known here", "Use static.");
    if (from.isEmpty() || to.isEmpty()) return;
    Optional<NeuronModel> model = models.neuron(to.get().model());
    if (model.isEmpty()) return;
    Optional<NeuronModel.Receptor> receptor = model.get().receptor(p.receptor());
    if (receptor.isEmpty()) {
      add(
          Place.in(p.id(), "receptor"),
          name + " lands on " + p.receptor() + ", which the model " + model.get().id() + " does not have",
          "Choose one of " + String.join(", ", model.get().receptors().stream().map(NeuronModel.Receptor::id).toList()) + ".");
      return;
    }
    boolean current = from.get() instanceof Stimulus s && s.signal().isCurrent();
    if (current != (receptor.get().input() == NeuronModel.Input.CURRENT))
      add(
          Place.in(p.id(), "receptor"),
          current
              ? name + " brings a current to " + p.receptor() + ", which takes spikes"
              : name + " brings spikes to " + p.receptor() + ", which takes a current",
          "Choose another receptor.");
    value(Place.in(p.id(), "weight"), name + ": weight", p.weight(), receptor.get().weightUnit().dimension(), to.get().size());
    value(Place.in(p.id(), "delay"), name + ": delay", p.delay(), Dimension.TIME, to.get().size());
    if (!current && p.delay() instanceof Value.Constant c && c.quantity().engineValue() < dt * (1 - 1e-9))
      add(
          Place.in(p.id(), "delay"),
          name + " has a delay of " + c.quantity() + ", shorter than the time step of " + circuit.run().dt(),
          "Take at least one step.");
    wiring(p, name, from.get().size(), to.get().size());
  }

  private void missing(Projection p, String field, ElementId id, String what) {
    add(
        Place.in(p.id(), field),
        "The projection " + Names.of(circuit, p) + " needs " + what + " as its " + (field.equals("from") ? "start" : "end") + ", and " + id + " is none",
        "Connect it again, or delete it.");
  }

  private void wiring(Projection p, String name, int sources, int targets) {
    Place place = Place.in(p.id(), "wiring");
    boolean noSelf = p.from().equals(p.to()) && !p.autapses();
    switch (p.wiring()) {
      case Wiring.AllToAll _, Wiring.FromList _ -> {}
      case Wiring.OneToOne _ -> {
        if (sources != targets)
          add(place, name + " connects one to one, but has " + sources + " sources and " + targets + " targets", "Make both the same size, or choose another rule.");
      }
      case Wiring.PairwiseBernoulli b -> {
        if (!(b.probability() >= 0 && b.probability() <= 1))
          add(place, name + " connects with a probability of " + b.probability(), "A probability is in 0…1.");
      }
      case Wiring.FixedInDegree f -> degree(place, name, f.degree(), "source", noSelf ? sources - 1 : sources, p.multapses());
      case Wiring.FixedOutDegree f -> degree(place, name, f.degree(), "target", noSelf ? targets - 1 : targets, p.multapses());
      case Wiring.FixedTotalNumber f -> {
        long pairs = (long) sources * (noSelf ? targets - 1 : targets);
        if (f.synapses() < 0 || f.synapses() > Integer.MAX_VALUE - 8)
          add(place, name + " asks for " + f.synapses() + " synapses", "Ask for 0 to 2 billion.");
        else if (f.synapses() > 0 && (p.multapses() ? pairs == 0 : f.synapses() > pairs))
          add(place, name + " asks for " + f.synapses() + " synapses, but there are only " + pairs + " pairs", "Ask for fewer, or allow several synapses for a pair.");
      }
      case Wiring.DistanceDependent d -> {
        if (!lengthsAreSound(d.profile()))
          add(place, name + " connects by distance with a length that is not above 0", "Take lengths above 0, such as 100 um.");
      }
    }
  }

  private void degree(Place place, String name, int degree, String partner, int candidates, boolean again) {
    if (degree < 0) add(place, name + " asks for " + degree + " " + partner + "s each", "Ask for 0 or more.");
    else if (degree > 0 && (again ? candidates == 0 : degree > candidates))
      add(place, name + " asks for " + degree + " " + partner + "s each, but there are only " + candidates, "Ask for fewer, or allow several synapses for a pair.");
  }

  private static boolean lengthsAreSound(Wiring.Profile profile) {
    return switch (profile) {
      case Wiring.Profile.Gaussian g -> isLength(g.sigma()) && Double.isFinite(g.peak());
      case Wiring.Profile.Exponential e -> isLength(e.lambda()) && Double.isFinite(e.peak());
      case Wiring.Profile.DifferenceOfGaussians d -> isLength(d.sigmaCentre()) && isLength(d.sigmaSurround())
          && Double.isFinite(d.peakCentre()) && Double.isFinite(d.peakSurround());
      case Wiring.Profile.Gabor g -> isLength(g.sigma()) && isLength(g.wavelength()) && Double.isFinite(g.peak())
          && Double.isFinite(g.angle()) && Double.isFinite(g.phase()) && Double.isFinite(g.aspect());
    };
  }

  private static boolean isLength(Quantity q) {
    return q.unit().dimension().equals(Dimension.LENGTH) && q.engineValue() > 0 && Double.isFinite(q.engineValue());
  }
}
