package org.neurarium.app.start;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.documents.FileChoosers;
import org.neurarium.app.documents.IncidentLog;
import org.neurarium.app.documents.Sample;
import org.neurarium.app.documents.Settings;
import org.neurarium.app.documents.UserFolder;
import org.neurarium.app.shell.MainWindow;
import org.neurarium.app.shell.RecoveryOffer;
import org.neurarium.app.shell.Services;
import org.neurarium.app.theme.Palette;
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

/// The laboratory with its window: wires everything together, once.
public final class Lab extends Application {

  /// How long an edit may be lost after a crash; well below the ten seconds that people are promised.
  private static final Duration AUTOSAVE = Duration.ofSeconds(4);

  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private @Nullable Parts parts;

  /// What is closed at the end.
  private record Parts(
      LiveSession session,
      Workspace workspace,
      FxBridge fx,
      PlotStage plots,
      Settings settings,
      MainWindow window,
      Stage stage) {}

  @Override
  public void start(Stage stage) {
    UserFolder folder = UserFolder.standard();
    ModelCatalogue models = folder.including(Library.builtIn());
    LiveSession session = new LiveEngine(models, Threads.automatic());
    Workspace workspace = new Workspace(models, session);
    FxBridge fx = new FxBridge();
    Settings settings = new Settings(folder.settings());
    Themes themes =
        settings.text("theme").map(t -> new Themes(t.equals("dark"))).orElseGet(Themes::ofSystem);
    PlotStage plots = new PlotStage();
    IncidentLog log = new IncidentLog(folder.log());
    RecoveryStore recoveries =
        new RecoveryStore(
            folder.recovery(), AUTOSAVE, fx.later(), p -> fx.onFx(() -> say(p.sentence() + ".")));
    Services services =
        new Services(
            workspace,
            fx,
            themes,
            plots,
            settings,
            new RecentFiles(folder.recent()),
            recoveries,
            new FileChoosers(() -> stage),
            link -> getHostServices().showDocument(link),
            () -> Sample.samplesFolder().map(Sample::in).orElse(List.of()),
            (circuit, files) -> Validation.problems(circuit, models, files));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    double width = settings.number("window.width").orElse(Math.min(WIDTH, screen.getWidth()));
    double height = settings.number("window.height").orElse(Math.min(HEIGHT, screen.getHeight()));
    MainWindow window = MainWindow.create(services, width, height);
    parts = new Parts(session, workspace, fx, plots, settings, window, stage);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> report(log, fx, thread, failure));
    show(stage, window, settings);
    models.notes().stream()
        .findFirst()
        .ifPresent(note -> say("One of your own models is not used. " + note + "."));
    StartArguments arguments = StartArguments.of(getParameters().getRaw());
    arguments.project().ifPresent(p -> open(window, workspace, p, arguments.autorun()));
    if (arguments.rehearsal()) Rehearsal.play(window, workspace);
    else new RecoveryOffer(recoveries, window.documents(), window.dialogs(), fx).look();
  }

  private void show(Stage stage, MainWindow window, Settings settings) {
    for (int size : new int[] {32, 64, 128})
      stage
          .getIcons()
          .add(Icons.picture(size, Palette.LIGHT.excitatory(), Palette.LIGHT.inhibitory()));
    Scene scene = window.scene();
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    window.documents().openProperty().get()
                        ? window.title() + " – Neurarium"
                        : "Neurarium",
                window.documents().openProperty(),
                window.titleProperty()));
    stage.setScene(scene);
    stage.setMinWidth(900);
    stage.setMinHeight(560);
    stage.setMaximized(settings.text("window.maximized").filter("true"::equals).isPresent());
    stage.setOnCloseRequest(e -> {
      e.consume();
      window.documents().whenSafe(this::end);
    });
    stage.show();
  }

  private void end() {
    if (parts == null) return;
    Stage stage = parts.stage();
    parts.window().documents().end();
    parts.window().remember();
    parts.settings().set("window.maximized", Boolean.toString(stage.isMaximized()));
    if (!stage.isMaximized()) {
      parts.settings().set("window.width", parts.window().scene().getWidth());
      parts.settings().set("window.height", parts.window().scene().getHeight());
    }
    parts.settings().save();
    Platform.exit();
  }

  private static void open(MainWindow window, Workspace workspace, Path project, boolean autorun) {
    if (autorun) Autorun.whenReady(workspace);
    window.documents().open(project);
  }

  private void say(String sentence) {
    Optional.ofNullable(parts).ifPresent(p -> p.window().notices().trouble(sentence));
  }

  /// The document is not touched: what failed is left undone, and the person can go on or save.
  private void report(IncidentLog log, FxBridge fx, Thread thread, Throwable failure) {
    log.add(thread, failure);
    fx.onFx(() ->
        say(
            "Something went wrong inside the program; your circuit is kept. Details are in "
                + log.file()
                + "."));
  }

  @Override
  public void stop() {
    if (parts == null) return;
    parts.workspace().close();
    parts.session().close();
    parts.plots().close();
    parts.fx().close();
  }
}
