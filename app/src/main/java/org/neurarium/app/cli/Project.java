package org.neurarium.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.text.DidYouMean;
import org.neurarium.circuits.validation.Validation;

/// A project named on the command line, read and found sound.
///
/// @param name as it was named
/// @param circuit ready to be built
/// @param folder with its files
record Project(String name, Circuit circuit, ProjectFolder folder) {

  /// Reads a project.
  ///
  /// @param path a folder with a `circuit.json`, or such a file
  /// @param models that its populations may name
  /// @param err where warnings go
  /// @throws Failure if there is none, or something is wrong with it
  static Project read(Path path, ModelCatalogue models, PrintWriter err) {
    if (!Files.exists(path))
      throw Failure.misuse("There is no project '" + path + "'. " + hint(path));
    ProjectFolder folder = ProjectFolder.of(path);
    if (!Files.exists(folder.circuitFile()))
      throw Failure.misuse(
          "'" + path + "' is not a project: it has no file " + ProjectFolder.CIRCUIT + ".");
    CircuitReader.Result read = folder.read();
    List<Problem> problems = read.problems();
    if (read.circuit().isEmpty() || problems.stream().anyMatch(Problem::isError))
      throw Failure.of(problems);
    List<Problem> senseless =
        Validation.problems(read.circuit().get(), models, folder).stream()
            .map(read::placed)
            .toList();
    if (senseless.stream().anyMatch(Problem::isError)) throw Failure.of(senseless);
    problems.forEach(err::println);
    senseless.forEach(err::println);
    return new Project(path.toString(), read.circuit().get(), folder);
  }

  /// What the person probably meant: a neighbour of a similar name.
  private static String hint(Path path) {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null || !Files.isDirectory(parent))
      return "Name a folder with a circuit.json, such as sample-projects/00-first-light.";
    try (Stream<Path> neighbours = Files.list(parent)) {
      List<String> names =
          neighbours
              .filter(p -> Files.exists(p.resolve(ProjectFolder.CIRCUIT)))
              .map(p -> p.getFileName().toString())
              .sorted()
              .toList();
      Path wanted = path.getFileName();
      String hint = wanted == null ? "" : DidYouMean.hint(wanted.toString(), names, "There are");
      return hint.isEmpty()
          ? "Name a folder with a circuit.json, such as sample-projects/00-first-light."
          : hint;
    } catch (IOException e) {
      return "";
    }
  }
}
