package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.work.Selection;
import org.neurarium.circuits.ElementId;

/// Turns mouse, wheel and touchpad into gestures.
final class CanvasMouse {

  private static final double LINE_TOLERANCE = 7;
  private static final double WHEEL_NOTCH = 40;
  private static final double ZOOM_STEP = 1.15;

  private final CanvasView canvas;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private @Nullable Gesture gesture;
  private @Nullable LinkView touched;

  CanvasMouse(CanvasView canvas) {
    this.canvas = canvas;
    layer = canvas.layer();
    viewport = canvas.viewport();
  }

  void install() {
    canvas.setOnMousePressed(this::press);
    canvas.setOnMouseDragged(this::drag);
    canvas.setOnMouseReleased(this::release);
    canvas.setOnMouseMoved(this::hover);
    canvas.setOnMouseExited(_ -> leave());
    canvas.setOnScroll(this::scroll);
    canvas.setOnZoom(this::pinch);
  }

  /// Gives up the gesture in progress, if any.
  ///
  /// @return whether there was one
  boolean cancel() {
    if (gesture == null) return false;
    gesture.cancel();
    gesture = null;
    canvas.setChanging(false);
    return true;
  }

  private void press(MouseEvent e) {
    if (gesture != null) return;
    boolean pans =
        e.getButton() == MouseButton.MIDDLE || (e.isPrimaryButtonDown() && canvas.isSpaceDown());
    if (pans) {
      gesture = new PanGesture(viewport, e);
      canvas.setCursor(Cursor.CLOSED_HAND);
    } else if (e.getButton() == MouseButton.PRIMARY) {
      pressPrimary(e);
    } else if (e.getButton() == MouseButton.SECONDARY) {
      pressSecondary(e);
    }
    e.consume();
  }

  private void pressPrimary(MouseEvent e) {
    canvas.closeMenus();
    double x = viewport.toCanvasX(e.getX());
    double y = viewport.toCanvasY(e.getY());
    NodeView handleOwner = canvas.handle().owner();
    if (handleOwner != null && canvas.handle().isHit(x, y)) {
      draw(canvas.draft(handleOwner, ""));
      return;
    }
    for (NodeView view : layer.nodes())
      if (view instanceof WorldPanel world) {
        Optional<String> port = world.portAt(x, y, true);
        if (port.isEmpty()) continue;
        draw(canvas.draft(world, port.get()));
        return;
      }
    Optional<NodeView> node = layer.geometry().nodeAt(x, y);
    if (node.isPresent()) {
      pressNode(node.get(), e);
      return;
    }
    Optional<LinkView> line = layer.geometry().lineAt(x, y, LINE_TOLERANCE / viewport.scale());
    canvas.requestFocus();
    if (line.isPresent()) {
      select(line.get().element(), e);
      if (e.getClickCount() == 2) canvas.open(line.get().element());
    } else {
      gesture = new RubberBand(layer, viewport, selection(), canvas.band(), e);
    }
  }

  private void draw(ConnectDraft draft) {
    canvas.requestFocus();
    gesture = new ConnectGesture(layer, viewport, draft, canvas.hint(), canvas::connect);
  }

  private void pressNode(NodeView node, MouseEvent e) {
    canvas.focus(node);
    if (e.getClickCount() == 2 && !e.isShiftDown()) {
      canvas.open(node.elementId());
      return;
    }
    boolean selects = select(node.elementId(), e);
    if (selects) gesture = new MoveGesture(canvas.workspace(), layer, viewport, node, e);
  }

  /// Selects what was pressed; false when that took it out of the selection.
  private boolean select(ElementId id, MouseEvent e) {
    if (e.isShiftDown() || e.isShortcutDown()) {
      selection().toggle(id);
      return selection().contains(id);
    }
    if (!selection().contains(id)) selection().only(id);
    return true;
  }

  private void pressSecondary(MouseEvent e) {
    double x = viewport.toCanvasX(e.getX());
    double y = viewport.toCanvasY(e.getY());
    Optional<ElementId> hit =
        layer
            .geometry()
            .nodeAt(x, y)
            .map(NodeView::elementId)
            .or(() ->
                layer
                    .geometry()
                    .lineAt(x, y, LINE_TOLERANCE / viewport.scale())
                    .map(LinkView::element));
    if (hit.isEmpty()) selection().clear();
    else if (!selection().contains(hit.get())) selection().only(hit.get());
    canvas.showMenu(e.getScreenX(), e.getScreenY());
  }

  private void drag(MouseEvent e) {
    if (gesture != null) {
      if (!(gesture instanceof PanGesture)) canvas.setChanging(true);
      gesture.drag(e);
    }
    e.consume();
  }

  private void release(MouseEvent e) {
    Gesture ended = gesture;
    gesture = null;
    if (ended != null) ended.release(e);
    canvas.setChanging(false);
    canvas.setCursor(Cursor.DEFAULT);
    if (ended instanceof PanGesture) canvas.spaceWasUsed();
    e.consume();
    hover(e);
  }

  private void hover(MouseEvent e) {
    if (gesture != null) return;
    double x = viewport.toCanvasX(e.getX());
    double y = viewport.toCanvasY(e.getY());
    if (canvas.handle().isHit(x, y)) {
      touch(null);
      return;
    }
    Optional<NodeView> node = layer.geometry().nodeAt(x, y);
    canvas.showHandle(node.orElse(null));
    LinkView line =
        node.isPresent()
            ? null
            : layer.geometry().lineAt(x, y, LINE_TOLERANCE / viewport.scale()).orElse(null);
    touch(line);
    if (line == null) canvas.hint().hide();
    else
      canvas
          .workspace()
          .circuit()
          .find(line.element())
          .ifPresent(l ->
              canvas
                  .hint()
                  .show(l.name() + "\n" + layer.captions().ofLine(l), e.getX(), e.getY(), false));
  }

  private void touch(@Nullable LinkView line) {
    if (touched == line) return;
    if (touched != null) touched.setTouched(false);
    touched = line;
    if (line != null) line.setTouched(true);
    else canvas.hint().hide();
  }

  private void leave() {
    if (gesture != null) return;
    touch(null);
    canvas.showHandle(null);
  }

  private void scroll(ScrollEvent e) {
    if (e.isShortcutDown()) {
      double notches = (e.getDeltaY() + e.getDeltaX()) / WHEEL_NOTCH;
      viewport.zoom(Math.pow(ZOOM_STEP, notches), e.getX(), e.getY());
    } else if (e.isShiftDown() && e.getDeltaX() == 0) {
      viewport.pan(e.getDeltaY(), 0);
    } else {
      viewport.pan(e.getDeltaX(), e.getDeltaY());
    }
    e.consume();
  }

  private void pinch(ZoomEvent e) {
    viewport.zoom(e.getZoomFactor(), e.getX(), e.getY());
    e.consume();
  }

  private Selection selection() {
    return canvas.workspace().selection();
  }
}
