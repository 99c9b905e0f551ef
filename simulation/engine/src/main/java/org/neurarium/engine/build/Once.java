package org.neurarium.engine.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes positions when they are first asked for. Thread-safe.
final class Once implements Supplier<Positions> {
  private final Supplier<Positions> make;
  private @Nullable Positions made;

  Once(Supplier<Positions> make) {
    this.make = make;
  }

  @Override
  public synchronized Positions get() {
    Positions known = made;
    if (known == null) made = known = make.get();
    return known;
  }
}
