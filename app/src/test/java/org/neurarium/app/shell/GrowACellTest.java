package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.cells.CellDrawing;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.StateView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A student takes a ball and stick, draws a second branch on it with the mouse, gives each branch its own input by dropping lines on it, and sees the branches charge.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class GrowACellTest {

  @TempDir static Path folder;
  private Bench bench;

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder.resolve("user"), List.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void drawsANeuronOfTwoBranchesWithAnInputOnEach(FxRobot robot) {
    robot.clickOn("#welcome-new");
    robot.clickOn("#parts-search").write("ball and stick");
    WaitForAsyncUtils.waitForFxEvents();
    Node canvas = bench.window.canvas();
    ElementId cell = drag(robot, "model-ball_and_stick", canvas, 0.62, 0.4);

    Bench.act(() -> bench.window.desk().open("ball_and_stick"));
    robot.clickOn("#model-duplicate");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("my_ball_and_stick", population(cell).model());

    CellDrawing drawing = bench.find("cell-drawing", CellDrawing.class);
    Bench.act(() -> drawing.select("soma"));
    Node plus = bench.find("grow-handle", Node.class);
    Point2D from = Bench.onFx(() -> plus.localToScreen(0, 0));
    robot.drag(from, MouseButton.PRIMARY).moveTo(from.add(-40, 70)).dropTo(from.add(-60, 80));
    WaitForAsyncUtils.waitForFxEvents();
    Bench.await("there is a drawn branch", () -> compartments(cell).size() == 3);
    assertEquals(Set.of("soma", "dendrite", "basal"), compartments(cell));
    Bench.await("it is chosen", () -> drawing.selectedProperty().get().equals("basal"));

    // Undone and done again in one step each.
    Bench.act(bench.window.desk()::close);
    Bench.act(bench.workspace::undo);
    assertEquals(2, compartments(cell).size());
    Bench.act(bench.workspace::redo);
    assertEquals(3, compartments(cell).size());

    robot.clickOn("#parts-search").eraseText(20).write("poisson");
    WaitForAsyncUtils.waitForFxEvents();
    ElementId upper = drag(robot, "part-poisson", canvas, 0.15, 0.2);
    ElementId lower = drag(robot, "part-poisson", canvas, 0.15, 0.6);
    connect(robot, upper, cell, 0);
    connect(robot, lower, cell, 1);
    assertEquals(
        Set.of("dendrite.ampa", "basal.ampa"),
        circuit().projections().stream().map(Projection::receptor).collect(Collectors.toSet()));

    Bench.await(
        () -> "the circuit is built, not " + status(),
        () -> status().phase() == EngineStatus.Phase.PAUSED && status().neurons() > 0);
    robot.clickOn("#run");
    Bench.await("it runs", () -> status().time() > 50);
    Bench.await("the drawn branch is depolarised", () -> potential(cell, "basal.v") > -64);
    assertTrue(status().problems().isEmpty(), () -> status().problems().toString());
  }

  private Circuit circuit() {
    return bench.workspace.circuit();
  }

  private EngineStatus status() {
    return bench.workspace.status();
  }

  private Population population(ElementId id) {
    return circuit().find(id, Population.class).orElseThrow();
  }

  private Set<String> compartments(ElementId id) {
    return bench
        .workspace
        .models()
        .neuron(population(id).model())
        .flatMap(NeuronModel::cell)
        .map(c -> c.model().compartments())
        .orElse(List.of())
        .stream()
        .map(CellModel.Compartment::id)
        .collect(Collectors.toSet());
  }

  private double potential(ElementId id, String state) {
    Optional<Observation> observation = bench.workspace.observationProperty().get();
    StateView states = observation.map(o -> o.states().get(id)).orElse(null);
    if (states == null || states.find(state).isEmpty()) return Double.NaN;
    return states.value(states.find(state).getAsInt(), 0);
  }

  /// Drags a card onto a place of the canvas and returns what came of it.
  private ElementId drag(FxRobot robot, String card, Node canvas, double x, double y) {
    List<ElementId> before = ids();
    Bounds area = Bench.onFx(() -> canvas.localToScreen(canvas.getLayoutBounds()));
    robot
        .drag(bench.find(card, Node.class), MouseButton.PRIMARY)
        .dropTo(
            new Point2D(
                area.getMinX() + x * area.getWidth(), area.getMinY() + y * area.getHeight()));
    WaitForAsyncUtils.waitForFxEvents();
    List<ElementId> after = ids();
    after.removeAll(before);
    assertEquals(1, after.size(), "one part came of dragging " + card);
    return after.getFirst();
  }

  private List<ElementId> ids() {
    return new ArrayList<>(circuit().elements().stream().map(e -> e.id()).toList());
  }

  /// Drags a node's handle onto a branch of a tree, counted in the order of its limbs.
  private void connect(FxRobot robot, ElementId from, ElementId tree, int branch) {
    Node source = bench.find(from.text(), Node.class);
    robot.moveTo(Bench.onFx(() -> source.localToScreen(0, 0)));
    WaitForAsyncUtils.waitForFxEvents();
    List<Line> limbs =
        bench.find(tree.text(), Node.class).lookupAll(".limb").stream()
            .map(Line.class::cast)
            .toList();
    Line limb = limbs.get(branch);
    Point2D middle =
        Bench.onFx(() ->
            limb.localToScreen(
                0.3 * limb.getStartX() + 0.7 * limb.getEndX(),
                0.3 * limb.getStartY() + 0.7 * limb.getEndY()));
    robot.drag(bench.find("connect-handle", Node.class), MouseButton.PRIMARY).dropTo(middle);
    WaitForAsyncUtils.waitForFxEvents();
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
