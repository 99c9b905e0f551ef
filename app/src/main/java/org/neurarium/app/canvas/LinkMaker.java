package org.neurarium.app.canvas;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.units.Unit;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Gives;
import org.neurarium.circuits.world.WorldKind.Shown;
import org.neurarium.circuits.world.WorldKind.Taken;
import org.neurarium.circuits.world.WorldKind.Wants;
import org.neurarium.circuits.world.WorldKinds;

/// What a link just drawn is made of: releases, modulations, actions, rewards, and stimuli that show what a world gives.
final class LinkMaker {

  /// What a reward releases to begin with, as in Izhikevich (2007), doi:10.1093/cercor/bhl152.
  private static final double RELEASE = 0.5;

  private static final Quantity DELAY = Quantity.of(1, "ms");
  private static final Quantity SEEN_RATE = Quantity.of(40, "Hz");
  private static final Quantity UNSEEN_RATE = Quantity.of(0, "Hz");
  private static final double TUNING = 0.12;
  private static final int SOURCES_FOR_A_VALUE = 20;
  private static final int SOURCES_ALONG_A_TRACK = 40;
  private static final int SOURCES_IN_A_FIELD = 100;

  /// How far from a world the stimuli stand that show it.
  private static final double ASIDE = Symbols.WORLD_WIDTH + 110;

  private static final double ROOM = 82;

  private final Supplier<ModelCatalogue> models;
  private final WorldKinds worlds;

  LinkMaker(Supplier<ModelCatalogue> models, WorldKinds worlds) {
    this.models = models;
    this.worlds = worlds;
  }

  /// Each spike releases; a volley of all neurons releases about as much as a reward.
  Answer release(Circuit circuit, NeuronSource from, ModulatorSource to) {
    if (from instanceof Stimulus s && s.signal().isDirect())
      return new Answer.No("Only spikes release: " + s.name() + " has none of its own.");
    double each = oneDigit(RELEASE / from.size());
    return link(circuit, from, to, new Link.Release(amount(each, to), DELAY), "releases");
  }

  /// A source acts on a population, or on the synapses of a projection: as the third factor where their rule reads a concentration.
  Answer modulate(Circuit circuit, ModulatorSource from, Element to) {
    ModelCatalogue inForce = models.get().including(circuit);
    Optional<Model> model = Modulations.model(to.id(), circuit, inForce);
    if (model.isEmpty()) return new Answer.No(to.name() + " has a model that is not known here.");
    Optional<Link> same =
        circuit.links().stream()
            .filter(l -> l.from().equals(from.id()) && l.to().equals(to.id()))
            .filter(l -> to instanceof Projection)
            .findFirst();
    boolean third = model.get() instanceof SynapseModel s && !s.concentrations().isEmpty();
    if (third && same.filter(l -> ((Link.Modulate) l.role()).parameter().isEmpty()).isPresent())
      return new Answer.No(from.name() + " is the third factor of " + to.name() + " already.");
    if (to instanceof Projection p && !circuit.hasSynapses(p))
      return new Answer.No(p.name() + " has no synapses that could be modulated.");
    String parameter =
        third ? "" : Modulations.parameters(model.get()).stream().findFirst().orElse("");
    if (!third && parameter.isEmpty())
      return new Answer.No(
          "The synapses of "
              + to.name()
              + " have nothing to modulate. Choose a rule of plasticity for them first.");
    return link(
        circuit,
        from,
        to,
        new Link.Modulate(parameter, amount(RELEASE, from), 1, 1),
        third ? "teaches" : "modulates");
  }

