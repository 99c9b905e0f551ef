package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import org.neurarium.app.cells.TreeLayout;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Role;

/// A population of neurons with dendrites: the tree of one of them in a frame, with the names of its parts beside it. The body is a triangle or a disc, as elsewhere.
final class DendriticView extends NodeView {

  /// The frame of every dendritic population, whatever its tree.
  static final Outline.Box OUTLINE = new Outline.Box(76, 90);

  private static final double PADDING = 14;
  private static final double BODY = 17;
  private static final double UNIT = 9;

  /// Where names of parts begin, and how much of the frame's width is theirs.
  private static final double NAME_GAP = 10;

  private static final double NAMES = 52;
  private static final double LINE_HEIGHT = 14;
  private static final double REACH = 11;

  /// A branch as it is drawn, in symbol pixels.
  ///
  /// @param segments how many pieces of it have a potential of their own
  record Limb(
      String compartment,
      int segments,
      boolean isBody,
      double x0,
      double y0,
      double x1,
      double y1,
      double width) {

    double xAt(double way) {
      return x0 + way * (x1 - x0);
    }

    double yAt(double way) {
      return y0 + way * (y1 - y0);
    }
  }

  private CellModel cell;
  private TreeForm form;
  private List<Limb> limbs;
  private final Group drawing = new Group();
  private final Group labels = new Group();

  DendriticView(Population population, CellModel cell, TreeForm form) {
    super(population);
    this.cell = cell;
    this.form = form;
    limbs = List.of();
    Rectangle frame = (Rectangle) Shapes.of(OUTLINE);
    frame.getStyleClass().addAll("symbol", "cell-frame");
    labels.setMouseTransparent(true);
    getChildren().addAll(frame, drawing, labels, name, detail);
    setOutline(OUTLINE);
    drawTree();
  }

  /// Takes another version of the cell, or another form.
  void setCell(CellModel newCell, TreeForm newForm) {
    if (newCell.equals(cell) && newForm == form) return;
    cell = newCell;
    form = newForm;
    drawTree();
  }

  CellModel cell() {
    return cell;
  }

  /// The branches, each behind what it hangs on.
  List<Limb> limbs() {
    return limbs;
  }

  @Override
  Outline outlineOf(Node node) {
    return OUTLINE;
  }

  @Override
  void draw(Node newNode) {
    drawTree();
  }

  private void drawTree() {
    limbs = form == TreeForm.TWO_LAYER ? units() : limbs(TreeLayout.of(cell));
    List<javafx.scene.Node> shapes = new ArrayList<>();
    for (Limb l : limbs) {
      if (l.isBody()) continue;
      Line line = new Line(l.x0(), l.y0(), l.x1(), l.y1());
      line.setStrokeWidth(l.width());
      line.setStrokeLineCap(StrokeLineCap.ROUND);
      line.getStyleClass().add("limb");
      shapes.add(line);
    }
    if (form == TreeForm.TWO_LAYER) for (Limb l : limbs) if (!l.isBody()) shapes.addAll(unit(l));
    limbs.stream().filter(Limb::isBody).findFirst().ifPresent(body -> shapes.add(body(body)));
    drawing.getChildren().setAll(shapes);
    labels.getChildren().setAll(form == TreeForm.TWO_LAYER ? List.of() : names());
  }

  private Shape body(Limb body) {
    boolean inhibits = ((Population) node()).type() == Population.Type.INHIBITORY;
    Shape shape =
        Shapes.of(inhibits ? new Outline.Disc(BODY * 0.62) : Symbols.triangle(BODY * 1.5));
    shape.setTranslateX(body.x0());
    shape.setTranslateY(body.y0());
    shape.getStyleClass().add("cell-body");
    return shape;
  }

  /// Fits a layout into the frame.
  private static List<Limb> limbs(TreeLayout layout) {
    TreeLayout.Extent e = layout.extent();
    double width = OUTLINE.halfWidth() - PADDING - NAMES / 2;
    double height = OUTLINE.halfHeight() - PADDING;
    double scale =
        Math.min(2 * width / Math.max(e.width(), 1e-9), 2 * height / Math.max(e.height(), 1e-9));
    // A cell of a soma alone is a body in the middle.
    scale = Math.min(scale, 8);
    double dx = NAMES / 2 - scale * (e.left() + e.right()) / 2;
    double dy = -scale * (e.top() + e.bottom()) / 2;
    List<Limb> fitted = new ArrayList<>();
    for (TreeLayout.Limb l : layout.limbs())
      fitted.add(
          new Limb(
              l.compartment().id(),
              l.compartment().segments(),
              l.isRoot(),
              scale * l.x0() + dx,
              scale * l.y0() + dy,
              scale * l.x1() + dx,
              scale * l.y1() + dy,
              Math.clamp(1.4 + 1.6 * l.width(), 2, 7.5)));
    return fitted;
  }

