package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.ChecksValidation;
import org.neurarium.circuits.check.Variation;
import org.neurarium.circuits.file.ChecksReader;
import org.neurarium.circuits.file.ChecksWriter;
import org.neurarium.circuits.file.CircuitChanges;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.CircuitWriter;

/// Every sample project is a lesson and a test.
class SampleProjectsTest {

  private static final Path SAMPLES = Path.of("..", "sample-projects");

  static List<Path> projects() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void allFourAreFound() throws IOException {
    assertTrue(projects().size() >= 4, () -> "only " + SAMPLES.toAbsolutePath());
  }

  @ParameterizedTest
  @MethodSource("projects")
  void isCompleteAndInItsCanonicalForm(Path project) throws IOException {
    for (String file : List.of("circuit.json", "checks.json", "lesson.md", "thumbnail.png"))
      assertTrue(Files.size(project.resolve(file)) > 0, file);
    String text = Files.readString(project.resolve("circuit.json"));
    CircuitReader.Result read = CircuitReader.read("circuit.json", text);
    assertEquals(List.of(), read.problems());
    assertEquals(text, CircuitWriter.write(read.circuit().orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void hasChecksThatFitTheirCircuit(Path project) throws IOException {
    String text = Files.readString(project.resolve("checks.json"));
    Circuit circuit = CircuitReader.read(project.resolve("circuit.json")).circuit().orElseThrow();
    ChecksReader.Result read = ChecksReader.read("checks.json", text);
    assertEquals(List.of(), read.problems());
    Checks checks = read.checks().orElseThrow();
    assertEquals(text, ChecksWriter.write(checks));
    assertEquals(List.of(), ChecksValidation.problems(checks, circuit, "checks.json"));
    assertTrue(checks.seeds() >= 5, "on at least 5 seeds");
    for (Check check : checks.checks()) {
      Circuit varied = apply(circuit, checks.variant(check.variant()).orElse(Variation.NONE));
      for (String lesion : List.of(check.lesion(), check.sham()))
        assertTrue(
            !apply(varied, checks.lesion(lesion).orElseThrow()).equals(varied),
            () -> lesion + " changes nothing");
    }
  }

  private static Circuit apply(Circuit circuit, Variation variation) {
    CircuitChanges.Result result = CircuitChanges.apply(circuit, variation.changes());
    assertEquals(List.of(), result.problems());
    return result.circuit();
  }

  @ParameterizedTest
  @MethodSource("projects")
  void runs(Path project) {
    Outcome outcome = Outcome.of("run", project.toString(), "--for", "100ms");
    assertEquals(0, outcome.exitCode(), outcome::toString);
    assertEquals("", outcome.err().replaceAll("(?m)^(Running|Wiring|Building).*\n", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"00-first-light", "90-playback", "91-imported-wiring"})
  void showsWhatItClaimsAndNotUnderItsLesions(String project) {
    Outcome outcome =
        Outcome.of("check", "--lesions", "--seeds", "1", SAMPLES.resolve(project).toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
  }

  @Test
  void theFourStatesOfTheBrunelNetworkAreThere() {
    Path project = SAMPLES.resolve("04-excitation-meets-inhibition");
    Outcome outcome = Outcome.of("check", "--seeds", "1", project.toString());
    assertEquals(0, outcome.exitCode(), outcome::toString);
  }
}
