package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
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
import org.neurarium.circuits.validation.Validation;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Threads;
import org.neurarium.engine.compile.Compiled;
import org.neurarium.engine.compile.SynapsePlan;
import org.neurarium.engine.kernel.Block;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.NeuronKernel;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Coupling;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.History;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PackedRows;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningModulator;
import org.neurarium.engine.network.RunningPoisson;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningProjection;
import org.neurarium.engine.network.RunningSpikeList;
import org.neurarium.engine.network.SynapseCode;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.random.RandomKey;

/// Builds networks. One object builds one network, once, on the calling thread (and helpers where the work is large).
public final class NetworkBuilder {

  private static final double NANOS_PER_NEURON_STEP = 2;
  private static final double NANOS_WORTH_A_WORKER =
      15_000; // a meeting costs up to 1 µs, much more where others want the processors, too
  private static final double SYNAPSES_WORTH_A_BUILDER = 200_000;

  private final Circuit circuit;
  private final ModelCatalogue models;
  private final Kernels kernels;
  private final CompiledSynapses codes;
  private final Threads threads;
  private final BuildMonitor monitor;
  private final DataFiles files;
  private final Listings listings;
  private final double dt;
  private final long seed;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<ElementId, Supplier<Positions>> positions = new HashMap<>();
  private final Map<ElementId, Block> blocks = new LinkedHashMap<>();
  private final Map<ElementId, NeuronKernel> populationKernels = new HashMap<>();
  private final Map<ElementId, Integer> segments = new HashMap<>();
  private final Map<ElementId, SynapseCode> plastic = new LinkedHashMap<>();

  /// @param threads who will run it
  public NetworkBuilder(
      Circuit circuit,
      DataFiles files,
      ModelCatalogue models,
      Kernels kernels,
      Threads threads,
      BuildMonitor monitor) {
    this.circuit = circuit;
    this.models = models.including(circuit);
    this.kernels = kernels;
    codes = new CompiledSynapses(this.models);
    this.threads = threads;
    this.monitor = monitor;
    this.files = files;
    dt = circuit.run().dt().engineValue();
    seed = circuit.run().seed();
    listings = new Listings(files, dt, problems);
  }

  /// What came of a build.
  ///
  /// @param network missing where there are errors, or where the build was cancelled
  /// @param problems errors and warnings
  /// @param cancelled whether the monitor ended it
  public record Outcome(Optional<Network> network, List<Problem> problems, boolean cancelled) {
    public Outcome {
      problems = List.copyOf(problems);
    }
  }

  /// Builds the network at the start of its run.
  ///
  /// @param memoryLimit bytes that it may take
  public Outcome build(long memoryLimit) {
    problems.addAll(Validation.problems(circuit, models, files));
    if (hasErrors()) return failed();
    try {
      monitor.progress(0, "Checking " + circuit.title());
      findCodes();
      if (hasErrors()) return failed();
      MemoryEstimate estimate = MemoryEstimate.of(circuit, this::model, plastic::get);
      if (estimate.total() > memoryLimit) {
        problems.add(
            tooLarge(estimate.total(), estimate.synapses(), estimate.largest(), memoryLimit));
        return failed();
      }
      int workers = workers();
      makeBlocks();
      if (hasErrors()) return failed();
      NeuronDirectory directory = directory();
      int builders = estimate.synapses() > SYNAPSES_WORTH_A_BUILDER ? threads.most() : 1;
      List<Planned> plans = plan(workers, builders);
      if (hasErrors()) return failed();
      Map<ElementId, int[]> longest = longestDelays(plans);
      if (!fits(plans, estimate.neurons() + ringBytes(longest), memoryLimit)) return failed();
      List<RunningPopulation> populations = populations(workers, longest);
      connectDirect(populations);
      int epoch = Network.LONGEST_EPOCH;
      for (Planned p : plans) epoch = Math.min(epoch, p.plan.shortest());
      List<PlasticProjection> plastics = new ArrayList<>();
      List<RunningProjection> projections = fill(plans, populations, plastics, epoch);
      Network network =
          new Network(
              dt,
              seed,
              workers,
              epoch,
              directory,
              populations,
              poissons(),
              lists(),
              projections,
              plastics,
              concentrations(workers));
      if (hasErrors()) return failed();
      return new Outcome(Optional.of(network), problems, false);
    } catch (BuildCancelled e) {
      return new Outcome(Optional.empty(), problems, true);
    } catch (OutOfMemoryError e) {
      problems.add(
          Problem.error(
              Place.NOWHERE,
              "There was not enough memory to build " + circuit.title(),
              "Make it smaller, or give Java more memory with -Xmx."));
      return failed();
    }
  }