  /// Dendritic compartments side by side above the soma, each a line from its unit down to it.
  private List<Limb> units() {
    List<CellModel.Compartment> dendrites =
        cell.compartments().stream()
            .filter(c -> c.parent().isPresent() && c.role() != Role.AXON)
            .toList();
    double left = NAMES - OUTLINE.halfWidth() + UNIT;
    double right = OUTLINE.halfWidth() - PADDING - UNIT;
    int rows = Math.max(1, (int) Math.ceil(dendrites.size() * 2.6 * UNIT / (right - left)));
    int perRow = (dendrites.size() + rows - 1) / rows;
    double bodyY = OUTLINE.halfHeight() - PADDING - BODY;
    List<Limb> all = new ArrayList<>();
    for (int k = 0; k < dendrites.size(); k++) {
      int row = k / perRow;
      int inRow = Math.min(perRow, dendrites.size() - row * perRow);
      double x = (left + right) / 2 + (k % perRow - (inRow - 1) / 2.0) * 2.6 * UNIT;
      double y = -OUTLINE.halfHeight() + PADDING + UNIT + row * 2.8 * UNIT;
      CellModel.Compartment c = dendrites.get(k);
      all.add(new Limb(c.id(), c.segments(), false, x, y, (left + right) / 2, bodyY, 2));
    }
    cell.compartments().stream()
        .filter(c -> c.parent().isEmpty())
        .forEach(c ->
            all.add(
                new Limb(
                    c.id(),
                    c.segments(),
                    true,
                    (left + right) / 2,
                    bodyY,
                    (left + right) / 2,
                    bodyY,
                    2)));
    return all;
  }

  /// A unit with the curve by which it answers.
  private static List<javafx.scene.Node> unit(Limb l) {
    javafx.scene.shape.Circle disc = new javafx.scene.shape.Circle(l.x0(), l.y0(), UNIT);
    disc.getStyleClass().add("cell-body");
    javafx.scene.shape.SVGPath curve = new javafx.scene.shape.SVGPath();
    curve.setContent("M-5 4 C1 4 -1 -4 5 -4");
    curve.setTranslateX(l.x0());
    curve.setTranslateY(l.y0());
    curve.getStyleClass().add("unit-curve");
    return List.of(disc, curve);
  }

  /// One name for each part of a neuron, at the height where it lies; names that would stand on each other make way.
  private List<Text> names() {
    Map<String, double[]> heights = new LinkedHashMap<>();
    for (Limb l : limbs) {
      Role role =
          cell.compartment(l.compartment()).map(CellModel.Compartment::role).orElse(Role.OTHER);
      String word = role == Role.OTHER ? l.compartment() : role.word();
      double[] sum = heights.computeIfAbsent(word, _ -> new double[2]);
      sum[0] += (l.y0() + 2 * l.y1()) / 3;
      sum[1]++;
    }
    List<Text> texts = new ArrayList<>();
    heights.entrySet().stream()
        .sorted(java.util.Comparator.comparingDouble(h -> h.getValue()[0] / h.getValue()[1]))
        .forEach(h -> {
          double before = texts.isEmpty() ? Double.NEGATIVE_INFINITY : texts.getLast().getY();
          Text text = new Text(h.getKey());
          text.getStyleClass().add("limb-name");
          text.setTextOrigin(VPos.CENTER);
          text.setY(Math.max(h.getValue()[0] / h.getValue()[1], before + LINE_HEIGHT));
          text.setX(NAME_GAP - OUTLINE.halfWidth());
          texts.add(text);
        });
    return texts;
  }

  /// The branch at a point of the canvas.
  Optional<String> compartmentAt(double canvasX, double canvasY) {
    double px = canvasX - x();
    double py = canvasY - y();
    Limb best = null;
    double nearest = REACH;
    for (Limb l : limbs) {
      double d = distance(l, px, py) - (l.isBody() ? BODY * 0.7 : l.width() / 2);
      if (d < nearest) {
        nearest = d;
        best = l;
      }
    }
    return Optional.ofNullable(best).map(Limb::compartment);
  }

  private static double distance(Limb l, double x, double y) {
    double dx = l.x1() - l.x0();
    double dy = l.y1() - l.y0();
    double length = dx * dx + dy * dy;
    double way =
        length == 0 ? 0 : Math.clamp(((x - l.x0()) * dx + (y - l.y0()) * dy) / length, 0, 1);
    return Math.hypot(x - l.xAt(way), y - l.yAt(way));
  }

  /// Marks the branch on which a line would land; none for an empty id.
  void setTarget(Optional<String> compartment) {
    int line = 0;
    for (Limb l : limbs) {
      if (l.isBody()) continue;
      drawing
          .getChildren()
          .get(line++)
          .pseudoClassStateChanged(
              javafx.css.PseudoClass.getPseudoClass("target"),
              compartment.filter(l.compartment()::equals).isPresent());
    }
  }
}
