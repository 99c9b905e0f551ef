package org.neurarium.app.canvas;

import java.util.List;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;

/// A session that never runs: for drawing alone.
final class IdleSession implements LiveSession {

  @Override
  public void open(Circuit circuit, DataFiles files) {}

  @Override
  public void update(Circuit circuit) {}

  @Override
  public void submit(EngineCommand command) {}

  @Override
  public void cancelBuild() {}

  @Override
  public EngineStatus status() {
    return new EngineStatus(
        EngineStatus.Phase.EMPTY, 0, 0, Double.NaN, 0, 1, 42, 0, 0, Optional.empty(), List.of());
  }

  @Override
  public Optional<Observation> observation() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
