package org.neurarium.app.canvas;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Node;

/// A group: one symbol when folded, a frame around its members with a header when open.
final class GroupView extends NodeView {

  private static final double PADDING = 22;
  private static final double HEADER = 26;

  private final Rectangle card = new Rectangle();
  private final javafx.scene.Group miniature;
  private Bounds frame = new BoundingBox(0, 0, 0, 0);

  GroupView(Group group) {
    super(group);
    card.getStyleClass().add("symbol");
    miniature = miniature();
    getChildren().addAll(card, miniature, name, detail);
  }

  private static javafx.scene.Group miniature() {
    Polygon triangle = new Polygon(-24, 12, -4, 12, -14, -8);
    triangle.getStyleClass().add("mini-excitatory");
    Circle disc = new Circle(16, 2, 9);
    disc.getStyleClass().add("mini-inhibitory");
    Line line = new Line(-6, 2, 6, 2);
    line.getStyleClass().add("mini-line");
    javafx.scene.Group mini = new javafx.scene.Group(line, triangle, disc);
    mini.setMouseTransparent(true);
    return mini;
  }

  boolean isFolded() {
    return ((Group) node()).folded();
  }

  @Override
  void draw(Node newNode) {
    boolean folded = ((Group) newNode).folded();
    card.getStyleClass().setAll(folded ? "symbol" : "group-frame");
    card.setArcWidth(24);
    card.setArcHeight(24);
    miniature.setVisible(folded);
    detail.setVisible(folded);
    if (folded) {
      setViewOrder(0);
      layCard(
          -outline().halfWidth(),
          -outline().halfHeight(),
          2 * outline().halfWidth(),
          2 * outline().halfHeight());
    }
  }

  private void layCard(double x, double y, double width, double height) {
    card.setX(x);
    card.setY(y);
    card.setWidth(width);
    card.setHeight(height);
  }

  /// Puts the open frame around the members' boxes.
  void surround(List<Bounds> members) {
    if (members.isEmpty()) return;
    double left = members.stream().mapToDouble(Bounds::getMinX).min().orElse(0) - PADDING;
    double top = members.stream().mapToDouble(Bounds::getMinY).min().orElse(0) - PADDING - HEADER;
    double right = members.stream().mapToDouble(Bounds::getMaxX).max().orElse(0) + PADDING;
    double bottom = members.stream().mapToDouble(Bounds::getMaxY).max().orElse(0) + PADDING;
    frame = new BoundingBox(left, top, right - left, bottom - top);
    place(frame.getCenterX(), frame.getCenterY());
    setOutline(new Outline.Box(frame.getWidth() / 2, frame.getHeight() / 2));
    layCard(-frame.getWidth() / 2, -frame.getHeight() / 2, frame.getWidth(), frame.getHeight());
    name.setX(-frame.getWidth() / 2 + 14);
    name.setY(-frame.getHeight() / 2 + 9);
  }

  @Override
  boolean hasLabel() {
    return isFolded();
  }

  @Override
  Bounds fullBox() {
    return isFolded() ? super.fullBox() : frame;
  }

  /// An open group is taken by its header; its inside belongs to its members.
  @Override
  boolean isHit(double canvasX, double canvasY) {
    if (isFolded()) return super.isHit(canvasX, canvasY);
    return frame.contains(canvasX, canvasY) && canvasY < frame.getMinY() + HEADER;
  }
}