  /// An event of a world releases.
  ///
  /// @param port from which the line was drawn; empty for its reward
  Answer reward(Circuit circuit, World from, String port, ModulatorSource to) {
    Optional<WorldKind> kind = worlds.find(from.world());
    if (kind.isEmpty()) return unknown(from);
    List<String> events =
        kind.get().shown().stream()
            .filter(s -> s.gives() instanceof Gives.Event)
            .map(Shown::id)
            .toList();
    if (events.isEmpty())
      return new Answer.No(from.name() + " has no events that could release something.");
    String event = port.isEmpty() ? events.getFirst() : port;
    if (!events.contains(event))
      return new Answer.No(
          "“"
              + event
              + "” lasts, and only events release: draw the line from "
              + String.join(" or ", events)
              + ".");
    return link(
        circuit, from, to, new Link.Reward(event, amount(RELEASE, to), DELAY), event + " →");
  }

  /// The spikes of a population are what the circuit does.
  ///
  /// @param port to which the line was drawn; empty for the first that is free
  Answer act(Circuit circuit, Population from, World to, String port) {
    Optional<WorldKind> kind = worlds.find(to.world());
    if (kind.isEmpty()) return unknown(to);
    List<Taken> ports =
        port.isEmpty()
            ? kind.get().taken()
            : kind.get().taken(port).map(List::of).orElse(List.of());
    if (ports.isEmpty())
      return new Answer.No(
          port.isEmpty()
              ? to.name() + " takes nothing."
              : "“" + port + "” is what " + to.name() + " shows: draw the line from there.");
    Answer answer = new Answer.No("");
    for (Taken taken : ports) {
      answer = act(circuit, from, to, kind.get(), taken);
      if (answer instanceof Answer.Yes) return answer;
    }
    return answer;
  }

  private Answer act(Circuit circuit, Population from, World to, WorldKind kind, Taken port) {
    List<Link.Act> before =
        circuit.links().stream()
            .filter(l -> l.to().equals(to.id()))
            .flatMap(l -> l.role() instanceof Link.Act a ? java.util.stream.Stream.of(a) : null)
            .filter(a -> a.port().equals(port.id()))
            .toList();
    boolean taken =
        before.stream().anyMatch(a -> a.readout() != Link.Readout.SPIKE_COUNT)
            || (!before.isEmpty() && !(port.wants() instanceof Wants.Options));
    if (taken)
      return new Answer.No("“" + port.id() + "” of " + to.name() + " has its population already.");
    return switch (port.wants()) {
      case Wants.Direction _ ->
          action(circuit, from, to, new Link.Act(port.id(), Link.Readout.POPULATION_VECTOR, 0), "");
      case Wants.Amount _ ->
          action(circuit, from, to, new Link.Act(port.id(), Link.Readout.SPIKE_COUNT, 0), "");
      case Wants.Options(WorldKind.Count count) -> {
        int options = kind.number(count, to);
        Set<Integer> used = new HashSet<>(before.stream().map(Link.Act::option).toList());
        int free = 0;
        while (used.contains(free)) free++;
        yield free < options
            ? action(
                circuit,
                from,
                to,
                new Link.Act(port.id(), Link.Readout.SPIKE_COUNT, free),
                " " + (free + 1))
            : new Answer.No(
                "All "
                    + options
                    + " options of “"
                    + port.id()
                    + "” have a population. Take one away, or give "
                    + to.name()
                    + " more.");
      }
    };
  }

  private Answer action(Circuit circuit, Population from, World to, Link.Act act, String which) {
    return link(circuit, from, to, act, act.port() + which + " →");
  }

  /// A stimulus that shows what a port of a world gives. Where there is one, that.
  ///
  /// @param port from which the line was drawn; empty for the first that is shown
  /// @return what shows it, or why there is nothing
  Sight sight(Circuit circuit, World from, String port, Point towards) {
    Optional<WorldKind> kind = worlds.find(from.world());
    if (kind.isEmpty()) return new Sight.None(unknown(from));
    Optional<Shown> shown =
        port.isEmpty() ? kind.get().shown().stream().findFirst() : kind.get().shown(port);
    if (shown.isEmpty())
      return new Sight.None(
          new Answer.No(
              "“"
                  + port
                  + "” is what "
                  + from.name()
                  + " takes: draw a line from a population to it."));
    for (Stimulus s : circuit.stimuli())
      if (s.signal() instanceof Signal.Observation o
          && o.world().equals(from.id())
          && o.port().equals(shown.get().id())) return new Sight.Seen(s, false);
    return new Sight.Seen(made(circuit, from, kind.get(), shown.get(), towards), true);
  }