  /// Looks up what each projection's synapses run.
  private void findCodes() {
    for (Projection p : circuit.projections()) {
      if (!(circuit.find(p.from()).orElseThrow() instanceof Population)
          && circuit.find(p.from(), Stimulus.class).filter(MemoryEstimate::isWired).isEmpty())
        continue;
      NeuronModel target = model(circuit.find(p.to(), Population.class).orElseThrow().model());
      boolean spikes =
          target.receptor(p.receptor()).orElseThrow().input() == NeuronModel.Input.SPIKES;
      if (spikes) codes.of(p, target, problems).ifPresent(code -> plastic.put(p.id(), code));
    }
  }

  /// The concentrations that synapses read, a copy for each worker.
  private List<Concentrations> concentrations(int workers) {
    TreeSet<String> symbols = new TreeSet<>();
    for (SynapseCode code : plastic.values())
      for (SynapsePlan.Uniform u : code.plan().uniforms())
        if (u instanceof SynapsePlan.Concentration c) symbols.add(c.symbol());
    List<Concentrations> copies = new ArrayList<>();
    for (int w = 0; w < workers; w++) {
      List<RunningModulator> modulators = new ArrayList<>();
      for (String symbol : symbols)
        codes.modulator(symbol, dt, problems).ifPresent(modulators::add);
      copies.add(new Concentrations(modulators));
    }
    return copies;
  }

  private Outcome failed() {
    return new Outcome(Optional.empty(), problems, false);
  }

  private boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  private NeuronModel model(String id) {
    return models.neuron(id).orElseThrow();
  }

  /// Whether everything fits, now that synapses are counted and delays are known.
  private boolean fits(List<Planned> plans, long others, long memoryLimit) {
    long bytes = others;
    long synapses = 0;
    long most = 0;
    String largest = "";
    for (Planned p : plans) {
      SynapseCode code = plastic.get(p.projection.id());
      // Rows are packed first, and laid out for change from that.
      bytes += p.plan.bytes();
      if (code != null)
        bytes += p.plan.synapses() * PlasticProjection.bytesPerSynapse(code.plan(), true);
      synapses += p.plan.synapses();
      if (p.plan.synapses() > most) {
        most = p.plan.synapses();
        largest = Names.of(circuit, p.projection);
      }
    }
    if (bytes <= memoryLimit) return true;
    problems.add(tooLarge((double) bytes, (double) synapses, largest, memoryLimit));
    return false;
  }

  private Problem tooLarge(double bytes, double synapses, String largest, long limit) {
    return Problem.error(
        Place.NOWHERE,
        String.format(
            Locale.ROOT,
            "%s needs about %s for its neurons, %,.0f synapses and what is under way in them, and"
                + " %s are free",
            circuit.title(),
            MemoryEstimate.text(bytes),
            synapses,
            MemoryEstimate.text((double) limit)),
        largest.isEmpty()
            ? "Make its populations smaller, or give Java more memory with -Xmx."
            : "Most synapses are in "
                + largest
                + ": reduce its connections, neurons or longest delays, or give Java more memory"
                + " with -Xmx.");
  }

