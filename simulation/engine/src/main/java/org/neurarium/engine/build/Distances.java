package org.neurarium.engine.build;

import org.neurarium.circuits.Wiring.Profile;

/// Connection probabilities that depend on where two neurons lie. Immutable.
///
/// Sheets are centred on the same point. Where the target's sheet is periodic, an offset is taken the shorter way round.
final class Distances {

  private final Profile profile;
  private final Positions from;
  private final Positions to;

  Distances(Profile profile, Positions from, Positions to) {
    this.profile = profile;
    this.from = from;
    this.to = to;
  }

  /// A probability that no pair exceeds.
  double peak() {
    double bound =
        switch (profile) {
          case Profile.Gaussian g -> g.peak();
          case Profile.Exponential e -> e.peak();
          case Profile.DifferenceOfGaussians d ->
              Math.max(0, d.peakCentre()) + Math.max(0, -d.peakSurround());
          case Profile.Gabor g -> Math.abs(g.peak());
        };
    return Math.clamp(bound, 0, 1);
  }

  /// The probability of one pair, in 0…1.
  double probability(int source, int target) {
    double dx = to.x()[target] - from.x()[source];
    double dy = to.y()[target] - from.y()[source];
    if (to.periodic()) {
      dx = Positions.wrap(dx, to.width());
      dy = Positions.wrap(dy, to.height());
    }
    double square = dx * dx + dy * dy;
    double p =
        switch (profile) {
          case Profile.Gaussian g -> g.peak() * bell(square, g.sigma().engineValue());
          case Profile.Exponential e ->
              e.peak() * StrictMath.exp(-Math.sqrt(square) / e.lambda().engineValue());
          case Profile.DifferenceOfGaussians d ->
              d.peakCentre() * bell(square, d.sigmaCentre().engineValue())
                  - d.peakSurround() * bell(square, d.sigmaSurround().engineValue());
          case Profile.Gabor g -> gabor(g, dx, dy);
        };
    return Math.clamp(p, 0, 1);
  }

  private static double bell(double square, double sigma) {
    return StrictMath.exp(-square / (2 * sigma * sigma));
  }

  private static double gabor(Profile.Gabor g, double dx, double dy) {
    double cos = StrictMath.cos(g.angle());
    double sin = StrictMath.sin(g.angle());
    double along = dx * cos + dy * sin;
    double across = dy * cos - dx * sin;
    double envelope =
        bell(along * along + g.aspect() * g.aspect() * across * across, g.sigma().engineValue());
    return g.peak()
        * envelope
        * StrictMath.cos(2 * Math.PI * along / g.wavelength().engineValue() + g.phase());
  }
}
