package org.neurarium.engine.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;

/// The live session: a conductor thread that owns the simulation, and a builder thread that makes the next one.
///
/// Everything that changes the simulation is an order in one queue, which the conductor empties between slices of at most about two milliseconds. So a command is
/// answered within a few milliseconds, nothing ever happens inside a step, and where a run was cut into slices does not show in its spikes. With nothing to do the
/// conductor sleeps.
public final class LiveEngine implements LiveSession {

  private static final long SLICE_NANOS = 2_000_000;
  private static final long PUBLISH_NANOS = 50_000_000;
  private static final long REST_NANOS = 1_000_000;

  private final ConcurrentLinkedQueue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Kernels kernels = Kernels.compiled();
  private final Builder builder;
  private final ModelCatalogue models;
  private final Pace pace = new Pace();
  private final int threads;
  private final Thread conductor;
  private volatile boolean closed;
  private volatile EngineStatus status;
  private volatile @Nullable Observation observation;

  /// What was given last: a drag gives versions faster than models can be compiled, and only the last one counts.
  private volatile @Nullable Circuit newest;

  // The conductor's own.
  private @Nullable Simulation simulation;
  private @Nullable Circuit wanted;
  private DataFiles files = DataFiles.NONE;

  /// Follows the circuit, and so keeps models whose text is broken at the moment.
  private ModelCatalogue inForce;

  private boolean running;

  /// Whether it was running when a value stopped being a finite number, and nobody has asked for anything else since.
  private boolean ended;

  private long stepsAsked;
  private double nanosPerStep = SLICE_NANOS;
  private long published;
  private List<Problem> problems = List.of();
  private List<Problem> stop = List.of();

  /// Starts the threads, which wait.
  ///
  /// @param models that circuits may name
  /// @param threads for running
  public LiveEngine(ModelCatalogue models, Threads threads) {
    this.threads = threads.most();
    this.models = models;
    inForce = models;
    builder = new Builder(kernels, threads, this::order);
    status = statusNow();
    conductor = Thread.ofPlatform().daemon().name("neurarium-conductor").start(this::conduct);
  }

  @Override
  public void open(Circuit circuit, DataFiles newFiles) {
    newest = circuit;
    order(() -> {
      forget();
      files = newFiles;
      wanted = circuit;
      inForce = models.including(circuit);
      running = false;
      build(circuit);
    });
  }

  @Override
  public void update(Circuit circuit) {
    newest = circuit;
    order(() -> {
      inForce = inForce.including(circuit);
      if (circuit != newest) return;
      wanted = circuit;
      Simulation present = simulation;
      if (present != null && present.applyLive(circuit)) {
        builder.cancel();
        problems = inForce.problems();
        observation = present.observation();
        resumeIfMended(present);
      } else {
        build(circuit);
      }
    });
  }

  /// A run that edited equations had ended goes on when they are edited again.
  private void resumeIfMended(Simulation present) {
    if (stop.isEmpty() || present.stopped().isPresent()) return;
    stop = List.of();
    running = ended;
    ended = false;
    pace.begin(System.nanoTime(), present.step());
  }

  @Override
  public void submit(EngineCommand command) {
    order(() -> obey(command));
  }

  @Override
  public void cancelBuild() {
    order(() -> {
      builder.cancel();
      if (simulation == null && wanted != null)
        problems =
            List.of(
                Problem.error(
                    Place.NOWHERE, "The build was cancelled", "Press Run to build again."));
    });
  }

  @Override
  public EngineStatus status() {
    return status;
  }

  @Override
  public Optional<Observation> observation() {
    return Optional.ofNullable(observation);
  }

  @Override
  public void close() {
    closed = true;
    builder.close();
    kernels.close();
    LockSupport.unpark(conductor);
  }

  private void order(Runnable order) {
    orders.add(order);
    LockSupport.unpark(conductor);
  }

  // What follows runs on the conductor only.

  private void conduct() {
    while (!closed) {
      try {
        obeyAll();
        long rest = work();
        publishIfDue();
        if (rest > 0 && orders.isEmpty() && !closed) LockSupport.parkNanos(this, rest);
      } catch (RuntimeException | Error e) {
        running = false;
        stepsAsked = 0;
        stop =
            List.of(
                Problem.error(
                    Place.NOWHERE,
                    "The engine stopped because of a fault of its own: " + e,
                    "Please report it, with the circuit. Reset may help."));
        publish();
      }
    }
    forget();
  }

