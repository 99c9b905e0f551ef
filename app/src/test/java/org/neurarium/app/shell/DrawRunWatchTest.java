package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeBatch;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The whole laboratory, as a person meets it: draws a circuit with the mouse alone, runs it, changes it while it runs, takes
/// everything back; saves, reopens, and gets the same spikes.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class DrawRunWatchTest {

  private static final long STEPS = 2000;

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
  void drawsRunsChangesUndoesSavesAndGetsTheSameSpikesAgain(FxRobot robot) throws Exception {
    robot.clickOn("#welcome-new");
    Node canvas = bench.find("canvas", Node.class);

    ElementId poisson = drag(robot, "part-poisson", canvas, 0.15, 0.35);
    ElementId excitatory = drag(robot, "part-excitatory", canvas, 0.5, 0.3);
    ElementId inhibitory = drag(robot, "part-inhibitory", canvas, 0.8, 0.7);
    assertEquals(2, circuit().populations().size());
    assertEquals(1, circuit().stimuli().size());

    connect(robot, poisson, excitatory);
    connect(robot, excitatory, inhibitory);
    connect(robot, inhibitory, excitatory);
    assertEquals(3, circuit().projections().size());
    for (Projection p : circuit().projections())
      assertTrue(circuit().contains(p.from()) && circuit().contains(p.to()));

    robot.clickOn("#parts-search").write("raster");
    WaitForAsyncUtils.waitForFxEvents();
    drag(robot, "part-raster", canvas, 0.5, 0.8);
    robot.clickOn("#parts-search").eraseText(6);
    WaitForAsyncUtils.waitForFxEvents();

    Bench.await(
        "the circuit is built",
        () -> status().phase() == EngineStatus.Phase.PAUSED && status().neurons() == 100);

    // The synapses of a fresh projection are weak: this source drives hard enough to see something
    // at once.
    Bench.act(() -> bench.workspace.selection().only(poisson));
    bench.type(robot, "field-Rate", "200 Hz");
    assertEquals(200.0, rate(poisson));

    robot.clickOn("#run");
    Bench.await("it runs", () -> status().isRunning() && status().time() > 100);
    Bench.await("neurons fire", () -> spikesOf(excitatory) > 0);

    // One gesture on a slider while it runs: the source falls silent.
    double before = bench.workspace.history().versions().size();
    Slider slider = bench.find("slider-Rate", Slider.class);
    Bounds track = Bench.onFx(() -> slider.localToScreen(slider.getLayoutBounds()));
    double y = track.getCenterY();
    double at = track.getMinX() + 8 + (track.getWidth() - 16) * slider.getValue();
    robot.moveTo(new Point2D(at, y)).press(MouseButton.PRIMARY);
    robot
        .moveTo(new Point2D((at + track.getMinX()) / 2, y))
        .moveTo(new Point2D(track.getMinX() + 1, y))
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(rate(poisson) < 1, "the slider stands at " + rate(poisson) + " Hz");
    assertEquals(
        before + 1, bench.workspace.history().versions().size(), "a drag is one step of undo");
    Bench.await("the rate falls", () -> status().spikesPerSecond() < 200);

    robot.clickOn("#run");
    Bench.await("it pauses", () -> !status().isRunning());
    Bench.act(bench.workspace::undo);
    assertEquals(200.0, rate(poisson));

    long first = hashOfARun();
    Circuit drawn = circuit();
    Path project = folder.resolve("drawn");
    bench.answers.next.add(project);
    Bench.act(bench.window.documents()::save);
    Bench.await("it is saved", () -> bench.window.documents().savedProperty().get());
    assertTrue(Files.isRegularFile(project.resolve("circuit.json")));

    while (Bench.onFx(() -> bench.workspace.history().canUndo())) robot.clickOn("#undo");
    assertEquals(List.of(), circuit().elements());
    assertFalse(Bench.onFx(() -> bench.window.documents().savedProperty().get()));
    // The slider's drag was undone before; redoing stops short of it.
    while (!circuit().equals(drawn) && Bench.onFx(() -> bench.workspace.history().canRedo()))
      robot.clickOn("#redo");
    assertEquals(drawn, circuit());

    Bench.act(() -> bench.window.documents().open(project));
    Bench.await(
        "it is open again",
        () -> circuit().equals(drawn) && bench.workspace.history().versions().size() == 1);
    Bench.await(
        "it is built again",
        () ->
            status().phase() == EngineStatus.Phase.PAUSED
                && status().neurons() == 100
                && status().step() == 0);
    assertEquals(first, hashOfARun());
  }

  private Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  private EngineStatus status() {
    return bench.workspace.status();
  }

  private double rate(ElementId stimulus) {
    Stimulus s = circuit().find(stimulus, Stimulus.class).orElseThrow();
    return ((org.neurarium.circuits.Value.Constant)
            ((org.neurarium.circuits.Signal.Poisson) s.signal()).rate())
        .quantity()
        .in(org.neurarium.circuits.units.Unit.HERTZ)
        .value();
  }

  /// Drags a card onto a place of the canvas and returns what came of it.
  private ElementId drag(FxRobot robot, String card, Node canvas, double x, double y) {
    List<ElementId> before = ids();
    Bounds area = Bench.onFx(() -> canvas.localToScreen(canvas.getLayoutBounds()));
    Node from = bench.find(card, Node.class);
    robot
        .drag(from, MouseButton.PRIMARY)
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

  /// Drags a node's handle onto another node.
  private void connect(FxRobot robot, ElementId from, ElementId to) {
    int before = circuit().projections().size();
    robot.moveTo(middle(from));
    WaitForAsyncUtils.waitForFxEvents();
    Node handle = bench.find("connect-handle", Node.class);
    robot.drag(handle, MouseButton.PRIMARY).dropTo(middle(to));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before + 1, circuit().projections().size(), from + " to " + to);
    robot.type(javafx.scene.input.KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Point2D middle(ElementId id) {
    Node node = bench.find(id.text(), Node.class);
    return Bench.onFx(() -> node.localToScreen(0, 0));
  }

  private long spikesOf(ElementId population) {
    Observation o = bench.workspace.observationProperty().get().orElseThrow();
    var entry = o.directory().entry(population).orElseThrow();
    SpikeBatch batch = new SpikeBatch(1 << 16);
    o.spikes().read(0, batch);
    long count = 0;
    for (int i = 0; i < batch.size(); i++)
      if (batch.neuron(i) >= entry.first() && batch.neuron(i) < entry.first() + entry.size())
        count++;
    return count;
  }

  /// Runs from the start to a step and gives a number that stands for all spikes on the way.
  private long hashOfARun() {
    Bench.act(() -> bench.workspace.submit(new EngineCommand.Reset()));
    Bench.await("it is at the start", () -> status().step() == 0);
    Bench.act(() -> bench.workspace.submit(new EngineCommand.Step(STEPS)));
    Bench.await("it has done its steps", () -> status().step() == STEPS && !status().isRunning());
    Observation o = Bench.onFx(() -> bench.workspace.observationProperty().get().orElseThrow());
    SpikeBatch batch = new SpikeBatch(1 << 16);
    o.spikes().read(0, batch);
    assertTrue(batch.size() > 0, "there were spikes");
    long hash = 17;
    for (int i = 0; i < batch.size(); i++)
      hash = (hash * 31 + batch.step(i)) * 31 + batch.neuron(i);
    return hash;
  }

  @Test
  void populationsAreOfTheKindOfTheirCards(FxRobot robot) {
    robot.clickOn("#welcome-new");
    Node canvas = bench.find("canvas", Node.class);
    ElementId id = drag(robot, "part-inhibitory", canvas, 0.5, 0.5);
    assertEquals(
        Population.Type.INHIBITORY, circuit().find(id, Population.class).orElseThrow().type());
  }
}
