package org.neurarium.app.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.WorldView;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.PlotStage;
import org.neurarium.visualization.live.WorldPicture;

/// The worlds of the canvas as they are now, each over its panel. They lie in view pixels, so that they are painted at the size at which they are seen.
final class WorldPictures extends Pane {

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final PlotStage plots;
  private final Map<WorldPanel, WorldPicture> pictures = new HashMap<>();
  private PlotTheme theme = PlotTheme.LIGHT;

  WorldPictures(Workspace workspace, CircuitLayer layer, Viewport viewport, PlotStage plots) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.plots = plots;
    setMouseTransparent(true);
    setManaged(false);
    workspace.observationProperty().subscribe(_ -> follow());
  }

  void setPalette(Palette palette) {
    theme = palette.dark() ? PlotTheme.DARK : PlotTheme.LIGHT;
    pictures.values().forEach(p -> p.setTheme(theme));
  }

  /// Follows panels that came, moved or went, and the view.
  void follow() {
    pictures
        .entrySet()
        .removeIf(e -> {
          boolean gone = e.getKey().getParent() == null;
          if (gone) getChildren().remove(e.getValue());
          return gone;
        });
    Optional<Observation> observation = workspace.observationProperty().get();
    for (NodeView node : layer.nodes()) {
      if (!(node instanceof WorldPanel panel)) continue;
      Optional<WorldView> world = observation.flatMap(o -> o.world(panel.elementId()));
      panel.setWatched(world.isPresent());
      WorldPicture picture = pictures.get(panel);
      if (picture == null) {
        picture = made(panel);
      }
      picture.watch(world);
      picture.setVisible(world.isPresent());
      place(panel, picture);
    }
  }

  private WorldPicture made(WorldPanel panel) {
    WorldPicture picture = new WorldPicture(plots, WorldPicture.Aspect.SCENE);
    picture.setTheme(theme);
    picture.setManaged(false);
    picture.setId("world-" + panel.elementId().text());
    pictures.put(panel, picture);
    getChildren().add(picture);
    panel.layoutXProperty().addListener((_, _, _) -> place(panel, picture));
    panel.layoutYProperty().addListener((_, _, _) -> place(panel, picture));
    return picture;
  }

  private void place(WorldPanel panel, WorldPicture picture) {
    Bounds screen = panel.screen();
    double scale = viewport.scale();
    picture.resizeRelocate(
        Math.rint(viewport.toViewX(screen.getMinX())),
        Math.rint(viewport.toViewY(screen.getMinY())),
        Math.rint(screen.getWidth() * scale),
        Math.rint(screen.getHeight() * scale));
  }
}