  /// As many workers as have enough to do in an epoch to be worth meeting for.
  private int workers() {
    if (threads.exactly()) return threads.most();
    double steps = Network.LONGEST_EPOCH;
    for (Projection p : circuit.projections()) {
      if (!(circuit.find(p.from()).orElseThrow() instanceof Stimulus s
          && !MemoryEstimate.isWired(s)))
        steps = Math.min(steps, Math.max(1, leastDelay(p.delay()) / dt));
    }
    double neurons = circuit.populations().stream().mapToInt(Population::size).sum();
    double worth = neurons * steps * NANOS_PER_NEURON_STEP / NANOS_WORTH_A_WORKER;
    return (int) Math.clamp(worth, 1, threads.most());
  }

  private static double leastDelay(Value delay) {
    return switch (delay) {
      case Value.Constant c -> c.quantity().engineValue();
      case Value.Uniform u -> u.low().engineValue();
      case Value.Normal _,
          Value.LogNormal _,
          Value.Exponential _,
          Value.Gradient _,
          Value.Listed _ ->
          0;
    };
  }

  private void makeBlocks() {
    for (Population p : circuit.populations()) {
      NeuronModel model = model(p.model());
      double[][] parameters = PopulationValues.parameters(p, model, seed);
      problems.addAll(PopulationValues.problems(p, model, parameters));
      Compiled<NeuronKernel> kernel = kernels.kernel(model, parameters);
      for (Problem problem : kernel.problems())
        if (!problems.contains(problem)) problems.add(problem);
      if (kernel.value().isEmpty()) continue;
      populationKernels.put(p.id(), kernel.value().get());
      blocks.put(p.id(), PopulationValues.block(kernel.value().get(), p, parameters, dt, seed));
      positions.put(p.id(), new Once(() -> Positions.of(p, seed)));
    }
  }

  /// Computes positions when they are first asked for.
  private static final class Once implements Supplier<Positions> {
    private final Supplier<Positions> make;
    private @Nullable Positions made;

    Once(Supplier<Positions> make) {
      this.make = make;
    }

    @Override
    public synchronized Positions get() {
      Positions known = made;
      if (known == null) made = known = make.get();
      return known;
    }
  }

  private NeuronDirectory directory() {
    List<NeuronDirectory.Entry> entries = new ArrayList<>();
    int first = 0;
    for (NeuronSource source : sources()) {
      segments.put(source.id(), entries.size());
      entries.add(new NeuronDirectory.Entry(source.id(), first, source.size()));
      first += source.size();
    }
    return new NeuronDirectory(entries);
  }

  private List<NeuronSource> sources() {
    List<NeuronSource> all = new ArrayList<>(circuit.populations());
    for (Stimulus s : circuit.stimuli()) if (MemoryEstimate.isWired(s)) all.add(s);
    return all;
  }

  /// A projection of spikes and what is known of it before its rings are there.
  ///
  /// @param receptor which it lands on, counted among those of the target's model that take the same
  private record Planned(
      Projection projection,
      NeuronSource from,
      Population to,
      NeuronModel.Receptor lands,
      int receptor,
      ProjectionPlan plan) {

    boolean couples() {
      return lands.input() == NeuronModel.Input.COUPLING;
    }
  }

  private List<Planned> plan(int workers, int builders) {
    List<Planned> plans = new ArrayList<>();
    double before = 0;
    for (Projection p : circuit.projections()) {
      Integer segment = segments.get(p.from());
      if (segment == null) continue;
      if (monitor.isCancelled()) throw new BuildCancelled();
      monitor.progress(
          0.4 * before / Math.max(1, circuit.projections().size()),
          "Counting " + Names.of(circuit, p));
      NeuronSource from = circuit.find(p.from(), NeuronSource.class).orElseThrow();
      Population to = circuit.find(p.to(), Population.class).orElseThrow();
      NeuronModel model = model(to.model());
      NeuronModel.Receptor lands = model.receptor(p.receptor()).orElseThrow();
      ConnectionRows list = null;
      if (p.wiring() instanceof Wiring.FromList named) {
        list = listings.connections(named.file(), p, from.size(), to.size(), lands.weightUnit());
        if (hasErrors()) continue;
      }
      Supplier<Positions> targets = positions(to);
      Supplier<Positions> sources =
          from instanceof Population source
              ? positions(source)
              : new Once(() -> Positions.of(from.id(), from.size(), to.sheet(), seed));
      Supplier<Lines> lines =
          Wirings.lines(
              p, seed, from.size(), to.size(), p.from().equals(p.to()), sources, targets, list);
      ProjectionPlan plan =
          new ProjectionPlan(
              p,
              seed,
              dt,
              from.size(),
              to.size(),
              workers,
              builders,
              lines,
              targets,
              list != null && list.hasWeights(),
              list != null && list.hasDelays(),
              monitor);
      plan.count();
      plans.add(new Planned(p, from, to, lands, number(model, lands), plan));
      before++;
    }
    return plans;
  }

