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
import org.neurarium.circuits.Value;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Coupling;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.History;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningProjection;
import org.neurarium.engine.network.SynapseCode;
import org.neurarium.engine.random.RandomKey;

/// Makes a network's projections that have synapses: looks up what these run, counts them, and fills them in.
final class ProjectionBuilder {

  /// From how many synapses with weights or delays of their own on a source's projections share rows. Below, what is under way fits into the processor's caches.
  private static final double WORTH_SORTING = 100_000;

  private final BuildContext context;
  private final PopulationBuilder neurons;
  private final CompiledSynapses codes;
  private final Modulators modulators;
  private final Map<ElementId, Integer> segments = new HashMap<>();
  private final Map<ElementId, SynapseCode> plastic = new LinkedHashMap<>();
  private SortedBuilder sorted;
  private double wired;

  ProjectionBuilder(BuildContext context, PopulationBuilder neurons) {
    this.context = context;
    this.neurons = neurons;
    codes = new CompiledSynapses(context.models());
    modulators = new Modulators(context, codes);
    sorted = new SortedBuilder(1, 1, context.monitor());
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

  /// Then: counts synapses and delays; rows that projections share are made at once.
  List<PlannedProjection> plan(int workers, int builders) {
    sorted = new SortedBuilder(workers, builders, context.monitor());
    List<Draft> drafts = drafts();
    List<PlannedProjection> plans = new ArrayList<>();
    double all = 1;
    double packed = 1;
    for (Draft d : drafts) {
      all += d.expected;
      if (!d.sorted) packed += d.expected;
    }
    double done = 0;
    for (Draft d : drafts) {
      if (d.list != null && context.hasErrors()) continue;
      if (context.monitor().isCancelled()) throw new BuildCancelled();
      SynapseRecipe recipe = recipe(d);
      if (d.sorted) {
        plans.add(d.planned(sorted.add(recipe, segment(d.from.id()), d.target)));
        continue;
      }
      String title = "Counting " + Names.of(context.circuit(), d.projection);
      context.monitor().progress(0.4 * done / all, title);
      done += d.expected;
      ProjectionPlan plan = new ProjectionPlan(recipe, workers, builders, context.monitor());
      plan.count();
      plans.add(d.planned(plan));
    }
    String title = "Wiring " + context.circuit().title();
    double start = 0.4 * packed / all;
    double share = 1 - packed / all;
    sorted.make(part -> context.monitor().progress(start + share * part, title));
    wired = start + share;
    return plans;
  }

  /// What is known of a projection before it is drawn.
  private final class Draft {
    final Projection projection;
    final NeuronSource from;
    final Population to;
    final NeuronModel.Receptor lands;
    final int receptor;
    final @Nullable ConnectionRows list;
    final double expected;
    final SortedBuilder.Target target;
    boolean sorted;

    Draft(Projection p) {
      projection = p;
      from = context.circuit().find(p.from(), NeuronSource.class).orElseThrow();
      to = context.target(p);
      lands = context.receptor(p);
      list = context.listed(p, from.size(), to.size());
      expected = list == null ? MemoryEstimate.synapses(p, from, to) : list.size();
      NeuronModel model = context.model(to.model());
      receptor = BuildContext.number(model, lands);
      int segments = model.cell().map(c -> c.segments(lands.id()).size()).orElse(1);
      int number = context.circuit().populations().indexOf(to);
      target = new SortedBuilder.Target(number, receptor, to.size(), segments);
    }

    boolean isCoupling() {
      return lands.input() == NeuronModel.Input.COUPLING;
    }

    /// Whether it could share rows with others.
    boolean isVaried() {
      boolean listed = list != null && (list.hasWeights() || list.hasDelays());
      return code(projection.id()) == null
          && !isCoupling()
          && (listed
              || !(projection.weight() instanceof Value.Constant)
              || !(projection.delay() instanceof Value.Constant));
    }

    PlannedProjection planned(ProjectionPlan plan) {
      return new PlannedProjection(
          projection, from, to, lands, receptor, new PlannedProjection.Packed(plan));
    }

    PlannedProjection planned(SortedProjection made) {
      return new PlannedProjection(
          projection, from, to, lands, receptor, new PlannedProjection.Sorted(made));
    }
  }

  /// Decides which projections share rows: those with weights or delays of their own, where one source has many such synapses.
  private List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    Map<ElementId, Double> varied = new HashMap<>();
    for (Projection p : context.circuit().projections()) {
      if (!segments.containsKey(p.from())) continue;
      Draft draft = new Draft(p);
      drafts.add(draft);
      if (draft.isVaried()) varied.merge(p.from(), draft.expected, Double::sum);
    }
    for (Draft d : drafts) {
      d.sorted = d.isVaried() && requireNonNull(varied.get(d.from.id())) >= WORTH_SORTING;
      if (d.sorted) sorted.expect(d.target);
      else if (!d.isCoupling()) sorted.expectOther(d.target);
    }
    sorted.layOut();
    return drafts;
  }

  private SynapseRecipe recipe(Draft d) {
    long seed = context.seed();
    Projection p = d.projection;
    Supplier<Positions> targets = neurons.positions(d.to);
    Supplier<Positions> sources =
        d.from instanceof Population source
            ? neurons.positions(source)
            : new Once<>(() -> Positions.of(d.from.id(), d.from.size(), d.to.sheet(), seed));
    boolean same = p.from().equals(p.to());
    return new SynapseRecipe(
        p,
        seed,
        context.dt(),
        d.from.size(),
        d.to.size(),
        Wirings.lines(p, seed, d.from.size(), d.to.size(), same, sources, targets, d.list),
        targets,
        d.list != null && d.list.hasWeights(),
        d.list != null && d.list.hasDelays());
  }

  /// Then: what workers deliver through rows that projections share.
  List<Deliveries> deliveries() {
    return sorted.deliveries();
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
    double all = 1;
    for (PlannedProjection p : plans) if (p.packed().isPresent()) all += p.synapses();
    double done = 0;
    for (PlannedProjection p : plans) {
      context
          .monitor()
          .progress(
              wired + (1 - wired) * done / all,
              "Wiring " + Names.of(context.circuit(), p.projection()));
      if (p.rows() instanceof PlannedProjection.Sorted(SortedProjection made)) {
        projections.add(shared(p, made));
        continue;
      }
      done += p.synapses();
      ProjectionPlan plan = p.packed().orElseThrow();
      RunningPopulation to = PopulationBuilder.running(p.to().id(), populations);
      SynapseCode code = plastic.get(p.projection().id());
      if (code != null) {
        plastics.add(changing(p, plan, to, code));
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
              plan.fill(p.couples() ? null : to.rings()[p.receptor()]));
      projections.add(made);
      if (p.couples()) couple(p, made, plans, populations, epoch);
    }
    return projections;
  }

  private RunningProjection shared(PlannedProjection p, SortedProjection made) {
    return new RunningProjection(
        p.projection().id(),
        made.segment(),
        p.from().size(),
        p.to().size(),
        p.lands().weightUnit(),
        context.dt(),
        sorted.parts(made),
        made.recipe().hasOwnWeights());
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
                  .mapToInt(PlannedProjection::reach)
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
  private PlasticProjection changing(
      PlannedProjection p, ProjectionPlan plan, RunningPopulation to, SynapseCode code) {
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
        plan.fill(ring),
        SynapseParameters.of(p.projection().synapse(), code.plan().model()),
        RandomKey.of(context.seed(), p.projection().id(), "synapse"),
        modulators.effects(p.projection(), neurons.positions(p.to())));
  }
}
