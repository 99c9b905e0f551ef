package org.neurarium.engine.build;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Coupling;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.History;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningProjection;
import org.neurarium.engine.network.SynapseCode;
import org.neurarium.engine.random.RandomKey;

/// Makes a network's projections that have synapses: looks up what these run, counts them, and fills them in.
final class ProjectionBuilder {

  private final BuildContext context;
  private final PopulationBuilder neurons;
  private final CompiledSynapses codes;
  private final Modulators modulators;
  private final Map<ElementId, Integer> segments = new HashMap<>();
  private final Map<ElementId, SynapseCode> plastic = new LinkedHashMap<>();

  ProjectionBuilder(BuildContext context, PopulationBuilder neurons) {
    this.context = context;
    this.neurons = neurons;
    codes = new CompiledSynapses(context.models());
    modulators = new Modulators(context, codes);
    for (NeuronSource source : context.sources()) segments.put(source.id(), segments.size());
  }

  /// First: looks up what each projection's synapses run.
  void findCodes() {
    for (Projection p : context.circuit().projections()) {
      if (!(context.circuit().find(p.from()).orElseThrow() instanceof Population)
          && context
              .circuit()
              .find(p.from(), Stimulus.class)
              .filter(MemoryEstimate::isWired)
              .isEmpty()) continue;
      NeuronModel target = context.model(context.target(p).model());
      if (context.receptor(p).input() == NeuronModel.Input.SPIKES)
        codes
            .of(p, target, modulators.influences(p), context.problems())
            .ifPresent(code -> plastic.put(p.id(), code));
    }
  }

  /// What the changing synapses of a projection run; null for others.
  @Nullable SynapseCode code(ElementId projection) {
    return plastic.get(projection);
  }

  /// What neuromodulators do in the circuit.
  Modulators modulators() {
    return modulators;
  }

  /// The concentrations, a copy for each worker.
  List<Concentrations> concentrations(int workers) {
    return modulators.copies(workers, this::segment, neurons::positions);
  }

  /// Then: counts synapses and delays.
  List<PlannedProjection> plan(int workers, int builders) {
    List<PlannedProjection> plans = new ArrayList<>();
    List<Projection> all = context.circuit().projections();
    for (Projection p : all) {
      if (!segments.containsKey(p.from())) continue;
      if (context.monitor().isCancelled()) throw new BuildCancelled();
      context
          .monitor()
          .progress(
              0.4 * plans.size() / Math.max(1, all.size()),
              "Counting " + Names.of(context.circuit(), p));
      NeuronSource from = context.circuit().find(p.from(), NeuronSource.class).orElseThrow();
      Population to = context.target(p);
      ConnectionRows list = context.listed(p, from.size(), to.size());
      if (list != null && context.hasErrors()) continue;
      NeuronModel.Receptor lands = context.receptor(p);
      ProjectionPlan plan = plan(p, from, to, list, workers, builders);
      plan.count();
      int receptor = BuildContext.number(context.model(to.model()), lands);
      plans.add(new PlannedProjection(p, from, to, lands, receptor, plan));
    }
    return plans;
  }

  private ProjectionPlan plan(
      Projection p,
      NeuronSource from,
      Population to,
      @Nullable ConnectionRows list,
      int workers,
      int builders) {
    long seed = context.seed();
    Supplier<Positions> targets = neurons.positions(to);
    Supplier<Positions> sources =
        from instanceof Population source
            ? neurons.positions(source)
            : new Once(() -> Positions.of(from.id(), from.size(), to.sheet(), seed));
    boolean same = p.from().equals(p.to());
    return new ProjectionPlan(
        p,
        seed,
        context.dt(),
        from.size(),
        to.size(),
        workers,
        builders,
        Wirings.lines(p, seed, from.size(), to.size(), same, sources, targets, list),
        targets,
        list != null && list.hasWeights(),
        list != null && list.hasDelays(),
        context.monitor());
  }

  /// Last: the projections, connected to the populations.
  ///
  /// @param plastics receives those whose synapses change
  /// @param epoch of the network (steps)
  List<RunningProjection> fill(
      List<PlannedProjection> plans,
      List<RunningPopulation> populations,
      List<PlasticProjection> plastics,
      int epoch) {
    List<RunningProjection> projections = new ArrayList<>();
    double all = 0;
    for (PlannedProjection p : plans) all += p.plan().synapses();
    double done = 0;
    for (PlannedProjection p : plans) {
      context
          .monitor()
          .progress(
              0.4 + 0.6 * done / Math.max(1, all),
              "Wiring " + Names.of(context.circuit(), p.projection()));
      done += p.plan().synapses();
      RunningPopulation to = PopulationBuilder.running(p.to().id(), populations);
      SynapseCode code = plastic.get(p.projection().id());
      if (code != null) {
        plastics.add(changing(p, to, code));
        continue;
      }
      RunningProjection made =
          new RunningProjection(
              p.projection().id(),
              p.couples() ? -1 : segment(p.from().id()),
              p.from().size(),
              p.to().size(),
              p.lands().weightUnit(),
              context.dt(),
              p.plan().fill(p.couples() ? null : to.rings()[p.receptor()]));
      projections.add(made);
      if (p.couples()) couple(p, made, plans, populations, epoch);
    }
    return projections;
  }

  private int segment(ElementId source) {
    return requireNonNull(segments.get(source));
  }

  private static void couple(
      PlannedProjection p,
      RunningProjection made,
      List<PlannedProjection> plans,
      List<RunningPopulation> populations,
      int epoch) {
    RunningPopulation from = PopulationBuilder.running(p.from().id(), populations);
    String variable = from.block().model().coupledState(p.lands()).orElseThrow().id();
    Optional<History> kept =
        from.histories().stream().filter(h -> h.variable().equals(variable)).findFirst();
    History history =
        kept.orElseGet(() -> {
          int longest =
              plans.stream()
                  .filter(o -> o.couples() && o.from().id().equals(p.from().id()))
                  .mapToInt(o -> o.plan().longest())
                  .max()
                  .orElse(1);
          History fresh = new History(variable, from.block().size(), longest, epoch);
          from.keep(fresh);
          return fresh;
        });
    PopulationBuilder.running(p.to().id(), populations)
        .add(new Coupling(made, p.receptor(), history));
  }

  /// A projection whose synapses change.
  private PlasticProjection changing(PlannedProjection p, RunningPopulation to, SynapseCode code) {
    DelayRing ring = to.rings()[p.receptor()];
    return PlasticProjection.of(
        p.projection().id(),
        segment(p.from().id()),
        p.from().size(),
        p.lands().weightUnit(),
        segment(p.to().id()),
        to.block(),
        ring,
        code,
        p.plan().fill(ring),
        SynapseParameters.of(p.projection().synapse(), code.plan().model()),
        RandomKey.of(context.seed(), p.projection().id(), "synapse"),
        modulators.effects(p.projection(), neurons.positions(p.to())));
  }
}
