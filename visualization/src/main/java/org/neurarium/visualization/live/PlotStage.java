package org.neurarium.visualization.live;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.observe.Observation;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.Typefaces;

/// The threads behind the plots: the *plot thread* reads the engine's rings into the history and paints what moves; the *leisure
/// thread* does what takes longer and may come later (weights, charts, files).
///
/// Methods may be called from any thread unless they say otherwise. Close it when the plots are gone.
public final class PlotStage implements AutoCloseable {

  /// Time between two looks at the rings in ms. Thirty pictures a second look smooth and leave the processors to the engine.
  private static final long PERIOD = 33;

  private final ScheduledExecutorService plotThread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("plots").daemon().factory());
  private final ExecutorService leisureThread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("plots-leisure").daemon().factory());
  private final List<Work> works = new CopyOnWriteArrayList<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final RunHistory history;
  private volatile @Nullable Observation observation;
  private volatile long stepsDone;
  // Plot thread only.
  private final Set<Object> failing = Collections.newSetFromMap(new WeakHashMap<>());
  private @Nullable PlotTheme facesOf;
  private @Nullable Typefaces faces;

  /// Something done at every tick of the plot thread.
  @FunctionalInterface
  interface Work {
    void tick(RunHistory history);
  }

  public PlotStage() {
    this(new RunHistory());
  }

  /// @param history to fill; belongs to the plot thread from now on
  public PlotStage(RunHistory history) {
    this.history = history;
    var _ = plotThread.scheduleWithFixedDelay(this::tick, 0, PERIOD, TimeUnit.MILLISECONDS);
  }

  /// What to read from now on; empty for nothing. What was read before stays.
  public void observe(Optional<Observation> newObservation) {
    Observation now = newObservation.orElse(null);
    if (now == observation) return;
    observation = now;
    stepsDone = now == null ? 0 : now.firstStep();
    wake();
  }

  /// Says how far the run is, for stretches in which nothing is recorded.
  public void reach(long steps) {
    stepsDone = steps;
  }

  /// What is being read.
  public Optional<Observation> observation() {
    return Optional.ofNullable(observation);
  }

  void add(Work work) {
    works.add(work);
  }

  void remove(Work work) {
    works.remove(work);
  }

  /// Has the plot thread tick soon, not only at the next period. Many calls make one tick.
  void wake() {
    if (!woken.compareAndSet(false, true)) return;
    try {
      plotThread.execute(this::tick);
    } catch (RejectedExecutionException _) {
      // Closed while a view was still being laid out: there is nothing left to paint.
    }
  }

  private void tick() {
    woken.set(false);
    guarded(
        this,
        () -> {
          Observation now = observation;
          if (now == null) return;
          history.read(now);
          history.reach(stepsDone);
        });
    for (Work work : works) guarded(work, () -> work.tick(history));
  }

  /// What fails is reported, once until it succeeds again, and tried again at the next tick: one odd frame must end neither this plot nor the
  /// others, nor fill a log thirty times a second.
  private void guarded(Object who, Runnable part) {
    try {
      part.run();
      if (!failing.isEmpty()) failing.remove(who);
    } catch (RuntimeException | LinkageError | AssertionError | OutOfMemoryError e) {
      if (!failing.add(who)) return;
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
    }
  }

  /// Asks the history something on the plot thread: copies, counts. Whatever takes longer than a frame goes on from the copy.
  public <T> CompletableFuture<T> ask(Function<RunHistory, T> question) {
    return CompletableFuture.supplyAsync(() -> question.apply(history), plotThread);
  }

  /// Runs something on the plot thread, soon, unless the stage is closed by then.
  void later(Runnable action) {
    try {
      plotThread.execute(action);
    } catch (RejectedExecutionException _) {
      // Closed: nobody wants the result any more.
    }
  }

  /// Runs what may take its time.
  public Executor leisure() {
    return leisureThread;
  }

  /// Type faces for a theme. Plot thread only.
  Typefaces typefaces(PlotTheme theme) {
    Typefaces known = faces;
    if (known != null && theme.equals(facesOf)) return known;
    Typefaces fresh = new Typefaces(theme);
    facesOf = theme;
    faces = fresh;
    return fresh;
  }

  /// Stops both threads without waiting for them. Idempotent.
  @Override
  public void close() {
    works.clear();
    plotThread.shutdownNow();
    leisureThread.shutdownNow();
  }
}
