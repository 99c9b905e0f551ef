package org.neurarium.app.shell;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.live.ChartPane;
import org.neurarium.visualization.live.PlotStage;

/// Charts of the run so far, to be read at leisure: rates, intervals between spikes, weights.
final class AnalysisPanel {

  private static final double LEAST_WIDTH = 300;

  private AnalysisPanel() {}

  /// Makes the charts of a workspace, side by side.
  ///
  /// @param stage paints them; closed by its owner
  static Node of(Workspace workspace, Themes themes, PlotStage stage, ExportTarget exports) {
    HBox charts = new HBox();
    charts.setId("analysis");
    for (ChartPane.Kind kind : ChartPane.Kind.values()) {
      ChartPane chart = new ChartPane(stage);
      chart.show(kind);
      chart.setExportTarget(exports);
      chart.setMinWidth(0);
      chart.setPrefWidth(300);
      HBox.setHgrow(chart, Priority.ALWAYS);
      workspace.circuitProperty().subscribe(chart::setCircuit);
      themes
          .paletteProperty()
          .subscribe(p -> chart.setTheme(p.dark() ? PlotTheme.DARK : PlotTheme.LIGHT));
      charts.getChildren().add(chart);
      // Each chart needs room for its choices; in a narrow dock the later ones make way (any kind
      // can be chosen in any place).
      double needed = LEAST_WIDTH * charts.getChildren().size();
      chart
          .visibleProperty()
          .bind(
              charts
                  .widthProperty()
                  .greaterThanOrEqualTo(needed)
                  .or(charts.widthProperty().lessThan(1)));
      chart.managedProperty().bind(chart.visibleProperty());
    }
    charts.getChildren().getFirst().visibleProperty().unbind();
    charts.getChildren().getFirst().setVisible(true);
    return charts;
  }
}
