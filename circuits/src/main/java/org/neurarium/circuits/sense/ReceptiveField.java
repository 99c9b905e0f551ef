package org.neurarium.circuits.sense;

/// How sources look at a picture. Lengths are in places of the sheet. Each kind's answer is 0 to a uniform picture and at most 1: to the picture that
/// fits it best. Answers below 0 count as 0. Beyond the edge the picture goes on as at the edge.
public sealed interface ReceptiveField {

  /// Each source sees its place.
  record None() implements ReceptiveField {}

  /// A centre against its surround (doi:10.1016/0042-6989(65)90033-7): the difference of two Gaussians of equal volume.
  ///
  /// @param centre which kind, or both as two channels, ON first
  /// @param sigmaCentre standard deviation of the centre
  /// @param sigmaSurround standard deviation of the surround, larger
  record DifferenceOfGaussians(Centre centre, double sigmaCentre, double sigmaSurround)
      implements ReceptiveField {}

  /// Which centres there are.
  enum Centre {
    /// Answers to what is brighter than its surround.
    ON,
    /// Answers to what is darker than its surround.
    OFF,
    /// Both, as two channels.
    BOTH
  }

  /// A simple cell: `exp(−(x'² + aspect² y'²) / 2σ²) · cos(2π x' / wavelength + phase)`, less its mean, with x' across the preferred bars
  /// (doi:10.1152/jn.1987.58.6.1233).
  ///
  /// @param orientation of the bars that it prefers (degrees)
  /// @param wavelength from bar to bar
  /// @param phase (degrees); 0 for a bright bar in the middle
  /// @param sigma standard deviation across the bars
  /// @param aspect its width across the bars over its length along them
  /// @param orientations how many channels, their preferences spread evenly over half a turn, from `orientation` on
  record Gabor(
      double orientation,
      double wavelength,
      double phase,
      double sigma,
      double aspect,
      int orientations)
      implements ReceptiveField {}

  /// How many answers there are for each place.
  default int channels() {
    return switch (this) {
      case None _ -> 1;
      case DifferenceOfGaussians dog -> dog.centre() == Centre.BOTH ? 2 : 1;
      case Gabor gabor -> gabor.orientations();
    };
  }
}
