package org.neurarium.visualization.export;

import java.nio.file.Path;
import java.util.Optional;

/// Where an exported plot goes: the application asks the person and shows how it went.
public interface ExportTarget {

  /// Asks for a file. FX thread.
  ///
  /// @param suggestedName a file name with extension
  /// @return empty when the person changed their mind
  Optional<Path> choose(ExportFormat format, String suggestedName);

  /// Told on the plots' leisure thread that the file is written.
  void written(Path file);

  /// Told on the plots' leisure thread that the file could not be written.
  ///
  /// @param sentence what went wrong, for people
  void failed(Path file, String sentence);
}
