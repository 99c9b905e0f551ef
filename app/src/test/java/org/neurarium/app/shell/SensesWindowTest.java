package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.canvas.PartFactory;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.sense.Raster;
import org.neurarium.circuits.sense.Scene;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Senses in the window: each kind has its fields and its picture, and the pad is drawn on by mouse
/// and keys, in the inspector and at its symbol.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class SensesWindowTest {

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

  private ElementId place(Part part) {
    Bench.act(() -> {
      var node =
          PartFactory.make(
              part, bench.workspace.circuit(), bench.workspace.models(), new Point(0, 0));
      bench.workspace.add("Place " + node.name(), List.of(node));
    });
    return bench.workspace.selection().single().orElseThrow();
  }

  private Signal.Sense sense(ElementId id) {
    return (Signal.Sense) bench.workspace.circuit().find(id, Stimulus.class).orElseThrow().signal();
  }

  private Raster drawing(ElementId id) {
    return ((Scene.Drawing) sense(id).scene()).pixels();
  }

  /// Pictures come from the background, and push down what is below them.
  private void awaitPicture() {
    Bench.await(
        "there is a picture",
        () -> bench.window.scene().lookup("#sense-view").lookup("ImageView") instanceof ImageView);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void thePadIsDrawnOnWithKeys(FxRobot robot) {
    robot.clickOn("#welcome-new");
    ElementId id = place(Part.DRAWING);
    Node pad = bench.find("pad-sheet", Node.class);
    Bench.await("the pad is laid out", () -> pad.getLayoutBounds().getWidth() > 200);
    Bench.act(() -> pad.getScene().getRoot().layout());
    int steps = bench.workspace.history().versions().size();

    Bench.act(pad::requestFocus);
    robot.type(KeyCode.RIGHT, 3).type(KeyCode.DOWN, 2).type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(255, drawing(id).grey(3, 2));
    assertEquals(0, drawing(id).grey(10, 10));
    assertEquals(
        steps + 1, bench.workspace.history().versions().size(), "a dot is one step of undo");
    Bench.act(bench.workspace::undo);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(Raster.black(16, 16), drawing(id));
  }

  @Test
  void aStrokeOfTheMouseSurvivesTheRun(FxRobot robot) {
    robot.clickOn("#welcome-new");
    ElementId id = place(Part.DRAWING);
    Node pad = bench.find("pad-sheet", Node.class);
    Bench.await("the pad is laid out", () -> pad.getLayoutBounds().getWidth() > 200);
    int steps = bench.workspace.history().versions().size();
    Bench.act(bench.workspace::toggleRun);
    Bench.await("it runs", () -> bench.workspace.status().isRunning());

    Bounds place = Bench.onFx(() -> pad.localToScreen(pad.getLayoutBounds()));
    double pitch = place.getWidth() / 16;
    robot
        .moveTo(place.getMinX() + 2.5 * pitch, place.getMinY() + 3.5 * pitch)
        .press(MouseButton.PRIMARY)
        .moveTo(place.getMinX() + 7.5 * pitch, place.getMinY() + 3.5 * pitch);
    double before = bench.workspace.status().time();
    Bench.await("time goes by", () -> bench.workspace.status().time() > before + 50);
    robot
        .moveTo(place.getMinX() + 12.5 * pitch, place.getMinY() + 3.5 * pitch)
        .release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();

    assertSame(pad, bench.window.scene().lookup("#pad-sheet"));
    for (int column = 2; column <= 12; column++) assertEquals(255, drawing(id).grey(column, 3));
    assertEquals(steps + 1, bench.workspace.history().versions().size(), "one step of undo");
  }

  @Test
  void thePadOpensAtItsSymbolOnTheCanvas(FxRobot robot) {
    robot.clickOn("#welcome-new");
    ElementId id = place(Part.DRAWING);
    Node symbol = bench.window.scene().lookup("#" + id.text());
    Bench.act(bench.find("canvas", CanvasView.class)::zoomToFit);
    robot.doubleClickOn(Bench.onFx(() -> symbol.localToScreen(0, 0)));
    Bench.await("the pad is open", () -> robot.lookup("#pad-popover").tryQuery().isPresent());
    robot.type(KeyCode.RIGHT, 4).type(KeyCode.DOWN).type(KeyCode.SPACE);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(255, drawing(id).grey(4, 1));
    assertTrue(
        Bench.onFx(() -> symbol.lookup("ImageView").isVisible()), "the symbol shows the drawing");

    robot.type(KeyCode.ESCAPE);
    Bench.await("the pad is closed", () -> robot.lookup("#pad-popover").tryQuery().isEmpty());
    // The keyboard opens it, too.
    Bench.act(symbol::requestFocus);
    robot.type(KeyCode.ENTER);
    Bench.await("the pad is open", () -> robot.lookup("#pad-popover").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    Bench.act(bench.workspace::undo);
    assertEquals(Raster.black(16, 16), drawing(id));
    assertFalse(Bench.onFx(() -> symbol.lookup("ImageView").isVisible()));
  }

  @Test
  void aSoundComesFromAFileOrTheMicrophone() {
    Bench.act(() -> bench.find("welcome-new", javafx.scene.control.Button.class).fire());
    ElementId id = place(Part.SOUND);
    var source = bench.find("field-Comes-from", javafx.scene.control.ComboBox.class);
    Bench.act(() -> source.getSelectionModel().select(1));
    assertEquals(Optional.empty(), ((Scene.Sound) sense(id).scene()).file());
    assertTrue(sense(id).scene().isLive());
    Bench.act(bench.workspace::undo);
    assertEquals(Optional.of("sound.wav"), ((Scene.Sound) sense(id).scene()).file());
  }

  @Test
  void everyKindShowsWhatItsSourcesSee(FxRobot robot) {
    robot.clickOn("#welcome-new");
    for (Part part : List.of(Part.GRATING, Part.GLYPHS, Part.ODOURS, Part.EVENT_CAMERA)) {
      ElementId id = place(part);
      assertEquals(
          sense(id).sources(),
          bench.workspace.circuit().find(id, Stimulus.class).orElseThrow().size());
      awaitPicture();
    }
    // Another sheet keeps one source for each place and channel.
    ElementId grating = place(Part.GRATING);
    bench.type(robot, "field-Columns", "20");
    assertEquals(20, sense(grating).columns());
    assertEquals(
        20 * 16 * 2, bench.workspace.circuit().find(grating, Stimulus.class).orElseThrow().size());
    assertTrue(bench.window.scene().lookup("#sense-view").isVisible());
  }
}
