package org.neurarium.circuits.model;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made when it is first asked for, and once. Thread-safe: who asks meanwhile waits.
final class Once<T> implements Supplier<T> {

  private final Supplier<? extends T> maker;
  private volatile @Nullable T value;

  Once(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T known = value;
    if (known != null) return known;
    synchronized (this) {
      known = value;
      if (known == null) {
        known = maker.get();
        value = known;
      }
      return known;
    }
  }
}
