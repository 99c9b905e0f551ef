package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.canvas.Connections.Answer;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;

/// Puts new parts onto the canvas. A modulator that is dropped on the line of a projection whose rule reads a concentration stands beside the
/// line and is its third factor at once; so is one that is added while such a projection is selected.
final class PartPlacing {

  /// View pixels within which a line is hit.
  private static final double LINE_TOLERANCE = 12;

  /// How far beside a line a cloud stands that was dropped on it.
  private static final double BESIDE = 130;

  private final Workspace workspace;
  private final CircuitLayer layer;
  private final Viewport viewport;
  private final Connections connections;
  private final Group stage;
  private @Nullable NodeView preview;
  private @Nullable LinkView touched;

  /// @param stage where a part is shown while it is dragged, in canvas pixels
  PartPlacing(
      Workspace workspace,
      CircuitLayer layer,
      Viewport viewport,
      Connections connections,
      Group stage) {
    this.workspace = workspace;
    this.layer = layer;
    this.viewport = viewport;
    this.connections = connections;
    this.stage = stage;
  }

  /// Shows where a part would stand if it were dropped.
  ///
  /// @param x view pixels
  /// @param y view pixels
  /// @return what a drop here would do beyond that
  Optional<String> over(double x, double y, Placeable part) {
    Point at = Grid.snap(viewport.toCanvas(x, y));
    if (preview == null) {
      Node ghost = PartFactory.make(part, Circuit.EMPTY, workspace.models(), at);
      preview = NodeView.of(ghost, workspace::models, workspace.worlds(), TreeForm.TREE);
      preview.show(ghost, "");
      preview.name.setVisible(false);
      preview.setOpacity(0.6);
      preview.setMouseTransparent(true);
      stage.getChildren().add(preview);
    }
    preview.place(at.x(), at.y());
    Optional<LinkView> line = taught(x, y, part);
    touch(line.orElse(null));
    return line.flatMap(l -> layer.element(l.element()))
        .map(p -> part.title() + " becomes the third factor of " + p.name() + ".");
  }

  /// Forgets the part that was dragged.
  void out() {
    if (preview != null) stage.getChildren().remove(preview);
    preview = null;
    touch(null);
  }

  private void touch(@Nullable LinkView line) {
    if (touched != null && touched != line) touched.setTouched(false);
    touched = line;
    if (line != null) line.setTouched(true);
  }

  /// Places a part where it was dropped.
  ///
  /// @param x view pixels
  /// @param y view pixels
  Node drop(double x, double y, Placeable part) {
    Optional<LinkView> line = taught(x, y, part);
    out();
    Point at = Grid.snap(viewport.toCanvas(x, y));
    if (line.isEmpty()) return place(part, at, Optional.empty());
    return place(part, beside(line.get().curve(), at), projection(line.get()));
  }

  /// Places a part near a point, beside what already stands there.
  Node add(Placeable part, Point wish) {
    Optional<Projection> selected =
        workspace
            .selection()
            .single()
            .flatMap(id -> workspace.circuit().find(id, Projection.class))
            .filter(p -> isTaughtBy(part, p));
    Optional<LinkView> line = selected.flatMap(p -> layer.link(p.id()));
    Point near =
        line.map(l -> beside(l.curve(), new Point(l.curve().xAt(0.5), l.curve().yAt(0.5))))
            .orElse(wish);
    return place(part, Placement.free(layer, near), selected);
  }

  private Optional<LinkView> taught(double x, double y, Placeable part) {
    return layer
        .geometry()
        .projectionAt(
            viewport.toCanvasX(x), viewport.toCanvasY(y), LINE_TOLERANCE / viewport.scale())
        .filter(l -> projection(l).filter(p -> isTaughtBy(part, p)).isPresent());
  }

  private Optional<Projection> projection(LinkView line) {
    return workspace.circuit().find(line.element(), Projection.class);
  }

  private boolean isTaughtBy(Placeable part, Projection p) {
    return part instanceof ModelPart(ModelCatalogue.Entry entry)
        && entry.kind() == Model.Kind.MODULATOR
        && workspace
            .models()
            .synapse(p.synapse().model())
            .filter(m -> !m.concentrations().isEmpty())
            .isPresent();
  }

  /// A place to the lower side of a line, or the other one where something stands.
  private Point beside(Curve curve, Point at) {
    double dx = curve.x3() - curve.x0();
    double dy = curve.y3() - curve.y0();
    double length = Math.max(1, Math.hypot(dx, dy));
    double nx = -dy / length;
    double ny = dx / length;
    if (ny < 0) {
      nx = -nx;
      ny = -ny;
    }
    return Placement.free(layer, Grid.snap(at.plus(nx * BESIDE, ny * BESIDE)));
  }

  private Node place(Placeable part, Point at, Optional<Projection> taught) {
    Circuit circuit = workspace.circuit();
    Node made = PartFactory.make(part, circuit, workspace.models(), at);
    String label = "Add " + made.name();
    List<Edit> edits = new ArrayList<>();
    if (part instanceof ModelPart(ModelCatalogue.Entry entry)
        && entry.origin() == ModelCatalogue.Origin.USER
        && circuit.models().stream().noneMatch(m -> m.id().equalsIgnoreCase(entry.id())))
      edits.add(new Edit.AddModel(label, new OwnModel(entry.id(), entry.model().text())));
    edits.add(new Edit.Add(label, List.of(made)));
    taught
        .map(p -> connections.connect(with(circuit, made), made, p))
        .ifPresent(answer -> {
          if (answer instanceof Answer.Yes(Edit edit, _)) edits.add(edit);
        });
    workspace.apply(edits.size() == 1 ? edits.getFirst() : new Edit.Together(label, edits));
    workspace.selection().only(made.id());
    return made;
  }

  private static Circuit with(Circuit circuit, Node made) {
    List<Element> all = new ArrayList<>(circuit.elements());
    all.add(made);
    return circuit.of(all);
  }
}
