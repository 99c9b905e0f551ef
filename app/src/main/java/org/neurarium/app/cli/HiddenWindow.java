package org.neurarium.app.cli;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.neurarium.app.FxBridge;
import org.neurarium.app.documents.Choosers;
import org.neurarium.app.documents.Settings;
import org.neurarium.app.documents.UserFolder;
import org.neurarium.app.shell.MainWindow;
import org.neurarium.app.shell.Services;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.RecentFiles;
import org.neurarium.circuits.file.RecoveryStore;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.engine.Threads;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.engine.observe.EngineStatus;
import org.neurarium.visualization.live.LiveView;
import org.neurarium.visualization.live.PlotStage;

/// The window without a screen: the same scene as a person sees, in a toolkit that draws into memory. Keeps nothing on the disk.
///
/// Made, used and closed by one thread that is not the FX thread; everything of the window happens on that one.
final class HiddenWindow implements AutoCloseable {

  private static final long POLL_MS = 20;
  private static final long STILL_MS = 150;
  private static final long FADING_MS = 1000;
  private static final int STILL_PICTURES = 3;
  private static final int MOST_PICTURES = 100;

  private static final double LEAST_WIDTH = 1200;
  private static final double LEAST_HEIGHT = 700;

  private final RenderCommand.Size size;
  private final Path scratch;
  private final FxBridge fx = new FxBridge();
  private final LiveSession session;
  private final PlotStage plots;
  private final Workspace workspace;
  private final MainWindow window;
  private final Stage stage;

  /// @param files beside the project that will be opened
  /// @param threads for the engine
  /// @param drawn whether each frame is drawn as on a screen, which must then be at most 1000 x 1000; else only [#picture()] draws
  HiddenWindow(
      ModelCatalogue models,
      DataFiles files,
      Threads threads,
      RenderCommand.Size size,
      boolean dark,
      boolean drawn)
      throws IOException {
    startToolkit();
    this.size = size;
    RenderCommand.Size laidOut = drawn ? size : laidOut(size);
    scratch = Files.createTempDirectory("neurarium-render");
    UserFolder folder = new UserFolder(scratch);
    session = new LiveEngine(models, threads);
    plots = onFx(PlotStage::new);
    workspace = onFx(() -> new Workspace(models, session));
    window =
        onFx(() ->
            MainWindow.create(
                new Services(
                    workspace,
                    fx,
                    new Themes(dark),
                    plots,
                    new Settings(folder.settings()),
                    new RecentFiles(folder.recent()),
                    new RecoveryStore(folder.recovery(), Duration.ofHours(1), fx.later(), _ -> {}),
                    NOBODY,
                    _ -> {},
                    List::of,
                    (circuit, _) -> Validation.problems(circuit, models, files)),
                laidOut.width(),
                laidOut.height()));
    stage = onFx(() -> show(laidOut, drawn));
  }

  /// A window too narrow for its top bar and side panes is cut off: small pictures are of a larger window, made smaller.
  private static RenderCommand.Size laidOut(RenderCommand.Size wanted) {
    double factor =
        Math.max(1, Math.max(LEAST_WIDTH / wanted.width(), LEAST_HEIGHT / wanted.height()));
    return new RenderCommand.Size(
        (int) Math.ceil(wanted.width() * factor), (int) Math.ceil(wanted.height() * factor));
  }

  private static BufferedImage scaled(BufferedImage image, RenderCommand.Size to) {
    if (image.getWidth() == to.width() && image.getHeight() == to.height()) return image;
    BufferedImage smaller = new BufferedImage(to.width(), to.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smaller.createGraphics();
    graphics.drawImage(
        image.getScaledInstance(to.width(), to.height(), Image.SCALE_AREA_AVERAGING), 0, 0, null);
    graphics.dispose();
    return smaller;
  }

  /// Plots are painted only in a window that is showing. This one may be larger than the toolkit's make-believe screen.
  private Stage show(RenderCommand.Size size, boolean drawn) {
    Stage shown = new Stage(StageStyle.UNDECORATED);
    shown.setScene(window.scene());
    shown.setX(0);
    shown.setY(0);
    shown.setWidth(size.width());
    shown.setHeight(size.height());
    shown.setIconified(!drawn);
    shown.show();
    return shown;
  }

  private static void startToolkit() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      Platform.setImplicitExit(false);
      started.await();
    } catch (IllegalStateException e) {
      // It runs already, which is as good.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  LiveSession session() {
    return session;
  }

