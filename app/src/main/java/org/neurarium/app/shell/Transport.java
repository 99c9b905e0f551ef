package org.neurarium.app.shell;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.work.Workspace;
import org.neurarium.engine.command.EngineCommand;
import org.neurarium.engine.observe.EngineStatus;

/// Time in the hand: back to the start, run and pause, step, the time itself, and the speed.
final class Transport extends HBox {

  private static final double[] SPEEDS = {0.1, 0.5, 1, 10};

  private final Workspace workspace;
  private final Button run;
  private final Label time = new Label();
  private final MenuButton speed = new MenuButton();
  private final Node runIcon = Icons.run();
  private final Node pauseIcon = Icons.pause();

  Transport(Workspace workspace) {
    this.workspace = workspace;
    getStyleClass().add("nr-transport");
    setAlignment(Pos.CENTER);
    setMinWidth(Region.USE_PREF_SIZE);
    Button reset =
        button(
            "reset",
            "Back to the start: same start values, same noise  (Home)",
            Icons.toStart(),
            () -> workspace.submit(new EngineCommand.Reset()));
    run = button("run", "Run  (Space)", runIcon, workspace::toggleRun);
    run.getStyleClass().add("nr-run");
    Button step =
        button(
            "step",
            "One step of the engine  (.)\nShift: 1 ms, Ctrl: 10 ms",
            Icons.step(),
            () -> steps(1));
    step.setOnMouseClicked(e -> {
      // The click itself did one step; with a modifier the rest follows.
      if (e.isShiftDown()) milliseconds(1, 1);
      else if (e.isShortcutDown()) milliseconds(10, 1);
    });
    time.getStyleClass().add("nr-time");
    time.setId("time");
    time.setTooltip(new Tooltip("Biological time since the start of the run"));
    speed.setId("speed");
    speed.getStyleClass().setAll("nr-flat", "nr-speed");
    speed.setTooltip(new Tooltip("How fast to run, as a multiple of real time  (1–4)"));
    fillSpeeds();
    getChildren().addAll(reset, run, step, time, speed);
    workspace.statusProperty().subscribe(this::show);
    workspace.speedProperty().subscribe(_ -> show(workspace.status()));
  }

  private static Button button(String id, String help, Node icon, Runnable action) {
    Button button = new Button();
    button.setGraphic(icon);
    button.setId(id);
    button.getStyleClass().setAll("nr-flat", "nr-transport-button");
    button.setTooltip(new Tooltip(help));
    button.setAccessibleText(help);
    button.setOnAction(_ -> action.run());
    return button;
  }

  void steps(long n) {
    workspace.submit(new EngineCommand.Step(n));
  }

  /// Steps for some milliseconds, less some steps already done.
  void milliseconds(double ms, long done) {
    double dt = workspace.circuit().run().dt().engineValue();
    steps(Math.max(1, Math.round(ms / dt) - done));
  }

  private void show(EngineStatus status) {
    boolean running = status.isRunning();
    run.setGraphic(running ? pauseIcon : runIcon);
    String help = running ? "Pause  (Space)" : "Run  (Space)";
    if (!help.equals(run.getAccessibleText())) {
      run.setTooltip(new Tooltip(help));
      run.setAccessibleText(help);
    }
    boolean ready = status.phase() == EngineStatus.Phase.PAUSED || running;
    setDisabledParts(!ready);
    time.setText(timeText(status.time()));
    speed.setText(speedText(status, workspace.speedProperty().get()));
  }

  private void setDisabledParts(boolean disabled) {
    for (Node n : getChildren()) if (n instanceof Button) n.setDisable(disabled);
  }

  static String timeText(double ms) {
    return String.format(Locale.ROOT, "%.3f s", ms / 1000);
  }

  /// What is reached while it runs, else what is chosen.
  static String speedText(EngineStatus status, double chosen) {
    double reached = 1 / status.realTimeFactor();
    if (status.isRunning() && Double.isFinite(reached) && reached > 0)
      return times(reached) + " real time";
    return Double.isInfinite(chosen) ? "as fast as possible" : times(chosen) + " real time";
  }

  private static String times(double factor) {
    return String.format(
        Locale.ROOT, factor >= 9.95 ? "%.0f×" : factor >= 0.095 ? "%.1f×" : "%.3f×", factor);
  }

  private void fillSpeeds() {
    for (double s : SPEEDS) speed.getItems().add(item(times(s) + " real time", s));
    speed.getItems().add(item("As fast as possible", Double.POSITIVE_INFINITY));
    TextField typed = new TextField();
    typed.setPromptText("other, such as 0.25");
    typed.setPrefColumnCount(12);
    typed.setId("speed-typed");
    typed.setAccessibleText("Speed as a multiple of real time");
    typed.setOnAction(_ ->
        read(typed.getText())
            .ifPresentOrElse(
                s -> {
                  workspace.setSpeed(s);
                  speed.hide();
                },
                typed::selectAll));
    CustomMenuItem field = new CustomMenuItem(typed, false);
    speed.getItems().addAll(new SeparatorMenuItem(), field);
  }

  /// A speed as people type it: `0.25`, `0,25`, `2x`.
  static Optional<Double> read(String text) {
    try {
      double s = Double.parseDouble(text.strip().replace(',', '.').replaceAll("\\s*[x×]$", ""));
      return s > 0 && Double.isFinite(s) ? Optional.of(s) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private RadioMenuItem item(String text, double value) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setOnAction(_ -> workspace.setSpeed(value));
    workspace.speedProperty().subscribe(now -> item.setSelected(now == value));
    return item;
  }
}
