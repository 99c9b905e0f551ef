package org.neurarium.visualization.live;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;
import org.neurarium.visualization.export.PlotExport;
import org.neurarium.visualization.export.PlotSource;
import org.neurarium.visualization.history.RunHistory;

/// The small button on each plot that saves it. Hidden until the application says where files go. FX thread.
final class ExportMenu extends MenuButton {

  private static final String ICON = "M4 0h2v4.5h2.5L5 8 1.5 4.5H4z M0 9h10v1.5H0z";

  private final PlotStage stage;
  private @Nullable ExportTarget target;

  ExportMenu(PlotStage stage) {
    this.stage = stage;
    PlotStyle.flat(this, "Save this plot or its data");
    setText("Save");
    setGraphic(PlotStyle.icon(ICON));
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  void setTarget(ExportTarget newTarget) {
    target = newTarget;
    setVisible(true);
  }

  /// Adds a choice.
  ///
  /// @param source makes the plot on the plot thread, if there is one to save
  void add(
      String label,
      ExportFormat format,
      String name,
      Function<RunHistory, Optional<? extends PlotSource>> source) {
    MenuItem item = new MenuItem(label + "…");
    item.setOnAction(_ -> save(format, name, source));
    getItems().add(item);
  }

  private void save(
      ExportFormat format,
      String name,
      Function<RunHistory, Optional<? extends PlotSource>> source) {
    ExportTarget to = target;
    if (to == null) return;
    Optional<Path> file = to.choose(format, name + "." + format.extension());
    if (file.isEmpty()) return;
    Path path = file.get();
    var _ =
        stage
            .ask(history -> write(format, path, source.apply(history)))
            .handle((problem, _) -> problem == null ? "It could not be drawn." : problem)
            .thenAcceptAsync(
                problem -> {
                  if (problem.isEmpty()) to.written(path);
                  else to.failed(path, problem);
                },
                stage.leisure());
  }

  /// Returns what went wrong in a sentence, empty when nothing did.
  private static String write(ExportFormat format, Path file, Optional<? extends PlotSource> plot) {
    if (plot.isEmpty()) return "There is nothing to save yet: run the circuit first.";
    try {
      PlotExport.write(plot.get(), format, file);
      return "";
    } catch (AccessDeniedException _) {
      return "The folder of " + file.getFileName() + " cannot be written to; choose another one.";
    } catch (IOException e) {
      return "The file " + file.getFileName() + " could not be written: " + e.getMessage();
    }
  }
}