  /// What shows what a world gives.
  sealed interface Sight {

    /// A stimulus.
    ///
    /// @param isNew whether it has to be added
    record Seen(Stimulus stimulus, boolean isNew) implements Sight {}

    record None(Answer.No why) implements Sight {}
  }

  private static Stimulus made(
      Circuit circuit, World from, WorldKind kind, Shown shown, Point towards) {
    Signal.Coding coding;
    int sources;
    switch (shown.gives()) {
      case Gives.Category(WorldKind.Count count) -> {
        coding = Signal.Coding.ONE_HOT;
        sources = SOURCES_FOR_A_VALUE * Math.max(1, kind.number(count, from));
      }
      case Gives.Place(int dimensions) -> {
        coding = Signal.Coding.PLACE;
        sources = dimensions == 1 ? SOURCES_ALONG_A_TRACK : SOURCES_IN_A_FIELD;
      }
      case Gives.Amount _, Gives.Event _ -> {
        coding = Signal.Coding.AMOUNT;
        sources = SOURCES_FOR_A_VALUE;
      }
    }
    String name = PartFactory.freshName(from.name() + " " + shown.id().replace('_', ' '), circuit);
    return new Stimulus(
        circuit.freshId(from.id() + "-" + shown.id()),
        name,
        beside(circuit, from, kind, shown, towards),
        sources,
        new Signal.Observation(from.id(), shown.id(), coding, SEEN_RATE, UNSEEN_RATE, TUNING),
        Stimulus.AT_ONCE,
        Stimulus.NEVER);
  }

  /// To the right of the world where its ports are, in their order; half way where the population is near; always where there is room.
  private static Point beside(
      Circuit circuit, World world, WorldKind kind, Shown shown, Point towards) {
    int at = kind.shown().indexOf(shown);
    double dy = (at - (kind.shown().size() - 1) / 2.0) * ROOM;
    Point wish = Grid.snap(new Point(world.position().x() + ASIDE, world.position().y() + dy));
    for (int step = 0; step < 24; step++) {
      double aside = (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * 2.0 * Grid.STEP;
      Point candidate = wish.plus(0, aside);
      boolean free =
          circuit.all(org.neurarium.circuits.Node.class).stream()
              .noneMatch(n ->
                  Math.abs(n.position().x() - candidate.x()) < ROOM
                      && Math.abs(n.position().y() - candidate.y()) < ROOM);
      if (free) return candidate;
    }
    return Grid.snap(
        new Point(
            (world.position().x() + towards.x()) / 2, (world.position().y() + towards.y()) / 2));
  }

  private static Answer.No unknown(World world) {
    return new Answer.No(
        world.name() + " is of the kind “" + world.world() + "”, which is not known here.");
  }

  private Quantity amount(double value, ModulatorSource source) {
    Unit unit = Substance.unit(source.model(), models.get());
    Quantity micromolar = Quantity.of(value, "uM");
    return unit.dimension().equals(micromolar.unit().dimension())
        ? micromolar
        : new Quantity(value, unit);
  }

  private static Answer.Yes link(
      Circuit circuit, Element from, Element to, Link.Role role, String does) {
    String name = from.name() + " " + does + " " + to.name();
    Link made =
        new Link(circuit.freshId(from.id() + "-to-" + to.id()), name, from.id(), to.id(), role);
    return new Answer.Yes(new Edit.Add("Connect " + name, List.of(made)), made);
  }

  private static double oneDigit(double value) {
    double size = Math.pow(10, Math.floor(Math.log10(value)));
    return Math.round(value / size) * size;
  }
}
