package org.neurarium.circuits;

import org.neurarium.circuits.units.Quantity;

/// Which pairs of a projection are connected. The rules carry the names they have in NEST and PyNN.
public sealed interface Wiring {

  /// Every source to every target.
  record AllToAll() implements Wiring {}

  /// Source i to target i; both sides have the same size.
  record OneToOne() implements Wiring {}

  /// Each ordered pair with this probability, independently.
  record PairwiseBernoulli(double probability) implements Wiring {}

  /// Each target draws exactly this many sources.
  record FixedInDegree(int degree) implements Wiring {}

  /// Each source draws exactly this many targets.
  record FixedOutDegree(int degree) implements Wiring {}

  /// Exactly this many synapses, each with a source and target drawn at random.
  record FixedTotalNumber(long synapses) implements Wiring {}

  /// Each pair with a probability that depends on the distance of its neurons on their sheets (both centred on the same point).
  record DistanceDependent(Profile profile) implements Wiring {}

  /// The connections of a CSV file with the columns `source`, `target` (0-based) and, where present, `weight` and
  /// `delay` with their unit in the header (`weight_pA`, `delay_ms`), which then take the place of the projection's.
  ///
  /// @param file path relative to the project's folder, with `/`
  record FromList(String file) implements Wiring {}

  /// Connection probability at distance r (or offset dx, dy), clipped to 0…1. All lengths are above 0.
  sealed interface Profile {

    /// `peak · exp(−r² / 2σ²)`.
    record Gaussian(double peak, Quantity sigma) implements Profile {}

    /// `peak · exp(−r / λ)`.
    record Exponential(double peak, Quantity lambda) implements Profile {}

    /// `peakCentre · exp(−r² / 2σ_c²) − peakSurround · exp(−r² / 2σ_s²)`.
    record DifferenceOfGaussians(
        double peakCentre, Quantity sigmaCentre, double peakSurround, Quantity sigmaSurround)
        implements Profile {}

    /// `peak · exp(−(x'² + γ² y'²) / 2σ²) · cos(2π x'/λ + ψ)`, with x', y' the offset turned by `angle` radians.
    record Gabor(
        double peak, Quantity sigma, Quantity wavelength, double angle, double phase, double aspect)
        implements Profile {}
  }
}
