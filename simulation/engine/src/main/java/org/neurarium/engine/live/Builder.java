package org.neurarium.engine.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.observe.EngineStatus.BuildProgress;

/// Builds one simulation after the other on a thread of its own; a new order makes an unfinished one obsolete.
///
/// Orders come from the conductor, and what comes of them is taken on the conductor.
final class Builder {

  private final Kernels kernels;
  private final Threads threads;
  private final Consumer<Runnable> conductor;
  private final Thread thread;
  private final AtomicReference<@Nullable Job> next = new AtomicReference<>();
  private volatile @Nullable Job present;
  private volatile boolean closed;

  /// @param conductor takes orders for the conductor's thread
  Builder(Kernels kernels, Threads threads, Consumer<Runnable> conductor) {
    this.kernels = kernels;
    this.threads = threads;
    this.conductor = conductor;
    thread = Thread.ofPlatform().daemon().name("neurarium-builder").start(this::work);
  }

  private static final class Job implements BuildMonitor {
    private final Circuit circuit;
    private final DataFiles files;
    private final ModelCatalogue models;
    private final Consumer<Simulation.Build> taker;
    private volatile boolean cancelled;
    private volatile BuildProgress progress = new BuildProgress(0, "Waiting");

    Job(Circuit circuit, DataFiles files, ModelCatalogue models, Consumer<Simulation.Build> taker) {
      this.circuit = circuit;
      this.files = files;
      this.models = models;
      this.taker = taker;
    }

    @Override
    public void progress(double fraction, String doing) {
      progress = new BuildProgress(fraction, doing);
    }

    @Override
    public boolean isCancelled() {
      return cancelled;
    }
  }

  /// Conductor only: builds a circuit instead of whatever is being built.
  ///
  /// @param models in force for the circuit
  /// @param taker called on the conductor, unless another order came first
  void build(
      Circuit circuit, DataFiles files, ModelCatalogue models, Consumer<Simulation.Build> taker) {
    cancel();
    Job job = new Job(circuit, files, models, taker);
    present = job;
    next.set(job);
    LockSupport.unpark(thread);
  }

  /// Conductor only: gives up what is being built.
  void cancel() {
    Job job = present;
    if (job != null) job.cancelled = true;
    next.set(null);
    present = null;
  }

  boolean isBuilding() {
    return present != null;
  }

  Optional<BuildProgress> progress() {
    Job job = present;
    return job == null ? Optional.empty() : Optional.of(job.progress);
  }

  void close() {
    closed = true;
    Job job = present;
    if (job != null) job.cancelled = true;
    LockSupport.unpark(thread);
  }

  private void work() {
    while (!closed) {
      Job job = next.getAndSet(null);
      if (job == null) {
        LockSupport.park(this);
        continue;
      }
      Simulation.Build build = build(job);
      if (closed) build.simulation().ifPresent(Simulation::close);
      else conductor.accept(() -> take(job, build));
    }
  }

  private Simulation.Build build(Job job) {
    try {
      return Simulation.build(job.circuit, job.files, job.models, kernels, threads, job);
    } catch (RuntimeException | Error e) {
      Problem problem =
          Problem.error(
              Place.NOWHERE,
              "The circuit could not be built because of a fault of the engine: " + e,
              "Please report it, with the circuit.");
      return new Simulation.Build(Optional.empty(), List.of(problem), false);
    }
  }

  /// On the conductor.
  private void take(Job job, Simulation.Build build) {
    if (job.cancelled || present != job) {
      build.simulation().ifPresent(Simulation::close);
      return;
    }
    present = null;
    job.taker.accept(build);
  }
}
