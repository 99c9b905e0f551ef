package org.neurarium.app.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.neurarium.app.FxBridge;
import org.neurarium.app.controls.Notices;
import org.neurarium.app.documents.Choosers;
import org.neurarium.visualization.export.ExportFormat;
import org.neurarium.visualization.export.ExportTarget;

/// Asks where a plot goes, and says how it went.
final class PlotExports implements ExportTarget {

  private final Choosers choosers;
  private final Notices notices;
  private final FxBridge fx;

  PlotExports(Choosers choosers, Notices notices, FxBridge fx) {
    this.choosers = choosers;
    this.notices = notices;
    this.fx = fx;
  }

  @Override
  public Optional<Path> choose(ExportFormat format, String suggestedName) {
    return choosers.fileToWrite(format.label(), suggestedName);
  }

  @Override
  public void written(Path file) {
    fx.onFx(() -> notices.news("Exported " + file.getFileName() + "."));
  }

  @Override
  public void failed(Path file, String sentence) {
    fx.onFx(() -> notices.trouble(sentence));
  }
}
