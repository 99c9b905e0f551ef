package org.neurarium.app.canvas;

import javafx.geometry.Bounds;
import javafx.geometry.Insets;

/// The whole circuit at a look: at which scale, and where the minimap is. FX thread only.
final class Overview {

  private static final double MARGIN = 70;
  private static final double LARGEST = 1.25;
  private static final double MINIMAP_INSET = 14;

  private final CircuitLayer layer;
  private final Viewport viewport;
  private final Minimap minimap;

  Overview(CircuitLayer layer, Viewport viewport, Minimap minimap) {
    this.layer = layer;
    this.viewport = viewport;
    this.minimap = minimap;
  }

  /// Puts the minimap into its corner.
  void placeMinimap() {
    double width = minimap.prefWidth(-1);
    double height = minimap.prefHeight(-1);
    minimap.resizeRelocate(
        MINIMAP_INSET, viewport.height() - height - MINIMAP_INSET, width, height);
    minimap.paint();
  }

  /// Shows all of a circuit and none of it behind the minimap: with even margins where that will do, else above the minimap or beside it, wherever there is more
  /// room.
  void show(Bounds circuit) {
    viewport.fit(circuit, MARGIN, LARGEST);
    if (!isBehindMinimap()) return;
    double below = minimap.prefHeight(-1) + 2 * MINIMAP_INSET;
    double beside = minimap.prefWidth(-1) + 2 * MINIMAP_INSET;
    Insets above = new Insets(MARGIN, MARGIN / 2, below, MARGIN / 2);
    viewport.fit(circuit, above, LARGEST);
    double scaleAbove = viewport.scale();
    viewport.fit(circuit, new Insets(MARGIN, MARGIN / 2, MARGIN / 2, beside), LARGEST);
    if (viewport.scale() < scaleAbove) viewport.fit(circuit, above, LARGEST);
  }

  private boolean isBehindMinimap() {
    double right = MINIMAP_INSET + minimap.prefWidth(-1);
    double top = viewport.height() - MINIMAP_INSET - minimap.prefHeight(-1);
    return layer.nodes().stream()
        .map(NodeView::fullBox)
        .anyMatch(
            b -> viewport.toViewX(b.getMinX()) < right && viewport.toViewY(b.getMaxY()) > top);
  }
}
