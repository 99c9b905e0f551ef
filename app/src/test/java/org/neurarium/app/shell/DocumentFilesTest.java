package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.sense.Code;
import org.neurarium.circuits.sense.Order;
import org.neurarium.circuits.sense.ReceptiveField;
import org.neurarium.circuits.sense.Scene;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.observe.EngineStatus;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What lies beside a circuit is there for the window, for the engine and for whoever validates: tables, pictures, folders of them and sounds.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class DocumentFilesTest {

  private static final ReceptiveField NONE = new ReceptiveField.None();

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

  private static void picture(Path file) throws IOException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 2, 0xffffff);
    ImageIO.write(image, "png", file.toFile());
  }

  private static Stimulus sense(String id, Scene scene) {
    Signal.Sense sense = new Signal.Sense(4, 4, scene, NONE, new Code.Rate(Quantity.of(50, "Hz")));
    return new Stimulus(
        new ElementId(id), id, new Point(0, 0), 16, sense, Stimulus.AT_ONCE, Stimulus.NEVER);
  }

  @Test
  void aProjectsPicturesFoldersAndSoundsAreThere() throws IOException {
    Path project = folder.resolve("seeing");
    Circuit circuit =
        new Circuit(
            "Seeing",
            "",
            RunSettings.DEFAULT,
            List.of(
                sense("one", new Scene.Image("one.png")),
                sense("many", new Scene.Folder("digits", Order.IN_TURN, Quantity.of(50, "ms")))));
    Files.createDirectories(project.resolve("digits"));
    ProjectFolder.of(project).save(circuit);
    picture(project.resolve("one.png"));
    picture(project.resolve("digits").resolve("0.png"));
    byte[] sound = {'R', 'I', 'F', 'F', 0, (byte) 200};
    Files.write(project.resolve("tone.wav"), sound);
    Files.writeString(project.resolve("spikes.csv"), "t_ms\n1\n");

    Bench.act(() -> bench.window.documents().open(project));

    Bench.await(
        () -> "the circuit is built: " + bench.workspace.status().problems(),
        () -> bench.workspace.status().phase() == EngineStatus.Phase.PAUSED);
    assertEquals(List.of(), Bench.onFx(() -> bench.workspace.status().problems()));
    DataFiles files = bench.window.documents().files();
    try (InputStream in = files.bytes("tone.wav")) {
      assertArrayEquals(sound, in.readAllBytes());
    }
    try (InputStream in = files.bytes("one.png")) {
      assertArrayEquals(Files.readAllBytes(project.resolve("one.png")), in.readAllBytes());
    }
    assertEquals(List.of("digits/0.png"), files.list("digits"));
    try (java.io.Reader in = files.open("spikes.csv")) {
      assertEquals('t', in.read());
    }
    assertThrows(IOException.class, () -> files.bytes("other.png"));
    assertEquals(2, Bench.onFx(() -> bench.workspace.circuit().stimuli().size()));
  }
}
