package org.neurarium.circuits;

import java.io.IOException;
import java.io.Reader;

/// Gives the text of the data files that a circuit names (spike lists, connection lists). Implementations resolve names inside the
/// project's folder and nowhere else.
@FunctionalInterface
public interface DataFiles {

  /// A circuit without files of its own.
  DataFiles NONE =
      name -> {
        throw new java.nio.file.NoSuchFileException(name);
      };

  /// Opens a file for reading; the caller closes it.
  ///
  /// @param name relative path with `/`, without `..`
  /// @throws java.nio.file.NoSuchFileException if there is none
  Reader open(String name) throws IOException;
}