  private Supplier<Positions> positions(Population p) {
    return java.util.Objects.requireNonNull(positions.get(p.id()));
  }

  private static int number(NeuronModel model, NeuronModel.Receptor receptor) {
    return model.receptors().stream()
        .filter(r -> r.input() == receptor.input())
        .toList()
        .indexOf(receptor);
  }

  private Map<ElementId, int[]> longestDelays(List<Planned> plans) {
    Map<ElementId, int[]> longest = new HashMap<>();
    blocks.forEach((id, block) -> {
      int[] steps =
          new int
              [(int)
                  block.model().receptors().stream()
                      .filter(r -> r.input() == NeuronModel.Input.SPIKES)
                      .count()];
      java.util.Arrays.fill(steps, 1);
      longest.put(id, steps);
    });
    for (Planned p : plans) {
      if (p.couples()) continue;
      int[] steps = java.util.Objects.requireNonNull(longest.get(p.to.id()));
      steps[p.receptor] = Math.max(steps[p.receptor], p.plan.longest());
    }
    return longest;
  }

  private long ringBytes(Map<ElementId, int[]> longest) {
    long bytes = 0;
    for (Map.Entry<ElementId, int[]> e : longest.entrySet())
      for (int steps : e.getValue())
        bytes +=
            DelayRing.bytes(java.util.Objects.requireNonNull(blocks.get(e.getKey())).size(), steps);
    return bytes;
  }

  private List<RunningPopulation> populations(int workers, Map<ElementId, int[]> longest) {
    List<RunningPopulation> populations = new ArrayList<>();
    blocks.forEach((id, block) -> {
      NeuronKernel kernel = java.util.Objects.requireNonNull(populationKernels.get(id));
      int[] steps = java.util.Objects.requireNonNull(longest.get(id));
      DelayRing[] rings = new DelayRing[steps.length];
      for (int r = 0; r < steps.length; r++) rings[r] = new DelayRing(block.size(), steps[r]);
      populations.add(new RunningPopulation(id, block, kernel, rings, workers));
    });
    return populations;
  }

  /// Currents and background, which act on neurons without synapses of their own.
  private void connectDirect(List<RunningPopulation> populations) {
    for (Projection p : circuit.projections()) {
      Optional<Stimulus> from = circuit.find(p.from(), Stimulus.class);
      if (from.isEmpty() || MemoryEstimate.isWired(from.get())) continue;
      Stimulus s = from.get();
      RunningPopulation to = running(p.to(), populations);
      double[] gains = gains(p, s, to.block().size());
      if (s.signal() instanceof Signal.Current current) {
        to.add(StimulusSettings.current(p, s, current, gains, dt, seed));
      } else if (s.signal() instanceof Signal.PoissonBackground background) {
        NeuronModel model = to.block().model();
        DelayRing ring = to.rings()[number(model, model.receptor(p.receptor()).orElseThrow())];
        StimulusSettings.background(p, s, background, ring, gains, dt, seed, problems)
            .ifPresent(to::add);
      }
    }
  }

