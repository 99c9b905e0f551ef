package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKind.Wants;
import org.neurarium.circuits.world.WorldKinds;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.RunningObservation;
import org.neurarium.engine.network.RunningWorld;
import org.neurarium.engine.network.WorldActions;
import org.neurarium.engine.random.RandomKey;
import org.neurarium.engine.world.WorldClass;
import org.neurarium.engine.world.WorldSetup;

/// Makes the worlds, and the stimuli that show what they give.
final class WorldBuilder {

  /// More spikes of a source in a step than this are a slip of the pen.
  private static final double MOST_SPIKES = 100;

  private final BuildContext context;
  private final WorldKinds kinds;

  WorldBuilder(BuildContext context) {
    this.context = context;
    kinds = context.circuit().all(World.class).isEmpty() ? WorldKinds.NONE : WorldKinds.installed();
  }

  /// A copy of every world for each worker.
  ///
  /// @param concentrations one for each worker
  List<List<RunningWorld>> worlds(List<Concentrations> concentrations) {
    List<List<RunningWorld>> all = new ArrayList<>();
    for (Concentrations worker : concentrations) {
      List<RunningWorld> own = new ArrayList<>();
      for (World world : context.circuit().all(World.class))
        running(world, worker).ifPresent(own::add);
      all.add(own);
    }
    return all;
  }

  private Optional<RunningWorld> running(World world, Concentrations concentrations) {
    WorldKind kind = kinds.find(world.world()).orElseThrow();
    if (!(kinds.descriptor(world.world()).orElseThrow() instanceof WorldClass maker)) {
      Problem problem =
          Problem.error(
              Place.in(world.id(), "world"),
              "The world '"
                  + world.name()
                  + "' can be described and not run: its kind has no class",
              "Take another kind.");
      if (!context.problems().contains(problem)) context.problems().add(problem);
      return Optional.empty();
    }
    return Optional.of(
        new RunningWorld(
            new WorldSetup(world, kind, context.seed()),
            maker,
            context.dt(),
            WorldSettings.of(world, kind),
            new WorldActions(actors(world, kind)),
            concentrations));
  }

  private List<WorldActions.Actor> actors(World world, WorldKind kind) {
    List<ElementId> segments = context.sources().stream().map(NeuronSource::id).toList();
    List<WorldActions.Actor> actors = new ArrayList<>();
    for (Link l : context.circuit().links()) {
      if (!(l.role() instanceof Link.Act act) || !l.to().equals(world.id())) continue;
      Population from = context.circuit().find(l.from(), Population.class).orElseThrow();
      int options =
          kind.taken(act.port()).orElseThrow().wants() instanceof Wants.Options(var count)
              ? kind.number(count, world)
              : 1;
      actors.add(
          new WorldActions.Actor(
              segments.indexOf(from.id()),
              from.size(),
              act.port(),
              act.readout(),
              act.option(),
              options));
    }
    return actors;
  }

  /// The stimuli that show what worlds give.
  List<RunningObservation> observations() {
    List<RunningObservation> all = new ArrayList<>();
    for (Stimulus s : context.circuit().stimuli())
      if (s.signal() instanceof Signal.Observation signal) {
        RunningObservation.Tuning tuning =
            WorldSettings.tuning(signal, context.circuit(), kinds, context.dt());
        if (Math.max(tuning.rate(), tuning.baseline()) > MOST_SPIKES)
          context
              .problems()
              .add(
                  Problem.error(
                      Place.in(s.id(), "rate"),
                      s.name() + " has a rate beyond all bounds",
                      "Take fewer than " + MOST_SPIKES + " spikes in a step."));
        all.add(
            new RunningObservation(
                s.id(),
                signal.world(),
                s.size(),
                RandomKey.of(context.seed(), s.id(), "observation"),
                tuning,
                StimulusSettings.window(s, context.dt())));
      }
    return all;
  }

  /// How many steps an epoch can have, as far as worlds go.
  int longestEpoch(int most) {
    int longest = most;
    for (World world : context.circuit().all(World.class)) {
      WorldKind kind = kinds.find(world.world()).orElseThrow();
      double latency = kind.value(world, WorldKind.LATENCY).engineValue();
      longest = (int) Math.min(longest, Math.max(1, Math.round(latency / context.dt())));
    }
    return longest;
  }
}
