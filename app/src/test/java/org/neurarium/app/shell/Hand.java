package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Circle;
import javafx.scene.shape.CubicCurve;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Projection;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person's hand does on the canvas: drags parts from the palette, draws lines, types into what opens.
final class Hand {

  /// Pixels from a node to its handle, at most.
  private static final double NEAR = 100;

  private static final int ATTEMPTS = 3;

  private final Bench bench;
  private final FxRobot robot;
  private final Node canvas;

  /// @param zoom of the canvas, so that all parts have room
  Hand(Bench bench, FxRobot robot, double zoom) {
    this.bench = bench;
    this.robot = robot;
    canvas = bench.find("canvas", Node.class);
    Bench.act(() -> bench.window.canvas().zoomBy(zoom));
  }

  Node canvas() {
    return canvas;
  }

  Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  /// Finds a card by words and drags it onto a place of the canvas; returns what came of it.
  ///
  /// @param x share of the canvas's width
  ElementId place(String words, String card, double x, double y) {
    List<ElementId> before = nodes();
    TextField search = bench.find("parts-search", TextField.class);
    Bench.act(() -> search.setText(words));
    Bench.await("the card is in sight", () -> isInSight(card));
    WaitForAsyncUtils.waitForFxEvents();
    Node from = bench.find(card, Node.class);
    Bounds area = Bench.onFx(() -> canvas.localToScreen(canvas.getLayoutBounds()));
    robot
        .drag(from, MouseButton.PRIMARY)
        .dropTo(
            new Point2D(
                area.getMinX() + x * area.getWidth(), area.getMinY() + y * area.getHeight()));
    WaitForAsyncUtils.waitForFxEvents();
    List<ElementId> after = nodes();
    after.removeAll(before);
    assertEquals(1, after.size(), "one part came of dragging " + card);
    return after.getFirst();
  }

  /// Whether a card is laid out where the palette shows it.
  private boolean isInSight(String card) {
    Node node = bench.window.scene().lookup("#" + card);
    if (node == null) return false;
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Node palette = bench.window.scene().lookup("#parts");
    return bounds.getHeight() > 0
        && palette
            .localToScene(palette.getLayoutBounds())
            .contains(bounds.getCenterX(), bounds.getCenterY());
  }

  private List<ElementId> nodes() {
    return new ArrayList<>(
        circuit().all(org.neurarium.circuits.Node.class).stream().map(Element::id).toList());
  }

  /// What a line's popover is told: a text for the field that has the focus when it opens, another for the one before it. Empty for what is suggested.
  record Typed(String first, String before) {
    static final Typed NOTHING = new Typed("", "");
  }

  /// Drags a line from a node's handle and accepts what the popover says, but for what is typed.
  void connect(ElementId from, Point2D to, Typed typed) {
    lead(from, to);
    answer(typed);
  }

  /// Drags a line about which nothing is asked from a node's handle.
  void lead(ElementId from, Point2D to) {
    Node node = bench.find(from.text(), Node.class);
    Node handle = bench.find("connect-handle", Node.class);
    draw(
        () -> {
          // The line before may have ended here, and a mouse that rests tells nothing.
          robot.moveTo(middle(from).add(4, 4)).moveTo(middle(from));
          // The last node's may still stand there.
          Bench.await(
              "the handle stands at its right",
              () -> {
                Point2D off = handle.localToScreen(0, 0).subtract(node.localToScreen(0, 0));
                return handle.isVisible() && off.getY() == 0 && off.getX() > 0 && off.getX() < NEAR;
              });
          return Bench.onFx(() -> handle.localToScreen(0, 0));
        },
        to);
  }

  /// Drags a line from one place to another and accepts what the popover says, but for what is typed.
  void draw(Point2D start, Point2D to, Typed typed) {
    draw(() -> start, to);
    answer(typed);
  }

  /// On a busy machine a press can come while the last popover still goes away, and is lost: then a person draws again.
  private void draw(Supplier<Point2D> start, Point2D to) {
    int before = lines();
    String said = "";
    for (int attempt = 0; attempt < ATTEMPTS && lines() == before; attempt++) {
      robot.drag(start.get(), MouseButton.PRIMARY).moveTo(to);
      WaitForAsyncUtils.waitForFxEvents();
      said =
          Bench.onFx(() -> {
            Label hint = (Label) bench.window.scene().lookup("#canvas-hint");
            return hint.isVisible() ? hint.getText() : "";
          });
      robot.drop();
      WaitForAsyncUtils.waitForFxEvents();
    }
    assertTrue(lines() > before, "a line was drawn to " + to + ": " + said);
  }

  private void answer(Typed typed) {
    Bench.await("the popover takes what is typed", () -> isPopOverShowing());
    // Whatever gets the focus has all of its text selected.
    robot.write(typed.first(), 0);
    if (!typed.before().isEmpty()) {
      robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
      robot.write(typed.before(), 0);
    }
    robot.type(KeyCode.ENTER);
    Bench.await("what was typed is taken", () -> !isPopOverShowing());
  }

  private boolean isPopOverShowing() {
    return robot.lookup(".projection-popover").tryQuery().isPresent();
  }

  private int lines() {
    return circuit().projections().size() + circuit().links().size();
  }

  /// Clicks on a part, so that the inspector shows it.
  void select(Point2D at) {
    robot.clickOn(at, MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Chooses from a list of the inspector by typing what is looked for.
  void choose(String field, String words) {
    robot.clickOn(bench.find(field, ComboBox.class));
    WaitForAsyncUtils.waitForFxEvents();
    robot.write(words, 0).type(KeyCode.DOWN).type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  Point2D middle(ElementId id) {
    Node node = bench.find(id.text(), Node.class);
    return Bench.onFx(() -> node.localToScreen(0, 0));
  }

  /// A port of a world.
  ///
  /// @param port `shows-` or `takes-` and its id
  Point2D port(ElementId world, String port) {
    Circle disc = bench.find("port-" + world.text() + "-" + port, Circle.class);
    return Bench.onFx(() -> disc.localToScreen(disc.getCenterX(), disc.getCenterY()));
  }

  /// The middle of a projection's line.
  Point2D line(ElementId projection) {
    Node link = bench.find("link-" + projection.text(), Node.class);
    CubicCurve c = (CubicCurve) Bench.onFx(() -> link.lookup(".line"));
    return Bench.onFx(() ->
        c.localToScreen(
            (c.getStartX() + 3 * c.getControlX1() + 3 * c.getControlX2() + c.getEndX()) / 8,
            (c.getStartY() + 3 * c.getControlY1() + 3 * c.getControlY2() + c.getEndY()) / 8));
  }

  Projection projection(ElementId from, ElementId to) {
    return circuit().projections().stream()
        .filter(p -> p.from().equals(from) && p.to().equals(to))
        .findFirst()
        .orElseThrow();
  }
}