  private double[] gains(Projection p, Stimulus s, int n) {
    Population to = circuit.find(p.to(), Population.class).orElseThrow();
    ConnectionRows list = null;
    if (p.wiring() instanceof Wiring.FromList named) {
      list =
          listings.connections(
              named.file(),
              p,
              s.size(),
              n,
              model(to.model()).receptor(p.receptor()).orElseThrow().weightUnit());
      if (hasErrors()) return new double[1];
    }
    Supplier<Positions> targets = positions(to);
    Supplier<Positions> sources = new Once(() -> Positions.of(s.id(), s.size(), to.sheet(), seed));
    return DirectGains.of(
        p,
        seed,
        s.size(),
        n,
        Wirings.lines(p, seed, s.size(), n, false, sources, targets, list).get(),
        targets);
  }

  private List<RunningProjection> fill(
      List<Planned> plans,
      List<RunningPopulation> populations,
      List<PlasticProjection> plastics,
      int epoch) {
    List<RunningProjection> projections = new ArrayList<>();
    double all = 0;
    for (Planned p : plans) all += p.plan.synapses();
    double done = 0;
    for (Planned p : plans) {
      monitor.progress(
          0.4 + 0.6 * done / Math.max(1, all), "Wiring " + Names.of(circuit, p.projection));
      RunningPopulation to = running(p.to.id(), populations);
      SynapseCode code = plastic.get(p.projection.id());
      if (code != null) {
        plastics.add(change(p, to, code));
        done += p.plan.synapses();
        continue;
      }
      PackedRows[] rows = p.plan.fill(p.couples() ? null : to.rings()[p.receptor]);
      RunningProjection made =
          new RunningProjection(
              p.projection.id(),
              p.couples() ? -1 : java.util.Objects.requireNonNull(segments.get(p.from.id())),
              p.from.size(),
              p.to.size(),
              p.lands.weightUnit(),
              dt,
              rows);
      projections.add(made);
      if (p.couples()) couple(p, made, plans, populations, epoch);
      done += p.plan.synapses();
    }
    monitor.progress(1, "Ready");
    return projections;
  }

  private static RunningPopulation running(ElementId id, List<RunningPopulation> populations) {
    return populations.stream().filter(r -> r.element().equals(id)).findFirst().orElseThrow();
  }

  private static void couple(
      Planned p,
      RunningProjection made,
      List<Planned> plans,
      List<RunningPopulation> populations,
      int epoch) {
    RunningPopulation from = running(p.from.id(), populations);
    String variable = from.block().model().coupledState(p.lands).orElseThrow().id();
    Optional<History> kept =
        from.histories().stream().filter(h -> h.variable().equals(variable)).findFirst();
    History history =
        kept.orElseGet(() -> {
          int longest =
              plans.stream()
                  .filter(o -> o.couples() && o.from.id().equals(p.from.id()))
                  .mapToInt(o -> o.plan.longest())
                  .max()
                  .orElse(1);
          History fresh = new History(variable, from.block().size(), longest, epoch);
          from.keep(fresh);
          return fresh;
        });
    running(p.to.id(), populations).add(new Coupling(made, p.receptor, history));
  }

  /// A projection whose synapses change.
  private PlasticProjection change(Planned p, RunningPopulation to, SynapseCode code) {
    DelayRing ring = to.rings()[p.receptor];
    return PlasticProjection.of(
        p.projection.id(),
        java.util.Objects.requireNonNull(segments.get(p.from.id())),
        p.from.size(),
        p.lands.weightUnit(),
        java.util.Objects.requireNonNull(segments.get(p.to.id())),
        to.block(),
        ring,
        code,
        p.plan.fill(ring),
        SynapseParameters.of(p.projection.synapse(), code.plan().model()),
        RandomKey.of(seed, p.projection.id(), "synapse"));
  }

  private List<RunningPoisson> poissons() {
    List<RunningPoisson> all = new ArrayList<>();
    for (Stimulus s : circuit.stimuli())
      if (s.signal() instanceof Signal.Poisson poisson)
        StimulusSettings.poisson(s, poisson, dt, seed, problems).ifPresent(all::add);
    return all;
  }

  private List<RunningSpikeList> lists() {
    List<RunningSpikeList> all = new ArrayList<>();
    for (Stimulus s : circuit.stimuli())
      if (s.signal() instanceof Signal.SpikeList list) all.add(listings.spikes(list.file(), s));
    return all;
  }
}
