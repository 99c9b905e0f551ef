package org.neurarium.engine.portrait;

/// Currents between which a model is worth looking at: from a little of the kind that silences it to four times what makes it fire.
///
/// @param lowest (pA)
/// @param highest (pA), above the lowest
/// @param firing a current at which it fires (pA); 0 where none was found
public record CurrentRange(double lowest, double highest, double firing) {

  /// Around a current that makes a model fire, which is negative for some.
  static CurrentRange around(double firing) {
    return firing > 0
        ? new CurrentRange(-firing, 4 * firing, firing)
        : new CurrentRange(4 * firing, -firing, firing);
  }

  /// Around 0, for a model that does not fire, or fires by itself.
  ///
  /// @param size of the largest current worth a look
  static CurrentRange evenly(double size) {
    double most = Math.clamp(size, LEAST, MOST_FOR_SILENT);
    return new CurrentRange(-most, most, 0);
  }

  private static final double MOST_FOR_SILENT = 500;

  /// The smallest current that is tried (pA).
  static final double LEAST = 1.0 / 16;
}
