package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Threads;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningProjection;
import org.neurarium.engine.network.RunningSense;
import org.neurarium.engine.observe.NeuronDirectory;

/// Builds networks: brings those who make the parts together. One object builds one network, once, on the calling thread (and helpers where the work is large).
public final class NetworkBuilder {

  private static final double NANOS_PER_NEURON_STEP = 2; // at least
  private static final double NANOS_PER_INSTRUCTION = 0.1; // of a compiled program
  private static final double NANOS_PER_DRAW = 2; // of a background
  private static final double NANOS_PER_EVENT = 2;
  private static final double NANOS_PER_PLASTIC_EVENT = 10; // on both sides
  private static final double SUPPOSED_RATE = 5e-3; // spikes per ms
  private static final double NANOS_WORTH_A_WORKER =
      15_000; // a meeting costs up to 1 µs, much more where others want the processors, too
  private static final double SYNAPSES_WORTH_A_BUILDER = 200_000;

  private final BuildContext context;
  private final DataFiles files;
  private final Threads threads;
  private final PopulationBuilder neurons;
  private final ProjectionBuilder synapses;
  private final StimulusBuilder stimuli;
  private final WorldBuilder worlds;

  /// @param threads who will run it
  public NetworkBuilder(
      Circuit circuit,
      DataFiles files,
      ModelCatalogue models,
      Kernels kernels,
      Threads threads,
      BuildMonitor monitor) {
    context = BuildContext.of(circuit, files, models, monitor);
    this.files = files;
    this.threads = threads;
    neurons = new PopulationBuilder(context, kernels);
    synapses = new ProjectionBuilder(context, neurons);
    stimuli = new StimulusBuilder(context);
    worlds = new WorldBuilder(context);
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
    Circuit circuit = context.circuit();
    context.problems().addAll(Validation.problems(circuit, context.models(), files));
    if (context.hasErrors()) return failed();
    try {
      context.monitor().progress(0, "Checking " + circuit.title());
      synapses.findCodes();
      if (context.hasErrors()) return failed();
      return build(new MemoryBudget(circuit, memoryLimit));
    } catch (BuildCancelled e) {
      return new Outcome(Optional.empty(), context.problems(), true);
    } catch (OutOfMemoryError e) {
      context
          .problems()
          .add(
              Problem.error(
                  Place.NOWHERE,
                  "There was not enough memory to build " + circuit.title(),
                  "Make it smaller, or give Java more memory with -Xmx."));
      return failed();
    }
  }

  private Outcome build(MemoryBudget budget) {
    MemoryEstimate estimate = MemoryEstimate.of(context.circuit(), context::model, synapses::code);
    budget.problem(estimate).ifPresent(context.problems()::add);
    if (context.hasErrors()) return failed();
    neurons.makeBlocks(synapses.modulators());
    if (context.hasErrors()) return failed();
    int workers = workers();
    int builders = estimate.synapses() > SYNAPSES_WORTH_A_BUILDER ? threads.most() : 1;
    List<PlannedProjection> plans = synapses.plan(workers, builders);
    if (context.hasErrors()) return failed();
    Map<ElementId, int[]> longest = neurons.longestDelays(plans);
    List<RunningSense> senses = stimuli.senses(files);
    if (context.hasErrors()) return failed();
    long others = estimate.neurons() + neurons.ringBytes(longest);
    for (RunningSense sense : senses) others += sense.bytes(workers);
    budget.problem(plans, synapses, others).ifPresent(context.problems()::add);
    if (context.hasErrors()) return failed();
    List<RunningPopulation> populations =
        neurons.populations(workers, longest, synapses.modulators());
    new DirectInputs(context, neurons).connect(populations);
    int epoch = worlds.longestEpoch(Network.LONGEST_EPOCH);
    for (PlannedProjection p : plans) epoch = Math.min(epoch, p.shortest());
    epoch = Math.min(epoch, synapses.modulators().shortestDelay());
    List<Concentrations> concentrations = synapses.concentrations(workers);
    if (context.hasErrors()) return failed();
    List<Deliveries> deliveries = synapses.deliveries();
    List<PlasticProjection> plastics = new ArrayList<>();
    List<RunningProjection> projections = synapses.fill(plans, populations, plastics, epoch);
    Network network =
        new Network(
            context.dt(),
            context.seed(),
            workers,
            epoch,
            directory(),
            populations,
            stimuli.poissons(),
            stimuli.lists(),
            senses,
            worlds.observations(),
            projections,
            deliveries,
            plastics,
            concentrations,
            worlds.worlds(concentrations));
    if (context.hasErrors()) return failed();
    context.monitor().progress(1, "Ready");
    return new Outcome(Optional.of(network), context.problems(), false);
  }

  private Outcome failed() {
    return new Outcome(Optional.empty(), context.problems(), false);
  }

  /// As many workers as have enough to do in an epoch to be worth meeting for.
  private int workers() {
    if (threads.exactly()) return threads.most();
    Circuit circuit = context.circuit();
    double steps = worlds.longestEpoch(Network.LONGEST_EPOCH);
    for (Projection p : circuit.projections()) {
      if (!(circuit.find(p.from()).orElseThrow() instanceof Stimulus s
          && !MemoryEstimate.isWired(s)))
        steps = Math.min(steps, Math.max(1, leastDelay(p.delay()) / context.dt()));
    }
    steps = Math.min(steps, synapses.modulators().shortestDelay());
    double advance = 0;
    for (Population p : circuit.populations())
      advance +=
          p.size()
              * Math.max(neurons.instructions(p) * NANOS_PER_INSTRUCTION, NANOS_PER_NEURON_STEP);
    double draws = 0;
    double events = 0;
    for (Projection p : circuit.projections()) {
      Optional<NeuronSource> from = circuit.find(p.from(), NeuronSource.class);
      if (from.isPresent()
          && from.get() instanceof Stimulus s
          && s.signal() instanceof Signal.PoissonBackground) draws += context.target(p).size();
      if (from.isPresent() && (!(from.get() instanceof Stimulus s) || MemoryEstimate.isWired(s)))
        events +=
            MemoryEstimate.synapses(p, from.get(), context.target(p))
                * (synapses.code(p.id()) == null ? NANOS_PER_EVENT : NANOS_PER_PLASTIC_EVENT);
    }
    double work = advance + draws * NANOS_PER_DRAW + events * SUPPOSED_RATE * context.dt();
    double worth = work * steps / NANOS_WORTH_A_WORKER;
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

  private NeuronDirectory directory() {
    List<NeuronDirectory.Entry> entries = new ArrayList<>();
    int first = 0;
    for (NeuronSource source : context.sources()) {
      entries.add(new NeuronDirectory.Entry(source.id(), first, source.size()));
      first += source.size();
    }
    return new NeuronDirectory(entries);
  }
}
