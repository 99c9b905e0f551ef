package org.neurarium.app.shell;

import javafx.scene.Node;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.live.LiveDock;
import org.neurarium.visualization.live.PlotStage;

/// Joins the live plots to the workspace.
final class LivePanel {

  private LivePanel() {}

  /// Makes the live plots of a workspace.
  ///
  /// @param stage paints them; closed by its owner
  static Node of(Workspace workspace, Themes themes, PlotStage stage, ExportTarget exports) {
    LiveDock dock = new LiveDock(stage);
    dock.setId("live");
    dock.setExportTarget(exports);
    workspace.circuitProperty().subscribe(dock::setCircuit);
    workspace.observationProperty().subscribe(dock::setObservation);
    workspace.statusProperty().subscribe(dock::setStatus);
    themes
        .paletteProperty()
        .subscribe(p -> dock.setTheme(p.dark() ? PlotTheme.DARK : PlotTheme.LIGHT));
    return dock;
  }
}
