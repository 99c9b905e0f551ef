package org.neurarium.engine.build;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Computes something when it is first asked for. Thread-safe.
final class Once<T> implements Supplier<T> {
  private final Supplier<T> make;
  private @Nullable T made;

  Once(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    T known = made;
    if (known == null) made = known = make.get();
    return known;
  }
}
