package org.neurarium.engine.world;

import org.neurarium.engine.random.Normal;
import org.neurarium.engine.random.Philox;

/// Random numbers for one purpose of a world, by their place: a trial, a turn. Belongs to one thread.
public final class Draws {

  private final Philox philox;

  /// @param key from [org.neurarium.engine.random.RandomKey]
  public Draws(long key) {
    philox = new Philox(key);
  }

  /// Evenly distributed in [0, 1).
  ///
  /// @param place such as the number of a trial
  /// @param which of those of this place
  public double uniform(long place, int which) {
    philox.generate((int) place, (int) (place >>> 32), which, 0);
    return Philox.toUnit(philox.firstBits());
  }

  /// Normally distributed with mean 0 and standard deviation 1.
  public double normal(long place, int which) {
    philox.generate((int) place, (int) (place >>> 32), which, 1);
    return Normal.quantile(Philox.toOpenUnit(philox.firstBits()));
  }

  /// A whole number, 0 … n - 1.
  public int below(int n, long place, int which) {
    return (int) (uniform(place, which) * n);
  }
}
