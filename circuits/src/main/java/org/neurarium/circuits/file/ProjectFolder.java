package org.neurarium.circuits.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;

/// A circuit on the disk with what belongs to it: its models, the lesson, the checks and the data files beside it.
///
/// Data files are found inside the folder only. Names that lead out of it, by `..` or over a symbolic link, are refused, so that opening
/// a stranger's project cannot read a person's other files.
public final class ProjectFolder implements DataFiles {

  /// The circuit's file in a project's folder.
  public static final String CIRCUIT = "circuit.json";

  private static final String LESSON = "lesson.md";
  private static final String CHECKS = "checks.json";
  private static final long MOST_DATA_BYTES = 2L << 30;
  private static final long MOST_LESSON_BYTES = 4 << 20;
  private static final int HEAD_BYTES = 1000;
  private static final Pattern HEAD =
      Pattern.compile(
          "\\s*\\{\\s*\"neurarium\"\\s*:\\s*\\d+\\s*,\\s*\"title\"\\s*:\\s*\"([^\"\\\\]+)\"");

  private final Path circuitFile;
  private final Path folder;

  private ProjectFolder(Path circuitFile, Path folder) {
    this.circuitFile = circuitFile;
    this.folder = folder;
  }

  /// The project of a folder, or of a circuit's file with the folder around it. Neither needs to exist yet.
  public static ProjectFolder of(Path folderOrFile) {
    Path path = folderOrFile.toAbsolutePath().normalize();
    Path parent = path.getParent();
    return Files.isDirectory(path) || parent == null
        ? new ProjectFolder(path.resolve(CIRCUIT), path)
        : new ProjectFolder(path, parent);
  }

  public Path circuitFile() {
    return circuitFile;
  }

  public Path folder() {
    return folder;
  }

  /// Reads the circuit with its models. Blocks.
  public CircuitReader.Result read() {
    CircuitReader.Result read = CircuitReader.read(circuitFile);
    ModelFolder.Result files = ModelFolder.read(folder.resolve(ModelFolder.NAME), folder);
    if (read.circuit().isEmpty()) return read;
    List<Problem> problems = new ArrayList<>(read.problems());
    problems.addAll(files.problems());
    return new CircuitReader.Result(
        read.circuit().map(c -> c.withModels(together(files.models(), c.models()))),
        problems,
        read.complete(),
        read.elements());
  }

  /// The files, and what the circuit's own text holds beside them: a piece of text somebody was sent, saved as a file.
  private static List<OwnModel> together(List<OwnModel> files, List<OwnModel> inside) {
    List<OwnModel> all = new ArrayList<>(files);
    for (OwnModel model : inside)
      if (files.stream().noneMatch(f -> f.id().equalsIgnoreCase(model.id()))) all.add(model);
    return all;
  }

  /// Writes the circuit into a place that knows nothing of it yet: see [#save(Circuit, Set)].
  public Optional<Problem> save(Circuit circuit) {
    return save(circuit, Set.of());
  }

  /// Writes the circuit and its models, each file whole or not at all, the circuit's last. Blocks. Not to be called after an incomplete read unless the person agreed to
  /// lose what could not be read.
  ///
  /// @param former names of the models that the circuit had when it was last read or saved here: their files are written over, and removed where the circuit has
  ///     them no more. Other files are left alone, and one that is in the way is a problem
  /// @return what went wrong; empty when it is saved
  public Optional<Problem> save(Circuit circuit, Set<String> former) {
    Optional<Problem> problem = ModelFolder.write(folder, circuit.models(), former);
    if (problem.isEmpty())
      problem = SafeFiles.write(circuitFile, CircuitWriter.write(circuit.withModels(List.of())));
    if (problem.isEmpty()) {
      Set<String> gone = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
      gone.addAll(former);
      circuit.models().forEach(m -> gone.remove(m.id()));
      ModelFolder.remove(folder, gone);
    }
    return problem;
  }

  /// The names of the models that lie in the folder and can be read. Blocks.
  public Set<String> models() {
    return ModelFolder.read(folder.resolve(ModelFolder.NAME), folder).models().stream()
        .map(OwnModel::id)
        .collect(Collectors.toSet());
  }

  /// The lesson's text, if the project has one. Blocks.
  public Optional<String> lesson() {
    Path file = folder.resolve(LESSON);
    try {
      if (!isOwn(file) || Files.size(file) > MOST_LESSON_BYTES) return Optional.empty();
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// A circuit's file in a project's folder.
  ///
  /// @param title of the circuit, as it stands in the file
  public record Neighbour(Path file, String title) {}

  /// The other circuits in the folder, by name: the same circuit in another size, say. Blocks.
  public List<Neighbour> neighbours() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".json") && !f.equals(circuitFile))
          .sorted()
          .flatMap(f -> neighbour(f).stream())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /// Looks at how a file begins: circuits name the version of their format, then their title.
  private Optional<Neighbour> neighbour(Path file) {
    try {
      if (!Files.isRegularFile(file) || !isOwn(file)) return Optional.empty();
      byte[] head;
      try (InputStream in = Files.newInputStream(file)) {
        head = in.readNBytes(HEAD_BYTES);
      }
      Matcher title = HEAD.matcher(new String(head, StandardCharsets.UTF_8));
      return title.lookingAt()
          ? Optional.of(new Neighbour(file, title.group(1)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The file with the lesson's checks, if the project has one.
  public Optional<Path> checks() {
    return Optional.of(folder.resolve(CHECKS)).filter(Files::isRegularFile);
  }

  @Override
  public Reader open(String name) throws IOException {
    // Bytes that are no UTF-8 become a sign that no number has, and so a problem of their row.
    return new InputStreamReader(bytes(name), StandardCharsets.UTF_8);
  }

  @Override
  public InputStream bytes(String name) throws IOException {
    Path file = inside(name);
    if (!Files.isRegularFile(file)) throw new NoSuchFileException(name);
    if (!isOwn(file) || Files.size(file) > MOST_DATA_BYTES) throw new AccessDeniedException(name);
    return Files.newInputStream(file);
  }

  @Override
  public List<String> list(String name) throws IOException {
    Path directory = inside(name);
    if (!Files.isDirectory(directory)) throw new NoSuchFileException(name);
    if (!isOwn(directory)) throw new AccessDeniedException(name);
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> name + "/" + file.getFileName())
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Path inside(String name) throws NoSuchFileException {
    if (!DataFiles.isInside(name)) throw new NoSuchFileException(name);
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw new NoSuchFileException(name);
    }
  }

  /// Whether a file is really in this folder, links followed.
  private boolean isOwn(Path file) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }
}