  private void obeyAll() {
    boolean any = false;
    for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
      order.run();
      any = true;
    }
    if (any) publish();
  }

  /// Does a slice of the run, if it is time.
  ///
  /// @return how long there is nothing to do, in ns
  private long work() {
    Simulation present = simulation;
    if (present == null || (!running && stepsAsked == 0))
      return builder.isBuilding() ? PUBLISH_NANOS : Long.MAX_VALUE;
    long now = System.nanoTime();
    long most = Math.max(1, (long) (SLICE_NANOS / nanosPerStep));
    long steps =
        running
            ? Math.min(most, pace.due(now, present.step(), present.dt()))
            : Math.min(most, stepsAsked);
    if (steps <= 0) return Math.max(REST_NANOS, pace.wait(now, present.step(), present.dt()));
    Optional<Problem> stopped = present.advance(steps);
    nanosPerStep = 0.7 * nanosPerStep + 0.3 * ((System.nanoTime() - now) / (double) steps);
    if (!running) stepsAsked -= steps;
    if (stopped.isPresent()) {
      ended = running;
      running = false;
      stepsAsked = 0;
      stop = List.of(stopped.get());
      publish();
    } else if (!running && stepsAsked == 0) {
      publish();
    }
    return 0;
  }

  private void obey(EngineCommand command) {
    Simulation present = simulation;
    if (command instanceof EngineCommand.Pause || command instanceof EngineCommand.Reset)
      ended = false;
    switch (command) {
      case EngineCommand.Run _ -> {
        running = true;
        stepsAsked = 0;
        if (present != null) pace.begin(System.nanoTime(), present.step());
        else if (wanted != null && !builder.isBuilding()) build(wanted);
      }
      case EngineCommand.Pause _ -> {
        running = false;
        stepsAsked = 0;
      }
      case EngineCommand.Step step -> {
        if (!running) stepsAsked += Math.max(0, step.steps());
      }
      case EngineCommand.Reset _ -> {
        stepsAsked = 0;
        stop = List.of();
        if (present != null) {
          present.reset();
          observation = present.observation();
          pace.begin(System.nanoTime(), 0);
        }
      }
      case EngineCommand.SetSpeed speed -> {
        pace.setSpeed(speed.speed());
        if (present != null) pace.begin(System.nanoTime(), present.step());
      }
      case EngineCommand.Fire fire -> {
        if (present != null) present.fire(fire.population(), fire.neuron());
      }
      case EngineCommand.Inject inject -> {
        if (present != null)
          present.inject(inject.population(), inject.current(), inject.duration());
      }
      case EngineCommand.Release release -> {
        if (present != null) present.release(release.symbol(), release.amount());
      }
      case EngineCommand.ReleaseFrom release -> {
        if (present != null) present.release(release.source(), release.amount());
      }
      case EngineCommand.Show show -> {
        if (present != null) present.show(show.stimulus(), show.picture());
      }
      case EngineCommand.Reward reward -> {
        if (present != null) present.reward(reward.world(), reward.amount());
      }
      case EngineCommand.OmitReward omit -> {
        if (present != null) present.omitReward(omit.world());
      }
      case EngineCommand.ResetWorld reset -> {
        if (present != null) present.resetWorld(reset.world());
      }
    }
  }

  private void build(Circuit circuit) {
    builder.build(circuit, files, inForce, this::built);
  }

  /// Takes the outcome of a build.
  private void built(Simulation.Build build) {
    problems = build.problems();
    if (build.simulation().isEmpty()) return;
    Simulation next = build.simulation().get();
    Simulation old = simulation;
    if (old != null) {
      next.takeOver(old);
      old.close();
    }
    if (!stop.isEmpty()) running |= ended;
    ended = false;
    stop = List.of();
    simulation = next;
    observation = next.observation();
    pace.begin(System.nanoTime(), next.step());
  }

  private void forget() {
    builder.cancel();
    if (simulation != null) simulation.close();
    simulation = null;
    observation = null;
    problems = List.of();
    stop = List.of();
    ended = false;
    stepsAsked = 0;
  }

  private void publishIfDue() {
    boolean changing = running || stepsAsked > 0 || builder.isBuilding();
    if (changing && System.nanoTime() - published >= PUBLISH_NANOS) publish();
  }

  private void publish() {
    published = System.nanoTime();
    Simulation present = simulation;
    if (present != null && !running) present.showWorlds();
    if (present != null)
      pace.sample(published, present.step() * present.dt(), present.spikes(), running);
    status = statusNow();
  }

  private EngineStatus statusNow() {
    Simulation present = simulation;
    List<Problem> all =
        stop.isEmpty()
            ? problems
            : java.util.stream.Stream.concat(stop.stream(), problems.stream()).toList();
    if (present == null)
      return new EngineStatus(
          builder.isBuilding()
              ? EngineStatus.Phase.BUILDING
              : wanted == null ? EngineStatus.Phase.EMPTY : EngineStatus.Phase.BROKEN,
          0,
          0,
          Double.NaN,
          0,
          threads,
          wanted == null ? 0 : wanted.run().seed(),
          0,
          0,
          builder.progress(),
          all);
    return new EngineStatus(
        running || stepsAsked > 0 ? EngineStatus.Phase.RUNNING : EngineStatus.Phase.PAUSED,
        present.step(),
        present.time(),
        pace.realTimeFactor(),
        pace.spikesPerSecond(),
        present.threads(),
        present.circuit().run().seed(),
        present.neurons(),
        present.synapses(),
        builder.progress(),
        all);
  }
}
