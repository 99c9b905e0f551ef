package org.neurarium.circuits.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;

/// The model files of a folder: those of a project, or a person's own.
///
/// A file whose name cannot be a model's, that is no text, or that is really elsewhere is left out with a problem and never touched. Everything here
/// blocks.
public final class ModelFolder {

  /// The folder's name in a project's.
  public static final String NAME = "models";

  private static final String SUFFIX = ".model";
  private static final int MOST_FILES = 500;
  private static final int MOST_BYTES = 4 * OwnModel.MOST_CHARACTERS;

  private ModelFolder() {}

  /// What came of reading a folder.
  ///
  /// @param models by name
  /// @param problems with the files that were left out
  public record Result(List<OwnModel> models, List<Problem> problems) {
    public Result {
      models = List.copyOf(models);
      problems = List.copyOf(problems);
    }
  }

  /// Reads the model files of a folder; one that does not exist has none.
  ///
  /// @param within where the folder and its files have to be, links followed
  public static Result read(Path folder, Path within) {
    List<OwnModel> models = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    List<Path> files = files(folder);
    if (files.size() > MOST_FILES)
      problems.add(
          Problem.warning(
              Place.at(NAME, 0, 0, ""),
              "There are "
                  + files.size()
                  + " model files, and the first "
                  + MOST_FILES
                  + " are read",
              "Move those that are not needed elsewhere."));
    for (Path file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
      String id = id(file);
      String name = NAME + "/" + file.getFileName();
      if (!OwnModel.isValid(id))
        problems.add(
            Problem.warning(
                Place.at(name, 0, 0, ""),
                Formats.quoted(id) + " cannot be the name of a model",
                ModelsFormat.NAME_HINT));
      else if (!taken.add(id))
        problems.add(
            Problem.warning(
                Place.at(name, 0, 0, ""),
                "There is another model of this name, which differs only in large and small letters",
                "Rename one of them."));
      else
        try {
          if (!isWithin(file, within))
            problems.add(
                problem(
                    name,
                    "The file " + Formats.quoted(name) + " is a link to somewhere else",
                    "Copy the file itself here."));
          else text(file, name, problems).ifPresent(text -> models.add(new OwnModel(id, text)));
        } catch (IOException e) {
          problems.add(
              problem(
                  name,
                  "The file " + Formats.quoted(name) + " cannot be read",
                  "See whether it is a file and whether you may read it."));
        }
    }
    return new Result(models, problems);
  }

  private static Problem problem(String file, String sentence, String hint) {
    return Problem.error(Place.at(file, 0, 0, ""), sentence, hint);
  }

  private static boolean isWithin(Path file, Path folder) throws IOException {
    return file.toRealPath().startsWith(folder.toRealPath());
  }

  /// The names of the models that a folder has files of.
  static Set<String> ids(Path folder) {
    return files(folder).stream().map(ModelFolder::id).collect(Collectors.toSet());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(p -> String.valueOf(p.getFileName()).endsWith(SUFFIX) && !Files.isDirectory(p))
          .filter(p -> !id(p).isEmpty() && !id(p).startsWith(".")) // what others keep there
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String id(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /// A file's text, without the mark that some editors put before UTF-8.
  private static Optional<String> text(Path file, String name, List<Problem> problems)
      throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      problems.add(
          problem(
              name,
              "The file " + Formats.quoted(name) + " is too large for a model",
              "A model is a page of text."));
      return Optional.empty();
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add(
          problem(
              name,
              "The file " + Formats.quoted(name) + " is not UTF-8 text",
              "Save it as UTF-8 in a text editor."));
      return Optional.empty();
    }
  }

  /// Writes those files that differ from what is on the disk, each whole or not at all.
  ///
  /// @param project the folder around the folder of models
  /// @param former names of the files that may be written over; a file of any other name with another text belongs to somebody else
  /// @return what went wrong, with the files before it written
  static Optional<Problem> write(Path project, List<OwnModel> models, Set<String> former) {
    if (models.isEmpty()) return Optional.empty();
    Path folder = project.resolve(NAME);
    try {
      if (Files.exists(folder) && !isWithin(folder, project))
        return Optional.of(
            problem(
                NAME,
                "The models were not saved, since the folder '" + NAME + "' is a link to elsewhere",
                "Save the circuit in another folder."));
      Files.createDirectories(folder);
      for (OwnModel model : models) {
        Optional<Problem> problem = write(folder.resolve(model.id() + SUFFIX), model, former);
        if (problem.isPresent()) return problem;
      }
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of(
          problem(
              NAME,
              "The models were not saved, since the disk refused",
              "Save the circuit in another folder or on another disk."));
    }
  }

  private static Optional<Problem> write(Path file, OwnModel model, Set<String> former)
      throws IOException {
    if (model.text().length() > OwnModel.MOST_CHARACTERS)
      return Optional.of(
          problem(
              model.file(),
              "The text of the model '" + model.id() + "' is too long to be kept in a file",
              "Shorten it: a model is a page of text."));
    if (Files.exists(file)) {
      if (Files.isRegularFile(file)
          && Files.size(file) <= MOST_BYTES
          && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).equals(model.text()))
        return Optional.empty();
      if (!former.contains(model.id()))
        return Optional.of(
            problem(
                model.file(),
                "There is another model '" + model.id() + "' in that folder already",
                "Save the circuit in a folder of its own, or rename the model."));
    }
    return SafeFiles.write(file, model.text());
  }

  /// Removes files of models that are no longer there, and the folder with the last one. What cannot be removed stays.
  static void remove(Path project, Set<String> gone) {
    Path folder = project.resolve(NAME);
    if (gone.isEmpty() || !Files.isDirectory(folder)) return;
    try {
      if (!isWithin(folder, project)) return;
      for (String id : gone)
        if (OwnModel.isValid(id)) Files.deleteIfExists(folder.resolve(id + SUFFIX));
      if (isEmpty(folder)) Files.delete(folder);
    } catch (IOException e) {
      // It would come back as an unused model when the project is opened: a nuisance and no loss.
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
