package org.neurarium.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.neurarium.app.canvas.CanvasView;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.engine.Threads;
import org.neurarium.engine.command.EngineCommand;

/// How the window performs, drawn in software into memory: no graphics card helps.
final class WindowBenchmark {

  /// What a child process that measures its own start is called with.
  static final String PROBE = "start-probe";

  private static final RenderCommand.Size SIZE = new RenderCommand.Size(1000, 700);
  private static final int ROUNDS = 3;

  /// Whose plots are watched.
  private static final String NETWORK = "cuba";

  private final ModelCatalogue models;
  private final Threads threads;
  private final BooleanSupplier isCancelled;

  WindowBenchmark(ModelCatalogue models, Threads threads, BooleanSupplier isCancelled) {
    this.models = models;
    this.threads = threads;
    this.isCancelled = isCancelled;
  }

  private HiddenWindow window() throws IOException {
    return new HiddenWindow(models, DataFiles.NONE, threads, SIZE, false, true);
  }

  /// The 4,000-neuron network with raster, traces and heatmap, as fast as it goes: with the window shown and taken away in turns.
  ///
  /// @param seconds wall time of each turn
  Map<String, Object> view(double seconds) throws IOException {
    Circuit circuit = BenchmarkNetwork.named(NETWORK).orElseThrow().circuit();
    try (HiddenWindow window = window()) {
      window.open(circuit, isCancelled);
      window.session().submit(new EngineCommand.SetSpeed(Double.POSITIVE_INFINITY));
      window.session().submit(new EngineCommand.Run());
      realTimeFactor(window, seconds);
      double[] shown = new double[ROUNDS];
      double[] hidden = new double[ROUNDS];
      List<Frames> frames = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        window.show(true);
        Frames counted = Frames.count(window, _ -> {});
        shown[i] = realTimeFactor(window, seconds);
        counted.stop(window);
        frames.add(counted);
        window.show(false);
        hidden[i] = realTimeFactor(window, seconds);
      }
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", "view");
      row.put("neurons", window.session().status().neurons());
      row.put("synapses", window.session().status().synapses());
      row.put("real_time_factor", median(shown));
      row.put("real_time_factor_without_view", median(hidden));
      row.put("cost_of_view", 1 - median(hidden) / median(shown));
      Frames.report(frames, row);
      row.put("peak_memory_bytes", PeakMemory.bytes());
      return row;
    }
  }

  private static double realTimeFactor(HiddenWindow window, double seconds) {
    double from = window.session().status().time();
    long start = System.nanoTime();
    HiddenWindow.pause((long) (seconds * 1e3));
    double wall = (System.nanoTime() - start) * 1e-9;
    return wall / ((window.session().status().time() - from) * 1e-3);
  }

  /// A canvas with 300 parts, panned and then one part dragged, a few pixels in each frame.
  Map<String, Object> canvas(double seconds) throws IOException {
    try (HiddenWindow window = window()) {
      window.open(CrowdedCanvas.circuit(), isCancelled);
      CanvasView canvas =
          window.onFx(() -> canvasIn(window.window().scene().getRoot()).orElseThrow());
      gesture(window, canvas, MouseButton.MIDDLE, seconds); // warms up
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", "canvas");
      row.put("parts", CrowdedCanvas.PARTS);
      Frames.report(List.of(gesture(window, canvas, MouseButton.MIDDLE, seconds)), row, "pan_");
      Frames.report(List.of(gesture(window, canvas, MouseButton.PRIMARY, seconds)), row, "drag_");
      return row;
    }
  }

  /// Presses in the middle of the canvas, goes to and fro, and lets go.
  private static Frames gesture(
      HiddenWindow window, CanvasView canvas, MouseButton button, double seconds) {
    double[] at = window.onFx(() -> new double[] {canvas.getWidth() / 2, canvas.getHeight() / 2});
    window.onFx(() -> fire(canvas, MouseEvent.MOUSE_PRESSED, button, at[0], at[1]));
    Frames frames =
        Frames.count(
            window,
            n ->
                fire(
                    canvas,
                    MouseEvent.MOUSE_DRAGGED,
                    button,
                    at[0] + 60 * Math.sin(n * 0.1),
                    at[1] + 40 * Math.sin(n * 0.07)));
    HiddenWindow.pause((long) (seconds * 1e3));
    frames.stop(window);
    window.onFx(() -> fire(canvas, MouseEvent.MOUSE_RELEASED, button, at[0], at[1]));
    return frames;
  }

  private static boolean fire(
      CanvasView canvas, EventType<MouseEvent> type, MouseButton button, double x, double y) {
    boolean primary = button == MouseButton.PRIMARY;
    Event.fireEvent(
        canvas,
        new MouseEvent(
            type, x, y, x, y, button, 1, false, false, false, false, primary, !primary, false,
            false, false, false, null));
    return true;
  }

  private static Optional<CanvasView> canvasIn(Node node) {
    if (node instanceof CanvasView canvas) return Optional.of(canvas);
    if (!(node instanceof Parent parent)) return Optional.empty();
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(child -> canvasIn(child).stream())
        .findFirst();
  }

  /// Starts the program as a child, with this one's settings, and waits until its window has drawn its first frames.
  Map<String, Object> start() throws IOException {
    double[] seconds = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      Process child =
          new ProcessBuilder(OwnProcess.command(List.of("bench", PROBE)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        if (out.readLine() == null) throw Failure.of("The window did not open in a child process.");
        seconds[i] = (System.nanoTime() - begin) * 1e-9;
      } finally {
        child.destroy();
      }
      if (isCancelled.getAsBoolean()) throw Failure.of("Stopped.");
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", "start");
    row.put("seconds_to_window", median(seconds));
    return row;
  }

  /// The child's side of [#start()]: opens the window and says so.
  void probe(Runnable ready) throws IOException {
    try (HiddenWindow window = window()) {
      CompletableFuture<Boolean> drawn = new CompletableFuture<>();
      Frames frames =
          Frames.count(
              window,
              n -> {
                if (n > 2) drawn.complete(true);
              });
      drawn.join();
      frames.stop(window);
      ready.run();
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /// The times of frames while something goes on.
  private static final class Frames extends AnimationTimer {
    private final LongConsumer onFrame;
    private final List<Long> times = new ArrayList<>();

    private Frames(LongConsumer onFrame) {
      this.onFrame = onFrame;
    }

    /// Begins to count.
    ///
    /// @param onFrame done in each frame, with its number
    static Frames count(HiddenWindow window, LongConsumer onFrame) {
      Frames frames = new Frames(onFrame);
      window.onFx(() -> {
        frames.start();
        return frames;
      });
      return frames;
    }

    void stop(HiddenWindow window) {
      window.onFx(() -> {
        stop();
        return this;
      });
    }

    @Override
    public void handle(long now) {
      times.add(System.nanoTime());
      onFrame.accept(times.size());
    }

    private Stream<Double> intervals() {
      return Stream.iterate(1, i -> i < times.size(), i -> i + 1)
          .map(i -> (times.get(i) - times.get(i - 1)) * 1e-6);
    }

    static void report(List<Frames> all, Map<String, Object> row) {
      report(all, row, "");
    }

    static void report(List<Frames> all, Map<String, Object> row, String prefix) {
      double[] ms =
          all.stream()
              .flatMap(Frames::intervals)
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray();
      if (ms.length == 0) return;
      row.put(prefix + "frames_per_s", 1e3 * ms.length / Arrays.stream(ms).sum());
      row.put(prefix + "frame_ms_median", ms[ms.length / 2]);
      row.put(prefix + "frame_ms_95_percent", ms[(int) (ms.length * 0.95)]);
    }
  }
}
