package org.neurarium.circuits;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;

/// Gives the data files that a circuit names (spike lists, connection lists, pictures, sounds). Implementations resolve names inside the
/// project's folder and nowhere else.
@FunctionalInterface
public interface DataFiles {

  /// A circuit without files of its own.
  DataFiles NONE =
      name -> {
        throw new java.nio.file.NoSuchFileException(name);
      };

  /// Whether a name stays inside the project's folder: relative, with `/`, without `..` and without anything that some system
  /// reads as another disk or device.
  static boolean isInside(String name) {
    if (name.isBlank() || name.length() > 200 || name.startsWith("/")) return false;
    if (name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ')) return false;
    return java.util.Arrays.stream(name.split("/", -1))
        .noneMatch(part -> part.isBlank() || part.equals(".."));
  }

  /// Opens a file for reading; the caller closes it.
  ///
  /// @param name relative path with `/`, without `..`
  /// @throws java.nio.file.NoSuchFileException if there is none
  Reader open(String name) throws IOException;

  /// Opens a file that is no text; the caller closes it.
  ///
  /// @param name relative path with `/`, without `..`
  /// @throws java.nio.file.NoSuchFileException if there is none
  default InputStream bytes(String name) throws IOException {
    throw new java.nio.file.NoSuchFileException(name);
  }

  /// The paths of the files in a folder, sorted by name, without those of its own folders.
  ///
  /// @param folder relative path with `/`, without `..`
  /// @throws java.nio.file.NoSuchFileException if there is none
  default List<String> list(String folder) throws IOException {
    throw new java.nio.file.NoSuchFileException(folder);
  }
}
