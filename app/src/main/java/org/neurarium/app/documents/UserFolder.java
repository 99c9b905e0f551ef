package org.neurarium.app.documents;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.neurarium.circuits.file.ModelFolder;
import org.neurarium.circuits.model.ModelCatalogue;

/// Where the program keeps what belongs to a person: settings, the list of recent files, recoveries, models, the log.
///
/// @param root a folder of its own
public record UserFolder(Path root) {

  /// The environment variable that names another folder.
  public static final String VARIABLE = "NEURARIUM_DATA";

  /// The place that the operating system has for it, unless `NEURARIUM_DATA` names another.
  ///
  /// @param environment variables by name
  /// @param system the operating system's name
  /// @param home the person's home folder
  public static UserFolder standard(Map<String, String> environment, String system, Path home) {
    String given = environment.getOrDefault(VARIABLE, "");
    if (!given.isBlank()) return new UserFolder(Path.of(given));
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return new UserFolder((roaming.isBlank() ? home : Path.of(roaming)).resolve("Neurarium"));
    }
    if (os.contains("mac"))
      return new UserFolder(home.resolve("Library/Application Support/Neurarium"));
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return new UserFolder(
        (data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("neurarium"));
  }

  /// That of the person who started this program.
  public static UserFolder standard() {
    return standard(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")));
  }

  public Path settings() {
    return root.resolve("settings.properties");
  }

  public Path recent() {
    return root.resolve("recent.txt");
  }

  public Path recovery() {
    return root.resolve("recovery");
  }

  /// The person's own models, one file each.
  public Path models() {
    return root.resolve("models");
  }

  /// A catalogue with the person's own models. What is wrong with their files are its notes. Blocks.
  public ModelCatalogue including(ModelCatalogue builtIn) {
    ModelFolder.Result read = ModelFolder.read(models(), models());
    return builtIn.withUsers(read.models(), read.problems());
  }

  public Path log() {
    return root.resolve("neurarium.log");
  }
}
