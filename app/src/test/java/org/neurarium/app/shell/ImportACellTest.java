package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.model.NeuronModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A neuron's drawing becomes a cell of the circuit's own.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class ImportACellTest {

  /// A soma with a dendrite that forks.
  private static final String DRAWING =
      """
      # made for this test
      1 1 0 0 0 10 -1
      2 3 0 10 0 1 1
      3 3 0 150 0 1 2
      4 3 60 250 0 0.6 3
      5 3 -60 250 0 0.6 3
      """;

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
  void aDrawingIsOpenedAsACellOfTheCircuit(FxRobot robot) throws Exception {
    Path drawing = Files.writeString(folder.resolve("Fork.swc"), DRAWING);
    robot.clickOn("#welcome-new");
    bench.answers.next.add(drawing);
    Bench.act(() -> bench.window.importCell());
    Bench.await(
        "it is a model of the circuit", () -> bench.workspace.circuit().models().size() == 1);
    OwnModel model = bench.workspace.circuit().models().getFirst();
    assertEquals("fork", model.id());
    assertTrue(
        bench.workspace.models().neuron("fork").flatMap(NeuronModel::cell).isPresent(),
        model::text);
    assertEquals("fork", bench.window.desk().openProperty().get().orElseThrow().id());
  }

  @Test
  void aFileThatIsNoDrawingIsRefusedAndNothingChanges(FxRobot robot) throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.swc"), "1 1 0 0 0 ten -1\n");
    robot.clickOn("#welcome-new");
    bench.answers.next.add(broken);
    Bench.act(() -> bench.window.importCell());
    Bench.await(
        "it says so",
        () ->
            robot
                .lookup(n ->
                    n instanceof javafx.scene.control.Labeled l
                        && String.valueOf(l.getText()).contains("broken.swc was not imported"))
                .tryQuery()
                .isPresent());
    assertTrue(bench.workspace.circuit().models().isEmpty());
  }
}
