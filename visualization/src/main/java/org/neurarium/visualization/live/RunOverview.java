package org.neurarium.visualization.live;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.export.OverviewSource;
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
  private final ExportMenu export;
  // What is shown, also read by the plot thread when it saves the plot.
  private volatile LiveScene scene = LiveScene.EMPTY;
  private volatile PlotTheme theme = PlotTheme.LIGHT;

  public RunOverview(PlotStage stage) {
    picture = new PictureView<>(stage, new OverviewArtist(), _ -> {});
    export = new ExportMenu(stage);
    export.add("Picture (PNG)", ExportFormat.PNG, "rates-whole-run", this::source);
    export.add("Drawing (SVG)", ExportFormat.SVG, "rates-whole-run", this::source);
    export.add("Rates (CSV)", ExportFormat.CSV, "rates-whole-run", this::source);
    export.setText("");
    getChildren().addAll(picture, export);
    setMinSize(80, 60);
    setPrefSize(170, 240);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText("Population rates over the whole run");
    setTheme(theme);
  }

  /// Says where saved plots go.
  public void setExportTarget(ExportTarget target) {
    export.setTarget(target);
  }

  private Optional<OverviewSource> source(RunHistory history) {
    return history.endStep() == 0
        ? Optional.empty()
        : Optional.of(new OverviewSource(scene, history, theme, getWidth(), getHeight()));
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
    double width = export.prefWidth(-1);
    export.resizeRelocate(getWidth() - width - 6, 3, width, 23);
  }
}
