package org.neurarium.app.canvas;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.world.WorldKinds;

/// What shows a node: its symbol, its name beside it, and the marks of selection, activity and problems.
///
/// Stands in canvas pixels with its origin at the symbol's centre. Colours come from the style sheet by the class of the kind.
abstract class NodeView extends javafx.scene.Group {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double FRAME_PADDING = 7;
  private static final double NAME_GAP = 15;

  private final ElementId id;
  final Text name = new Text();
  final Text detail = new Text();
  private Node node;
  private Outline outline;
  private LabelSide side = LabelSide.BELOW;
  private @Nullable Rectangle frame;
  private @Nullable Rectangle veil;
  private javafx.scene.@Nullable Group badge;

  NodeView(Node node) {
    this.node = node;
    id = node.id();
    outline = Symbols.outline(node);
    getStyleClass().addAll("node-view", LineStyle.styleClass(node));
    name.getStyleClass().add("node-name");
    detail.getStyleClass().add("node-detail");
    name.setTextOrigin(VPos.TOP);
    detail.setTextOrigin(VPos.TOP);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.NODE);
    setId(id.text());
  }

  /// The view for a node.
  ///
  /// @param models those in force for the circuit shown
  /// @param worlds the kinds of world that there are
  /// @param form as what neurons with dendrites are shown
  static NodeView of(Node node, Supplier<ModelCatalogue> models, WorldKinds worlds, TreeForm form) {
    return switch (node) {
      case Population p when form == TreeForm.POINT -> new PopulationView(p);
      case Population p ->
          models
              .get()
              .neuron(p.model())
              .flatMap(NeuronModel::cell)
              .<NodeView>map(cell -> new DendriticView(p, cell.model(), form))
              .orElseGet(() -> new PopulationView(p));
      case Stimulus s -> new PictogramView(s);
      case World w -> new WorldPanel(w, worlds);
      case ModulatorSource m -> new CloudView(m, models);
      case Probe p -> new PictogramView(p);
      case Group g -> new GroupView(g);
      case Note n -> new NoteView(n);
    };
  }

  /// The outline of a version of the node.
  Outline outlineOf(Node newNode) {
    return Symbols.outline(newNode);
  }

  /// Draws the symbol of a node; called at first and whenever the node has changed in more than its place.
  abstract void draw(Node newNode);

  /// Takes the node's newest version.
  final void show(Node newNode, String detailText) {
    String before = LineStyle.styleClass(node);
    String after = LineStyle.styleClass(newNode);
    if (!before.equals(after)) {
      getStyleClass().remove(before);
      getStyleClass().add(after);
    }
    node = newNode;
    outline = outlineOf(newNode);
    name.setText(newNode.name());
    detail.setText(detailText);
    draw(newNode);
    place(newNode.position().x(), newNode.position().y());
    layoutMarks();
  }

  final ElementId elementId() {
    return id;
  }

  final Node node() {
    return node;
  }

  final Outline outline() {
    return outline;
  }

  final void setOutline(Outline newOutline) {
    outline = newOutline;
    layoutMarks();
  }

  final void place(double x, double y) {
    setLayoutX(x);
    setLayoutY(y);
  }

  final double x() {
    return getLayoutX();
  }

  final double y() {
    return getLayoutY();
  }

  final Routing.Port port() {
    return new Routing.Port(x(), y(), outline);
  }

  /// Where lines meet a port that has a place of its own at the symbol; the symbol itself for any other.
  ///
  /// @param given whether lines leave there, else they arrive
  Routing.Port port(String portName, boolean given) {
    return port();
  }

  /// The box around the symbol, in canvas pixels.
  final Bounds box() {
    return new BoundingBox(
        x() - outline.halfWidth(),
        y() - outline.halfHeight(),
        2 * outline.halfWidth(),
        2 * outline.halfHeight());
  }

  /// The box around symbol and name, in canvas pixels.
  Bounds fullBox() {
    Bounds symbol = box();
    if (!hasLabel()) return symbol;
    Bounds label = labelBox(side);
    double left = Math.min(symbol.getMinX(), label.getMinX());
    double top = Math.min(symbol.getMinY(), label.getMinY());
    return new BoundingBox(
        left,
        top,
        Math.max(symbol.getMaxX(), label.getMaxX()) - left,
        Math.max(symbol.getMaxY(), label.getMaxY()) - top);
  }

  /// Whether a point of the canvas lies on the symbol or its name.
  boolean isHit(double canvasX, double canvasY) {
    return outline.contains(canvasX - x(), canvasY - y())
        || (hasLabel() && labelBox(side).contains(canvasX, canvasY));
  }

  /// Whether the name stands beside the symbol, where it may be in the way of something.
  boolean hasLabel() {
    return true;
  }

  final LabelSide labelSide() {
    return side;
  }

  /// The box that the label would take on a side, in canvas pixels.
  final Bounds labelBox(LabelSide where) {
    double width = Math.max(name.getLayoutBounds().getWidth(), detail.getLayoutBounds().getWidth());
    double height = name.getLayoutBounds().getHeight() + lineHeight();
    return where.box(x(), y(), outline, NAME_GAP, width, height);
  }

  /// The box around the name alone, in canvas pixels.
  final Bounds nameBox() {
    Bounds text = name.getBoundsInParent();
    return new BoundingBox(
        x() + text.getMinX(), y() + text.getMinY(), text.getWidth(), text.getHeight());
  }

  private double lineHeight() {
    return detail.getText().isEmpty() ? 0 : detail.getLayoutBounds().getHeight();
  }

  /// What belongs to the node besides its symbol and its name, which no name must cover, in canvas pixels.
  List<Bounds> fixtures() {
    return List.of();
  }

  /// Puts the label on a side; its text has been styled and can be measured.
  ///
  /// @param crossed whether a line passes behind it, which is then veiled there
  final void placeLabel(LabelSide where, boolean crossed) {
    side = where;
    Bounds box = labelBox(where);
    double left = box.getMinX() - x();
    double top = box.getMinY() - y();
    placeLine(name, left, box.getWidth(), top);
    placeLine(detail, left, box.getWidth(), top + name.getLayoutBounds().getHeight());
    veil(crossed, left, top, box);
    layoutMarks();
  }

  private void veil(boolean needed, double left, double top, Bounds box) {
    if (veil == null && needed) {
      Rectangle made = new Rectangle();
      made.getStyleClass().add("label-veil");
      made.setMouseTransparent(true);
      getChildren().addFirst(made);
      veil = made;
    }
    if (veil == null) return;
    veil.setVisible(needed);
    veil.setX(left - 2);
    veil.setY(top);
    veil.setWidth(box.getWidth() + 4);
    veil.setHeight(box.getHeight());
  }

  private void placeLine(Text line, double left, double width, double top) {
    double free = width - line.getLayoutBounds().getWidth();
    double indent =
        switch (side) {
          case BELOW, ABOVE -> free / 2;
          case RIGHT -> 0;
          case LEFT -> free;
        };
    line.setX(left + indent);
    line.setY(top);
  }

  final void setSelected(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
    if (selected && frame == null) {
      frame = new Rectangle();
      frame.getStyleClass().add("selection-frame");
      frame.setMouseTransparent(true);
      getChildren().addFirst(frame);
      layoutMarks();
    }
    if (frame != null) frame.setVisible(selected);
  }

  /// Marks the node as one on which a connection may be dropped, must not be, or neither.
  final void setDrop(boolean welcome, boolean refused) {
    pseudoClassStateChanged(TARGET, welcome);
    pseudoClassStateChanged(REFUSED, refused);
  }

  /// Shows the worst of an element's problems as a badge; none for an empty list.
  final void setProblems(List<Problem> problems) {
    if (badge != null) getChildren().remove(badge);
    badge = null;
    if (problems.isEmpty()) return;
    boolean error = problems.stream().anyMatch(Problem::isError);
    Circle disc = new Circle(8);
    Text mark = new Text("!");
    mark.setTextOrigin(VPos.CENTER);
    mark.setX(-2);
    javafx.scene.Group made = new javafx.scene.Group(disc, mark);
    made.getStyleClass().addAll("problem-badge", error ? "error" : "warning");
    StringBuilder text = new StringBuilder();
    for (Problem p : problems) {
      if (!text.isEmpty()) text.append('\n');
      text.append(p.sentence());
      if (!p.hint().isEmpty()) text.append(' ').append(p.hint());
    }
    Tooltip tooltip = new Tooltip(text.toString());
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    Tooltip.install(made, tooltip);
    made.setAccessibleText(text.toString());
    badge = made;
    getChildren().add(made);
    layoutMarks();
  }

  private void layoutMarks() {
    if (frame != null) {
      // A name beside the tip of a triangle would be cut by a frame around the symbol alone.
      boolean around = hasLabel() && (side == LabelSide.LEFT || side == LabelSide.RIGHT);
      Bounds framed = around ? fullBox() : box();
      frame.setX(framed.getMinX() - x() - FRAME_PADDING);
      frame.setY(framed.getMinY() - y() - FRAME_PADDING);
      frame.setWidth(framed.getWidth() + 2 * FRAME_PADDING);
      frame.setHeight(framed.getHeight() + 2 * FRAME_PADDING);
    }
    if (badge != null) {
      double reach = outline.reach(-Math.sqrt(0.5), -Math.sqrt(0.5)) + 2;
      badge.setTranslateX(-reach * Math.sqrt(0.5));
      badge.setTranslateY(-reach * Math.sqrt(0.5));
    }
  }
}
