package org.neurarium.visualization.live;

import java.util.Optional;
import javafx.scene.layout.Region;
import org.neurarium.circuits.Circuit;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.paint.LiveScene;

/// All live plots side by side, as a circuit's probes ask for them. FX thread.
public final class LiveDock extends Region {

  private final PlotStage stage;
  private final LiveView live;
  private LiveScene scene = LiveScene.EMPTY;

  /// @param stage closed by its owner, not here
  public LiveDock(PlotStage stage) {
    this.stage = stage;
    live = new LiveView(stage);
    getChildren().addAll(live);
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
    requestLayout();
  }

  public void setTheme(PlotTheme theme) {
    PlotStyle.dress(this, theme);
    live.setTheme(theme);
  }

  public LiveView liveView() {
    return live;
  }

  @Override
  protected void layoutChildren() {
    live.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
