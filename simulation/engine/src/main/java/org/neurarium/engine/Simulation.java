package org.neurarium.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.engine.build.NetworkBuilder;
import org.neurarium.engine.command.LiveInput;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.network.Concentrations;
import org.neurarium.engine.network.DelayRing;
import org.neurarium.engine.network.Deliveries;
import org.neurarium.engine.network.Network;
import org.neurarium.engine.network.RunningPopulation;
import org.neurarium.engine.network.RunningSense;
import org.neurarium.engine.network.RunningWorld;
import org.neurarium.engine.network.SynapseTable;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.WorldFrame;
import org.neurarium.engine.run.Conductor;

/// A circuit that can be run, step by step, by the thread that holds it.
///
/// This is the synchronous core: tests, benchmarks and the command line use it as it is, and a
/// [LiveSession][org.neurarium.engine.live.LiveSession] wraps it in a thread. Belongs to one thread at a time; only what [#observation()] gave may be read by
/// others meanwhile.
///
/// Step k goes from time (k - 1)·dt to time k·dt; spikes and values of step k belong to its end.
public final class Simulation implements AutoCloseable {

  private final Network network;
  private final Conductor conductor;
  private final Recorders recorders;
  private final Changes changes;
  private final InputLog inputs = new InputLog();
  private Circuit circuit;
  private @Nullable Kernels own;
  private @Nullable SpikeSink sink;
  private @Nullable Problem stopped;

  /// What came of a build.
  ///
  /// @param simulation missing where `problems` has errors, or where the build was cancelled
  /// @param problems errors and warnings
  /// @param cancelled whether the monitor ended the build
  public record Build(Optional<Simulation> simulation, List<Problem> problems, boolean cancelled) {
    public Build {
      problems = List.copyOf(problems);
    }
  }

  private Simulation(
      Circuit circuit, DataFiles files, ModelCatalogue models, Kernels kernels, Network network) {
    this.circuit = circuit;
    this.network = network;
    recorders = new Recorders(network);
    changes = new Changes(models.including(circuit), kernels, files, network);
    conductor = new Conductor(network, this::take);
    recorders.begin(circuit, 0, 1);
    conductor.startAt(0);
    recorders.showWorlds(true);
  }

  /// Builds a circuit, at the start of its run, in as much memory as Java can still give, with kernels made for it alone.
  public static Build build(
      Circuit circuit,
      DataFiles files,
      ModelCatalogue models,
      Threads threads,
      BuildMonitor monitor) {
    Kernels kernels = Kernels.compiled();
    Build build = build(circuit, files, models, kernels, threads, monitor);
    build.simulation().ifPresentOrElse(s -> s.own = kernels, kernels::close);
    return build;
  }

  /// Builds a circuit, at the start of its run, in as much memory as Java can still give.
  ///
  /// @param kernels where kernels come from, and stay for the next build
  public static Build build(
      Circuit circuit,
      DataFiles files,
      ModelCatalogue models,
      Kernels kernels,
      Threads threads,
      BuildMonitor monitor) {
    Runtime java = Runtime.getRuntime();
    // What is used includes garbage: before little seems to be left, it is taken out.
    if (free(java) < java.maxMemory() / 4) System.gc();
    return build(circuit, files, models, kernels, threads, monitor, (long) (0.9 * free(java)));
  }

  private static long free(Runtime java) {
    return java.maxMemory() - (java.totalMemory() - java.freeMemory());
  }

  /// Builds a circuit, at the start of its run.
  ///
  /// @param memoryLimit bytes that the network may take; a larger one is refused with the numbers
  public static Build build(
      Circuit circuit,
      DataFiles files,
      ModelCatalogue models,
      Kernels kernels,
      Threads threads,
      BuildMonitor monitor,
      long memoryLimit) {
    NetworkBuilder builder = new NetworkBuilder(circuit, files, models, kernels, threads, monitor);
    NetworkBuilder.Outcome outcome = builder.build(memoryLimit);
    return new Build(
        outcome.network().map(network -> new Simulation(circuit, files, models, kernels, network)),
        outcome.problems(),
        outcome.cancelled());
  }

  private void take(long step, int[] neurons, int count) {
    recorders.spikes(step, neurons, count);
    SpikeSink own = sink;
    if (own != null) own.spikes(step, neurons, count);
  }

  /// Goes on for so many steps. Ends earlier only where a value stopped being a finite number; then, and on every further call until [#reset()] or until the equations
  /// there are edited, the problem says where.
  public Optional<Problem> advance(long steps) {
    if (stopped != null) return Optional.of(stopped);
    long end = conductor.done() + Math.max(0, steps);
    long before = -1;
    while (conductor.done() < end && conductor.done() > before && stopped == null) {
      before = conductor.done();
      while (inputs.due() <= before) apply(inputs.pass());
      conductor.advance(Math.min(end, inputs.due()) - before);
      for (RunningPopulation population : network.populations())
        population.dropFinished(conductor.done());
      stopped = NonFinite.problem(circuit, network).orElse(null);
    }
    recorders.showWorlds(false);
    return Optional.ofNullable(stopped);
  }

