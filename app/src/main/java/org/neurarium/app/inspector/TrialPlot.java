package org.neurarium.app.inspector;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.ElementId;
import org.neurarium.engine.observe.Observation;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.PlotStage;
import org.neurarium.visualization.live.WorldPicture;

/// What came of a world's trials, as it runs.
final class TrialPlot extends Region {

  private static final double HEIGHT = 150;

  private final WorldPicture picture;
  private final Workspace workspace;
  private final Supplier<Optional<ElementId>> world;
  private final ObservableValue<PlotTheme> theme;

  /// @param plots whose plot thread paints
  TrialPlot(
      Workspace workspace,
      PlotStage plots,
      ObservableValue<PlotTheme> theme,
      Supplier<Optional<ElementId>> world) {
    this.workspace = workspace;
    this.theme = theme;
    this.world = world;
    picture = new WorldPicture(plots, WorldPicture.Aspect.TRIALS);
    setId("trials");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("What came of the world's trials");
    getChildren().add(picture);
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    refresh();
  }

  /// Looks at the network that runs now.
  void refresh() {
    Optional<Observation> observation = workspace.observationProperty().get();
    picture.watch(world.get().flatMap(id -> observation.flatMap(o -> o.world(id))));
  }

  @Override
  protected void layoutChildren() {
    picture.setTheme(theme.getValue());
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
