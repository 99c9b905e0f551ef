package org.neurarium.app.canvas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.neurarium.app.theme.Palette;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.Threads;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.visualization.live.PlotStage;

/// Draws an example circuit in both themes, to look at: `CanvasPicture FOLDER`.
final class CanvasPicture {

  private CanvasPicture() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      String theme = palette.dark() ? "dark" : "light";
      LiveEngine engine = new LiveEngine(Library.builtIn(), Threads.upTo(1));
      AtomicReference<CanvasView> canvas = new AtomicReference<>();
      AtomicReference<Workspace> workspace = new AtomicReference<>();
      onFx(() -> open(palette, engine, canvas, workspace));
      save(canvas, folder.resolve("canvas-" + theme + ".png"));
      while (workspace.get().status().phase() != EngineStatus.Phase.PAUSED) Thread.sleep(20);
      onFx(() -> workspace.get().toggleRun());
      Thread.sleep(2500);
      save(canvas, folder.resolve("canvas-running-" + theme + ".png"));
      onFx(() -> workspace.get().close());
      engine.close();
    }
    Platform.exit();
  }

  private static void onFx(Runnable action) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    Platform.runLater(() -> {
      action.run();
      done.countDown();
    });
    done.await();
  }

  private static void open(
      Palette palette,
      LiveEngine engine,
      AtomicReference<CanvasView> shown,
      AtomicReference<Workspace> opened) {
    Workspace workspace = new Workspace(Library.builtIn(), engine);
    workspace.open(example(), DataFiles.NONE);
    CanvasView canvas = new CanvasView(workspace, new PlotStage());
    canvas.setPalette(palette);
    workspace.selection().only(new ElementId("layer-5"));
    StackPane root = new StackPane(canvas);
    root.setStyle(variables(palette));
    Stage stage = new Stage();
    stage.setScene(new Scene(root, 1280, 800));
    stage.setWidth(1280);
    stage.setHeight(800);
    stage.show();
    shown.set(canvas);
    opened.set(workspace);
  }

  private static void save(AtomicReference<CanvasView> canvas, Path file)
      throws InterruptedException {
    onFx(() -> {
      WritableImage image = canvas.get().getScene().snapshot(null);
      try {
        ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  static String variables(Palette p) {
    return "-fx-font-family: Inter; -nr-window: "
        + web(p.window())
        + "; -nr-canvas: "
        + web(p.canvas())
        + "; -nr-field: "
        + web(p.field())
        + "; -nr-line: "
        + web(p.line())
        + "; -nr-text: "
        + web(p.text())
        + "; -nr-muted: "
        + web(p.muted())
        + "; -nr-accent: "
        + web(p.accent())
        + "; -nr-excitatory: "
        + web(p.excitatory())
        + "; -nr-inhibitory: "
        + web(p.inhibitory())
        + "; -nr-stimulus: "
        + web(p.stimulus())
        + "; -nr-probe: "
        + web(p.probe())
        + "; -nr-dopamine: "
        + web(p.dopamine())
        + "; -nr-acetylcholine: "
        + web(p.acetylcholine())
        + "; -nr-noradrenaline: "
        + web(p.noradrenaline())
        + "; -nr-serotonin: "
        + web(p.serotonin())
        + "; -nr-on-accent: white; -nr-shadow: rgba(0,0,0,0.2)"
        + "; -color-accent-subtle: "
        + web(p.accent().deriveColor(0, 1, 1, 0.07))
        + ";";
  }

  private static String web(Color c) {
    return c.toString().replace("0x", "#");
  }

  static Circuit example() {
    List<Element> all =
        List.of(
            population("cortex-e", "Cortex E", 360, 320, Population.Type.EXCITATORY, 800),
            population("cortex-i", "Cortex I", 360, 540, Population.Type.INHIBITORY, 200),
            population("layer-5", "Layer 5", 700, 300, Population.Type.EXCITATORY, 60),
            population("actions", "Actions", 960, 320, Population.Type.EXCITATORY, 40),
            population("lateral", "Lateral", 960, 540, Population.Type.INHIBITORY, 20),
            new Stimulus(
                new ElementId("cue"),
                "Cue A / B",
                new Point(100, 360),
                200,
                new Signal.Poisson(Value.of(20, "Hz")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            new Stimulus(
                new ElementId("wave"),
                "Theta",
                new Point(700, 540),
                1,
                new Signal.Sine(
                    Quantity.of(350, "pA"), Quantity.of(200, "pA"), Quantity.of(6, "Hz"), 0),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            projection("p1", "cue", "cortex-e", "ex", 0.2, 300),
            projection("p2", "cortex-e", "cortex-i", "ex", 0.1, 100),
            projection("p3", "cortex-i", "cortex-e", "in", 0.1, -300),
            projection("p4", "cortex-e", "layer-5", "ex", 0.5, 200),
            projection("p5", "layer-5", "actions", "ex", 0.2, 100),
            projection("p6", "lateral", "lateral", "in", 0.2, -100),
            projection("p7", "actions", "lateral", "ex", 0.2, 100),
            projection("p8", "lateral", "actions", "in", 0.2, -100),
            new Projection(
                new ElementId("p9"),
                "Theta → Layer 5",
                new ElementId("wave"),
                new ElementId("layer-5"),
                "current",
                new Wiring.AllToAll(),
                true,
                false,
                Value.of(Quantity.number(1)),
                Value.of(1, "ms"),
                Synapse.STATIC),
            projection("p10", "cortex-e", "cortex-e", "ex", 0.05, 60),
            new Probe(
                new ElementId("raster"),
                "Spikes",
                new Point(560, 120),
                List.of(new ElementId("cortex-e"), new ElementId("layer-5")),
                new Recording.Spikes(NeuronSelection.ALL)),
            new Probe(
                new ElementId("trace"),
                "Membrane",
                new Point(1160, 220),
                List.of(new ElementId("actions")),
                new Recording.State("V_m", NeuronSelection.first(3))),
            new Note(
                new ElementId("note"),
                "Note",
                new Point(110, 560),
                "Excitation drives its own brake: try a stronger weight.",
                180),
            new Group(
                new ElementId("choice"),
                "Choice",
                new Point(960, 420),
                List.of(new ElementId("actions"), new ElementId("lateral")),
                false));
    return new Circuit("Example", "", RunSettings.DEFAULT, all);
  }

  private static Population population(
      String id, String name, double x, double y, Population.Type type, int size) {
    return new Population(
        new ElementId(id),
        name,
        new Point(x, y),
        type,
        size,
        "lif_exp_psc",
        Map.of(),
        Map.of(),
        Sheet.DEFAULT);
  }

  private static Projection projection(
      String id, String from, String to, String receptor, double p, double weight) {
    return new Projection(
        new ElementId(id),
        from + " → " + to,
        new ElementId(from),
        new ElementId(to),
        receptor,
        new Wiring.PairwiseBernoulli(p),
        false,
        false,
        Value.of(weight, "pA"),
        Value.of(1.5, "ms"),
        Synapse.STATIC);
  }
}
