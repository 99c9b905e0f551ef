package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.models.ModelDesk;
import org.neurarium.app.models.Reading;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person writes models: types, makes mistakes and mends them, copies a model that comes along, and puts neurons onto the canvas.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class EquationsTest {

  @TempDir static Path folder;
  private Bench bench;

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder.resolve("user"), List.of());
  }

  @BeforeEach
  void startWithAnEmptyCircuit() {
    Bench.act(bench.window.documents()::startNew);
    Bench.await("the circuit is open", () -> bench.window.documents().openProperty().get());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  private Reading reading() {
    return Bench.onFx(() -> bench.window.editor().readingProperty().get());
  }

  private String text() {
    return Bench.onFx(() -> bench.window.editor().text().text());
  }

  private OwnModel own(String id) {
    return circuit().model(id).orElseThrow(() -> new AssertionError("no model " + id));
  }

  private void openNew(FxRobot robot) {
    robot.clickOn("#parts-search").write("your eq");
    robot.clickOn("#part-equations");
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void caretTo(int line, int column) {
    Bench.act(() -> bench.window.editor().text().goTo(line, column));
  }

  @Test
  void aNewModelIsAtOnceWithoutProblems(FxRobot robot) {
    openNew(robot);
    assertEquals(List.of(), reading().problems());
    assertTrue(reading().model().isPresent());
    assertEquals("my_neuron", own("my_neuron").id());
    assertTrue(Bench.onFx(() -> bench.window.editor().isVisible()));
    bench.find("model-formulas", javafx.scene.layout.Region.class);
  }

  @Test
  void secondNewModelGetsANameOfItsOwn() {
    Bench.act(() -> bench.window.desk().makeNew("neuron"));
    Bench.act(() -> bench.window.desk().makeNew("neuron"));
    assertEquals(
        List.of("my_neuron", "my_neuron_2"),
        circuit().models().stream().map(OwnModel::id).toList());
    Bench.act(() -> bench.window.desk().makeNew("synapse"));
    assertEquals(List.of(), reading().problems());
  }

  @Test
  void typedMistakeIsShownAtItsPlaceAndGoesWhenItIsMended(FxRobot robot) {
    openNew(robot);
    int line = lineOf("dV_m/dt");
    int column = text().lines().toList().get(line - 1).indexOf("g_L*") + 1;
    caretTo(line, column);
    robot.write("xyz+");
    Bench.await("the mistake is found", () -> !reading().problems().isEmpty());
    Problem problem = reading().problems().getFirst();
    assertEquals(line, problem.place().line());
    assertEquals(column, problem.place().column());
    assertEquals("1 problem", bench.find("model-problem-count", Label.class).getText());
    Bench.await("the text is in the circuit", () -> own("my_neuron").text().contains("xyz+"));

    caretTo(line, column + 4);
    for (int i = 0; i < 4; i++) robot.type(KeyCode.BACK_SPACE);
    Bench.await("it is mended", () -> reading().problems().isEmpty());
    assertEquals("No problems", bench.find("model-problem-count", Label.class).getText());
    Bench.await(
        "the mended text is in the circuit", () -> !own("my_neuron").text().contains("xyz"));
  }

  @Test
  void typingIsOneStepOfUndo(FxRobot robot) {
    openNew(robot);
    String before = text();
    int versions = Bench.onFx(() -> bench.workspace.history().versions().size());
    caretTo(lineOf("dV_m/dt"), 1);
    robot.write("# one");
    Bench.await("it is in the circuit", () -> own("my_neuron").text().contains("# one"));
    robot.write(" two");
    Bench.await("all is in the circuit", () -> own("my_neuron").text().contains("# one two"));
    assertEquals(versions + 1, Bench.onFx(() -> bench.workspace.history().versions().size()));
    Bench.act(bench.workspace::undo);
    assertEquals(before, text());
    assertEquals(before, own("my_neuron").text());
  }

  @Test
  void whatWasTypedAMomentAgoIsKeptWhenTheModelIsLeft(FxRobot robot) {
    openNew(robot);
    Bench.act(() -> {
      append("\n# closed");
      bench.window.desk().close();
    });
    assertTrue(own("my_neuron").text().endsWith("# closed"));

    Bench.act(() -> bench.window.desk().open("my_neuron"));
    String other = Bench.onFx(() -> bench.workspace.models().entries().getFirst().id());
    Bench.act(() -> {
      append("\n# left for another");
      bench.window.desk().open(other);
    });
    assertTrue(own("my_neuron").text().endsWith("# left for another"));
  }

  @Test
  void whatWasTypedAMomentAgoIsSaved(FxRobot robot) throws Exception {
    openNew(robot);
    Path project = folder.resolve("typed");
    bench.answers.next.add(project);
    Bench.act(() -> {
      append("\n# saved");
      bench.window.documents().save();
    });
    Bench.await("it is saved", () -> bench.window.documents().savedProperty().get());
    assertTrue(Files.readString(project.resolve("models/my_neuron.model")).contains("# saved"));
  }

  @Test
  void whatIsFarLongerThanAModelIsNotInsertedButTold(FxRobot robot) {
    openNew(robot);
    String before = text();
    Bench.act(() -> append("# much\n".repeat(150_000)));
    assertEquals(before, text());
    assertTrue(
        bench.window.scene().getRoot().lookupAll(".nr-problem-sentence").stream()
            .map(n -> ((Label) n).getText())
            .anyMatch(t -> t.contains("1,05") && t.contains("65,536")),
        "the limit and the length are told");
    caretTo(1, 1);
    robot.write("#");
    Bench.await(
        "the words go with the next key",
        () ->
            bench.window.scene().getRoot().lookupAll(".nr-problem-sentence").stream()
                .noneMatch(t -> ((Label) t).getText().contains("65,536")));
  }

  @Test
  void colouredWordsAreWhereTheCaretGoes(FxRobot robot) {
    openNew(robot);
    int line = lineOf("dV_m/dt");
    int column = text().lines().toList().get(line - 1).indexOf("g_L") + 1;
    caretTo(line, column);
    WaitForAsyncUtils.waitForFxEvents();
    Point2D caret = caretOnScreen();
    caretTo(1, 1);
    robot.clickOn(caret);
    robot.write("x");
    assertTrue(text().lines().toList().get(line - 1).startsWith("xg_L", column - 1), text());
  }

  /// Where the text area has its caret.
  private Point2D caretOnScreen() {
    return Bench.onFx(() -> {
      TextArea area = (TextArea) bench.window.scene().lookup("#model-text");
      var letters = (javafx.scene.text.Text) area.lookup(".content .text");
      var shape = letters.caretShape(area.getCaretPosition(), true);
      var at = (javafx.scene.shape.MoveTo) shape[0];
      return letters.localToScreen(at.getX() + 1, at.getY() + 6);
    });
  }

  /// On the FX thread: as if it were typed at the end of the text.
  private void append(String typed) {
    TextArea area = (TextArea) bench.window.scene().lookup("#model-text");
    area.appendText(typed);
  }

  @Test
  void completionInsertsANameOfTheModel(FxRobot robot) {
    openNew(robot);
    int line = lineOf("dV_m/dt");
    int column = text().lines().toList().get(line - 1).indexOf("g_L*") + 1;
    caretTo(line, column);
    robot.write("V_re");
    robot.press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
    ListView<?> list = bench.find("completions", ListView.class);
    Bench.await("there is a list", () -> list.getParent().isVisible());
    assertEquals(1, Bench.onFx(() -> list.getItems().size()));
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(text().contains("(V_resetg_L*"), text());
    assertFalse(Bench.onFx(() -> list.getParent().isVisible()));
  }

  @Test
  void anotherNameInTheFirstLineRenamesTheModelWhereverItIsUsed(FxRobot robot) {
    openNew(robot);
    robot.clickOn("#model-place");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("my_neuron", population().model());
    assertFalse(Bench.onFx(() -> bench.window.editor().isVisible()));
    Bench.act(() -> bench.window.desk().open("my_neuron"));
    robot.clickOn("#model-rename");
    robot.write("fast_one");
    Bench.await("it is renamed", () -> circuit().model("fast_one").isPresent());
    assertEquals("fast_one", population().model());
    assertEquals(1, circuit().models().size());
    Bench.act(bench.workspace::undo);
    assertEquals("my_neuron", population().model());
    assertEquals("my_neuron", openId());
    assertTrue(text().startsWith("neuron my_neuron"));
  }

  @Test
  void deletingAModelInUseAsksFirst(FxRobot robot) {
    openNew(robot);
    robot.clickOn("#model-place");
    Bench.act(() -> bench.window.desk().open("my_neuron"));
    robot.clickOn("#model-delete");
    bench.find("dialog", javafx.scene.layout.Region.class);
    Bench.press(robot, "Keep it");
    assertTrue(circuit().model("my_neuron").isPresent());
    robot.clickOn("#model-delete");
    Bench.press(robot, "Delete all the same");
    assertEquals(List.of(), circuit().models());
    assertFalse(Bench.onFx(() -> bench.window.editor().isVisible()));
    Bench.act(bench.workspace::undo);
    assertTrue(circuit().model("my_neuron").isPresent());
  }

  @Test
  void builtInModelIsReadOnlyAndItsCopyBelongsToTheCircuit(FxRobot robot) {
    String id = Bench.onFx(() -> bench.workspace.models().entries().getFirst().model().id());
    Bench.act(() -> bench.window.canvas().addPopulation(id));
    Bench.act(() -> bench.window.desk().open(id));
    String before = text();
    robot.write("zzz");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(before, text());
    robot.clickOn("#model-duplicate");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("my_" + id, openId());
    assertEquals("my_" + id, population().model(), "the selected population uses the copy");
    assertFalse(own("my_" + id).text().isEmpty());
  }

  @Test
  void escapeReturnsToTheCanvas(FxRobot robot) {
    openNew(robot);
    robot.type(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(Bench.onFx(() -> bench.window.editor().isVisible()));
    assertTrue(Bench.onFx(() -> bench.window.canvas().isVisible()));
    assertTrue(Bench.onFx(() -> bench.window.partsPane().getScene() != null));
  }

  private Population population() {
    return circuit().populations().getFirst();
  }

  private String openId() {
    return Bench.onFx(
        () -> bench.window.desk().openProperty().get().map(ModelDesk.Open::id).orElse(""));
  }

  /// The number of the line that begins with these characters.
  private int lineOf(String beginning) {
    List<String> lines = text().lines().toList();
    for (int i = 0; i < lines.size(); i++)
      if (lines.get(i).strip().startsWith(beginning)) return i + 1;
    throw new AssertionError("no line begins with " + beginning);
  }
}