  MainWindow window() {
    return window;
  }

  /// Opens a circuit that has no file and waits until it is built.
  void open(Circuit circuit, BooleanSupplier isCancelled) {
    onFx(() -> {
      window.documents().startNew();
      workspace.apply(new Edit.Add("Open", circuit.elements()));
      return circuit;
    });
    await(
        status -> status.phase() == EngineStatus.Phase.PAUSED && status.neurons() > 0, isCancelled);
  }

  /// Shows the window, or takes it off the screen: then nothing is drawn and no plot painted.
  void show(boolean shown) {
    onFx(() -> {
      if (shown) stage.show();
      else stage.hide();
      return stage;
    });
  }

  <T> T onFx(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, fx.fx()).join();
  }

  /// Opens a project and waits until it is built.
  void open(Path file, Circuit circuit, BooleanSupplier isCancelled) {
    onFx(() -> {
      window.documents().openUnasked(file);
      return file;
    });
    await(
        status ->
            status.phase() == EngineStatus.Phase.PAUSED && status.neurons() > 0
                || circuit.populations().isEmpty() && onFx(workspace::circuit).equals(circuit),
        isCancelled);
  }

  /// Runs until so many steps are done.
  void runTo(long steps, BooleanSupplier isCancelled) {
    session.submit(new EngineCommand.SetSpeed(Double.POSITIVE_INFINITY));
    session.submit(new EngineCommand.Step(steps));
    await(status -> status.step() >= steps && !status.isRunning(), isCancelled);
    session.submit(new EngineCommand.SetSpeed(1));
  }

  private void await(
      java.util.function.Predicate<EngineStatus> reached, BooleanSupplier isCancelled) {
    while (true) {
      EngineStatus status = session.status();
      if (reached.test(status)) return;
      if (status.phase() == EngineStatus.Phase.BROKEN) throw Failure.of(status.problems());
      if (isCancelled.getAsBoolean()) throw Failure.of("Stopped.");
      pause(POLL_MS);
    }
  }

  static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The window as a PNG file's bytes, once its plots show all of the run, the glow of the last spikes has faded and nothing changes any more.
  byte[] picture() throws IOException {
    double end = session.status().time();
    pause(FADING_MS);
    BufferedImage last = snapshot();
    int still = 0;
    for (int i = 0; i < MOST_PICTURES && still < STILL_PICTURES; i++) {
      pause(STILL_MS);
      BufferedImage next = snapshot();
      still = isShown(end) && Arrays.equals(pixels(last), pixels(next)) ? still + 1 : 0;
      last = next;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(scaled(last, size), "png", bytes);
    return bytes.toByteArray();
  }

  /// Whether the live plots have come to this instant (ms), give or take what the eye sees; or there are none.
  private boolean isShown(double end) {
    return onFx(() ->
        live(window.scene().getRoot())
            .map(view -> view.scene().isEmpty() || view.now() >= end - 1)
            .orElse(true));
  }

  private static Optional<LiveView> live(Node node) {
    if (node instanceof LiveView view) return Optional.of(view);
    if (!(node instanceof Parent parent)) return Optional.empty();
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(child -> live(child).stream())
        .findFirst();
  }

  private BufferedImage snapshot() {
    return onFx(() -> SwingFXUtils.fromFXImage(window.scene().snapshot(null), null));
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Override
  public void close() throws IOException {
    onFx(() -> {
      workspace.close();
      stage.close();
      return window;
    });
    session.close();
    plots.close();
    fx.close();
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }

  /// Nobody is there to be asked for a file.
  private static final Choosers NOBODY =
      new Choosers() {
        @Override
        public Optional<Path> circuitToOpen() {
          return Optional.empty();
        }

        @Override
        public Optional<Path> placeToSave(String suggestion) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> table(String title) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> file(String title, String kind, List<String> endings) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> folder(String title) {
          return Optional.empty();
        }

        @Override
        public Optional<Path> fileToWrite(String kind, String suggestion) {
          return Optional.empty();
        }
      };
}
