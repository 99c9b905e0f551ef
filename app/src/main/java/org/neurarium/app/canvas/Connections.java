package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.NeuronModel.Receptor;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.units.Dimension;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.world.WorldKinds;

/// What may be connected with what, and what a connection just drawn is made of.
final class Connections {

  /// What would happen if a connection were dropped here.
  sealed interface Answer {

    /// This edit; `made` is the new projection or link, or the probe that was aimed.
    record Yes(Edit edit, Element made) implements Answer {}

    /// Nothing, for this reason.
    record No(String reason) implements Answer {}
  }

  /// Share of pairs that a projection just drawn connects.
  private static final double PROBABILITY = 0.2;

  /// How many excitatory spikes an inhibitory one weighs.
  private static final double INHIBITORY_GAIN = 4;

  /// The spikes per second at which the receptors' standard weights drive a neuron to its threshold.
  private static final double STANDARD_DRIVE = 2000;

  private static final String FOLDED = "Unfold the group to reach what is inside.";
  private static final String NOTE = "A note cannot be connected.";
  private static final Quantity DELAY = Quantity.of(1.5, "ms");

  private final Supplier<ModelCatalogue> models;
  private final LinkMaker links;

  Connections(Supplier<ModelCatalogue> models, WorldKinds worlds) {
    this.models = models;
    links = new LinkMaker(models, worlds);
  }

  /// Whether a connection can start here at all.
  boolean canStart(Element from) {
    return from instanceof NeuronSource
        || from instanceof Probe
        || from instanceof ModulatorSource
        || from instanceof World;
  }

  /// Whether a connection from here may end on a projection's line.
  boolean endsOnLines(Element from) {
    return from instanceof Probe || from instanceof ModulatorSource;
  }

  /// What a probe of traces records of populations: what it did if one of them has it, else the first state of the first of them.
  ///
  /// @param wish the variable so far
  static String variable(
      String wish, List<ElementId> targets, Circuit circuit, ModelCatalogue models) {
    List<NeuronModel> seen =
        targets.stream()
            .flatMap(id -> circuit.find(id, Population.class).stream())
            .flatMap(p -> models.neuron(p.model()).stream())
            .toList();
    if (seen.isEmpty() || seen.stream().anyMatch(m -> m.state(wish).isPresent())) return wish;
    return seen.getFirst().states().getFirst().id();
  }

  /// What a connection between two elements means in this circuit.
  Answer connect(Circuit circuit, Element from, Element to) {
    return connect(circuit, from, "", to, "");
  }

  /// What a connection between two elements means in this circuit.
  ///
  /// @param fromPort of a world, from which it starts; empty for none in particular
  /// @param toPort of a world, at which it ends
  Answer connect(Circuit circuit, Element from, String fromPort, Element to, String toPort) {
    if (from instanceof Probe probe) return aim(circuit, probe, to, toPort);
    if (to instanceof Probe probe) return aim(circuit, probe, from, "");
    return switch (from) {
      case NeuronSource source -> connect(circuit, source, to, toPort);
      case ModulatorSource source -> modulate(circuit, source, to);
      case World world -> show(circuit, world, fromPort, to);
      default -> new Answer.No("A " + from.kind() + " has no output.");
    };
  }

  private Answer modulate(Circuit circuit, ModulatorSource from, Element to) {
    return switch (to) {
      case Population _, Projection _ -> links.modulate(circuit, from, to);
      case Group _ -> new Answer.No(FOLDED);
      case Note _ -> new Answer.No(NOTE);
      default -> new Answer.No("A modulator acts on a population, or on the line of a projection.");
    };
  }

  private Answer show(Circuit circuit, World world, String port, Element to) {
    return switch (to) {
      case ModulatorSource source -> links.reward(circuit, world, port, source);
      case Population population -> show(circuit, world, port, population);
      case Stimulus _ ->
          new Answer.No("A stimulus takes no input; the world makes one for what it shows.");
      case Group _ -> new Answer.No(FOLDED);
      case Note _ -> new Answer.No(NOTE);
      default ->
          new Answer.No(
              "A world shows itself to populations, and its rewards to modulator sources.");
    };
  }

  /// A stimulus for what is shown and its projection, in one step.
  private Answer show(Circuit circuit, World world, String port, Population to) {
    return switch (links.sight(circuit, world, port, to.position())) {
      case LinkMaker.Sight.None(Answer.No why) -> why;
      case LinkMaker.Sight.Seen(Stimulus stimulus, boolean isNew) -> {
        List<Element> all = new ArrayList<>(circuit.elements());
        if (isNew) all.add(stimulus);
        if (!(project(circuit.of(all), stimulus, to, "") instanceof Answer.Yes(_, Element made)))
          yield new Answer.No(to.name() + " has no input for what " + world.name() + " shows.");
        List<Element> added = isNew ? List.of(stimulus, made) : List.of(made);
        yield new Answer.Yes(
            new Edit.Add("Connect " + world.name() + " → " + to.name(), added), made);
      }
    };
  }

