package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.Threads;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.observe.NeuronDirectory;
import org.neurarium.engine.observe.Observation;
import org.neurarium.engine.observe.SpikeBatch;
import org.neurarium.visualization.live.PlotStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class CanvasViewTest {

  private static final ElementId E = new ElementId("excitatory");
  private static final ElementId I = new ElementId("inhibitory");

  private final PlotStage plots = new PlotStage();
  private LiveEngine engine;
  private Workspace workspace;
  private CanvasView canvas;
  private TextField outside;

  @Start
  void start(Stage stage) {
    engine = new LiveEngine(Library.builtIn(), Threads.upTo(1));
    workspace = new Workspace(Library.builtIn(), engine);
    workspace.open(Circuit.EMPTY, DataFiles.NONE);
    canvas = new CanvasView(workspace, plots);
    VBox parts = new VBox(10);
    for (Part part : Part.values()) {
      Label entry = new Label(part.title());
      entry.setId("part-" + part);
      PartTransfer.install(entry, () -> part, canvas);
      parts.getChildren().add(entry);
    }
    outside = new TextField("words");
    outside.setId("outside");
    parts.getChildren().add(outside);
    parts.setPrefWidth(150);
    BorderPane root = new BorderPane(canvas);
    root.setLeft(parts);
    root.setStyle(CanvasPicture.variables(Palette.LIGHT));
    stage.setScene(new Scene(root, 950, 700));
    stage.show();
  }

  @AfterEach
  void close() {
    onFx(workspace::close);
    plots.close();
    engine.close();
  }

  @Test
  void partDraggedFromThePaletteStandsOnTheGridWhereItIsDropped(FxRobot robot) {
    robot.drag("#part-EXCITATORY", MouseButton.PRIMARY).dropTo(at(407, 293));

    Population dropped = (Population) onlyElement();
    assertEquals(Population.Type.EXCITATORY, dropped.type());
    assertEquals(80, dropped.size());
    assertEquals(new Point(400, 300), dropped.position());
    assertTrue(workspace.selection().contains(dropped.id()));
  }

  @Test
  void partDroppedOutsideOfTheCanvasIsForgotten(FxRobot robot) {
    robot.drag("#part-EXCITATORY", MouseButton.PRIMARY).dropTo("#outside");

    assertTrue(workspace.circuit().elements().isEmpty());
  }

  @Test
  void partsAddedOneAfterTheOtherDoNotHideEachOther(FxRobot robot) {
    for (int i = 0; i < 5; i++) onFx(() -> canvas.addPart(Part.INHIBITORY));

    assertEquals(
        5, workspace.circuit().populations().stream().map(Population::position).distinct().count());
    assertEquals(
        5, workspace.circuit().populations().stream().map(Population::name).distinct().count());
  }

  @Test
  void dragMovesTheNodeOntoTheGridInOneStepOfUndo(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);

    robot.drag(at(200, 210), MouseButton.PRIMARY).moveTo(at(250, 260)).dropTo(at(313, 322));

    assertEquals(new Point(320, 320), population(E).position());
    onFx(workspace::undo);
    assertEquals(new Point(200, 200), population(E).position());
  }

  @Test
  void handleDraggedOntoAnotherNodeConnectsAndEnterAccepts(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);

    connect(robot, E, I);
    robot.push(KeyCode.ENTER);

    Projection made = onlyProjection();
    assertEquals(E, made.from());
    assertEquals(I, made.to());
    assertEquals("ex", made.receptor());
    assertInstanceOf(Wiring.PairwiseBernoulli.class, made.wiring());
    assertEquals(Value.of(400, "pA"), made.weight());
    onFx(workspace::undo);
    assertTrue(workspace.circuit().projections().isEmpty());
    assertEquals(2, workspace.circuit().populations().size());
  }

  @Test
  void inhibitoryPopulationConnectsByItsOwnReceptor(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);

    connect(robot, I, E);
    robot.push(KeyCode.ENTER);

    assertEquals("in", onlyProjection().receptor());
    assertEquals(Value.of(-400, "pA"), onlyProjection().weight());
  }

  @Test
  void weightTypedIntoThePopoverBelongsToTheSameStepOfUndo(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);
    int before = workspace.history().present();

    connect(robot, E, I);
    robot.write("0,25 nA").push(KeyCode.ENTER);

    assertEquals(Value.of(0.25, "nA"), onlyProjection().weight());
    assertEquals(before + 1, workspace.history().present());
  }

  @Test
  void escapeInThePopoverRemovesTheConnection(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);

    connect(robot, E, I);
    robot.push(KeyCode.ESCAPE);

    assertTrue(workspace.circuit().projections().isEmpty());
    assertFalse(workspace.history().canRedo());
  }

  @Test
  void connectionIntoAStimulusIsRefusedWithAReason(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.POISSON, 500, 300);

    robot.moveTo(at(200, 210));
    robot.drag("#connect-handle", MouseButton.PRIMARY).moveTo(at(480, 290)).moveTo(at(500, 300));
    assertEquals(
        "A stimulus takes no input.", robot.lookup("#canvas-hint").queryAs(Label.class).getText());
    robot.drop();

    assertTrue(workspace.circuit().projections().isEmpty());
  }

  @Test
  void probeIsAimedByItsHandle(FxRobot robot) {
    place(Part.RASTER, 500, 300);
    place(Part.EXCITATORY, 200, 200);

    connect(robot, new ElementId("spike-raster"), E);

    assertEquals(List.of(E), workspace.circuit().probes().getFirst().targets());
    assertFalse(workspace.history().canRedo());
    onFx(workspace::undo);
    assertEquals(
        List.of(),
        workspace
            .circuit()
            .find(new ElementId("spike-raster"), Probe.class)
            .orElseThrow()
            .targets());
  }

  @Test
  void probesLookAtWhatIsThereWhenTheyArePlaced() {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);
    place(Part.RASTER, 700, 200);
    place(Part.TRACE, 600, 320);

    assertEquals(
        List.of(List.of(E, I), List.of(I)),
        workspace.circuit().probes().stream().map(Probe::targets).toList());
  }

  @Test
  void rubberBandSelectsWhatItTouches(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);
    place(Part.NOTE, 300, 550);

    robot.drag(at(60, 90), MouseButton.PRIMARY).moveTo(at(400, 300)).dropTo(at(560, 370));

    assertEquals(Set.of(E, I), workspace.selection().ids());
    robot.clickOn(at(600, 500));
    assertTrue(workspace.selection().isEmpty());
  }

  @Test
  void deletingAPopulationTakesItsConnectionsAlongAndUndoBringsThemBack(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);
    connect(robot, E, I);
    robot.push(KeyCode.ENTER);

    robot.clickOn(at(500, 300)).push(KeyCode.DELETE);

    assertEquals(List.of(E), workspace.circuit().elements().stream().map(Element::id).toList());
    onFx(workspace::undo);
    assertEquals(3, workspace.circuit().elements().size());
  }

  @Test
  void copiesKeepTheProjectionsAmongThemUnderFreshIds(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 500, 300);
    connect(robot, E, I);
    robot.push(KeyCode.ENTER);
    robot.clickOn(at(200, 210));

    robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
    robot.push(KeyCode.CONTROL, KeyCode.V).push(KeyCode.CONTROL, KeyCode.V);

    assertEquals(9, workspace.circuit().elements().size());
    Projection last = workspace.circuit().projections().getLast();
    assertEquals(new Point(280, 280), position(last.from()));
    assertEquals(new Point(580, 380), position(last.to()));
    assertEquals("Excitatory 3 → Inhibitory 3", last.name());
  }

  @Test
  void keysAloneConnect(FxRobot robot) {
    place(Part.EXCITATORY, 200, 300);
    place(Part.INHIBITORY, 500, 300);
    onFx(canvas::requestFocus);

    robot.push(KeyCode.TAB).push(KeyCode.C).push(KeyCode.RIGHT).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    robot.push(KeyCode.ENTER);

    assertEquals(E, onlyProjection().from());
    assertEquals(I, onlyProjection().to());
  }

  @Test
  void arrowPressesInARowAreOneStepOfUndo(FxRobot robot) {
    place(Part.EXCITATORY, 200, 300);
    onFx(canvas::requestFocus);

    robot
        .push(KeyCode.TAB)
        .push(KeyCode.RIGHT)
        .push(KeyCode.RIGHT)
        .push(KeyCode.SHIFT, KeyCode.DOWN);

    assertEquals(new Point(240, 301), population(E).position());
    onFx(workspace::undo);
    assertEquals(new Point(200, 300), population(E).position());
  }

  @Test
  void keysOfTheCanvasDoNothingWhileATextFieldHasTheFocus(FxRobot robot) {
    place(Part.EXCITATORY, 200, 300);
    robot.clickOn(at(200, 310)).clickOn("#outside").push(KeyCode.END);

    robot.push(KeyCode.BACK_SPACE).push(KeyCode.C).push(KeyCode.DELETE);

    assertEquals(1, workspace.circuit().elements().size());
    assertEquals("wordc", outside.getText());
  }

  @Test
  void foldedGroupStandsForItsMembersAndUnfoldsOnDoubleClick(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.INHIBITORY, 200, 400);
    place(Part.POISSON, 500, 300);
    connect(robot, new ElementId("poisson-spikes"), E);
    robot.push(KeyCode.ENTER);
    onFx(() -> workspace.selection().set(List.of(E, I)));
    onFx(canvas::requestFocus);

    robot.push(KeyCode.CONTROL, KeyCode.G);
    ElementId group = workspace.selection().single().orElseThrow();
    onFx(() -> canvas.open(group));

    assertTrue(canvas.layer().node(E).isEmpty());
    assertTrue(canvas.layer().node(I).isEmpty());
    assertEquals(new Point(200, 300), position(group));
    Curve line = canvas.layer().links().iterator().next().curve();
    assertTrue(canvas.layer().node(group).orElseThrow().box().contains(line.x3() - 16, line.y3()));

    robot.doubleClickOn(at(200, 300));

    assertTrue(canvas.layer().node(E).isPresent());
    assertEquals(new Point(200, 200), position(E));
  }

  @Test
  void namesAreEditedInTheirPlace(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);

    robot.clickOn(at(200, 210)).push(KeyCode.F2).write("Cortex").push(KeyCode.ENTER);

    assertEquals("Cortex", population(E).name());
    assertEquals(E, population(E).id());
  }

  @Test
  void poissonSpikesDroppedAndConnectedMakeThePopulationFire(FxRobot robot) {
    place(Part.EXCITATORY, 500, 300);
    place(Part.POISSON, 200, 300);
    connect(robot, new ElementId("poisson-spikes"), E);
    robot.push(KeyCode.ENTER);
    onFx(() -> workspace.setSpeed(Double.POSITIVE_INFINITY));

    robot.push(KeyCode.SPACE);

    SpikeBatch batch = new SpikeBatch(1 << 16);
    await(() -> workspace.status().time() > 1000);
    onFx(workspace::toggleRun);
    Observation seen = workspace.observationProperty().get().orElseThrow();
    NeuronDirectory.Entry neurons = seen.directory().entry(E).orElseThrow();
    seen.spikes().read(0, batch);
    int fired = 0;
    for (int i = 0; i < batch.size(); i++)
      if (batch.step(i) < 10_000
          && batch.neuron(i) >= neurons.first()
          && batch.neuron(i) < neurons.first() + neurons.size()) fired++;
    double rate = fired / 80.0;
    assertTrue(rate > 3 && rate < 60, "Hz: " + rate);
  }

  private static void await(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
    } catch (TimeoutException e) {
      throw new AssertionError("nothing happened for 30 s", e);
    }
  }

  private void connect(FxRobot robot, ElementId from, ElementId to) {
    Point start = position(from);
    Point end = position(to);
    robot.moveTo(at(start.x(), start.y() + 8));
    robot
        .drag("#connect-handle", MouseButton.PRIMARY)
        .moveTo(at((start.x() + end.x()) / 2, (start.y() + end.y()) / 2))
        .dropTo(at(end.x(), end.y() + 8));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void place(Part part, double x, double y) {
    onFx(() -> {
      var node = PartFactory.make(part, workspace.circuit(), workspace.models(), new Point(x, y));
      workspace.apply(new org.neurarium.circuits.edit.Edit.Add("Add", List.of(node)));
    });
  }

  /// A point of the canvas on the screen.
  private Point2D at(double x, double y) {
    AtomicReference<Point2D> screen = new AtomicReference<>(Point2D.ZERO);
    onFx(() ->
        screen.set(
            canvas.localToScreen(canvas.viewport().toViewX(x), canvas.viewport().toViewY(y))));
    return screen.get();
  }

  private void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Point position(ElementId id) {
    return workspace.circuit().find(id, org.neurarium.circuits.Node.class).orElseThrow().position();
  }

  private Population population(ElementId id) {
    return workspace.circuit().find(id, Population.class).orElseThrow();
  }

  private Projection onlyProjection() {
    assertEquals(1, workspace.circuit().projections().size());
    return workspace.circuit().projections().getFirst();
  }

  private Element onlyElement() {
    assertEquals(1, workspace.circuit().elements().size());
    return workspace.circuit().elements().getFirst();
  }
}
