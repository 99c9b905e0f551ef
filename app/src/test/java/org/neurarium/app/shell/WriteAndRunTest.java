package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Population;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.engine.observe.TraceRing;
import org.neurarium.visualization.portrait.FrequencyPlot;
import org.neurarium.visualization.portrait.PhasePlane;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A student writes FitzHugh's equations from the paper, sees their phase plane, puts a hundred such neurons onto the canvas, changes, breaks and mends the equations
/// while they run, and finds all of it again in the saved project.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class WriteAndRunTest {

  /// FitzHugh 1961 (doi:10.1016/S0006-3495(61)86902-6), equations 1 and 2.
  private static final List<String> FITZHUGH =
      List.of(
          "neuron fhn \"FitzHugh\"",
          "parameter a = 0.7 in 0 .. 1.5 \"shift\"",
          "parameter b = 0.8 in 0 .. 2 \"slope\"",
          "parameter c = 3 in 0.5 .. 10 positive \"speed\"",
          "parameter z = -0.4 in -1 .. 1 \"stimulus\"",
          "parameter tau = 1 ms in 0.1 .. 10 positive \"time\"",
          "state x = 1.2 \"excitability\"",
          "state y = -0.6 \"recovery\"",
          "dx/dt = c*(y + x - x^3/3 + z + I_ext/pA)/tau : 1",
          "dy/dt = -(x - a + b*y)/(c*tau) : 1",
          "spike when x < -1");

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
  void writesAModelWatchesItChangesItWhileItRunsAndFindsItAgain(FxRobot robot) throws Exception {
    robot.clickOn("#welcome-new");
    robot.clickOn("#parts-search").write("your eq");
    robot.clickOn("#part-equations");
    WaitForAsyncUtils.waitForFxEvents();
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).type(KeyCode.DELETE);
    for (String line : FITZHUGH) robot.write(line, 0).type(KeyCode.ENTER);
    Bench.await("it has no problems", () -> problemCount().equals("No problems"));
    Bench.await("the model has its name", () -> circuit().model("fhn").isPresent());

    PhasePlane plane = bench.find("phase-plane", PhasePlane.class);
    Bench.await(
        "the plane shows the unstable point inside of the cycle",
        () -> plane.isVisible() && plane.getAccessibleText().contains("unstable"));
    FrequencyPlot frequency = bench.find("frequency-plot", FrequencyPlot.class);
    Bench.await(
        "the f–I curve shows that it fires",
        () ->
            frequency.getAccessibleText().contains("spikes per second")
                && !frequency.getAccessibleText().contains("at most 0 "));

    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    Population placed = circuit().populations().getFirst();
    assertEquals("fhn", placed.model());
    assertEquals(100, placed.size());
    // Its inspector was made from the text.
    bench.find("field-z", Node.class);

    Bench.act(() -> bench.window.canvas().addPart(org.neurarium.app.canvas.Part.TRACE));
    Bench.await(
        "the circuit is built",
        () -> status().phase() == EngineStatus.Phase.PAUSED && status().neurons() == 100);
    robot.clickOn("#run");
    Bench.await("it runs", () -> status().isRunning() && status().time() > 200);
    Bench.await("neurons fire", () -> status().spikesPerSecond() > 1000);

    // A coefficient in the text: x swings wider, from where it was.
    Bench.act(() -> bench.window.desk().open("fhn"));
    double before = status().time();
    edit(robot, "dx/dt", "x^3/3", 1, "4");
    Bench.await("the new text is in the circuit", () -> text().contains("x^3/4"));
    Bench.await("time went on", () -> status().time() > before + 100);
    assertTrue(status().isRunning(), () -> status().toString());
    Bench.await("the orbit is wider: the new equations run", () -> widest() > 2.2);

    // Broken: the old equations go on, and the place is shown.
    edit(robot, "dy/dt", "b*y", 0, "y");
    Bench.await("the mistake is found", () -> problemCount().equals("1 problem"));
    Bench.await("the broken text is in the circuit", () -> text().contains("b*yy"));
    double broken = status().time();
    Bench.await("the last good equations go on", () -> status().time() > broken + 200);
    assertTrue(status().isRunning(), () -> status().toString());
    assertEquals(100, status().neurons());
    bench.find("model-stale", Label.class);

    edit(robot, "dy/dt", "b*yy", 1, "");
    Bench.await("it is mended", () -> problemCount().equals("No problems"));
    double mended = status().time();
    Bench.await("it goes on", () -> status().time() > mended + 100 && status().isRunning());

    Bench.act(bench.window.desk()::close);
    robot.clickOn("#run");
    Bench.await("it pauses", () -> !status().isRunning());

    Path project = folder.resolve("mine");
    bench.answers.next.add(project);
    Bench.act(bench.window.documents()::save);
    Bench.await("it is saved", () -> bench.window.documents().savedProperty().get());
    assertTrue(Files.readString(project.resolve("models/fhn.model")).contains("x^3/4"));
    Circuit saved = circuit();
    Bench.act(bench.window.documents()::startNew);
    Bench.await("another circuit is open", () -> circuit().populations().isEmpty());
    Bench.act(() -> bench.window.documents().open(project));
    Bench.await("it is open again", () -> circuit().equals(saved));
    Bench.await(
        () -> "it is built again, not " + status(),
        () -> status().phase() == EngineStatus.Phase.PAUSED && status().neurons() == 100);
    assertTrue(status().problems().isEmpty(), () -> status().problems().toString());
  }

  private String problemCount() {
    return bench.find("model-problem-count", Label.class).getText();
  }

  private Circuit circuit() {
    return Bench.onFx(bench.workspace::circuit);
  }

  private EngineStatus status() {
    return bench.workspace.status();
  }

  private String text() {
    return circuit().model("fhn").orElseThrow().text();
  }

  /// The largest size of x in the newest tenth of a second.
  private double widest() {
    List<TraceRing> traces =
        bench.workspace.observationProperty().get().orElseThrow().traces().stream()
            .filter(t -> t.variable().equals("x"))
            .toList();
    double widest = 0;
    for (TraceRing t : traces) {
      double[] values = new double[1000];
      int read = t.read(Math.max(0, t.written() - 1000), values);
      for (int k = 0; k < read; k++) widest = Math.max(widest, Math.abs(values[k]));
    }
    return widest;
  }

  /// Takes some characters away after a part of the line that begins so, and types others. Nothing on the way may make sense and run away.
  private void edit(FxRobot robot, String line, String part, int away, String typed) {
    List<String> lines = Bench.onFx(() -> bench.window.editor().text().text()).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(part);
      if (!lines.get(i).strip().startsWith(line) || at < 0) continue;
      int number = i + 1;
      Bench.act(() -> bench.window.editor().text().goTo(number, at + 1 + part.length()));
      for (int k = 0; k < away; k++) robot.type(KeyCode.BACK_SPACE);
      robot.write(typed, 0);
      WaitForAsyncUtils.waitForFxEvents();
      return;
    }
    throw new AssertionError("no line " + line + " with " + part);
  }
}
