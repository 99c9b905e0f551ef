package org.neurarium.app.canvas;

import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/// The handle at a node's edge from which a connection is drawn.
final class ConnectHandle extends Group {

  private static final double RADIUS = 9;

  private @Nullable NodeView owner;

  ConnectHandle() {
    Circle disc = new Circle(RADIUS);
    disc.getStyleClass().add("connect-handle");
    SVGPath arrow = new SVGPath();
    arrow.setContent("M-4 0H4M1 -3.2L4.2 0L1 3.2");
    arrow.getStyleClass().add("connect-arrow");
    getChildren().addAll(disc, arrow);
    setCursor(Cursor.CROSSHAIR);
    setVisible(false);
    setId("connect-handle");
    setAccessibleText("Drag to connect");
  }

  /// Stands at a node's right edge, or nowhere.
  void showAt(@Nullable NodeView node) {
    owner = node;
    setVisible(node != null);
    if (node == null) return;
    setLayoutX(node.x() + node.outline().reach(1, 0) + 2);
    setLayoutY(node.y());
  }

  @Nullable NodeView owner() {
    return owner;
  }

  /// Whether a point of the canvas is on the handle.
  boolean isHit(double x, double y) {
    return owner != null && Math.hypot(x - getLayoutX(), y - getLayoutY()) <= RADIUS + 3;
  }
}
