package org.neurarium.app.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.neurarium.app.senses.SceneKind;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.file.EventListCsv;
import org.neurarium.circuits.media.Media;
import org.neurarium.circuits.sense.Scene;

/// The files of scenes: what they are called, whether they can be read, and which a project takes along.
final class SceneFiles {

  private SceneFiles() {}

  static boolean isPicture(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
  }

  /// What is wrong with a file that is to be brought in. Blocks.
  static List<Problem> problems(SceneKind kind, String name, DataFiles files) {
    return switch (kind) {
      case FOLDER -> folderProblems(name, files);
      case SOUND -> Media.sound(name, files).problems();
      case EVENT_FILE ->
          name.toLowerCase(Locale.ROOT).endsWith(".csv")
              ? EventListCsv.read(name, files).problems()
              : Media.events(name, files, 1, 1).problems();
      default -> Media.picture(name, files).problems();
    };
  }

  private static List<Problem> folderProblems(String name, DataFiles files) {
    List<Problem> problems = new ArrayList<>();
    try {
      List<String> pictures =
          files.list(name).stream()
              .filter(f -> f.toLowerCase(Locale.ROOT).endsWith(".png"))
              .toList();
      for (String picture : pictures) problems.addAll(Media.picture(picture, files).problems());
      if (!pictures.isEmpty()) return problems;
    } catch (IOException e) {
      // Said below: there is nothing to be had.
    }
    return List.of(
        Problem.error(
            Place.at(name, 0, 0, ""),
            "There are no PNG pictures in the folder '" + name + "'",
            "Choose another."));
  }

  /// A scene with another file.
  static Scene named(Scene scene, String name) {
    return switch (scene) {
      case Scene.Image _ -> new Scene.Image(name);
      case Scene.Folder folder -> new Scene.Folder(name, folder.order(), folder.each());
      case Scene.EventFile file -> new Scene.EventFile(name, file.width(), file.height());
      case Scene.Sound s ->
          new Scene.Sound(Optional.of(name), s.low(), s.high(), s.floor(), s.frame());
      case Scene.EventCamera camera ->
          new Scene.EventCamera(named(camera.scene(), name), camera.threshold());
      case Scene.Drawing _, Scene.Grating _, Scene.Glyphs _, Scene.Odours _ -> scene;
    };
  }

  /// The files that a scene names, in a project's folder.
  static List<String> of(Scene scene, Path project) {
    return switch (scene) {
      case Scene.Image(String file) -> List.of(file);
      case Scene.Folder folder -> pictures(folder.folder(), project);
      case Scene.EventFile file -> List.of(file.file());
      case Scene.Sound sound -> sound.file().stream().toList();
      case Scene.EventCamera camera -> of(camera.scene(), project);
      case Scene.Drawing _, Scene.Grating _, Scene.Glyphs _, Scene.Odours _ -> List.of();
    };
  }

  private static List<String> pictures(String folder, Path project) {
    Path inside = project.resolve(folder).normalize();
    if (!inside.startsWith(project) || !Files.isDirectory(inside)) return List.of();
    try (Stream<Path> all = Files.list(inside)) {
      return all.filter(SceneFiles::isPicture).map(f -> folder + "/" + f.getFileName()).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
