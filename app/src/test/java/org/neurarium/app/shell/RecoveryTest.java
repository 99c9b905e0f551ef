package org.neurarium.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.app.FxBridge;
import org.neurarium.app.canvas.Part;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A program that is killed in the middle of an edit, and the start after it.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by @Start
final class RecoveryTest {

  @TempDir static Path folder;
  private Bench bench;

  /// A laboratory in which somebody draws, until it is killed.
  public static final class Victim extends Application {

    public static void main(String[] args) {
      launch(Victim.class, args);
    }

    @Override
    public void start(Stage stage) {
      Bench bench = new Bench(stage, Path.of(getParameters().getRaw().getFirst()), List.of());
      bench.window.documents().startNew();
      bench.window.canvas().addPart(Part.EXCITATORY);
      bench.window.canvas().addPart(Part.INHIBITORY);
    }
  }

  @BeforeAll
  static void drawAndBeKilled() throws Exception {
    Process victim =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Launch.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("victim.log").toFile())
            .start();
    try {
      org.testfx.util.WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, RecoveryTest::isKept);
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  /// A main class that is no application itself, since the launcher wants those on the module path.
  public static final class Launch {
    private Launch() {}

    public static void main(String[] args) {
      Victim.main(args);
    }
  }

  private static boolean isKept() throws Exception {
    if (!Files.isDirectory(folder.resolve("recovery"))) return false;
    try (Stream<Path> files = Files.walk(folder.resolve("recovery"))) {
      for (Path f : files.filter(f -> f.endsWith("circuit.json")).toList())
        if (Files.readString(f).contains("Inhibitory")) return true;
      return false;
    }
  }

  @Start
  void open(Stage stage) {
    bench = new Bench(stage, folder, List.of());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nextStartOffersWhatWasDrawnAndRestoresItUnsaved(FxRobot robot) {
    Bench.act(() ->
        new RecoveryOffer(
                bench.recoveries, bench.window.documents(), bench.window.dialogs(), new FxBridge())
            .look());
    bench.find("recoveries", Node.class);
    Bench.press(robot, "Restore");
    Bench.await("the circuit is back", () -> bench.workspace.circuit().populations().size() == 2);
    assertEquals(
        List.of("Excitatory", "Inhibitory"),
        Bench.onFx(
            () -> bench.workspace.circuit().populations().stream().map(p -> p.name()).toList()));
    assertFalse(Bench.onFx(() -> bench.window.documents().savedProperty().get()));
    assertTrue(Bench.onFx(() -> bench.window.documents().openProperty().get()));
    Bench.act(bench.window.documents()::end);
    Bench.await("nothing is left to recover", () -> bench.recoveries.leftBehind().isEmpty());
  }
}
