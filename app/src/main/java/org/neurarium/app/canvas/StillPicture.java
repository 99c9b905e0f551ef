package org.neurarium.app.canvas;

import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.util.Duration;

/// Keeps the drawn circuit as one picture while it stands still under something that moves: while the view is panned, and while activity
/// is painted over it. Drawing all symbols and lines again for every frame is what costs; copying a picture does not.
///
/// While the circuit itself changes (a drag, a rubber band) a picture would have to be made anew each frame, so then there is none.
final class StillPicture {

  /// A picture larger than this many pixels costs more memory than it saves time.
  private static final double MOST_PIXELS = 24e6;

  private static final double LONGEST_SIDE = 8000;

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final BooleanSupplier running;
  private final PauseTransition rest = new PauseTransition(Duration.millis(350));
  private double lastScale;
  private boolean moving;
  private boolean changing;

  /// @param running whether activity is painted over the circuit
  StillPicture(CircuitLayer layer, Viewport viewport, BooleanSupplier running) {
    this.layer = layer;
    this.viewport = viewport;
    this.running = running;
    rest.setOnFinished(_ -> {
      moving = false;
      settle();
    });
  }

  /// The view was panned or zoomed; zooming needs everything drawn anew anyway.
  void viewMoved() {
    moving = viewport.scale() == lastScale;
    lastScale = viewport.scale();
    if (moving) rest.playFromStart();
    settle();
  }

  void setChanging(boolean nowChanging) {
    changing = nowChanging;
    settle();
  }

  /// Makes or drops the picture as things stand.
  void settle() {
    boolean wanted = !changing && (moving || running.getAsBoolean()) && isSmallEnough();
    if (layer.isCache() != wanted) layer.setCache(wanted);
  }

  private boolean isSmallEnough() {
    Bounds box = layer.getLayoutBounds();
    double width = box.getWidth() * viewport.scale();
    double height = box.getHeight() * viewport.scale();
    return width < LONGEST_SIDE && height < LONGEST_SIDE && width * height < MOST_PIXELS;
  }
}
