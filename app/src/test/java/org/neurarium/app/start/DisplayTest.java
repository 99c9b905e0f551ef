package org.neurarium.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {

  @Test
  void isExpectedWhereTheSystemAlwaysHasOneOrOneIsNamed() {
    assertFalse(Display.isThere(Map.of(), "Linux", ""));
    assertFalse(Display.isThere(Map.of("DISPLAY", " "), "Linux", ""));
    assertTrue(Display.isThere(Map.of("DISPLAY", ":0"), "Linux", ""));
    assertTrue(Display.isThere(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", ""));
    assertTrue(Display.isThere(Map.of(), "Linux", "Headless"));
    assertTrue(Display.isThere(Map.of(), "Windows 11", ""));
  }

  @Test
  void withoutADisplayOneSentenceNamesTheCommandsThatNeedNone()
      throws IOException, InterruptedException {
    Process process = process("");
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(1, process.waitFor());
    assertEquals(Display.NONE, said);
    for (String command : List.of("run", "render", "check")) assertTrue(said.contains(command));
  }

  @Test
  void displayThatCannotBeReachedGivesTheSameSentence() throws IOException, InterruptedException {
    Process process = process(":4711");
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(1, process.waitFor());
    assertTrue(said.contains(Display.NONE), said);
    assertFalse(said.contains("\tat "), said);
  }

  private static Process process(String display) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName())
            .redirectErrorStream(true);
    builder.environment().remove("WAYLAND_DISPLAY");
    builder.environment().remove("DISPLAY");
    if (!display.isEmpty()) builder.environment().put("DISPLAY", display);
    return builder.start();
  }
}
