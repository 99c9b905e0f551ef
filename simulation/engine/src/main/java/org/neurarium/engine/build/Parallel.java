package org.neurarium.engine.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/// Does the parts of a building job side by side.
final class Parallel {

  private Parallel() {}

  /// Calls `part` with 0 … parts - 1, each on a thread of its own where there are several, and waits for all.
  static void each(int parts, IntConsumer part) {
    List<FutureTask<?>> others = new ArrayList<>();
    for (int p = 1; p < parts; p++) {
      int number = p;
      FutureTask<?> task = new FutureTask<>(() -> part.accept(number), null);
      Thread.ofPlatform().daemon().name("neurarium-builder-" + p).start(task);
      others.add(task);
    }
    RuntimeException thrown = null;
    try {
      if (parts > 0) part.accept(0);
    } catch (RuntimeException e) {
      thrown = e;
    }
    for (FutureTask<?> task : others) {
      try {
        task.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) throw error;
        if (thrown == null)
          thrown = e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        thrown = new BuildCancelled();
      }
    }
    if (thrown != null) throw thrown;
  }
}
