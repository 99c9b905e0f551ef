package org.neurarium.visualization.live;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.LiveScene;
import org.neurarium.visualization.paint.OverviewPainter;
import org.neurarium.visualization.paint.PixelSurface;

/// The rates over the whole run, from time 0 on. FX thread.
public final class RunOverview extends Region {

  private record OverviewLook(LiveScene scene, PlotTheme theme) implements Artist.Look {}

  private static final class OverviewArtist implements Artist<OverviewLook, Boolean> {
    private final OverviewPainter painter = new OverviewPainter();

    @Override
    public long version(OverviewLook look, RunHistory history) {
      // A point of the line is tens of milliseconds long at least; there is no need for thirty
      // pictures a second.
      return history.endStep() / Math.max(1, Math.round(50 / history.dt()));
    }

    @Override
    public Boolean paint(PixelSurface surface, OverviewLook look, RunHistory history) {
      painter.paint(surface, look.theme(), look.scene(), history);
      return true;
    }
  }

  private final PictureView<OverviewLook, Boolean> picture;
  private LiveScene scene = LiveScene.EMPTY;
  private PlotTheme theme = PlotTheme.LIGHT;

  public RunOverview(PlotStage stage) {
    picture = new PictureView<>(stage, new OverviewArtist(), _ -> {});
    getChildren().add(picture);
    setMinSize(80, 60);
    setPrefSize(170, 240);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Population rates over the whole run");
    setTheme(theme);
  }

  public void show(LiveScene newScene) {
    scene = newScene;
    picture.show(new OverviewLook(scene, theme));
  }

  public void setTheme(PlotTheme newTheme) {
    theme = newTheme;
    PlotStyle.dress(this, newTheme);
    picture.show(new OverviewLook(scene, theme));
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
