package org.neurarium.app.canvas;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.neurarium.app.work.Selection;
import org.neurarium.circuits.ElementId;

/// Selects what lies in a rectangle drawn over empty canvas; with Shift in addition to what was selected.
final class RubberBand implements Gesture {

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final Selection selection;
  private final Rectangle band;
  private final Set<ElementId> before;
  private final Set<ElementId> kept;
  private final double startX;
  private final double startY;

  /// @param band to be shown, in view pixels
  RubberBand(
      CircuitLayer layer,
      Viewport viewport,
      Selection selection,
      Rectangle band,
      MouseEvent press) {
    this.layer = layer;
    this.viewport = viewport;
    this.selection = selection;
    this.band = band;
    startX = press.getX();
    startY = press.getY();
    before = selection.ids();
    kept = press.isShiftDown() ? before : Set.of();
    if (!press.isShiftDown()) selection.clear();
  }

  @Override
  public void drag(MouseEvent e) {
    double left = Math.min(startX, e.getX());
    double top = Math.min(startY, e.getY());
    double width = Math.abs(e.getX() - startX);
    double height = Math.abs(e.getY() - startY);
    band.setX(left + 0.5);
    band.setY(top + 0.5);
    band.setWidth(width);
    band.setHeight(height);
    band.setVisible(true);
    Set<ElementId> now = new LinkedHashSet<>(kept);
    now.addAll(
        layer
            .geometry()
            .inside(
                new BoundingBox(
                    viewport.toCanvasX(left),
                    viewport.toCanvasY(top),
                    width / viewport.scale(),
                    height / viewport.scale())));
    selection.set(now);
  }

  @Override
  public void release(MouseEvent e) {
    band.setVisible(false);
  }

  @Override
  public void cancel() {
    band.setVisible(false);
    selection.set(before);
  }
}
