package org.neurarium.visualization.live;

import java.nio.IntBuffer;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.paint.PixelSurface;

/// Shows the newest picture that an [Artist] painted on the plot thread. FX thread, but for the painting.
///
/// Up to four pixel arrays go round: one shown, one just shown before it (the renderer may still be reading that one), one ready, one
/// being painted. A picture is only painted when the view is visible, has shown the last one, and the look, the size or the data changed.
///
/// @param <L> how a picture is to look
/// @param <D> what comes back with it
final class PictureView<L extends Artist.Look, D> extends Region {

  private static final int MOST_PICTURES = 4;

  /// A picture that took t to paint is not painted anew, for new data alone, before 4 t: a plot takes a quarter of a processor at most,
  /// whatever it has to show.
  private static final long RESTS = 4;

  private record Wish<L>(L look, int width, int height, double scale) {}

  /// An array of pixels and, once it was shown, the image on it.
  private static final class Picture {
    final int[] pixels;
    final int width;
    final int height;
    final double scale;
    @Nullable PixelBuffer<IntBuffer> buffer;
    @Nullable WritableImage image;

    Picture(int width, int height, double scale) {
      this.width = width;
      this.height = height;
      this.scale = scale;
      pixels = new int[width * height];
    }

    WritableImage fresh() {
      PixelBuffer<IntBuffer> known = buffer;
      WritableImage shown = image;
      if (known != null && shown != null) {
        known.updateBuffer(_ -> new Rectangle2D(0, 0, width, height));
        return shown;
      }
      PixelBuffer<IntBuffer> made =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      WritableImage on = new WritableImage(made);
      buffer = made;
      image = on;
      return on;
    }
  }

  private record Frame<L, D>(Picture picture, Wish<L> wish, D drawn) {}

  private final PlotStage stage;
  private final Artist<L, D> artist;
  private final Consumer<D> onShown;
  private final ImageView view = new ImageView();
  private final AnimationTimer pulse =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          blit();
        }
      };
  private final PlotStage.Work work = this::paintIfNeeded;
  private final ConcurrentLinkedQueue<Picture> free = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Frame<L, D>> ready = new AtomicReference<>();
  private volatile @Nullable Wish<L> wish;
  private volatile boolean hungry;

  private @Nullable L look;
  private @Nullable Picture shown;
  private @Nullable Picture shownBefore;

  // Plot thread only.
  private @Nullable Wish<L> painted;
  private long paintedVersion;
  private long notBefore;
  private int pictures;

  /// @param onShown told on the FX thread of each picture shown
  PictureView(PlotStage stage, Artist<L, D> artist, Consumer<D> onShown) {
    this.stage = stage;
    this.artist = artist;
    this.onShown = onShown;
    view.setManaged(false);
    view.setMouseTransparent(true);
    view.setPreserveRatio(false);
    getChildren().add(view);
    setMinSize(0, 0);
    sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .subscribe(showing -> setLive(showing));
  }

  private void setLive(boolean live) {
    stage.remove(work);
    if (live) {
      stage.add(work);
      pulse.start();
    } else {
      pulse.stop();
    }
  }

  /// Asks for a picture that looks like this.
  void show(L newLook) {
    look = newLook;
    ask();
  }

  private void ask() {
    L wanted = look;
    Scene scene = getScene();
    if (wanted == null || scene == null || scene.getWindow() == null) return;
    double scale = scene.getWindow().getRenderScaleX();
    int width = (int) Math.round(getWidth() * scale);
    int height = (int) Math.round(getHeight() * scale);
    if (width < 2 || height < 2) return;
    Wish<L> asked = new Wish<>(wanted, width, height, scale);
    if (asked.equals(wish)) return;
    wish = asked;
    if (hungry) stage.wake();
  }

  @Override
  protected void layoutChildren() {
    ask();
  }

  private void blit() {
    ask(); // the window may have moved to a screen with another scale
    Frame<L, D> frame = ready.getAndSet(null);
    if (frame != null) {
      Picture before = shownBefore;
      if (before != null) free.add(before);
      shownBefore = shown;
      shown = frame.picture;
      view.setImage(frame.picture.fresh());
      view.setFitWidth(frame.picture.width / frame.picture.scale);
      view.setFitHeight(frame.picture.height / frame.picture.scale);
      onShown.accept(frame.drawn);
    }
    hungry = isSeen();
  }

  private boolean isSeen() {
    for (Node n = this; n != null; n = n.getParent()) if (!n.isVisible()) return false;
    return true;
  }

  /// Plot thread.
  private void paintIfNeeded(RunHistory history) {
    Wish<L> wanted = wish;
    if (!hungry || wanted == null) return;
    long version = artist.version(wanted.look, history);
    boolean sameLook = Objects.equals(wanted, painted);
    long now = System.nanoTime();
    if (sameLook && (version == paintedVersion || now < notBefore)) return;
    Frame<L, D> late = ready.getAndSet(null);
    Picture picture = late != null ? late.picture : takeFree();
    if (picture == null) return;
    if (picture.width != wanted.width
        || picture.height != wanted.height
        || picture.scale != wanted.scale)
      picture = new Picture(wanted.width, wanted.height, wanted.scale);
    D drawn;
    boolean done = false;
    try (PixelSurface surface =
        PixelSurface.on(
            picture.pixels,
            picture.width,
            picture.height,
            picture.scale,
            stage.typefaces(wanted.look.theme()))) {
      drawn = artist.paint(surface, wanted.look, history);
      done = true;
    } finally {
      // A picture that could not be painted goes round again, or there would soon be none left.
      if (!done) free.add(picture);
    }
    notBefore = now + RESTS * (System.nanoTime() - now);
    painted = wanted;
    paintedVersion = version;
    ready.set(new Frame<>(picture, wanted, drawn));
  }

  private @Nullable Picture takeFree() {
    Picture picture = free.poll();
    if (picture != null || pictures >= MOST_PICTURES) return picture;
    pictures++;
    return new Picture(1, 1, 1);
  }
}
