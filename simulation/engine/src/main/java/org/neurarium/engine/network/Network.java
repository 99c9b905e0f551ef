package org.neurarium.engine.network;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.NeuronDirectory;

/// A circuit laid out for a number of workers.
///
/// @param dt length of a step (ms)
/// @param seed of all randomness
/// @param workers how many shares everything is cut into
/// @param epoch most steps between two exchanges of spikes: the shortest delay, of couplings too, or less
/// @param directory its entries are the segments, in order: populations, then spiking stimuli
/// @param populations in the circuit's order
/// @param poissons Poisson stimuli with trains of their own
/// @param lists spike lists
/// @param senses what sees, smells or hears
/// @param observations stimuli that show what worlds give
/// @param projections whose weights stay as they are, of spikes and couplings, in the circuit's order
/// @param deliveries by worker: what arrives through rows that projections share
/// @param plastics projections whose synapses change, in the circuit's order
/// @param concentrations of neuromodulators, a copy for each worker
/// @param worlds in the circuit's order, copies of all for each worker
public record Network(
    double dt,
    long seed,
    int workers,
    int epoch,
    NeuronDirectory directory,
    List<RunningPopulation> populations,
    List<RunningPoisson> poissons,
    List<RunningSpikeList> lists,
    List<RunningSense> senses,
    List<RunningObservation> observations,
    List<RunningProjection> projections,
    List<Deliveries> deliveries,
    List<PlasticProjection> plastics,
    List<Concentrations> concentrations,
    List<List<RunningWorld>> worlds) {

  /// Longest epoch, however long the delays are: it bounds how long a command waits.
  public static final int LONGEST_EPOCH = 256;

  public Network {
    populations = List.copyOf(populations);
    poissons = List.copyOf(poissons);
    lists = List.copyOf(lists);
    senses = List.copyOf(senses);
    projections = List.copyOf(projections);
    deliveries = List.copyOf(deliveries);
    plastics = List.copyOf(plastics);
    concentrations = List.copyOf(concentrations);
    observations = List.copyOf(observations);
    worlds = worlds.stream().map(List::copyOf).toList();
    for (PlasticProjection p : plastics)
      for (int w = 0; w < workers; w++) p.rows(w).use(concentrations.get(w));
    for (RunningPopulation p : populations)
      for (int w = 0; w < workers; w++) p.use(w, concentrations.get(w));
    for (int w = 0; w < workers; w++)
      for (Deliveries.Landing landing : deliveries.get(w).landings())
        populations.get(landing.population()).receive(w, deliveries.get(w).inbox(), landing);
  }

  /// Where worker `worker`'s part of n neurons begins. Parts begin at multiples of 8, so that two workers seldom write to the same cache line.
  public static int sliceStart(int n, int worker, int workers) {
    if (worker >= workers) return n;
    return (int) Math.min(n, ((long) n * worker / workers + 7) & ~7L);
  }

  /// Which worker owns a neuron: the last one whose part begins at or before it and is not empty.
  public static int ownerOf(int neuron, int n, int workers) {
    int worker = (int) Math.min(workers - 1, (long) neuron * workers / n);
    while (sliceStart(n, worker, workers) > neuron) worker--;
    while (worker + 1 < workers && sliceStart(n, worker + 1, workers) <= neuron) worker++;
    return worker;
  }

  /// The shares of a worker, by segment.
  public Share[] shares(int worker) {
    return directory.entries().stream().map(e -> share(e.element(), worker)).toArray(Share[]::new);
  }

  private Share share(ElementId element, int worker) {
    Optional<RunningPopulation> population = population(element);
    if (population.isPresent()) return population.get().share(worker);
    for (RunningPoisson p : poissons)
      if (p.element().equals(element)) return p.share(worker, workers);
    for (RunningSense s : senses) if (s.element().equals(element)) return s.share(worker, workers);
    for (RunningSpikeList l : lists)
      if (l.element().equals(element)) return worker == 0 ? l.player() : RunningSpikeList.silent();
    for (RunningObservation o : observations)
      if (o.element().equals(element))
        return o.share(worker, workers, world(o.world(), worker).orElseThrow());
    throw new IllegalStateException("no share for " + element);
  }

  /// The rows of single projections that a worker delivers to, by segment of the source, in the circuit's order of projections.
  public PackedRows[][] outgoing(int worker) {
    PackedRows[][] bySegment = new PackedRows[directory.entries().size()][];
    for (int segment = 0; segment < bySegment.length; segment++) {
      int from = segment;
      bySegment[segment] =
          projections.stream()
              .filter(p -> p.segment() == from && p.isPacked())
              .map(p -> p.rows(worker))
              .toArray(PackedRows[]::new);
    }
    return bySegment;
  }

  /// The changing synapses to which a worker's copies of spikes go, by segment of the source, in the circuit's order.
  public PlasticRows[][] plasticOutgoing(int worker) {
    return plastics(worker, PlasticProjection::segment);
  }

  /// The changing synapses onto a worker's neurons, by segment of the target, in the circuit's order.
  public PlasticRows[][] plasticIncoming(int worker) {
    return plastics(worker, PlasticProjection::target);
  }

  private PlasticRows[][] plastics(int worker, ToIntFunction<PlasticProjection> segment) {
    PlasticRows[][] bySegment = new PlasticRows[directory.entries().size()][];
    for (int s = 0; s < bySegment.length; s++) {
      int wanted = s;
      bySegment[s] =
          plastics.stream()
              .filter(p -> segment.applyAsInt(p) == wanted)
              .map(p -> p.rows(worker))
              .toArray(PlasticRows[]::new);
    }
    return bySegment;
  }

  /// The population with this id, if it is in this network.
  public Optional<RunningPopulation> population(ElementId id) {
    return populations.stream().filter(p -> p.element().equals(id)).findFirst();
  }

  /// A worker's copy of a world.
  public Optional<RunningWorld> world(ElementId id, int worker) {
    return worlds.get(worker).stream().filter(w -> w.element().equals(id)).findFirst();
  }

  /// The projection with this id, if it has synapses.
  public Optional<RunningProjection> projection(ElementId id) {
    return projections.stream().filter(p -> p.element().equals(id)).findFirst();
  }

  /// The projection with this id, if its synapses change.
  public Optional<PlasticProjection> plastic(ElementId id) {
    return plastics.stream().filter(p -> p.element().equals(id)).findFirst();
  }

  /// All projections with synapses.
  public List<SynapseTable> tables() {
    return Stream.<SynapseTable>concat(projections.stream(), plastics.stream()).toList();
  }

  /// How many neurons there are, without the sources of stimuli.
  public long neurons() {
    return populations.stream().mapToLong(p -> p.block().size()).sum();
  }

  /// How many synapses there are.
  public long synapses() {
    return tables().stream().mapToLong(SynapseTable::synapses).sum();
  }
}