  private Answer connect(Circuit circuit, NeuronSource source, Element to, String toPort) {
    return switch (to) {
      case Population target -> project(circuit, source, target, toPort);
      case Stimulus _ -> new Answer.No("A stimulus takes no input.");
      case Group _ -> new Answer.No(FOLDED);
      case Note _ -> new Answer.No(NOTE);
      case ModulatorSource modulator -> links.release(circuit, source, modulator);
      case World world when source instanceof Population p -> links.act(circuit, p, world, toPort);
      case World _ -> new Answer.No("Only populations act on a world.");
      case Projection _, Link _ -> new Answer.No("A projection ends at a population.");
      case Probe _ -> throw new IllegalStateException("aimed above");
    };
  }

  /// @param compartment of a neuron with dendrites, whose potential is meant; empty for none in particular
  private Answer aim(Circuit circuit, Probe probe, Element at, String compartment) {
    if (probe.targets().contains(at.id()))
      return new Answer.No(probe.name() + " already looks at " + at.name() + ".");
    Optional<String> objection =
        switch (probe.recording()) {
          case Recording.Weights _ ->
              at instanceof Projection
                  ? Optional.empty()
                  : Optional.of("A weight heatmap looks at a projection: drop it on a line.");
          case Recording.Concentration _ ->
              at instanceof ModulatorSource
                  ? Optional.empty()
                  : Optional.of("Only sources of neuromodulators have a concentration.");
          case Recording.State _ ->
              at instanceof Population
                  ? Optional.empty()
                  : Optional.of("Only populations have a membrane to trace.");
          case Recording.Kymograph _ ->
              at instanceof Population p
                      && models
                          .get()
                          .including(circuit)
                          .neuron(p.model())
                          .flatMap(NeuronModel::cell)
                          .isPresent()
                  ? Optional.empty()
                  : Optional.of("Only neurons with dendrites have a potential along them.");
          case Recording.Spikes _, Recording.Rate _ ->
              switch (at) {
                case Population _ -> Optional.empty();
                case Stimulus s when isRecordable(s) -> Optional.empty();
                case Stimulus _ ->
                    Optional.of("This stimulus has no spike trains of its own to record.");
                case Projection _, Link _, World _, ModulatorSource _, Probe _, Group _, Note _ ->
                    Optional.of("A " + at.kind() + " has no spikes to record.");
              };
        };
    if (objection.isPresent()) return new Answer.No(objection.get());
    List<ElementId> targets = new ArrayList<>(probe.targets());
    targets.add(at.id());
    Probe aimed = probe.aimedAt(targets);
    if (aimed.recording() instanceof Recording.State(String wish, NeuronSelection neurons))
      aimed =
          aimed.recording(
              new Recording.State(
                  potential(circuit, at, compartment)
                      .orElseGet(() -> variable(wish, targets, circuit, models.get())),
                  neurons));
    return new Answer.Yes(
        new Edit.Replace("Aim " + probe.name() + " at " + at.name(), List.of(aimed)), aimed);
  }

  private static boolean isRecordable(Stimulus s) {
    return !s.signal().isCurrent() && !(s.signal() instanceof Signal.PoissonBackground);
  }

  /// @param compartment of a neuron with dendrites, on which it lands; empty for none in particular
  private Answer project(Circuit circuit, NeuronSource from, Population to, String compartment) {
    Optional<NeuronModel> model = models.get().including(circuit).neuron(to.model());
    if (model.isEmpty())
      return new Answer.No("The model " + to.model() + " of " + to.name() + " is not known here.");
    List<Receptor> receptors = receptors(from, model.get());
    if (receptors.isEmpty())
      return new Answer.No(model.get().title() + " has no input for " + from.name() + ".");
    List<Receptor> there = onCompartment(receptors, compartment);
    if (there.isEmpty())
      return new Answer.No(
          "Nothing in "
              + compartment
              + " takes input from "
              + from.name()
              + ": put a synaptic channel there, or choose another branch.");
    Receptor receptor = standardReceptor(from, there);
    Wiring wiring = standardWiring(from, to);
    String name =
        from.name() + " → " + to.name() + (compartment.isEmpty() ? "" : " " + compartment);
    Projection made =
        new Projection(
            circuit.freshId(from.id() + "-to-" + to.id()),
            name,
            from.id(),
            to.id(),
            receptor.id(),
            wiring,
            !from.id().equals(to.id()),
            false,
            Value.of(standardWeight(from, to, wiring, receptor)),
            Value.of(DELAY),
            Synapse.STATIC);
    return new Answer.Yes(new Edit.Add("Connect " + name, List.of(made)), made);
  }

