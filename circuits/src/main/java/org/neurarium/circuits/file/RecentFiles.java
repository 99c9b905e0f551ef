package org.neurarium.circuits.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Remembers which files were opened last, newest first, in a small text file of the user's. Belongs to one thread; each call blocks
/// shortly. A list that cannot be written is forgotten, which is no reason to bother anybody.
public final class RecentFiles {

  private static final int MOST = 12;

  private final Path store;

  /// @param store the file that keeps the list
  public RecentFiles(Path store) {
    this.store = store;
  }

  /// The files that still exist.
  public List<Path> list() {
    List<Path> files = new ArrayList<>();
    if (!Files.isRegularFile(store)) return files;
    try {
      for (String line : Files.readAllLines(store)) {
        if (line.isBlank() || files.size() == MOST) continue;
        Path file = Path.of(line);
        if (Files.exists(file)) files.add(file);
      }
    } catch (IOException | InvalidPathException e) {
      // A damaged list is shorter, no more.
    }
    return files;
  }

  /// Puts a file on top.
  public void add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    List<Path> files = list();
    files.remove(absolute);
    files.addFirst(absolute);
    write(files.subList(0, Math.min(MOST, files.size())));
  }

  /// Takes a file off the list.
  public void remove(Path file) {
    List<Path> files = list();
    if (files.remove(file.toAbsolutePath().normalize())) write(files);
  }

  private void write(List<Path> files) {
    try {
      Path folder = store.toAbsolutePath().getParent();
      if (folder != null) Files.createDirectories(folder);
    } catch (IOException e) {
      return;
    }
    var _ =
        SafeFiles.write(
            store, String.join("\n", files.stream().map(Path::toString).toList()) + "\n");
  }
}
