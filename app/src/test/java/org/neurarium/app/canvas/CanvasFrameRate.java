package org.neurarium.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.Threads;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.visualization.live.PlotStage;

/// Measures frames per second of a canvas of 300 elements (150 populations, 150 projections) in a window of 1600 × 1000 while it is panned, while everything
/// is dragged, and while it runs. Start with `-Dprism.order=sw` for software rendering.
final class CanvasFrameRate {

  private static final int COLUMNS = 15;
  private static final int ROWS = 10;
  private static final int FRAMES = 150;

  private CanvasFrameRate() {}

  public static void main(String[] args) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    Platform.startup(() -> new CanvasFrameRate().start(done));
    done.await();
    Platform.exit();
  }

  private void start(CountDownLatch done) {
    LiveEngine engine = new LiveEngine(Library.builtIn(), Threads.upTo(1));
    Workspace workspace = new Workspace(Library.builtIn(), engine);
    workspace.open(circuit(), DataFiles.NONE);
    CanvasView canvas = new CanvasView(workspace, new PlotStage());
    StackPane root = new StackPane(canvas);
    root.setStyle(CanvasPicture.variables(Palette.LIGHT));
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 1600, 1000));
    stage.show();
    stage.setWidth(1600);
    stage.setHeight(1000);
    List<ElementId> all = workspace.circuit().elements().stream().map(Element::id).toList();
    measure(
        "warm-up",
        canvas,
        i -> canvas.viewport().pan(i % 2 == 0 ? 5 : -5, 3),
        () ->
            measure(
                "pan",
                canvas,
                i -> canvas.viewport().pan(i % 80 < 40 ? 7 : -7, i % 60 < 30 ? 4 : -4),
                () ->
                    measure(
                        "drag all",
                        canvas,
                        i -> canvas.layer().showMoved(all, i % 80 * 3, i % 60 * 2),
                        () ->
                            measure(
                                "drag one",
                                canvas,
                                i ->
                                    canvas
                                        .layer()
                                        .showMoved(all.subList(70, 71), i % 80 * 3, i % 60 * 2),
                                () -> {
                                  workspace.toggleRun();
                                  measure(
                                      "start of run",
                                      canvas,
                                      _ -> {},
                                      () ->
                                          measure(
                                              "run",
                                              canvas,
                                              _ -> {},
                                              () ->
                                                  measure(
                                                      "pan while running",
                                                      canvas,
                                                      i ->
                                                          canvas
                                                              .viewport()
                                                              .pan(i % 80 < 40 ? 7 : -7, 0),
                                                      () -> {
                                                        workspace.close();
                                                        engine.close();
                                                        done.countDown();
                                                      })));
                                }))));
  }

  private static void measure(String name, CanvasView canvas, IntConsumer move, Runnable then) {
    long[] times = new long[FRAMES + 1];
    new AnimationTimer() {
      private int frame;

      @Override
      public void handle(long now) {
        times[frame] = System.nanoTime();
        if (frame == FRAMES) {
          stop();
          report(name, canvas, times);
          then.run();
          return;
        }
        move.accept(frame++);
      }
    }.start();
  }

  private static void report(String name, CanvasView canvas, long[] times) {
    double[] millis = new double[FRAMES];
    for (int i = 0; i < FRAMES; i++) millis[i] = (times[i + 1] - times[i]) * 1e-6;
    double mean = Arrays.stream(millis).average().orElse(0);
    Arrays.sort(millis);
    System.out.printf(
        "%-20s %4.0f x %4.0f  %5.1f frames/s, median %5.1f ms, slowest tenth %5.1f ms%n",
        name,
        canvas.getWidth(),
        canvas.getHeight(),
        1000 / mean,
        millis[FRAMES / 2],
        millis[FRAMES * 9 / 10]);
  }

  private static Circuit circuit() {
    List<Element> all = new ArrayList<>();
    for (int row = 0; row < ROWS; row++)
      for (int column = 0; column < COLUMNS; column++) {
        boolean inhibitory = (row + column) % 3 == 0;
        String id = id(row, column);
        all.add(
            new Population(
                new ElementId(id),
                "Area " + row + "." + column,
                new Point(column * 170, row * 170),
                inhibitory ? Population.Type.INHIBITORY : Population.Type.EXCITATORY,
                100,
                "lif_exp_psc",
                Map.of("I_e", Value.of(380 + 5 * column, "pA")),
                Map.of(),
                Sheet.DEFAULT));
        int nextRow = (row + (column % 2)) % ROWS;
        int nextColumn = (column + 1) % COLUMNS;
        all.add(
            new Projection(
                new ElementId("p-" + id),
                "p",
                new ElementId(id),
                new ElementId(id(nextRow, nextColumn)),
                inhibitory ? "in" : "ex",
                new Wiring.PairwiseBernoulli(0.1),
                true,
                false,
                Value.of(inhibitory ? -20 : 20, "pA"),
                Value.of(1.5, "ms"),
                Synapse.STATIC));
      }
    return new Circuit("Many", "", RunSettings.DEFAULT, all);
  }

  private static String id(int row, int column) {
    return "a-" + row + "-" + column;
  }
}
