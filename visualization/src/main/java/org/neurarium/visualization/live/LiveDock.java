package org.neurarium.visualization.live;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.neurarium.circuits.Circuit;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.paint.LiveScene;

/// All live plots side by side, as a circuit's probes ask for them. FX thread.
public final class LiveDock extends Region {

  private final PlotStage stage;
  private final LiveView live;
  private final WeightHeatmap weights;
  private final RunOverview overview;
  private LiveScene scene = LiveScene.EMPTY;

  /// @param stage closed by its owner, not here
  public LiveDock(PlotStage stage) {
    this.stage = stage;
    live = new LiveView(stage);
    weights = new WeightHeatmap(stage);
    overview = new RunOverview(stage);
    getChildren().addAll(live, weights, overview);
    setMinSize(200, 120);
    setPrefSize(1000, 300);
    setTheme(PlotTheme.LIGHT);
  }

  /// What is read from now on.
  public void setObservation(Optional<Observation> observation) {
    stage.observe(observation);
  }

  /// How far the engine is, for stretches in which nothing is recorded.
  public void setStatus(EngineStatus status) {
    stage.reach(status.step());
  }

  /// The circuit whose probes say what is shown, and whose names and kinds say how.
  public void setCircuit(Circuit circuit) {
    LiveScene newScene = LiveScene.of(circuit);
    if (newScene.equals(scene)) return;
    scene = newScene;
    live.show(newScene.overlaid(live.scene().overlaid()));
    weights.show(newScene.heatmaps());
    overview.show(newScene);
    requestLayout();
  }

  public void setTheme(PlotTheme theme) {
    PlotStyle.dress(this, theme);
    live.setTheme(theme);
    weights.setTheme(theme);
    overview.setTheme(theme);
  }

  /// Says where saved plots go.
  public void setExportTarget(ExportTarget target) {
    live.setExportTarget(target);
    weights.setExportTarget(target);
    overview.setExportTarget(target);
  }

  public LiveView liveView() {
    return live;
  }

  public WeightHeatmap weightHeatmap() {
    return weights;
  }

  /// The live view takes what the others leave: the heatmap about a quarter, the overview a seventh, each only where there is room for it.
  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    boolean showOverview = !scene.rates().isEmpty() && width >= 760;
    double overviewWidth = showOverview ? Math.round(Math.clamp(width * 0.15, 130, 220)) : 0;
    boolean showWeights = !scene.heatmaps().isEmpty() && width >= 560;
    double weightsWidth =
        showWeights ? Math.round(Math.clamp(Math.min(width * 0.25, height + 40), 190, 420)) : 0;
    weights.setVisible(showWeights);
    overview.setVisible(showOverview);
    double liveWidth = Math.floor(width - weightsWidth - overviewWidth);
    live.resizeRelocate(0, 0, liveWidth, height);
    weights.resizeRelocate(liveWidth, 0, weightsWidth, height);
    overview.resizeRelocate(liveWidth + weightsWidth, 0, overviewWidth, height);
  }
}
