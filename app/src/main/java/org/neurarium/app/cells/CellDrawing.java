package org.neurarium.app.cells;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.neurarium.circuits.formula.Span;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.CellModel.Compartment;
import org.neurarium.circuits.model.CellModel.Role;
import org.neurarium.circuits.units.Quantity;

/// The enlarged cell: its branches, which can be chosen, drawn out of one another, made longer and taken away. FX thread.
///
/// The cell itself is never changed here: each gesture ends in a new text, which is given to a listener and comes back as a new cell.
public final class CellDrawing extends Region {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double MARGIN = 46;
  private static final double REACH = 9;
  private static final double HANDLE = 6.5;
  private static final double GROW_GAP = 20;
  private static final double SHORTEST_DRAG = 14;
  private static final double STANDARD_LENGTH = 100;
  private static final double LARGEST_SCALE = 14;

  /// Where along a branch its name stands: beyond what the soma may cover.
  private static final double NAMED = 0.8;

  private final Predicate<String> isSynaptic;
  private final Consumer<String> changed;
  private final Group limbs = new Group();
  private final Group names = new Group();
  private final Circle lengthHandle = new Circle(HANDLE);
  private final Group growHandle = growHandle();
  private final Line draft = new Line();
  private final Text measure = new Text();
  private final ReadOnlyStringWrapper selected = new ReadOnlyStringWrapper("");
  private @Nullable CellModel cell;

  /// A branch that was drawn and is not in the cell yet: it is chosen when it comes.
  private String awaited = "";

  private TreeLayout layout = new TreeLayout(List.of());
  private boolean editable;
  private double drawnWidth;
  private double drawnHeight;
  private double scale = 1;
  private double originX;
  private double originY;
  private @Nullable Drag drag;

  /// What a press began.
  ///
  /// @param grows whether a new branch is drawn, else the chosen one is made longer or shorter
  private record Drag(String compartment, boolean grows) {}