  private void apply(LiveInput input) {
    for (RunningSense sense : network.senses())
      if (sense.element().equals(input.stimulus())) sense.show(input.picture());
  }

  /// Shows a picture to a live stimulus from the next step on, and logs it. Nothing happens where there is no such stimulus.
  public void show(ElementId stimulus, Raster picture) {
    if (network.senses().stream()
        .noneMatch(s -> s.element().equals(stimulus) && s.settings().sense().scene().isLive()))
      return;
    inputs.add(step(), stimulus, picture);
    apply(new LiveInput(step(), stimulus, picture));
  }

  /// What came in live so far, and what is still to come again after a reset.
  public List<LiveInput> liveInputs() {
    return inputs.all();
  }

  /// Lets what came in live in another run come in again, each at its step. To be called before the first step.
  public void repeat(List<LiveInput> others) {
    inputs.repeat(others);
  }

  /// Goes back to the start: the same start values, the same noise, the same spikes to come. The [#observation()] is a new one.
  public void reset() {
    stopped = null;
    changes.start(circuit);
    recorders.begin(circuit, 0, recorders.observation().generation() + 1);
    inputs.rewind();
    conductor.startAt(0);
    recorders.showWorlds(true);
  }

  /// Takes the next version of the circuit if nothing in it needs a new network: parameters, constant weights, what stimuli give, probes, and what the engine does not
  /// see. Start values wait for the next reset.
  ///
  /// @return whether it was taken; if not, nothing has changed, and a new simulation has to be built
  public boolean applyLive(Circuit next) {
    Changes.Outcome outcome = changes.apply(circuit, next);
    if (outcome == Changes.Outcome.REFUSED) return false;
    boolean otherProbes =
        outcome == Changes.Outcome.SET_WITH_OTHER_STATES || !circuit.probes().equals(next.probes());
    circuit = next;
    if (otherProbes) recorders.probe(next, step());
    if (stopped != null && outcome == Changes.Outcome.SET_WITH_OTHER_STATES)
      stopped = NonFinite.problem(next, network).orElse(null);
    return true;
  }

  /// Goes on from where another simulation is: same time, and for every population that is in both with the same model the same state, refractory times and
  /// spikes under way. Called once, before the first step; the other one is not changed.
  public void takeOver(Simulation old) {
    long from = Math.round(old.time() / dt());
    inputs.takeOver(old.inputs, old.dt() / dt());
    if (old.step() == 0) return;
    for (RunningPopulation p : network.populations()) for (DelayRing ring : p.rings()) ring.clear();
    changes.takeOver(old.network, old.step(), from);
    changes.takeOverSynapses(old.network, old.circuit, circuit, old.step(), from);
    conductor.startAt(from);
    changes.takeOverWorlds(old.network, old.step(), from);
    recorders.begin(circuit, from, old.observation().generation() + 1);
    recorders.showWorlds(true);
  }

  /// Makes a neuron fire in the next step. A neuron that does not exist is ignored.
  public void fire(ElementId population, int neuron) {
    network
        .population(population)
        .filter(p -> neuron >= 0 && neuron < p.block().size())
        .ifPresent(p -> p.fire(neuron));
  }

  /// Injects a current (pA) into all neurons of a population from now on, for a time (ms).
  public void inject(ElementId population, double current, double duration) {
    long last = step() + Math.max(1, Math.round(duration / dt()));
    if (Double.isFinite(current))
      network.population(population).ifPresent(p -> p.inject(current, last));
  }

  /// Releases a neuromodulator at the present grid point, everywhere, from its first source. A substance that has no source and that no synapse reads is ignored.
  ///
  /// @param symbol in brackets: `[DA]`
  /// @param amount in engine units
  public void release(String symbol, double amount) {
    int[] numbers = network.concentrations().getFirst().of(symbol);
    if (numbers.length > 0) release(numbers[0], amount);
  }

  /// Releases from a modulator source at the present grid point, everywhere. A source that does not exist is ignored.
  ///
  /// @param amount in engine units
  public void release(ElementId source, double amount) {
    int number = network.concentrations().getFirst().find(source.text());
    if (number >= 0) release(number, amount);
  }

  private void release(int number, double amount) {
    if (!Double.isFinite(amount)) return;
    for (Concentrations worker : network.concentrations()) worker.release(number, amount);
  }

