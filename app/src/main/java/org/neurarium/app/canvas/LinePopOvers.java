package org.neurarium.app.canvas;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;

/// Opens what is asked of a line in its middle, and a drawing pad below its symbol. FX thread only.
final class LinePopOvers {

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final Region canvas;

  /// @param canvas on which lines and symbols are seen
  LinePopOvers(Workspace workspace, CircuitLayer layer, Viewport viewport, Region canvas) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.canvas = canvas;
  }

  /// Asks for the essentials of a projection or link that is seen.
  ///
  /// @param gesture key of the step of undo to which changes belong
  /// @param isNew whether that step drew the line
  void open(Element line, Object gesture, boolean isNew) {
    Optional<LinkView> link = layer.link(line.id());
    if (link.isEmpty() || !isShowing()) return;
    Curve curve = link.get().curve();
    Point2D screen = onScreen(curve.xAt(0.5), curve.yAt(0.5));
    switch (line) {
      case Projection p ->
          new ProjectionPopOver(workspace, p, gesture, isNew)
              .show(canvas, screen.getX(), screen.getY());
      case Link l ->
          new LinkPopOver(workspace, l, gesture, isNew).show(canvas, screen.getX(), screen.getY());
      default -> {}
    }
  }

  /// Opens the drawing pad of a stimulus that is seen.
  void openPad(Stimulus s) {
    Optional<NodeView> view = layer.node(s.id());
    if (view.isEmpty() || !isShowing()) return;
    Point2D screen = onScreen(view.get().x(), view.get().box().getMaxY());
    new PadPopOver(workspace, s.id()).show(canvas, screen.getX(), screen.getY());
  }

  private boolean isShowing() {
    return canvas.getScene() != null && canvas.getScene().getWindow() != null;
  }

  private Point2D onScreen(double x, double y) {
    return canvas.localToScreen(viewport.toViewX(x), viewport.toViewY(y));
  }
}
