package org.neurarium.app.start;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.neurarium.app.work.Workspace;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;

/// Presses Run once, as soon as the next network is built.
final class Autorun implements ChangeListener<EngineStatus> {

  private final Workspace workspace;

  private Autorun(Workspace workspace) {
    this.workspace = workspace;
  }

  static void whenReady(Workspace workspace) {
    workspace.statusProperty().addListener(new Autorun(workspace));
  }

  @Override
  public void changed(
      ObservableValue<? extends EngineStatus> value, EngineStatus old, EngineStatus now) {
    if (now.phase() != EngineStatus.Phase.PAUSED || now.neurons() == 0) return;
    workspace.statusProperty().removeListener(this);
    workspace.submit(new EngineCommand.Run());
  }
}
