package org.neurarium.app.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.input.MouseEvent;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.edit.Edit;

/// Moves the selected nodes, with what is inside of groups, and makes one edit of it at the end.
/// The node under the mouse snaps to the grid, the others keep their distance to it; Alt lets it go free.
final class MoveGesture implements Gesture {

  /// View pixels that a hand may tremble without meaning a move.
  private static final double THRESHOLD = 4;

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final NodeView grabbed;
  private final Collection<ElementId> moving;
  private final double startX;
  private final double startY;
  private boolean started;
  private Point offset = new Point(0, 0);

  MoveGesture(
      Workspace workspace,
      CircuitLayer layer,
      Viewport viewport,
      NodeView grabbed,
      MouseEvent press) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.grabbed = grabbed;
    startX = press.getX();
    startY = press.getY();
    moving = Folding.withMembers(workspace.circuit(), workspace.selection().ids());
  }

  @Override
  public void drag(MouseEvent e) {
    if (!started && Math.hypot(e.getX() - startX, e.getY() - startY) < THRESHOLD) return;
    started = true;
    double dx = (e.getX() - startX) / viewport.scale();
    double dy = (e.getY() - startY) / viewport.scale();
    Point next =
        e.isAltDown() ? new Point(dx, dy) : Grid.snapOffset(grabbed.node().position(), dx, dy);
    if (next.equals(offset)) return;
    offset = next;
    layer.showMoved(moving, offset.x(), offset.y());
  }

  @Override
  public void release(MouseEvent e) {
    if (!started) return;
    workspace.apply(move(workspace.circuit(), moving, offset.x(), offset.y()));
    // An edit that changes nothing is not published; the views may still stand apart by what was
    // dragged.
    layer.sync(workspace.circuit());
  }

  @Override
  public void cancel() {
    layer.showMoved(moving, 0, 0);
  }

  /// The edit that moves nodes by an offset.
  ///
  /// @param ids with what is inside of groups
  static Edit move(Circuit circuit, Collection<ElementId> ids, double dx, double dy) {
    Map<ElementId, Point> positions = new HashMap<>();
    Set<String> names = new java.util.LinkedHashSet<>();
    for (ElementId id : ids)
      circuit
          .find(id, Node.class)
          .ifPresent(n -> {
            positions.put(id, n.position().plus(dx, dy));
            names.add(n.name());
          });
    String what = names.size() == 1 ? names.iterator().next() : names.size() + " parts";
    return new Edit.Move("Move " + what, positions);
  }
}
