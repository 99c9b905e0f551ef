package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.WorldView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Neuromodulators and worlds, put together with the mouse alone.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class LearnFromRewardTest {

  @TempDir static Path folder;
  private Bench bench;
  private Node canvas;

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder.resolve("user"), List.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void begin(FxRobot robot) {
    robot.clickOn("#welcome-new");
    canvas = bench.find("canvas", Node.class);
    Bench.act(() -> bench.window.canvas().zoomBy(0.5));
  }

  @Test
  void dopamineDroppedOnAPlasticProjectionIsItsThirdFactorInOneStep(FxRobot robot) {
    begin(robot);
    ElementId from = place(robot, "excitatory", "part-excitatory", 0.2, 0.3);
    ElementId to = place(robot, "excitatory", "part-excitatory", 0.8, 0.3);
    connect(robot, middle(from), middle(to), "");
    Projection plastic = circuit().projections().getFirst();
    Bench.act(
        () -> bench.workspace.change("Make it plastic", plastic.withSynapse(Synapse.of("rstdp"))));

    place(robot, "dopamine", "modulator-dopamine", 0.5, 0.3);

    ModulatorSource source = circuit().modulatorSources().getFirst();
    Link link = circuit().links().getFirst();
    assertEquals(source.id(), link.from());
    assertEquals(plastic.id(), link.to());
    assertEquals("", assertInstanceOf(Link.Modulate.class, link.role()).parameter());
    Bench.act(bench.workspace::undo);
    assertEquals(List.of(), circuit().modulatorSources());
    assertEquals(List.of(), circuit().links());
  }

  @Test
  void banditIsConnectedByDragAndDropAloneAndChoosesWhenItRuns(FxRobot robot) {
    begin(robot);
    ElementId cortex = place(robot, "excitatory", "part-excitatory", 0.22, 0.25);
    ElementId left = place(robot, "excitatory", "part-excitatory", 0.5, 0.12);
    ElementId right = place(robot, "excitatory", "part-excitatory", 0.5, 0.42);
    ElementId cells = place(robot, "excitatory", "part-excitatory", 0.3, 0.8);
    ElementId dopamine = place(robot, "dopamine", "modulator-dopamine", 0.55, 0.8);
    ElementId bandit = place(robot, "bandit", "world-bandit", 0.72, 0.27);

    draw(robot, port(bandit, "shows-cue"), middle(cortex), "");
    draw(robot, port(bandit, "shows-reward"), middle(cells), "");
    connect(robot, middle(cortex), middle(left), "500 pA");
    connect(robot, middle(cortex), middle(right), "500 pA");
    connect(robot, middle(left), port(bandit, "takes-choice"), "");
    connect(robot, middle(right), port(bandit, "takes-choice"), "");
    connect(robot, middle(cells), middle(dopamine), "");
    Projection learning = projection(cortex, left);
    Bench.act(
        () -> bench.workspace.change("Make it plastic", learning.withSynapse(Synapse.of("rstdp"))));
    connect(robot, middle(dopamine), line(learning.id()), "");

    Circuit drawn = circuit();
    assertEquals(2, drawn.stimuli().size());
    for (Stimulus s : drawn.stimuli())
      assertEquals(bandit, assertInstanceOf(Signal.Observation.class, s.signal()).world());
    assertEquals(
        List.of(0, 1),
        drawn.links().stream()
            .filter(l -> l.to().equals(bandit))
            .map(l -> assertInstanceOf(Link.Act.class, l.role()).option())
            .toList());
    assertTrue(
        drawn.links().stream()
            .anyMatch(l -> l.from().equals(cells) && l.role() instanceof Link.Release));
    assertTrue(
        drawn.links().stream()
            .anyMatch(l -> l.to().equals(learning.id()) && l.role() instanceof Link.Modulate));

    Bench.await(
        "the circuit is built",
        () -> bench.workspace.status().phase() == EngineStatus.Phase.PAUSED);
    Bench.act(() -> bench.workspace.setSpeed(Double.POSITIVE_INFINITY));
    Bench.act(() -> bench.workspace.submit(new EngineCommand.Run()));
    Bench.await("choices are made", () -> choices(bandit) >= 3);
  }

  @Test
  void rewardKeyGivesARewardOnTheCanvasAndALetterInAField(FxRobot robot) {
    begin(robot);
    ElementId dopamine = place(robot, "dopamine", "modulator-dopamine", 0.5, 0.4);
    Bench.await(
        "the circuit is built",
        () -> bench.workspace.status().phase() == EngineStatus.Phase.PAUSED);
    TextField search = bench.find("parts-search", TextField.class);
    Bench.act(search::clear);
    robot.clickOn(search).type(KeyCode.R);
    assertEquals("r", Bench.onFx(search::getText));
    assertEquals(0, concentration(dopamine));
    Bench.act(search::clear);

    robot.clickOn(canvas).type(KeyCode.R);

    Bench.await("dopamine is there", () -> concentration(dopamine) > 0);
  }

  @Test
  void portsAreChosenByKeys(FxRobot robot) {
    begin(robot);
    ElementId cells = place(robot, "excitatory", "part-excitatory", 0.8, 0.5);
    ElementId bandit = place(robot, "bandit", "world-bandit", 0.4, 0.5);
    robot.type(KeyCode.C).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.RIGHT);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();

    Stimulus shown = circuit().stimuli().getFirst();
    assertEquals("reward", assertInstanceOf(Signal.Observation.class, shown.signal()).port());
    assertEquals(cells, circuit().projections().getFirst().to());
    assertEquals(bandit, assertInstanceOf(Signal.Observation.class, shown.signal()).world());
    Bench.act(() -> bench.workspace.apply(new Edit.Remove("Delete it", java.util.Set.of(bandit))));
    assertEquals(List.of(), circuit().all(World.class));
    assertEquals(List.of(), circuit().stimuli());
  }

  private Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  private Projection projection(ElementId from, ElementId to) {
    return circuit().projections().stream()
        .filter(p -> p.from().equals(from) && p.to().equals(to))
        .findFirst()
        .orElseThrow();
  }

  private long choices(ElementId world) {
    return bench
        .workspace
        .observationProperty()
        .get()
        .flatMap(o -> o.world(world))
        .map(WorldView::frame)
        .map(f -> f.choices())
        .orElse(0L);
  }

  private double concentration(ElementId source) {
    return Bench.onFx(() -> {
      double[] now = {0};
      bench
          .workspace
          .observationProperty()
          .get()
          .map(o -> o.clouds().get(source))
          .ifPresent(c -> c.fill(now));
      return now[0];
    });
  }

  /// Finds a card by words and drags it onto a place of the canvas; returns what came of it.
  private ElementId place(FxRobot robot, String words, String card, double x, double y) {
    List<ElementId> before = nodes();
    TextField search = bench.find("parts-search", TextField.class);
    Bench.act(() -> search.setText(words));
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

  private List<ElementId> nodes() {
    return new ArrayList<>(
        circuit().all(org.neurarium.circuits.Node.class).stream().map(Element::id).toList());
  }

  /// Drags a line from a node's handle and accepts what the popover says.
  ///
  /// @param weight typed into the popover; empty to take what it says
  private void connect(FxRobot robot, Point2D from, Point2D to, String weight) {
    robot.moveTo(from);
    WaitForAsyncUtils.waitForFxEvents();
    Node handle = bench.find("connect-handle", Node.class);
    draw(robot, Bench.onFx(() -> handle.localToScreen(0, 0)), to, weight);
  }

  private void draw(FxRobot robot, Point2D start, Point2D to, String weight) {
    int before = lines();
    robot.drag(start, MouseButton.PRIMARY).moveTo(to);
    WaitForAsyncUtils.waitForFxEvents();
    String said =
        Bench.onFx(() -> {
          javafx.scene.control.Label hint =
              (javafx.scene.control.Label) bench.window.scene().lookup("#canvas-hint");
          return hint.isVisible() ? hint.getText() : "";
        });
    robot.drop();
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(lines() > before, "a line was drawn from " + start + " to " + to + ": " + said);
    if (!weight.isEmpty()) robot.eraseText(12).write(weight);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private int lines() {
    return circuit().projections().size() + circuit().links().size();
  }

  private Point2D middle(ElementId id) {
    Node node = bench.find(id.text(), Node.class);
    return Bench.onFx(() -> node.localToScreen(0, 0));
  }

  private Point2D port(ElementId world, String port) {
    javafx.scene.shape.Circle disc =
        bench.find("port-" + world.text() + "-" + port, javafx.scene.shape.Circle.class);
    return Bench.onFx(() -> disc.localToScreen(disc.getCenterX(), disc.getCenterY()));
  }

  /// The middle of a projection's line.
  private Point2D line(ElementId projection) {
    Node link = bench.find("link-" + projection.text(), Node.class);
    javafx.scene.shape.CubicCurve c =
        (javafx.scene.shape.CubicCurve) Bench.onFx(() -> link.lookup(".line"));
    return Bench.onFx(() ->
        c.localToScreen(
            (c.getStartX() + 3 * c.getControlX1() + 3 * c.getControlX2() + c.getEndX()) / 8,
            (c.getStartY() + 3 * c.getControlY1() + 3 * c.getControlY2() + c.getEndY()) / 8));
  }
}