  /// Gives a reward in a world, once, at the end of its present turn. A world that does not exist is ignored.
  public void reward(ElementId world, double amount) {
    if (Double.isFinite(amount)) copies(world).forEach(w -> w.rewardByHand(amount));
  }

  /// Leaves out the next reward that a world means to give.
  public void omitReward(ElementId world) {
    copies(world).forEach(RunningWorld::omitNext);
  }

  /// Takes a world back to its start, with the same random numbers to come; the circuit goes on.
  public void resetWorld(ElementId world) {
    copies(world).forEach(w -> w.begin(step()));
    recorders.showWorlds(true);
  }

  private List<RunningWorld> copies(ElementId world) {
    return network.worlds().stream()
        .flatMap(List::stream)
        .filter(w -> w.element().equals(world))
        .toList();
  }

  /// A world as it is now; empty where there is none.
  public Optional<WorldFrame> world(ElementId id) {
    return network.world(id, 0).map(RunningWorld::frame);
  }

  /// All worlds as they are now, in the circuit's order.
  public Map<ElementId, WorldFrame> worlds() {
    Map<ElementId, WorldFrame> frames = new LinkedHashMap<>();
    for (RunningWorld w : network.worlds().getFirst()) frames.put(w.element(), w.frame());
    return frames;
  }

  /// Makes the newest frames of all worlds visible to those who watch.
  public void showWorlds() {
    recorders.showWorlds(true);
  }

  /// The present concentration of a neuromodulator, in engine units: the sum of its sources, and the mean over places. Empty where the circuit has none.
  public OptionalDouble concentration(String symbol) {
    Concentrations first = network.concentrations().getFirst();
    int[] numbers = first.of(symbol);
    if (numbers.length == 0) return OptionalDouble.empty();
    return OptionalDouble.of(
        Arrays.stream(numbers).mapToDouble(k -> first.modulator(k).mean()).sum());
  }

  /// A copy of a source's present concentrations by cell of its field, row by row, in engine units; one number where it is the same everywhere. Empty where there is no such
  /// source.
  public Optional<double[]> concentrations(ElementId source) {
    Concentrations first = network.concentrations().getFirst();
    int number = first.find(source.text());
    return number < 0 ? Optional.empty() : Optional.of(first.modulator(number).now().clone());
  }

  /// A copy of a variable of changing synapses, in engine units: `w` or a state, of synapses worker by worker in the order of source and delay, of a pre
  /// state by source and delay, of a post state by target. Empty where there is no such projection or variable.
  public Optional<double[]> synapses(ElementId projection, String variable) {
    return network.plastic(projection).flatMap(p -> p.values(variable));
  }

  /// The circuit that runs.
  public Circuit circuit() {
    return circuit;
  }

  /// What ended the run, if something did.
  public Optional<Problem> stopped() {
    return Optional.ofNullable(stopped);
  }

  /// Steps done since the start of the run.
  public long step() {
    return conductor.done();
  }

  /// Length of a step (ms).
  public double dt() {
    return network.dt();
  }

  /// Time since the start of the run (ms).
  public double time() {
    return conductor.done() * network.dt();
  }

  /// Threads that run it.
  public int threads() {
    return network.workers();
  }

  public long neurons() {
    return network.neurons();
  }

  public long synapses() {
    return network.synapses();
  }

  /// Spikes of neurons, without those of stimuli, since it was built, resets or not.
  public long spikes() {
    return conductor.spikes();
  }

  /// What others may watch meanwhile.
  public Observation observation() {
    return recorders.observation();
  }

  /// Gives every spike from now on to `newSink`, too; null for nobody.
  public void sendSpikesTo(@Nullable SpikeSink newSink) {
    sink = newSink;
  }

  /// A copy of a state variable's values, in engine units, by neuron; empty where there is no such population or variable.
  public Optional<double[]> state(ElementId population, String variable) {
    return network
        .population(population)
        .filter(p -> p.block().model().state(variable).isPresent())
        .map(p -> p.block().state(variable).clone());
  }

  /// How much memory it takes.
  public MemoryUse memory() {
    long neurons = 0;
    long underWay = 0;
    for (RunningPopulation p : network.populations()) {
      neurons += p.block().bytes();
      for (DelayRing ring : p.rings()) underWay += ring.bytes();
    }
    long synapses = 0;
    for (SynapseTable p : network.tables()) synapses += p.bytes();
    for (Deliveries worker : network.deliveries()) synapses += worker.bytes();
    return new MemoryUse(neurons, synapses, underWay, recorders.bytes());
  }

  /// Where the wall time went.
  public PhaseTimes phaseTimes() {
    return conductor.times();
  }

  /// Ends the helper threads. Idempotent.
  @Override
  public void close() {
    conductor.close();
    if (own != null) own.close();
  }
}
