package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.ElementId;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A project of layers: kicked by hand, and with the same circuit beside it in another size.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class LayersTest {

  private static final String CIRCUIT =
      """
      {
        "neurarium": 1,
        "title": "%s",
        "populations": [
          {"id": "a", "name": "A", "type": "excitatory", "size": %d, "model": "lif_exp_psc"},
          {"id": "b", "name": "B", "type": "excitatory", "size": %d, "model": "lif_exp_psc"}
        ],
        "projections": [
          {
            "id": "a-a", "name": "A to A", "from": "a", "to": "a", "receptor": "ex",
            "wiring": {"fixed_total_number": {"synapses": %d}}, "weight": "0.01 pA"
          }
        ],
        "groups": [{"id": "layer", "name": "Layer", "members": ["a"]}]
      }
      """;

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

  private Path project() throws IOException {
    Path project = Files.createDirectory(folder.resolve("layers"));
    Files.writeString(project.resolve("circuit.json"), CIRCUIT.formatted("Small", 20, 20, 20));
    Files.writeString(
        project.resolve("full.json"), CIRCUIT.formatted("Full", 20_000, 20, 300_000_000));
    Files.writeString(project.resolve("checks.json"), "{\"neurarium_checks\": 1}");
    Bench.act(() -> bench.window.documents().open(project));
    Bench.await("the circuit is built", () -> bench.workspace.status().neurons() == 40);
    return project;
  }

  @Test
  void aLayerThatIsKickedFires(FxRobot robot) throws IOException {
    project();
    robot.clickOn("#run");
    Bench.await("it runs", () -> bench.workspace.status().time() > 20);
    assertEquals(0, bench.workspace.status().spikesPerSecond(), "nobody fires unkicked");
    Bench.act(() -> {
      bench.workspace.selection().only(new ElementId("layer"));
      bench.window.canvas().requestFocus();
    });
    robot.type(KeyCode.K);
    Bench.await("the kicked fire", () -> bench.workspace.status().spikesPerSecond() > 0);
  }

  @Test
  void theSameCircuitInFullSizeIsOpenedOnlyAfterTellingWhatItTakes(FxRobot robot)
      throws IOException {
    project();
    Button other =
        Bench.onFx(() ->
            bench.window.scene().getRoot().lookupAll("#inspector .nr-small-button").stream()
                .map(Button.class::cast)
                .filter(b -> b.getText().equals("Full"))
                .findFirst()
                .orElseThrow());
    robot.clickOn(other);
    bench.find("dialog", javafx.scene.layout.Region.class);
    List<String> said =
        Bench.onFx(() ->
            bench.window.scene().getRoot().lookupAll("#dialog .label").stream()
                .map(n -> ((Label) n).getText())
                .toList());
    assertTrue(
        said.stream().anyMatch(t -> t.contains("20,020 neurons and 300,000,000 synapses")),
        said::toString);
    assertTrue(said.stream().anyMatch(t -> t.contains("GB of memory")), said::toString);
    Bench.press(robot, "Cancel");
    assertEquals("Small", Bench.onFx(() -> bench.workspace.circuit().title()));
    assertEquals(40, bench.workspace.status().neurons());
  }
}
