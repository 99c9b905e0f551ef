package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.canvas.Part;
import org.neurarium.app.theme.Palette;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.units.Quantity;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window's own manners: fields, themes, search, documents.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class WindowTest {

  @TempDir Path folder;
  private Bench bench;

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder.resolve("user"), List.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Population onlyPopulation() {
    return Bench.onFx(() -> bench.workspace.circuit().populations().getFirst());
  }

  private void startWith(Part... parts) {
    Bench.act(bench.window.documents()::startNew);
    for (Part part : parts) Bench.act(() -> bench.window.canvas().addPart(part));
    // The part added last is selected, and the inspector shows it.
  }

  @Test
  void whateverThePaletteOffersCanBeInspected() {
    startWith();
    for (Part part : Part.values()) {
      Bench.act(() -> bench.window.canvas().addPart(part));
      Bench.await(
          "the inspector shows a " + part.title(),
          () ->
              bench.window.inspector().lookupAll(".nr-inspector-title").stream()
                  .anyMatch(n ->
                      ((Label) n)
                          .getText()
                          .equals(
                              bench.workspace.circuit().elements().stream()
                                  .filter(e -> bench.workspace.selection().ids().contains(e.id()))
                                  .findFirst()
                                  .orElseThrow()
                                  .name())));
    }
  }

  @Test
  void aFoldedFamilyStaysFoldedAndASearchLooksIntoIt(FxRobot robot) {
    startWith();
    assertNotNull(bench.window.scene().lookup("#part-raster"));
    robot.clickOn("#parts-probes");
    WaitForAsyncUtils.waitForFxEvents();
    assertNull(bench.window.scene().lookup("#part-raster"));
    Bench.act(() -> bench.window.canvas().addPart(Part.EXCITATORY));
    assertNull(
        bench.window.scene().lookup("#part-raster"), "a change of the circuit unfolds nothing");
    robot.clickOn("#parts-search").write("spike raster");
    WaitForAsyncUtils.waitForFxEvents();
    assertNotNull(bench.window.scene().lookup("#part-raster"));
    robot.eraseText(12);
    WaitForAsyncUtils.waitForFxEvents();
    assertNull(bench.window.scene().lookup("#part-raster"));
    Bench.act(() -> bench.find("parts-probes", Node.class).requestFocus());
    robot.type(KeyCode.RIGHT);
    WaitForAsyncUtils.waitForFxEvents();
    assertNotNull(bench.window.scene().lookup("#part-raster"));
  }

  @Test
  void typedValueInAnotherUnitIsConvertedAndReachesTheEngine(FxRobot robot) {
    startWith(Part.EXCITATORY);
    bench.type(robot, "field-V_th", "-0,054 V");
    assertEquals(Value.of(-54, "mV"), onlyPopulation().parameters().get("V_th"));
    assertEquals("−54", bench.find("field-V_th", TextField.class).getText());

    bench.type(robot, "field-I_e", "800 pA");
    Bench.await(
        "the engine fires what the field asks for", () -> bench.workspace.status().neurons() == 80);
    robot.clickOn("#run");
    Bench.await(
        "neurons driven above threshold fire",
        () -> bench.workspace.status().spikesPerSecond() > 100);
  }

  @Test
  void textThatMakesNoSenseStaysWithASentenceAndEscapeGivesItUp(FxRobot robot) {
    startWith(Part.EXCITATORY);
    Population before = onlyPopulation();
    bench.type(robot, "field-tau_m", "soon");
    assertEquals("soon", bench.find("field-tau_m", TextField.class).getText());
    assertEquals(before, onlyPopulation());
    assertSaid("“soon” is not a number with a unit known here. Write for example 10 ms.");

    bench.type(robot, "field-tau_m", "10 mV");
    assertSaid(
        "Membrane time constant is a time, and mV measures a voltage. Write for example 10 ms.");
    bench.type(robot, "field-tau_m", "0");
    assertSaid("Membrane time constant has to be above 0 ms.");
    assertEquals(before, onlyPopulation());

    robot.clickOn("#field-tau_m").type(KeyCode.ESCAPE);
    assertEquals("10", bench.find("field-tau_m", TextField.class).getText());
  }

  private void assertSaid(String sentence) {
    assertTrue(
        Bench.onFx(() ->
            bench.window.scene().getRoot().lookupAll(".nr-row-sentence").stream()
                .anyMatch(n -> n instanceof Label l && l.getText().equals(sentence))),
        sentence);
  }

  @Test
  void changedMarkTakesTheDefaultBack(FxRobot robot) {
    startWith(Part.EXCITATORY);
    bench.type(robot, "field-t_ref", "5");
    assertEquals(Value.of(5, "ms"), onlyPopulation().parameters().get("t_ref"));
    Node mark =
        Bench.onFx(() ->
            bench.window.inspector().lookupAll(".nr-changed").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
    robot.clickOn(mark);
    assertNull(onlyPopulation().parameters().get("t_ref"));
  }

  @Test
  void arrowKeysStepTheValueAsOneGesture(FxRobot robot) {
    startWith(Part.EXCITATORY);
    int before = Bench.onFx(() -> bench.workspace.history().versions().size());
    robot.clickOn("#field-V_th").type(KeyCode.UP).type(KeyCode.UP).type(KeyCode.UP);
    assertEquals(Value.of(-53.5, "mV"), onlyPopulation().parameters().get("V_th"));
    assertEquals(before + 1, Bench.onFx(() -> bench.workspace.history().versions().size()));
  }

  @Test
  void severalPopulationsAreChangedTogetherInOneStep(FxRobot robot) {
    startWith(Part.EXCITATORY, Part.INHIBITORY);
    Bench.act(() ->
        bench
            .workspace
            .selection()
            .set(bench.workspace.circuit().elements().stream().map(Element::id).toList()));
    bench.type(robot, "field-E_L", "-65");
    for (Population p : Bench.onFx(() -> bench.workspace.circuit().populations()))
      assertEquals(Value.of(-65, "mV"), p.parameters().get("E_L"));
    Bench.act(bench.workspace::undo);
    for (Population p : Bench.onFx(() -> bench.workspace.circuit().populations()))
      assertEquals(0, p.parameters().size());
  }

  @Test
  void themeChangesLiveAndIsRemembered(FxRobot robot) {
    startWith(Part.EXCITATORY);
    robot.clickOn("#theme-dark");
    assertTrue(bench.themes.isDark());
    assertEquals(Palette.DARK.window(), Bench.onFx(() -> (Color) bench.window.scene().getFill()));
    Label title = bench.find("inspector-title", Label.class);
    Bench.await("texts are light", () -> ((Color) title.getTextFill()).getBrightness() > 0.7);
    Bench.act(bench.window::remember);
    assertEquals("dark", bench.window.services().settings().text("theme").orElse(""));
  }

  @Test
  void searchAddsPartsAndJumpsToFieldsByKeyboardAlone(FxRobot robot) {
    startWith();
    find(robot, "add exci");
    assertEquals(Population.Type.EXCITATORY, onlyPopulation().type());
    find(robot, "V_th");
    assertEquals("field-V_th", Bench.onFx(() -> bench.window.scene().getFocusOwner().getId()));
  }

  private void find(FxRobot robot, String words) {
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    bench.find("command-search", TextField.class);
    robot.write(words).type(KeyCode.ENTER);
    assertFalse(Bench.onFx(() -> bench.window.overlays().isOpen()));
  }

  @Test
  void unsavedWorkIsGuardedAndCancelKeepsIt(FxRobot robot) {
    startWith(Part.EXCITATORY);
    Bench.act(bench.window.documents()::startNew);
    Bench.press(robot, "Cancel");
    assertEquals(1, Bench.onFx(() -> bench.workspace.circuit().elements().size()));
    Bench.act(bench.window.documents()::startNew);
    Bench.press(robot, "Don’t save");
    assertEquals(0, Bench.onFx(() -> bench.workspace.circuit().elements().size()));
  }

  @Test
  void brokenFileIsToldWithItsPlaceAndNothingChanges(FxRobot robot) throws IOException {
    startWith();
    Path file = Files.writeString(folder.resolve("broken.json"), "{ \"format\": ");
    Bench.act(() -> bench.window.documents().open(file));
    bench.find("dialog", Node.class);
    assertTrue(
        Bench.onFx(() ->
            bench.window.scene().getRoot().lookupAll("#dialog .label").stream()
                .anyMatch(
                    n -> n instanceof Label l && l.getText().contains("could not be opened"))));
    Bench.press(robot, "OK");
    assertFalse(Bench.onFx(() -> bench.window.overlays().isOpen()));
  }

  @Test
  void connectionListIsCopiedIntoTheProjectAndBecomesTheWiring() throws IOException {
    startWith(Part.EXCITATORY, Part.INHIBITORY);
    Path table = folder.resolve("wires.csv");
    Files.writeString(table, "source,target,weight_pA,delay_ms\n0,0,50,1.5\n1,3,60,2\n");
    Projection p =
        Bench.onFx(() -> {
          var c = bench.workspace.circuit();
          return new Projection(
              c.freshId("wires"),
              "Wires",
              c.populations().get(0).id(),
              c.populations().get(1).id(),
              "ex",
              new Wiring.AllToAll(),
              true,
              true,
              Value.of(10, "pA"),
              Value.of(1, "ms"),
              Synapse.STATIC);
        });
    Bench.act(() -> bench.workspace.add("Connect", List.of(p)));
    Path project = folder.resolve("project");
    bench.answers.next.add(project);
    Bench.act(bench.window.documents()::save);
    Bench.await("it is saved", () -> bench.window.documents().projectProperty().get().isPresent());
    bench.answers.next.add(table);
    Bench.act(() ->
        bench.window.inspector().lookupAll(".button").stream()
            .filter(b ->
                b instanceof javafx.scene.control.Button x
                    && x.getText().startsWith("Import connections"))
            .map(javafx.scene.control.Button.class::cast)
            .findFirst()
            .orElseThrow()
            .fire());
    Bench.await(
        "the wiring is the list",
        () ->
            bench
                .workspace
                .circuit()
                .find(p.id(), Projection.class)
                .orElseThrow()
                .wiring()
                .equals(new Wiring.FromList("wires.csv")));
    assertTrue(Files.isRegularFile(project.resolve("wires.csv")));
    Bench.await("the engine has its two synapses", () -> bench.workspace.status().synapses() == 2);
  }

  @Test
  void savedProjectIsReadBackAsItWas() {
    startWith(Part.EXCITATORY, Part.RASTER, Part.NOTE);
    Circuit drawn = Bench.onFx(bench.workspace::circuit);
    Path project = folder.resolve("p");
    bench.answers.next.add(project);
    Bench.act(bench.window.documents()::saveAs);
    Bench.await("it is saved", () -> bench.window.documents().projectProperty().get().isPresent());
    assertEquals(drawn, ProjectFolder.of(project).read().circuit().orElseThrow());
    assertEquals(
        List.of(project.resolve("circuit.json")),
        Bench.onFx(bench.window.documents()::recentFiles));
    Bench.await(
        "its place is shown whole or not at all",
        () ->
            bench.window.scene().lookup("#path") instanceof Label path
                && path.getText().endsWith("/ p")
                && (!path.isVisible() || path.getWidth() >= path.prefWidth(-1) - 1));
  }

  @Test
  void quantityOfDurationIsEditedWithoutASelection(FxRobot robot) {
    startWith();
    bench.type(robot, "field-Duration", "2 s");
    assertEquals(
        Quantity.of(2000, "ms"), Bench.onFx(() -> bench.workspace.circuit().run().duration()));
  }

  @Test
  void questionMarkShowsAllShortcuts(FxRobot robot) {
    startWith(Part.EXCITATORY);
    Bench.act(() -> bench.window.canvas().requestFocus());
    Bench.act(() ->
        javafx.event.Event.fireEvent(
            bench.window.canvas(),
            new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED,
                "?",
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false)));
    bench.find("shortcuts", Node.class);
    robot.type(KeyCode.ESCAPE);
    assertFalse(Bench.onFx(() -> bench.window.overlays().isOpen()));
  }
}
