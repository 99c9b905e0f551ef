package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void writeProject() throws IOException {
    project = TinyProject.in(folder.resolve("hand-ins/anna"));
  }

  @Test
  void isGreenOnEverySeed() {
    Outcome outcome = Outcome.of("check", project.toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.out().contains("2 of 2 seeds"), outcome.out());
    assertTrue(outcome.out().contains("✓"), outcome.out());
  }

  @Test
  void printsAnObjectForEachCheckAndSeed() {
    Outcome outcome = Outcome.of("check", project.toString(), "--seeds", "3", "--json");
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertEquals(
        List.of("project", "seed", "check", "value", "target", "at_least", "pass"),
        Pattern.compile("\"(\\w+)\":")
            .matcher(outcome.out())
            .results()
            .map(m -> m.group(1))
            .limit(7)
            .toList());
    assertEquals(3, Pattern.compile("\"seed\": [567],").matcher(outcome.out()).results().count());
  }

  @Test
  void turnsRedUnderItsLesionAndNotUnderTheSham() {
    Outcome outcome =
        Outcome.of("check", project.toString(), "--lesions", "--json", "--seeds", "1");
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.out().contains("\"lesion\": \"no-drive\""), outcome.out());
    assertEquals(
        1, Pattern.compile("\"expected\": \"red\"").matcher(outcome.out()).results().count());
  }

  @Test
  void failsWhenALesionChangesNothing() throws IOException {
    Path checks = project.resolve("checks.json");
    Files.writeString(
        checks,
        Files.readString(checks)
            .replace("\"remove\": [\"drive\"]", "\"set\": {\"e.name\": \"Others\"}"));
    Outcome outcome = Outcome.of("check", project.toString(), "--lesions");
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.out().contains("✗    under no-drive"), outcome.out());
  }

  @Test
  void isRedWhenTheCircuitDoesNotShowIt() throws IOException {
    Path weak = TinyProject.in(folder.resolve("weak"), "50 pA", "1 pA");
    Outcome outcome = Outcome.of("check", weak.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.out().contains("0 of 2 seeds"), outcome.out());
  }

  @Test
  void gradesAFolderIntoATable() throws IOException {
    TinyProject.in(folder.resolve("hand-ins/ben, b"), "50 pA", "1 pA");
    TinyProject.in(folder.resolve("hand-ins/carla"), "\"e\"", "\"e\",,");
    Files.createDirectories(folder.resolve("hand-ins/empty"));
    Path grades = folder.resolve("grades.csv");
    Outcome outcome =
        Outcome.of(
            "check", "--grade", folder.resolve("hand-ins").toString(), "--out", grades.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    List<String> lines = Files.readAllLines(grades);
    assertEquals("project,green,checks,percent,fires,problem", lines.get(0));
    assertEquals("anna,1,1,100,green,", lines.get(1));
    assertEquals("\"ben, b\",0,1,0,red,", lines.get(2));
    assertTrue(lines.get(3).startsWith("carla,0,1,0,,"), lines.get(3));
    assertTrue(lines.get(3).contains("circuit.json:"), lines.get(3));
    assertEquals(4, lines.size());
  }

  @Test
  void saysWhatIsWrongWithTheChecks() throws IOException {
    Path checks = project.resolve("checks.json");
    Files.writeString(checks, Files.readString(checks).replace("rate_hz", "rate_zh"));
    Outcome outcome = Outcome.of("check", project.toString());
    assertEquals(1, outcome.exitCode(), outcome::toString);
    assertTrue(outcome.err().contains("checks.json:13:19"), outcome::err);
    assertTrue(outcome.err().contains("Did you mean 'rate_hz'?"), outcome::err);
  }

  @Test
  void asksForAProject() {
    Outcome outcome = Outcome.of("check");
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("Name at least one project"), outcome::err);
  }
}
