package org.neurarium.visualization;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.neurarium.visualization.colour.PlotTheme;
import org.neurarium.visualization.live.ChartPane;
import org.neurarium.visualization.live.LiveDock;
import org.neurarium.visualization.live.PlotStage;

/// Draws the dock of a made-up run into PNG files, to be looked at: `DockPictures FOLDER`.
public final class DockPictures {

  private DockPictures() {}

  public static void main(String[] args) throws Exception {
    File folder = new File(args[0]);
    CountDownLatch up = new CountDownLatch(1);
    Platform.startup(up::countDown);
    up.await();
    Platform.setImplicitExit(false);
    picture(
        new File(folder, "dock-light.png"),
        PlotTheme.LIGHT,
        1280,
        330,
        new MadeUpRun(800, 200, 7, 18, 1),
        22_480);
    picture(
        new File(folder, "dock-dark.png"),
        PlotTheme.DARK,
        1280,
        330,
        new MadeUpRun(800, 200, 7, 18, 1),
        22_480);
    picture(
        new File(folder, "dock-light-small.png"),
        PlotTheme.LIGHT,
        1000,
        300,
        new MadeUpRun(40, 10, 7, 18, 1),
        4_480);
    picture(
        new File(folder, "dock-dark-large.png"),
        PlotTheme.DARK,
        1000,
        300,
        new MadeUpRun(64_000, 16_000, 4, 20, 1),
        12_000);
    chart(new File(folder, "chart-rates.png"), PlotTheme.LIGHT, ChartPane.Kind.RATES);
    chart(new File(folder, "chart-intervals.png"), PlotTheme.DARK, ChartPane.Kind.INTERVALS);
    chart(new File(folder, "chart-weights.png"), PlotTheme.LIGHT, ChartPane.Kind.WEIGHTS);
    Platform.exit();
  }

  private static void chart(File file, PlotTheme theme, ChartPane.Kind kind) throws Exception {
    MadeUpRun run = new MadeUpRun(800, 200, 12, 20, 1);
    CountDownLatch done = new CountDownLatch(1);
    PlotStage plots = new PlotStage();
    ChartPane[] pane = new ChartPane[1];
    Platform.runLater(() -> {
      pane[0] = new ChartPane(plots);
      pane[0].setTheme(theme);
      pane[0].setCircuit(run.circuit());
      Stage stage = new Stage();
      stage.setScene(new Scene(pane[0], 900, 320));
      stage.show();
      plots.observe(Optional.of(run.observation()));
      done.countDown();
    });
    done.await();
    run.run(30_000);
    CountDownLatch saved = new CountDownLatch(1);
    Thread.sleep(300);
    Platform.runLater(() -> pane[0].show(kind));
    Thread.sleep(3500);
    save(pane[0], file, saved);
    plots.close();
  }

  private static void save(javafx.scene.Node node, File file, CountDownLatch saved)
      throws InterruptedException {
    Platform.runLater(() -> {
      WritableImage image = node.snapshot(null, null);
      try {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      node.getScene().getWindow().hide();
      saved.countDown();
    });
    saved.await();
  }

  private static void picture(
      File file, PlotTheme theme, int width, int height, MadeUpRun run, int steps)
      throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    PlotStage plots = new PlotStage();
    LiveDock[] dock = new LiveDock[1];
    Platform.runLater(() -> {
      dock[0] = new LiveDock(plots);
      dock[0].setTheme(theme);
      dock[0].setCircuit(run.circuit());
      Stage stage = new Stage();
      stage.setScene(new Scene(dock[0], width, height));
      stage.show();
      dock[0].setObservation(Optional.of(run.observation()));
      done.countDown();
    });
    done.await();
    for (int done1 = 0; done1 < steps; done1 += 2000) {
      run.run(Math.min(2000, steps - done1));
      Thread.sleep(45);
    }
    Thread.sleep(1200);
    CountDownLatch saved = new CountDownLatch(1);
    save(dock[0], file, saved);
    plots.close();
  }
}
