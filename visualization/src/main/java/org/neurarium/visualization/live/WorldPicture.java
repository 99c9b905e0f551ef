package org.neurarium.visualization.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.neurarium.engine.observe.Scene;
import org.neurarium.engine.observe.WorldFrame;
import org.neurarium.engine.observe.WorldView;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.PixelSurface;
import org.neurarium.visualization.paint.TrialPainter;
import org.neurarium.visualization.paint.WorldPainter;

/// A world as it is now, painted on the plot thread. FX thread.
public final class WorldPicture extends Region {

  /// What is shown of a world.
  public enum Aspect {
    SCENE,
    /// What came of its trials.
    TRIALS
  }

  /// @param world compared by identity: a network is watched through the same view as long as it runs
  private record WorldLook(@Nullable WorldView world, PlotTheme theme) implements Artist.Look {}

  /// Paints one aspect.
  private record WorldArtist(Aspect aspect) implements Artist<WorldLook, WorldFrame> {

    @Override
    public long version(WorldLook look, RunHistory history) {
      WorldView world = look.world();
      if (world == null) return -1;
      WorldFrame frame = world.frame();
      return aspect == Aspect.SCENE
          ? Double.doubleToLongBits(frame.time()) * 31 + frame.trials().size()
          : frame.trials().size();
    }

    @Override
    public WorldFrame paint(PixelSurface surface, WorldLook look, RunHistory history) {
      WorldView world = look.world();
      WorldFrame frame =
          world == null ? new WorldFrame(0, Scene.EMPTY, Map.of(), List.of(), 0) : world.frame();
      if (aspect == Aspect.SCENE) WorldPainter.paint(surface, frame, look.theme());
      else TrialPainter.paint(surface, frame, look.theme());
      return frame;
    }
  }

  private final PictureView<WorldLook, WorldFrame> picture;
  private WorldLook look = new WorldLook(null, PlotTheme.LIGHT);

  /// @param stage whose plot thread paints; closed by its owner
  public WorldPicture(PlotStage stage, Aspect aspect) {
    picture = new PictureView<>(stage, new WorldArtist(aspect), _ -> {});
    setMouseTransparent(true);
    setMinSize(0, 0);
    getChildren().add(picture);
  }

  /// Shows another world; none as a blank.
  public void watch(Optional<WorldView> world) {
    show(new WorldLook(world.orElse(null), look.theme()));
  }

  /// Shows it in the colours of a theme.
  public void setTheme(PlotTheme theme) {
    show(new WorldLook(look.world(), theme));
  }

  private void show(WorldLook next) {
    look = next;
    picture.show(next);
  }

  @Override
  protected void layoutChildren() {
    picture.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
