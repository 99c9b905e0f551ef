package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
import org.neurarium.circuits.model.ModelCatalogue;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class CanvasViewTest {

  private static final ElementId E = new ElementId("excitatory");
  private static final ElementId I = new ElementId("inhibitory");

  private Workspace workspace;
  private CanvasView canvas;
  private TextField outside;

  @Start
  void start(Stage stage) {
    workspace = new Workspace(ModelCatalogue.builtIn(), new IdleSession());
    workspace.open(Circuit.EMPTY, DataFiles.NONE);
    canvas = new CanvasView(workspace);
    VBox parts = new VBox(10);
    for (Part part : Part.values()) {
      Label entry = new Label(part.title());
      entry.setId("part-" + part);
      PartTransfer.install(entry, part, canvas);
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
  void stopPolling() {
    onFx(workspace::close);
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
    assertEquals(Value.of(-100, "pA"), onlyProjection().weight());
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
  }

  @Test
  void connectionIntoAStimulusIsRefusedWithAReason(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.POISSON, 500, 300);

    robot.moveTo(at(200, 210));
    robot.drag("#connect-handle", MouseButton.PRIMARY).moveTo(at(480, 290)).moveTo(at(500, 300));
    assertEquals("A stimulus takes no input.", robot.lookup("#canvas-hint").queryAs(Label.class).getText());
    robot.drop();

    assertTrue(workspace.circuit().projections().isEmpty());
  }

  @Test
  void probeIsAimedByItsHandle(FxRobot robot) {
    place(Part.EXCITATORY, 200, 200);
    place(Part.RASTER, 500, 300);

    connect(robot, new ElementId("spike-raster"), E);

    assertEquals(List.of(E), workspace.circuit().probes().getFirst().targets());
    assertFalse(workspace.history().canRedo());
    onFx(workspace::undo);
    assertEquals(List.of(), workspace.circuit().find(new ElementId("spike-raster"), Probe.class).orElseThrow().targets());
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
    onFx(
        () -> {
          var node = PartFactory.make(part, workspace.circuit(), new Point(x, y));
          workspace.apply(new org.neurarium.circuits.edit.Edit.Add("Add", List.of(node)));
        });
  }

  /// A point of the canvas on the screen.
  private Point2D at(double x, double y) {
    AtomicReference<Point2D> screen = new AtomicReference<>(Point2D.ZERO);
    onFx(
        () ->
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
