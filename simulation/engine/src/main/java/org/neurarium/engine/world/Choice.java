package org.neurarium.engine.world;

/// How a world takes the one that is most.
final class Choice {

  private Choice() {}

  /// The number of the largest, by lot where several are as large; -1 where none is above 0.
  ///
  /// @param place at which the lot is drawn
  static int most(double[] amounts, Draws lots, long place) {
    double most = 0;
    int ties = 0;
    for (double a : amounts) {
      if (a > most) {
        most = a;
        ties = 1;
      } else if (a == most) ties++;
    }
    if (most <= 0) return -1;
    int pick = ties == 1 ? 0 : lots.below(ties, place, 0);
    for (int k = 0; k < amounts.length; k++) if (amounts[k] == most && pick-- == 0) return k;
    return -1;
  }
}
