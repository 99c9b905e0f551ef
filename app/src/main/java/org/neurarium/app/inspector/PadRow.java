package org.neurarium.app.inspector;

import org.neurarium.app.senses.DrawingPad;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.engine.command.EngineCommand;

/// A drawing pad: what is drawn is part of the circuit, each stroke one step of undo, and goes to the running circuit at once.
final class PadRow extends Row {

  private final Access<Raster> access;
  private final DrawingPad pad;

  PadRow(Target<Stimulus> target, Access<Raster> access) {
    this.access = access;
    pad =
        new DrawingPad((stroke, drawing) -> {
          for (Stimulus s : target.elements())
            target.workspace().submit(new EngineCommand.Show(s.id(), drawing));
          access.drag(stroke, drawing);
        });
    getChildren().add(pad);
    refresh();
  }

  @Override
  void refresh() {
    access.get().ifPresent(pad::show);
  }

  @Override
  void focusField() {
    pad.focusPad();
  }
}
