package org.neurarium.app.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.file.ProjectFolder;

/// A sample project as the gallery shows it.
///
/// @param folder to open
/// @param title the circuit's
/// @param description the circuit's, a sentence or two
/// @param thumbnail a picture in the folder, if there is one
public record Sample(Path folder, String title, String description, Optional<Path> thumbnail) {

  /// The system property that names the folder of sample projects.
  public static final String PROPERTY = "neurarium.samples";

  /// Finds the folder of the sample projects: named by the property, else `sample-projects` in the working folder or above the
  /// program.
  public static Optional<Path> samplesFolder() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank()) return Optional.of(Path.of(named)).filter(Files::isDirectory);
    Path here = Path.of("").toAbsolutePath();
    return Stream.iterate(Optional.of(here), o -> o.isPresent(), o -> o.map(Path::getParent))
        .flatMap(Optional::stream)
        .limit(4)
        .map(p -> p.resolve("sample-projects"))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /// The samples in a folder, in the order of their names. Blocks.
  public static List<Sample> in(Path folder) {
    try (Stream<Path> projects = Files.list(folder)) {
      return projects
          .filter(p -> Files.isRegularFile(p.resolve(ProjectFolder.CIRCUIT)))
          .sorted()
          .flatMap(p -> read(p).stream())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Sample> read(Path folder) {
    return ProjectFolder.of(folder).read().circuit().map(c -> of(folder, c));
  }

  private static Sample of(Path folder, Circuit circuit) {
    Path picture = folder.resolve("thumbnail.png");
    return new Sample(
        folder,
        circuit.title(),
        circuit.description(),
        Files.isRegularFile(picture) ? Optional.of(picture) : Optional.empty());
  }
}
