package org.neurarium.engine.live;

import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;

/// A circuit kept ready to run.
///
/// Every method may be called from any thread and returns at once; builds happen on a builder thread, steps on the conductor and its
/// workers. What comes back comes as snapshots: [#status()] and [#observation()] give the newest and never wait.
public interface LiveSession extends AutoCloseable {

  /// Takes a new document: forgets the old network and builds this circuit, paused at time 0.
  void open(Circuit circuit, DataFiles files);

  /// Takes the next version of the same document. Where only parameters, weights, stimulus settings or things that the engine does not
  /// see have changed, the running network is told between two steps. Otherwise a new network is built in the background while the old one
  /// goes on, and takes over with the state of every element that still exists. A newer call makes an unfinished build
  /// obsolete. A circuit with errors leaves the old network running and puts its problems into the status.
  void update(Circuit circuit);

  /// Queues a command.
  void submit(EngineCommand command);

  /// Gives up a build in progress; the old network, if any, stays.
  void cancelBuild();

  /// The newest status.
  EngineStatus status();

  /// What can be watched of the network that runs now; empty before the first build is finished.
  Optional<Observation> observation();

  /// Stops all threads. Idempotent.
  @Override
  void close();
}