  /// Those of a compartment; all where none is meant.
  private static List<Receptor> onCompartment(List<Receptor> receptors, String compartment) {
    return compartment.isEmpty()
        ? receptors
        : receptors.stream().filter(r -> r.id().startsWith(compartment + ".")).toList();
  }

  /// The potential in the middle of a compartment of neurons with dendrites.
  private Optional<String> potential(Circuit circuit, Element at, String compartment) {
    return at instanceof Population p
        ? models
            .get()
            .including(circuit)
            .neuron(p.model())
            .flatMap(NeuronModel::cell)
            .flatMap(cell -> cell.model().compartment(compartment))
            .map(c -> c.segment((c.segments() + 1) / 2) + ".v")
        : Optional.empty();
  }

  /// The receptors on which a source may land, in the model's order.
  static List<Receptor> receptors(NeuronSource from, NeuronModel model) {
    boolean current = from instanceof Stimulus s && s.signal().isCurrent();
    return model.receptors().stream()
        .filter(r -> (r.input() == Input.CURRENT) == current)
        .filter(r -> r.input() != Input.COUPLING || from instanceof Population)
        .filter(r -> allowedByDale(from, r))
        .toList();
  }

  private static boolean allowedByDale(NeuronSource from, Receptor receptor) {
    if (!(from instanceof Population p)) return true;
    return switch (p.type()) {
      case EXCITATORY -> receptor.effect() != Effect.INHIBITS;
      case INHIBITORY -> receptor.effect() != Effect.EXCITES;
      case MIXED -> true;
    };
  }

  private static Receptor standardReceptor(NeuronSource from, List<Receptor> allowed) {
    Effect wanted = isInhibitory(from) ? Effect.INHIBITS : Effect.EXCITES;
    return allowed.stream()
        .filter(r -> r.effect() == wanted)
        .findFirst()
        .orElse(allowed.getFirst());
  }

  private static boolean isInhibitory(NeuronSource from) {
    return from instanceof Population p && p.type() == Population.Type.INHIBITORY;
  }

  private static Wiring standardWiring(NeuronSource from, NeuronSource to) {
    return from.size() == 1 || to.size() == 1
        ? new Wiring.AllToAll()
        : new Wiring.PairwiseBernoulli(PROBABILITY);
  }

  /// The receptor's standard weight; from a stimulus as much more as its spikes are too few to drive a neuron with it.
  ///
  /// Currents into and out of inhibitory populations are larger: these have fewer neurons than the excitatory ones and hold them
  /// in check only when every spike counts for several. Standard conductances already differ by receptor.
  private static Quantity standardWeight(
      NeuronSource from, Population to, Wiring wiring, Receptor receptor) {
    double weight = receptor.standardWeight().value();
    if (isInhibitory(from) && receptor.effect() == Effect.BY_SIGN) weight = -Math.abs(weight);
    boolean isCurrent = receptor.weightUnit().dimension().equals(Dimension.CURRENT);
    if (isCurrent && from instanceof Population && (isInhibitory(from) || isInhibitory(to)))
      weight *= INHIBITORY_GAIN;
    if (from instanceof Stimulus s && receptor.input() == Input.SPIKES) {
      double share = wiring instanceof Wiring.PairwiseBernoulli b ? b.probability() : 1;
      double arriving = s.size() * share * spikesPerSecond(s.signal());
      if (arriving > 0) weight *= oneDigit(Math.clamp(STANDARD_DRIVE / arriving, 0.1, 10));
    }
    return receptor.standardWeight().withValue(weight);
  }

  private static double spikesPerSecond(Signal signal) {
    return switch (signal) {
      case Signal.Poisson p when p.rate() instanceof Value.Constant c ->
          c.quantity().engineValue() * 1000;
      case Signal.Observation o -> o.rate().engineValue() * 1000;
      case Signal.PoissonBackground b -> b.rate().engineValue() * 1000;
      // Unknown before it is read; strong enough for single spikes to be seen.
      case Signal.SpikeList _ -> STANDARD_DRIVE / 5;
      // A scene is seldom all bright.
      case Signal.Sense(_, _, _, _, Code.Rate(Quantity rate)) -> rate.engineValue() * 1000 / 5;
      case Signal.Sense _ -> STANDARD_DRIVE / 50;
      case Signal.Poisson _, Signal.Current _ -> 0;
    };
  }

  private static double oneDigit(double value) {
    double size = Math.pow(10, Math.floor(Math.log10(value)));
    return Math.round(value / size) * size;
  }
}
