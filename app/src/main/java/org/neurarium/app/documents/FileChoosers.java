package org.neurarium.app.documents;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own file dialogs; each begins where the last one ended.
public final class FileChoosers implements Choosers {

  private final Supplier<@Nullable Window> owner;
  private Optional<Path> lastFolder = Optional.empty();

  /// @param owner the window that waits for the answer
  public FileChoosers(Supplier<@Nullable Window> owner) {
    this.owner = owner;
  }

  @Override
  public Optional<Path> circuitToOpen() {
    FileChooser chooser = chooser("Open a circuit");
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter("Circuits", "*.json"), new ExtensionFilter("All files", "*"));
    return remembered(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> placeToSave(String suggestion) {
    FileChooser chooser = chooser("Save the circuit");
    chooser.setInitialFileName(suggestion);
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter("Project folder", "*"),
            new ExtensionFilter("Single file", "*.json"));
    return remembered(chooser.showSaveDialog(owner.get()));
  }

  @Override
  public Optional<Path> table(String title) {
    FileChooser chooser = chooser(title);
    chooser
        .getExtensionFilters()
        .setAll(
            new ExtensionFilter("Tables", "*.csv", "*.tsv", "*.txt"),
            new ExtensionFilter("All files", "*"));
    return remembered(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> file(String title, String kind, List<String> endings) {
    FileChooser chooser = chooser(title);
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter(kind, endings), new ExtensionFilter("All files", "*"));
    return remembered(chooser.showOpenDialog(owner.get()));
  }

  @Override
  public Optional<Path> folder(String title) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    lastFolder.filter(Files::isDirectory).ifPresent(f -> chooser.setInitialDirectory(f.toFile()));
    return remembered(chooser.showDialog(owner.get()));
  }

  @Override
  public Optional<Path> fileToWrite(String kind, String suggestion) {
    FileChooser chooser = chooser("Export");
    chooser.setInitialFileName(suggestion);
    chooser
        .getExtensionFilters()
        .setAll(new ExtensionFilter(kind, "*" + suggestion.substring(suggestion.lastIndexOf('.'))));
    return remembered(chooser.showSaveDialog(owner.get()));
  }

  private FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    lastFolder.filter(Files::isDirectory).ifPresent(f -> chooser.setInitialDirectory(f.toFile()));
    return chooser;
  }

  private Optional<Path> remembered(@Nullable File file) {
    Optional<Path> path = Optional.ofNullable(file).map(File::toPath);
    path.map(Path::getParent).ifPresent(f -> lastFolder = Optional.of(f));
    return path;
  }
}
