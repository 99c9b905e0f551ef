package org.neurarium.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one crossing between background work and the FX thread; the only class that calls `Platform.runLater`.
///
/// Background work that waits (files, decoding) runs on virtual threads. What has to be looked at each frame is polled by an animation timer instead
/// and needs no crossing.
public final class FxBridge implements AutoCloseable {

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("later").daemon().factory());

  /// Runs an action on the FX thread, now if this is it, else soon.
  public void onFx(Runnable action) {
    if (Platform.isFxApplicationThread()) action.run();
    else Platform.runLater(action);
  }

  /// An executor that runs on the FX thread.
  public Executor fx() {
    return this::onFx;
  }

  /// Runs work in the background, then hands its result or its failure (one of them is null) to the FX thread. After [#close()] nothing is run
  /// any more.
  public <T> CompletableFuture<T> inBackground(
      Supplier<T> work, BiConsumer<@Nullable T, @Nullable Throwable> thenOnFx) {
    if (background.isShutdown()) return new CompletableFuture<>();
    CompletableFuture<T> future = CompletableFuture.supplyAsync(work, background);
    var _ = future.whenCompleteAsync(thenOnFx, fx());
    return future;
  }

  /// The executor for background work.
  public Executor background() {
    return background;
  }

  /// The executor for background work that waits for its time.
  public ScheduledExecutorService later() {
    return later;
  }

  @Override
  public void close() {
    later.shutdown();
    background.shutdownNow();
  }
}
