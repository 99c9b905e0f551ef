package org.neurarium.engine.build;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.network.PackedRows;
import org.neurarium.engine.network.PlasticProjection;
import org.neurarium.engine.network.SortedRows;
import org.neurarium.engine.network.SynapseCode;

/// What a circuit will take, as far as it can be known before anything is made.
///
/// @param neurons bytes of the neurons and of the sources of stimuli
/// @param synapses expected number of synapses
/// @param synapseBytes expected bytes of the packed rows
/// @param largest the projection with the most synapses, as people call it; empty where there is none
/// @param largestSynapses how many it has
public record MemoryEstimate(
    long neurons, double synapses, double synapseBytes, String largest, double largestSynapses) {

  private static final int SAMPLED = 64;
  private static final long BYTES_PER_SOURCE = 4 + 8; // its random bits, and its places in buffers

  /// Adds up what a circuit asks for.
  ///
  /// @param plastic what changing synapses run, by projection; null for others
  public static MemoryEstimate of(
      Circuit circuit,
      Function<String, NeuronModel> models,
      Function<ElementId, @Nullable SynapseCode> plastic) {
    long neurons = 0;
    for (Population p : circuit.populations()) neurons += bytes(p, models.apply(p.model()));
    for (Stimulus s : circuit.stimuli()) if (isWired(s)) neurons += BYTES_PER_SOURCE * s.size();
    double synapses = 0;
    double bytes = 0;
    double most = 0;
    String largest = "";
    for (Projection p : circuit.projections()) {
      NeuronSource from = circuit.find(p.from(), NeuronSource.class).orElseThrow();
      if (from instanceof Stimulus s && !isWired(s)) continue;
      Population to = circuit.find(p.to(), Population.class).orElseThrow();
      double n = synapses(p, from, to);
      synapses += n;
      bytes += n * bytesPerSynapse(p, plastic.apply(p.id())) + 16.0 * from.size();
      if (n > most) {
        most = n;
        largest = Names.of(circuit, p);
      }
    }
    return new MemoryEstimate(neurons, synapses, bytes, largest, most);
  }

  private static long bytesPerSynapse(Projection p, @Nullable SynapseCode plastic) {
    boolean ownWeights = !(p.weight() instanceof Value.Constant);
    boolean ownDelays = !(p.delay() instanceof Value.Constant);
    long packed =
        plastic == null && (ownWeights || ownDelays)
            ? SortedRows.SYNAPSE + 1 // and its part of the heads of groups
            : PackedRows.bytesPerSynapse(ownWeights, ownDelays);
    return plastic == null
        ? packed
        : packed + PlasticProjection.bytesPerSynapse(plastic.plan(), ownWeights);
  }

  /// Whether a stimulus's projections have synapses (currents and background act on neurons directly).
  static boolean isWired(Stimulus stimulus) {
    return !stimulus.signal().isDirect();
  }

  /// Bytes of a population's arrays: states, refractory counters, lists, currents and, where they vary, parameters and what is derived from them.
  static long bytes(Population p, NeuronModel model) {
    boolean varied = p.parameters().values().stream().anyMatch(v -> !(v instanceof Value.Constant));
    long couplings =
        model.receptors().stream().filter(r -> r.input() == NeuronModel.Input.COUPLING).count();
    long states = model.states().size() * (model.dynamics().withinStep() ? 2L : 1);
    long perNeuron = 8 * (states + 2 * couplings) + 8 + 8 + 8 + 8;
    // What a worker keeps from a segment's currents to the solution.
    if (model.cell().isPresent()) perNeuron += 8L * 2 * model.cell().get().segments().size();
    if (varied) perNeuron += 8L * 2 * model.parameters().size();
    return perNeuron * p.size();
  }

  /// Bytes of everything.
  public double total() {
    return neurons + synapseBytes;
  }

  /// How many synapses a projection is expected to have.
  static double synapses(Projection p, NeuronSource from, Population to) {
    double pairs = (double) from.size() * to.size();
    return switch (p.wiring()) {
      case Wiring.AllToAll _ -> pairs;
      case Wiring.OneToOne _ -> from.size();
      case Wiring.PairwiseBernoulli b -> pairs * b.probability();
      case Wiring.FixedInDegree f -> (double) f.degree() * to.size();
      case Wiring.FixedOutDegree f -> (double) f.degree() * from.size();
      case Wiring.FixedTotalNumber f -> f.synapses();
      case Wiring.FromList _ -> 0; // counted once it is read
      case Wiring.DistanceDependent d -> pairs * meanProbability(d.profile(), from, to);
    };
  }

  /// The mean over a regular sample of pairs.
  private static double meanProbability(Wiring.Profile profile, NeuronSource from, Population to) {
    Positions targets = Positions.of(to, 0);
    Positions sources =
        from instanceof Population p
            ? Positions.of(p, 0)
            : Positions.of(from.id(), from.size(), to.sheet(), 0);
    Distances distances = new Distances(profile, sources, targets);
    int s = Math.min(SAMPLED, from.size());
    int t = Math.min(SAMPLED * SAMPLED, to.size());
    double sum = 0;
    for (int i = 0; i < s; i++)
      for (int j = 0; j < t; j++)
        sum +=
            distances.probability(
                (int) ((long) i * from.size() / s), (int) ((long) j * to.size() / t));
    return sum / ((double) s * t);
  }

  /// A number of bytes for people.
  static String text(double bytes) {
    if (bytes >= 0.95e9) return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    return String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / 1e6));
  }
}
