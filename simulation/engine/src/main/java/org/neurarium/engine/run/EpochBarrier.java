package org.neurarium.engine.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The point where all workers wait for each other. Waits actively for a moment, then lets the processor go.
///
/// No lock and no allocation. What a worker wrote before the barrier is seen by all after it.
final class EpochBarrier {

  private static final VarHandle ARRIVED;
  private static final VarHandle GENERATION;
  private static final VarHandle SLEEPERS = MethodHandles.arrayElementVarHandle(Thread[].class);

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ARRIVED = lookup.findVarHandle(EpochBarrier.class, "arrived", int.class);
      GENERATION = lookup.findVarHandle(EpochBarrier.class, "generation", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int parties;
  private final int spins;
  private final @Nullable Thread[] sleepers;

  @SuppressWarnings("unused") // through the handle
  private int arrived;

  @SuppressWarnings("unused") // through the handle
  private int generation;

  /// @param parties how many meet
  /// @param spins how often to look before sleeping
  EpochBarrier(int parties, int spins) {
    this.parties = parties;
    this.spins = spins;
    sleepers = new @Nullable Thread[parties];
  }

  /// Waits until all have come.
  ///
  /// @param party the caller's number, 0 … parties - 1
  void await(int party) {
    if (parties == 1) return;
    int mine = (int) GENERATION.getAcquire(this);
    if ((int) ARRIVED.getAndAdd(this, 1) == parties - 1) {
      ARRIVED.setRelease(this, 0);
      GENERATION.setVolatile(this, mine + 1);
      // Either a sleeper sees the new generation before it parks, or it is seen here: both sides
      // write first, then read, in one total order.
      for (int p = 0; p < parties; p++) {
        Thread sleeper = (Thread) SLEEPERS.getVolatile(sleepers, p);
        if (sleeper != null) LockSupport.unpark(sleeper);
      }
      return;
    }
    for (int i = 0; i < spins; i++) {
      if ((int) GENERATION.getAcquire(this) != mine) return;
      Thread.onSpinWait();
    }
    SLEEPERS.setVolatile(sleepers, party, Thread.currentThread());
    while ((int) GENERATION.getVolatile(this) == mine) LockSupport.park(this);
    SLEEPERS.setVolatile(sleepers, party, null);
  }
}
