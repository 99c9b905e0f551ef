package org.neurarium.engine.observe;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Problem;

/// The engine's state at a glance; a new one is published at least ten times a second while something changes.
///
/// @param phase what it is doing
/// @param step steps done since the start of the run
/// @param time `step · dt` (ms)
/// @param realTimeFactor wall time over biological time, over about the last second; NaN when it has not run
/// @param spikesPerSecond spikes of all populations per biological second, over about the last second
/// @param threads worker threads
/// @param seed of the run
/// @param neurons in the network
/// @param synapses in the network
/// @param build what is being built, while [Phase#BUILDING] or rebuilding in the background
/// @param problems why it cannot run, or why it stopped (a non-finite value, say)
public record EngineStatus(
    Phase phase,
    long step,
    double time,
    double realTimeFactor,
    double spikesPerSecond,
    int threads,
    long seed,
    long neurons,
    long synapses,
    Optional<BuildProgress> build,
    List<Problem> problems) {

  /// What the engine is doing.
  public enum Phase {
    /// No circuit.
    EMPTY,
    /// Building the first network of a document; nothing to run yet.
    BUILDING,
    PAUSED,
    RUNNING,
    /// The circuit cannot be run; `problems` says why.
    BROKEN
  }

  /// How far a build is.
  ///
  /// @param fraction 0…1
  /// @param doing what is being made: "Wiring Cortex E → Cortex I"
  public record BuildProgress(double fraction, String doing) {}

  public EngineStatus {
    problems = List.copyOf(problems);
  }

  public boolean isRunning() {
    return phase == Phase.RUNNING;
  }
}
