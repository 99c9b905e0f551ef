package org.neurarium.engine;

import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.build.MemoryEstimate;

/// What building a circuit will take, as far as it can be said at a glance: nothing is read or drawn for it. Synapses that learn count as static ones.
///
/// @param neurons in populations
/// @param synapses expected
/// @param bytes of neurons and synapses
public record BuildForecast(long neurons, double synapses, double bytes) {

  /// Synapses built in a second; see `simulation/benchmarks/README.md`.
  private static final double SYNAPSES_PER_SECOND = 5e6;

  /// Empty for a circuit that cannot be built: a model or an end of a line is missing.
  ///
  /// @param models in force for the circuit
  public static Optional<BuildForecast> of(Circuit circuit, ModelCatalogue models) {
    boolean whole =
        circuit.populations().stream().allMatch(p -> models.neuron(p.model()).isPresent())
            && circuit.projections().stream()
                .allMatch(p ->
                    circuit.find(p.from(), NeuronSource.class).isPresent()
                        && circuit.find(p.to(), Population.class).isPresent());
    if (!whole) return Optional.empty();
    MemoryEstimate estimate =
        MemoryEstimate.of(circuit, id -> models.neuron(id).orElseThrow(), _ -> null);
    long neurons = circuit.populations().stream().mapToLong(Population::size).sum();
    return Optional.of(new BuildForecast(neurons, estimate.synapses(), estimate.total()));
  }

  /// About how long the build takes (s).
  public double seconds() {
    return synapses / SYNAPSES_PER_SECOND;
  }

  /// Bytes that are free now for what is built.
  public static double free() {
    Runtime java = Runtime.getRuntime();
    return (double) java.maxMemory() - (java.totalMemory() - java.freeMemory());
  }
}
