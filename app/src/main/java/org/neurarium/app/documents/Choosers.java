package org.neurarium.app.documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for files.
public interface Choosers {

  /// A circuit to open: a `circuit.json` or another JSON file.
  Optional<Path> circuitToOpen();

  /// Where to save: a new or existing folder, or a file ending in `.json`.
  ///
  /// @param suggestion a name
  Optional<Path> placeToSave(String suggestion);

  /// A CSV file to bring in.
  ///
  /// @param title of the dialog
  Optional<Path> table(String title);

  /// A file of some kind to bring in.
  ///
  /// @param title of the dialog
  /// @param kind for people: "Pictures (PNG)"
  /// @param endings such as `*.png`
  Optional<Path> file(String title, String kind, List<String> endings);

  /// A folder to bring in.
  ///
  /// @param title of the dialog
  Optional<Path> folder(String title);

  /// A file to write a picture or data to.
  ///
  /// @param kind for people: "Picture (PNG)"
  /// @param suggestion a file name with extension
  Optional<Path> fileToWrite(String kind, String suggestion);
}
