package org.neurarium.visualization.live;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.observe.CloudView;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.CloudPainter;
import org.neurarium.visualization.paint.PixelSurface;

/// The concentration of a neuromodulator as a cloud, painted on the plot thread. FX thread.
public final class CloudPicture extends Region {

  /// @param source compared by identity: a network is watched through the same view as long as it runs
  private record CloudLook(@Nullable CloudView source, int rgb, PlotTheme theme)
      implements Artist.Look {}

  /// Paints one source; how dense a cloud can get follows the most that there was.
  private static final class CloudArtist implements Artist<CloudLook, Double> {

    private static final double[] NOTHING = {0};
    private double[] cells = NOTHING;
    private double most;
    private @Nullable CloudView of;

    private double[] cells(CloudView source) {
      int count = source.side() * source.side();
      if (cells.length != count || cells == NOTHING) cells = new double[count];
      source.fill(cells);
      return cells;
    }

    @Override
    public long version(CloudLook look, RunHistory history) {
      CloudView source = look.source();
      return source == null ? -1 : Arrays.hashCode(cells(source));
    }

    @Override
    public Double paint(PixelSurface surface, CloudLook look, RunHistory history) {
      CloudView source = look.source();
      double[] cells = source == null ? NOTHING : cells(source);
      if (source != of) most = 0;
      of = source;
      for (double c : cells) most = Math.max(most, c);
      CloudPainter.paint(surface, cells, most, look.rgb());
      return most;
    }
  }

  private final PictureView<CloudLook, Double> picture;
  private CloudLook look = new CloudLook(null, 0, PlotTheme.LIGHT);

  /// @param stage whose plot thread paints; closed by its owner
  public CloudPicture(PlotStage stage) {
    picture = new PictureView<>(stage, new CloudArtist(), _ -> {});
    setMouseTransparent(true);
    setMinSize(0, 0);
    getChildren().add(picture);
  }

  /// Shows another source; none as nothing.
  ///
  /// @param rgb its colour
  public void watch(Optional<CloudView> source, int rgb, PlotTheme theme) {
    look = new CloudLook(source.orElse(null), rgb, theme);
    picture.show(look);
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
