package org.neurarium.app.canvas;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// Drags a part from a palette entry onto a canvas.
///
/// Plain mouse events with a picture that follows the mouse, rather than the platform's drag and drop: that behaves the
/// same on every platform, headless ones too, and lets the canvas show the symbol where it would stand.
public final class PartTransfer {

  /// Pixels that a hand may tremble without meaning a drag.
  private static final double THRESHOLD = 5;

  private final Node source;
  private final Supplier<? extends Placeable> part;
  private final CanvasView canvas;
  private final EventHandler<MouseEvent> drag = this::drag;
  private final EventHandler<MouseEvent> release = this::release;
  private Point2D pressed = Point2D.ZERO;
  private @Nullable ImageView ghost;
  private boolean dragging;

  private PartTransfer(Node source, Supplier<? extends Placeable> part, CanvasView canvas) {
    this.source = source;
    this.part = part;
    this.canvas = canvas;
  }

  /// Makes a node draggable onto a canvas in the same scene. A press and release without a drag is left to the node's own handlers.
  ///
  /// @param part asked for when it is dragged: a model may have changed since its card was made
  public static void install(Node source, Supplier<? extends Placeable> part, CanvasView canvas) {
    PartTransfer transfer = new PartTransfer(source, part, canvas);
    source.addEventHandler(MouseEvent.MOUSE_PRESSED, transfer::press);
    // A drag is no click.
    source.addEventFilter(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (!e.isStillSincePress()) e.consume();
        });
  }

  private void press(MouseEvent e) {
    Scene scene = source.getScene();
    if (e.getButton() != MouseButton.PRIMARY || scene == null) return;
    pressed = new Point2D(e.getSceneX(), e.getSceneY());
    dragging = false;
    // Listened to at the scene: the headless platform does not keep sending a drag to the node it
    // began on.
    scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, release);
  }

  private void drag(MouseEvent e) {
    Point2D at = new Point2D(e.getSceneX(), e.getSceneY());
    if (!dragging && at.distance(pressed) < THRESHOLD) return;
    if (!dragging) {
      dragging = true;
      raiseGhost(source.getScene());
      source.setCursor(Cursor.CLOSED_HAND);
    }
    if (ghost != null) {
      ghost.relocate(at.getX() + 6, at.getY() + 6);
      ghost.setVisible(!canvas.contains(canvas.sceneToLocal(at)));
    }
    canvas.dragOver(at, part.get());
    e.consume();
  }

  private void release(MouseEvent e) {
    Scene scene = source.getScene();
    if (scene != null) {
      scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, drag);
      scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, release);
    }
    if (!dragging) return;
    dragging = false;
    lowerGhost();
    source.setCursor(Cursor.DEFAULT);
    canvas.dropAt(new Point2D(e.getSceneX(), e.getSceneY()), part.get());
  }

  private void raiseGhost(@Nullable Scene scene) {
    if (scene == null || !(scene.getRoot() instanceof Pane root)) return;
    SnapshotParameters transparent = new SnapshotParameters();
    transparent.setFill(Color.TRANSPARENT);
    ImageView picture = new ImageView(source.snapshot(transparent, null));
    picture.setManaged(false);
    picture.setMouseTransparent(true);
    picture.setOpacity(0.75);
    picture.setViewOrder(-1);
    root.getChildren().add(picture);
    ghost = picture;
  }

  private void lowerGhost() {
    if (ghost != null && ghost.getParent() instanceof Pane root) root.getChildren().remove(ghost);
    ghost = null;
  }
}
