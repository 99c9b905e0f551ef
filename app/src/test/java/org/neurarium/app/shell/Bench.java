package org.neurarium.app.shell;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.neurarium.app.FxBridge;
import org.neurarium.app.documents.Choosers;
import org.neurarium.app.documents.Sample;
import org.neurarium.app.documents.Settings;
import org.neurarium.app.theme.Themes;
import org.neurarium.app.work.Workspace;
import org.neurarium.circuits.file.RecentFiles;
import org.neurarium.circuits.file.RecoveryStore;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.engine.Threads;
import org.neurarium.engine.live.LiveEngine;
import org.neurarium.engine.live.LiveSession;
import org.neurarium.visualization.live.PlotStage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A whole laboratory for a test: real engine, real files in a folder of its own, answers instead of file dialogs.
final class Bench implements AutoCloseable {

  static final double WIDTH = 1000;
  static final double HEIGHT = 900;

  final Workspace workspace;
  final MainWindow window;
  final Themes themes = new Themes(false);
  final RecoveryStore recoveries;
  final Answers answers = new Answers();
  private final LiveSession session;
  private final FxBridge fx = new FxBridge();
  private final PlotStage plots = new PlotStage();

  /// What the file dialogs will answer, in order.
  static final class Answers implements Choosers {
    final Deque<Path> next = new ArrayDeque<>();

    @Override
    public Optional<Path> circuitToOpen() {
      return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> placeToSave(String suggestion) {
      return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> file(String title, String kind, List<String> endings) {
      return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> fileToWrite(String kind, String suggestion) {
      return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> table(String title) {
      return Optional.ofNullable(next.poll());
    }
  }

  /// @param folder of the person's settings, recent files and recoveries
  Bench(Stage stage, Path folder, List<Sample> samples) {
    this(stage, folder, samples, Library.builtIn());
  }

  /// @param models that any circuit may name
  Bench(Stage stage, Path folder, List<Sample> samples, ModelCatalogue models) {
    session = new LiveEngine(models, Threads.exactly(2));
    workspace = new Workspace(models, session);
    recoveries =
        new RecoveryStore(folder.resolve("recovery"), Duration.ofMillis(200), fx.later(), _ -> {});
    window =
        MainWindow.create(
            new Services(
                workspace,
                fx,
                themes,
                plots,
                new Settings(folder.resolve("settings")),
                new RecentFiles(folder.resolve("recent")),
                recoveries,
                answers,
                _ -> {},
                () -> samples,
                (c, files) -> Validation.problems(c, models, files)),
            WIDTH,
            HEIGHT);
    stage.setScene(window.scene());
    stage.show();
  }

  /// Waits, on the test's thread, until something is so on the FX thread.
  static void await(String what, Callable<Boolean> condition) {
    await(() -> what, condition);
  }

  /// The same, for what is worth saying with what is so instead.
  static void await(Supplier<String> what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> onFx(condition));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain until " + what.get(), e);
    }
  }

  /// Asks something on the FX thread.
  static <T> T onFx(Callable<T> question) {
    return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
  }

  /// Does something on the FX thread and waits for what follows from it.
  static void act(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// A node by its id, which has to be there.
  <N extends Node> N find(String id, Class<N> kind) {
    AtomicReference<Node> found = new AtomicReference<>();
    await(
        "there is #" + id,
        () -> {
          Node node = window.scene().lookup("#" + id);
          found.set(node);
          return node != null;
        });
    return kind.cast(found.get());
  }

  /// Clicks the button of the dialog with this text.
  static void press(FxRobot robot, String button) {
    robot.clickOn(
        (javafx.scene.control.Button)
            robot
                .lookup(
                    n -> n instanceof javafx.scene.control.Button b && button.equals(b.getText()))
                .query());
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Replaces what a number field says, as a person types it.
  void type(FxRobot robot, String id, String text) {
    javafx.scene.control.TextField field = find(id, javafx.scene.control.TextField.class);
    robot.clickOn(field);
    act(field::selectAll);
    robot.write(text).type(javafx.scene.input.KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Override
  public void close() {
    act(workspace::close);
    session.close();
    plots.close();
    fx.close();
  }
}
