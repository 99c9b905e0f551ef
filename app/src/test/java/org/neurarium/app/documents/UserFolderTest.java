package org.neurarium.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFolderTest {

  private static final Path HOME = Path.of("home", "ada");

  @Test
  void followsEachSystemsCustom() {
    assertEquals(
        HOME.resolve(".local/share/neurarium"),
        UserFolder.standard(Map.of(), "Linux", HOME).root());
    assertEquals(
        HOME.resolve("Library/Application Support/Neurarium"),
        UserFolder.standard(Map.of(), "Mac OS X", HOME).root());
    assertEquals(
        Path.of("roaming").resolve("Neurarium"),
        UserFolder.standard(Map.of("APPDATA", "roaming"), "Windows 11", HOME).root());
    assertEquals(
        Path.of("data").resolve("neurarium"),
        UserFolder.standard(Map.of("XDG_DATA_HOME", "data"), "Linux", HOME).root());
  }

  @Test
  void canBeNamedByTheEnvironment() {
    assertEquals(
        Path.of("here"),
        UserFolder.standard(Map.of(UserFolder.VARIABLE, "here"), "Linux", HOME).root());
  }

  @Test
  void settingsComeBackAfterARestart(@TempDir Path folder) {
    Path file = folder.resolve("deep/settings.properties");
    Settings settings = new Settings(file);
    settings.set("theme", "dark");
    settings.set("dock.height", 321.5);
    settings.save();
    Settings again = new Settings(file);
    assertEquals("dark", again.text("theme").orElse(""));
    assertEquals(321.5, again.number("dock.height").orElse(0));
  }
}
