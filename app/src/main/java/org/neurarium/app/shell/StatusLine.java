package org.neurarium.app.shell;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.neurarium.app.controls.Icons;
import org.neurarium.app.work.Workspace;
import org.neurarium.engine.observe.EngineStatus;

/// What the engine does, in a few words; while it builds, how far it is, with a way to give up.
final class StatusLine extends HBox {

  /// As wide as the words of a busy network, so that they do not come and go with the number of spikes.
  private static final double WHOLE_WIDTH = 230;

  private static final double SHORT_WIDTH = 130;

  private final Workspace workspace;
  private final Label text = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button();
  private boolean isShort;

  StatusLine(Workspace workspace) {
    this.workspace = workspace;
    getStyleClass().add("nr-status");
    setAlignment(Pos.CENTER_RIGHT);
    setSpacing(8);
    text.setId("status");
    text.setMinWidth(0);
    text.setTooltip(new Tooltip());
    progress.setPrefWidth(90);
    progress.setMinWidth(60);
    progress.setAccessibleText("Progress of building the network");
    cancel.setGraphic(Icons.close());
    cancel.getStyleClass().setAll("nr-flat");
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setTooltip(new Tooltip("Give up building"));
    cancel.setAccessibleText("Give up building the network");
    cancel.setOnAction(_ -> workspace.cancelBuild());
    workspace.statusProperty().subscribe(this::show);
  }

  /// The least width at which it says something.
  double shortWidth() {
    return isCounting() ? SHORT_WIDTH : prefWidth(-1);
  }

  /// Says as much as fits into a width, in pixels.
  void fit(double width) {
    boolean nowShort = isCounting() && width < WHOLE_WIDTH;
    text.setVisible(width >= shortWidth());
    if (nowShort == isShort) return;
    isShort = nowShort;
    show(workspace.status());
  }

  private boolean isCounting() {
    EngineStatus status = workspace.status();
    return status.build().isEmpty()
        && switch (status.phase()) {
          case PAUSED, RUNNING -> true;
          case EMPTY, BUILDING, BROKEN -> false;
        };
  }

  private void show(EngineStatus status) {
    if (status.build().isPresent()) {
      var build = status.build().get();
      progress.setProgress(build.fraction());
      text.setText(build.doing());
      getChildren().setAll(text, progress, cancel);
    } else {
      text.setText(isShort ? spikes(status) : words(status));
      getChildren().setAll(text);
    }
    if (text.getTooltip() != null) text.getTooltip().setText(details(status));
  }

  static String words(EngineStatus status) {
    return switch (status.phase()) {
      case EMPTY -> "";
      case BUILDING -> "Building the network…";
      case BROKEN -> "Cannot run: see the problems in the inspector";
      case PAUSED, RUNNING -> {
        String spikes = spikes(status);
        yield spikes
            + (spikes.isEmpty() ? "" : " · ")
            + status.threads()
            + (status.threads() == 1 ? " thread" : " threads")
            + " · seed "
            + status.seed();
      }
    };
  }

  private static String spikes(EngineStatus status) {
    return Double.isFinite(status.spikesPerSecond())
        ? grouped(Math.round(status.spikesPerSecond())) + " spikes/s"
        : "";
  }

  private static String details(EngineStatus status) {
    return words(status)
        + "\n"
        + grouped(status.neurons())
        + " neurons, "
        + grouped(status.synapses())
        + " synapses"
        + (Double.isFinite(status.realTimeFactor())
            ? String.format(
                Locale.ROOT,
                "\nreal-time factor %.3g (wall time over biological time)",
                status.realTimeFactor())
            : "");
  }

  static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n).replace(',', '\u2009');
  }
}
