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

  /// For a model that did not fire.
  ///
  /// @param bearable the largest size of a current that it was followed at
  static CurrentRange silent(double bearable) {
    double most = Math.clamp(bearable, LEAST, 500);
    return new CurrentRange(-most, most, 0);
  }

  /// The smallest current that is tried (pA).
  static final double LEAST = 1.0 / 16;
}
