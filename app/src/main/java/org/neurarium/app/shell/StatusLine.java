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

  private final Label text = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button();

  StatusLine(Workspace workspace) {
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

  private void show(EngineStatus status) {
    if (status.build().isPresent()) {
      var build = status.build().get();
      progress.setProgress(build.fraction());
      text.setText(build.doing());
      getChildren().setAll(text, progress, cancel);
    } else {
      text.setText(words(status));
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
        String spikes =
            Double.isFinite(status.spikesPerSecond())
                ? grouped(Math.round(status.spikesPerSecond())) + " spikes/s · "
                : "";
        yield spikes
            + status.threads()
            + (status.threads() == 1 ? " thread" : " threads")
            + " · seed "
            + status.seed();
      }
    };
  }

  private static String details(EngineStatus status) {
    return grouped(status.neurons())
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
