package org.neurarium.visualization.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.engine.observe.WeightView;
import org.neurarium.visualization.MadeUpRun;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LiveDockTest {

  private final PlotStage plots = new PlotStage();
  private final MadeUpRun run = new MadeUpRun(40, 10, 20, 16, 1);

  @SuppressWarnings("NullAway.Init") // set by start
  private LiveDock dock;

  @Start
  void start(Stage stage) {
    dock = new LiveDock(plots);
    stage.setScene(new Scene(dock, 950, 300));
    stage.show();
  }

  @AfterEach
  void close() {
    plots.close();
  }

  private void startRun(FxRobot robot) throws TimeoutException {
    robot.interact(() -> {
      dock.setCircuit(run.circuit());
      dock.setObservation(Optional.of(run.observation()));
    });
    run.run(20_000);
    await(() -> dock.liveView().now() >= 2000);
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition)
      throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
  }

  private long colours(FxRobot robot, javafx.scene.Node node) {
    WritableImage[] image = new WritableImage[1];
    robot.interact(() -> image[0] = node.snapshot(null, null));
    int width = (int) image[0].getWidth();
    int height = (int) image[0].getHeight();
    return IntStream.range(0, width * height)
        .map(i -> image[0].getPixelReader().getArgb(i % width, i / width))
        .distinct()
        .count();
  }

  @Test
  void anEmptyCircuitSaysHowToSeeSomething(FxRobot robot) {
    robot.interact(() -> dock.setCircuit(Circuit.EMPTY));
    assertTrue(robot.lookup("Nothing to watch yet").tryQuery().isPresent());
    assertTrue(robot.lookup("Nothing to watch yet").query().isVisible());
  }

  @Test
  void showsARunThatAnotherThreadWrites(FxRobot robot) throws TimeoutException {
    startRun(robot);
    assertTrue(colours(robot, dock.liveView()) > 20);
    assertTrue(dock.liveView().getAccessibleText().contains("2 populations in the raster"));
  }

  @Test
  void holdsTheViewByKeyWhileTheRunGoesOn(FxRobot robot) throws TimeoutException {
    startRun(robot);
    robot.interact(() -> dock.liveView().requestFocus());
    robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
    TimeView held = dock.liveView().timeProperty().get();
    assertFalse(held.isLive());
    run.run(5000);
    assertEquals(held, dock.liveView().timeProperty().get());
    robot.press(KeyCode.END).release(KeyCode.END);
    assertTrue(dock.liveView().timeProperty().get().isLive());
    await(() -> dock.liveView().now() >= 2500);
  }

  @Test
  void zoomsWithPlusAndMinus(FxRobot robot) throws TimeoutException {
    startRun(robot);
    robot.interact(() -> dock.liveView().requestFocus());
    double before = dock.liveView().timeProperty().get().length();
    robot.press(KeyCode.ADD).release(KeyCode.ADD);
    assertTrue(dock.liveView().timeProperty().get().length() < before);
    robot.press(KeyCode.SUBTRACT).release(KeyCode.SUBTRACT);
    assertEquals(before, dock.liveView().timeProperty().get().length(), 1e-6);
  }

  @Test
  void listsTheSynapsesOfAMarkedCell(FxRobot robot) throws TimeoutException {
    startRun(robot);
    List<?>[] told = {List.of()};
    robot.interact(() -> {
      dock.weightHeatmap().setOnCell((_, synapses) -> told[0] = synapses);
      dock.weightHeatmap().requestFocus();
    });
    await(() -> {
      robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
      return !told[0].isEmpty();
    });
    assertEquals(0, ((WeightView.Synapse) told[0].getFirst()).source());
  }

  @Test
  void savesWhereTheApplicationSays(FxRobot robot, @TempDir Path folder) throws TimeoutException {
    startRun(robot);
    List<Path> written = new CopyOnWriteArrayList<>();
    ExportTarget target =
        new ExportTarget() {
          @Override
          public Optional<Path> choose(ExportFormat format, String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
          }

          @Override
          public void written(Path file) {
            written.add(file.getFileName());
          }

          @Override
          public void failed(Path file, String sentence) {
            throw new AssertionError(sentence);
          }
        };
    robot.interact(() -> {
      dock.setExportTarget(target);
      robot.lookup(".menu-button").queryAllAs(MenuButton.class).stream()
          .filter(b -> b instanceof ExportMenu && "Save".equals(b.getText()))
          .flatMap(b -> b.getItems().stream())
          .forEach(MenuItem::fire);
    });
    await(() -> written.size() == 5);
    assertEquals(
        Set.of("live.png", "live.svg", "spikes.csv", "traces.csv", "rates.csv"),
        written.stream().map(Path::toString).collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void chartsTheRunAtLeisure(FxRobot robot) throws TimeoutException {
    ChartPane[] pane = new ChartPane[1];
    startRun(robot);
    robot.interact(() -> {
      pane[0] = new ChartPane(plots);
      pane[0].setCircuit(run.circuit());
      dock.getScene().setRoot(pane[0]);
    });
    for (ChartPane.Kind kind : ChartPane.Kind.values()) {
      robot.interact(() -> pane[0].show(kind));
      await(() -> {
        String caption = pane[0].getAccessibleHelp();
        return caption != null
            && caption.contains(
                switch (kind) {
                  case RATES -> "Gaussian";
                  case INTERVALS -> "CV";
                  case WEIGHTS -> "synapses";
                });
      });
    }
  }

  @Test
  void changesItsColoursWithTheTheme(FxRobot robot) throws TimeoutException {
    startRun(robot);
    robot.interact(() -> dock.setTheme(PlotTheme.DARK));
    await(() -> {
      WritableImage[] image = new WritableImage[1];
      robot.interact(() -> image[0] = dock.liveView().snapshot(null, null));
      return image[0].getPixelReader().getArgb(4, 150) == PlotTheme.DARK.ground();
    });
  }
}