  /// @param isSynaptic by id of a channel: whether spikes land on it
  /// @param changed told of the new text after each change
  public CellDrawing(Predicate<String> isSynaptic, Consumer<String> changed) {
    this.isSynaptic = isSynaptic;
    this.changed = changed;
    getStyleClass().add("nr-cell-drawing");
    setId("cell-drawing");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TREE_VIEW);
    setMinHeight(220);
    setPrefHeight(340);
    draft.getStyleClass().add("draft");
    draft.setVisible(false);
    measure.getStyleClass().add("measure");
    measure.setVisible(false);
    measure.setTextOrigin(VPos.BOTTOM);
    lengthHandle.getStyleClass().add("length-handle");
    lengthHandle.setCursor(Cursor.CROSSHAIR);
    Tooltip.install(lengthHandle, new Tooltip("Drag to change the length"));
    Tooltip.install(
        growHandle, new Tooltip("Drag to draw a branch  (Insert makes one with the keyboard)"));
    getChildren().addAll(limbs, names, draft, lengthHandle, growHandle, measure);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnKeyPressed(this::key);
    selected.addListener((_, _, _) -> mark());
  }

  private static Group growHandle() {
    Circle disc = new Circle(HANDLE + 1.5);
    disc.getStyleClass().add("grow-handle");
    Path plus =
        new Path(new MoveTo(-3.5, 0), new LineTo(3.5, 0), new MoveTo(0, -3.5), new LineTo(0, 3.5));
    plus.getStyleClass().add("grow-plus");
    Group handle = new Group(disc, plus);
    handle.setId("grow-handle");
    handle.setCursor(Cursor.CROSSHAIR);
    return handle;
  }

  /// Shows a cell.
  ///
  /// @param mayChange whether it is one's own
  public void show(CellModel newCell, boolean mayChange) {
    boolean other = cell == null || !cell.id().equals(newCell.id());
    cell = newCell;
    editable = mayChange;
    layout = TreeLayout.of(newCell);
    if (newCell.compartment(awaited).isPresent()) {
      selected.set(awaited);
      awaited = "";
    }
    if (other || newCell.compartment(selected.get()).isEmpty())
      selected.set(newCell.compartments().stream().findFirst().map(Compartment::id).orElse(""));
    draw();
  }

  /// The id of the chosen compartment.
  public ReadOnlyStringProperty selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// Chooses a compartment.
  public void select(String compartment) {
    if (cell != null && cell.compartment(compartment).isPresent()) selected.set(compartment);
  }

  /// Only another size is a reason to draw again: shapes made anew in every layout would never be styled.
  @Override
  protected void layoutChildren() {
    if (drawnWidth != getWidth() || drawnHeight != getHeight()) draw();
  }

  // --- drawing

  private void draw() {
    drawnWidth = getWidth();
    drawnHeight = getHeight();
    fit();
    limbs.getChildren().clear();
    names.getChildren().clear();
    CellModel shown = cell;
    if (shown == null) return;
    for (TreeLayout.Limb l : layout.limbs()) {
      if (l.isRoot()) continue;
      Line line = new Line(x(l.x0()), y(l.y0()), x(l.x1()), y(l.y1()));
      line.setStrokeWidth(width(l));
      line.setStrokeLineCap(StrokeLineCap.ROUND);
      line.getStyleClass().add("limb");
      line.setUserData(l.compartment().id());
      limbs.getChildren().add(line);
      segmentMarks(l);
    }
    layout.limbs().stream()
        .filter(TreeLayout.Limb::isRoot)
        .forEach(root -> {
          double size = Math.clamp(scale * root.width() * 0.9, 14, 34);
          Polygon body = new Polygon(0, -size, size, size * 0.85, -size, size * 0.85);
          body.setTranslateX(x(0));
          body.setTranslateY(y(0));
          body.getStyleClass().add("cell-body");
          body.setUserData(root.compartment().id());
          limbs.getChildren().add(body);
        });
    for (TreeLayout.Limb l : layout.limbs()) names.getChildren().add(name(l));
    mark();
  }

  private void fit() {
    TreeLayout.Extent e = layout.extent();
    double room = Math.max(20, getWidth() - 2 * MARGIN);
    double high = Math.max(20, getHeight() - 2 * MARGIN);
    scale =
        Math.min(
            LARGEST_SCALE, Math.min(room / Math.max(e.width(), 1), high / Math.max(e.height(), 1)));
    originX = getWidth() / 2 - scale * (e.left() + e.right()) / 2;
    originY = getHeight() / 2 - scale * (e.top() + e.bottom()) / 2;
  }

  private double x(double treeX) {
    return originX + scale * treeX;
  }

  private double y(double treeY) {
    return originY + scale * treeY;
  }

  private static double width(TreeLayout.Limb l) {
    return Math.clamp(2 + 3 * l.width(), 3, 14);
  }

  /// Little cuts where a branch has several potentials.
  private void segmentMarks(TreeLayout.Limb l) {
    int n = l.compartment().segments();
    double length = Math.hypot(x(l.x1()) - x(l.x0()), y(l.y1()) - y(l.y0()));
    if (n < 2 || length / n < 6) return;
    double half = width(l) / 2 + 1;
    double nx = -(y(l.y1()) - y(l.y0())) / length * half;
    double ny = (x(l.x1()) - x(l.x0())) / length * half;
    for (int k = 1; k < n; k++) {
      double px = x(l.xAt((double) k / n));
      double py = y(l.yAt((double) k / n));
      Line cut = new Line(px - nx, py - ny, px + nx, py + ny);
      cut.getStyleClass().add("segment-mark");
      cut.setMouseTransparent(true);
      limbs.getChildren().add(cut);
    }
  }

  private Text name(TreeLayout.Limb l) {
    Text text = new Text(l.compartment().id());
    text.getStyleClass().add("limb-name");
    text.setTextOrigin(VPos.CENTER);
    text.setMouseTransparent(true);
    double side = l.x1() < l.x0() - 1e-9 ? -1 : 1;
    double offset = (l.isRoot() ? 30 : 8 + width(l) / 2);
    double px = x(l.isRoot() ? 0 : l.xAt(NAMED)) + side * offset;
    text.setX(side > 0 ? px : px - text.getLayoutBounds().getWidth());
    text.setY(y(l.isRoot() ? 0 : l.yAt(NAMED)) + (l.isRoot() ? 4 : 0));
    return text;
  }

  private void mark() {
    for (javafx.scene.Node n : limbs.getChildren())
      n.pseudoClassStateChanged(SELECTED, selected.get().equals(n.getUserData()));
    Optional<TreeLayout.Limb> limb = layout.limb(selected.get());
    lengthHandle.setVisible(editable && limb.filter(l -> !l.isRoot()).isPresent());
    growHandle.setVisible(editable && limb.isPresent());
    limb.ifPresent(l -> {
      lengthHandle.setCenterX(x(l.x1()));
      lengthHandle.setCenterY(y(l.y1()));
      Point2D out = outwards(l).multiply(l.isRoot() ? 46 : GROW_GAP);
      growHandle.setTranslateX(x(l.x1()) + out.getX());
      growHandle.setTranslateY(y(l.y1()) + out.getY());
      setAccessibleText(spoken(l.compartment()));
    });
  }

  private String spoken(Compartment c) {
    return "Compartment "
        + c.id()
        + c.parent().map(p -> " on " + p).orElse(", the root")
        + ", length "
        + c.length()
        + ", diameter "
        + c.diameter();
  }

  private static Point2D outwards(TreeLayout.Limb l) {
    if (l.isRoot()) return new Point2D(0.8, -0.6);
    double dx = l.x1() - l.x0();
    double dy = l.y1() - l.y0();
    double length = Math.max(1e-9, Math.hypot(dx, dy));
    return new Point2D(dx / length, dy / length);
  }

  // --- mouse

  private void press(MouseEvent e) {
    requestFocus();
    e.consume();
    if (growHandle.isVisible()
        && near(e, growHandle.getTranslateX(), growHandle.getTranslateY(), HANDLE + 4)) {
      drag = new Drag(selected.get(), true);
      return;
    }
    if (lengthHandle.isVisible()
        && near(e, lengthHandle.getCenterX(), lengthHandle.getCenterY(), HANDLE + 3)) {
      drag = new Drag(selected.get(), false);
      return;
    }
    double tx = (e.getX() - originX) / scale;
    double ty = (e.getY() - originY) / scale;
    layout.nearest(tx, ty, REACH / scale).ifPresent(l -> selected.set(l.compartment().id()));
  }

  private static boolean near(MouseEvent e, double x, double y, double reach) {
    return Math.hypot(e.getX() - x, e.getY() - y) <= reach;
  }

  private void drag(MouseEvent e) {
    Drag now = drag;
    Optional<TreeLayout.Limb> limb =
        now == null ? Optional.empty() : layout.limb(now.compartment());
    if (now == null || limb.isEmpty()) return;
    e.consume();
    double length = dragged(limb.get(), now.grows(), e);
    TreeLayout.Limb l = limb.get();
    double fromX = now.grows() ? x(l.x1()) : x(l.x0());
    double fromY = now.grows() ? y(l.y1()) : y(l.y0());
    double pixels = scale * Math.sqrt(length);
    double angle =
        now.grows()
            ? Math.atan2(e.getY() - fromY, e.getX() - fromX)
            : Math.atan2(l.y1() - l.y0(), l.x1() - l.x0());
    draft.setStartX(fromX);
    draft.setStartY(fromY);
    draft.setEndX(fromX + pixels * Math.cos(angle));
    draft.setEndY(fromY + pixels * Math.sin(angle));
    draft.setVisible(true);
    measure.setText(
        (now.grows() ? name(l.compartment(), e) + "  " : "")
            + String.format(Locale.ROOT, "%.0f µm", length));
    measure.setX(Math.clamp(draft.getEndX() + 10, 4, Math.max(4, getWidth() - 110)));
    measure.setY(Math.max(16, draft.getEndY() - 6));
    measure.setVisible(true);
  }

  /// The length (µm) that a drag means: whole fives.
  private double dragged(TreeLayout.Limb l, boolean grows, MouseEvent e) {
    double fromX = grows ? x(l.x1()) : x(l.x0());
    double fromY = grows ? y(l.y1()) : y(l.y0());
    double pixels;
    if (grows) pixels = Math.hypot(e.getX() - fromX, e.getY() - fromY);
    else {
      Point2D along = outwards(l);
      pixels = (e.getX() - fromX) * along.getX() + (e.getY() - fromY) * along.getY();
    }
    double root = Math.max(0, pixels) / scale;
    return Math.max(5, 5 * Math.rint(root * root / 5));
  }

  private void release(MouseEvent e) {
    Drag done = drag;
    drag = null;
    draft.setVisible(false);
    measure.setVisible(false);
    CellModel shown = cell;
    if (done == null || shown == null) return;
    e.consume();
    Optional<TreeLayout.Limb> limb = layout.limb(done.compartment());
    if (limb.isEmpty()) return;
    double length = dragged(limb.get(), done.grows(), e);
    if (done.grows()) {
      double far = Math.hypot(e.getX() - x(limb.get().x1()), e.getY() - y(limb.get().y1()));
      if (far >= SHORTEST_DRAG)
        grow(shown, limb.get().compartment(), name(limb.get().compartment(), e), length);
    } else {
      Compartment c = limb.get().compartment();
      changed.accept(new CellText(shown).with(c.ofLength(Quantity.of(length, "um"))));
    }
  }

  private void grow(CellModel shown, Compartment parent, String wish, double length) {
    CellText text = new CellText(shown);
    String id = text.freshName(wish);
    double thick = parent.parent().isEmpty() ? 2 : parent.diameter().engineValue() * 0.7;
    Compartment added =
        new Compartment(
            id,
            Optional.of(parent.id()),
            Quantity.of(length, "um"),
            Quantity.of(Math.max(0.3, Math.rint(thick * 10) / 10), "um"),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Span.NONE);
    // What makes the soma spike does not belong into a dendrite; what a dendrite has goes on in its
    // branches.
    boolean fromRoot = parent.parent().isEmpty();
    changed.accept(text.and(added, channel -> !fromRoot || isSynaptic.test(channel)));
    awaited = id;
  }

  /// What a branch is called that is drawn towards the mouse.
  private String name(Compartment parent, MouseEvent e) {
    Optional<TreeLayout.Limb> l = layout.limb(parent.id());
    double dx = e.getX() - l.map(k -> x(k.x1())).orElse(e.getX());
    double dy = e.getY() - l.map(k -> y(k.y1())).orElse(e.getY());
    return wish(parent, dx, dy);
  }

  /// The name of a branch by what it hangs on and where it goes: apical ones upwards, basal ones downwards.
  private String wish(Compartment parent, double dx, double dy) {
    if (parent.parent().isEmpty()) {
      if (dy >= 0) return Role.BASAL.word();
      boolean hasTrunk =
          cell != null && cell.compartments().stream().anyMatch(c -> c.role() == Role.TRUNK);
      return hasTrunk ? "dendrite" : Role.TRUNK.word();
    }
    return switch (parent.role()) {
      case TRUNK -> Math.abs(dx) > Math.abs(dy) ? Role.OBLIQUE.word() : Role.TUFT.word();
      case SOMA, AXON, BASAL, OBLIQUE, TUFT -> parent.role().word();
      case OTHER -> parent.id().replaceFirst("_\\d+$", "");
    };
  }

  // --- keys

  private void key(KeyEvent e) {
    CellModel shown = cell;
    if (shown == null) return;
    Optional<Compartment> now = shown.compartment(selected.get());
    if (now.isEmpty()) return;
    boolean done = true;
    switch (e.getCode()) {
      case UP -> step(0, -1);
      case DOWN -> step(0, 1);
      case LEFT -> step(-1, 0);
      case RIGHT -> step(1, 0);
      case INSERT, PLUS, ADD -> {
        if (editable) grow(shown, now.get(), wish(now.get(), 0, -1), STANDARD_LENGTH);
      }
      case DELETE, BACK_SPACE -> {
        if (editable && now.get().parent().isPresent()) {
          String parent = now.get().parent().get();
          changed.accept(new CellText(shown).without(now.get().id()));
          select(parent);
        }
      }
      default -> done = false;
    }
    if (done) e.consume();
  }

  /// Goes to the nearest branch in a direction.
  private void step(double dx, double dy) {
    Optional<TreeLayout.Limb> from = layout.limb(selected.get());
    if (from.isEmpty()) return;
    Map<String, Double> cost = new HashMap<>();
    for (TreeLayout.Limb l : layout.limbs()) {
      double vx = l.xAt(0.5) - from.get().xAt(0.5);
      double vy = l.yAt(0.5) - from.get().yAt(0.5);
      double along = vx * dx + vy * dy;
      if (along <= 1e-6) continue;
      double across = Math.abs(vx * dy - vy * dx);
      cost.put(l.compartment().id(), along + 2 * across);
    }
    cost.entrySet().stream()
        .min(
            Comparator.comparingDouble((Map.Entry<String, Double> c) -> c.getValue())
                .thenComparing(Map.Entry::getKey))
        .ifPresent(c -> selected.set(c.getKey()));
  }
}
