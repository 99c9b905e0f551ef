package org.neurarium.circuits.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.file.CircuitWriter;
import org.neurarium.circuits.file.ProjectFolder;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.validation.Validation;

/// The benchmarks are projects like any other.
class BenchmarkProjectsTest {

  static List<Path> projects() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("..", "simulation", "benchmarks"))) {
      return folders.filter(f -> Files.exists(f.resolve(ProjectFolder.CIRCUIT))).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void areSoundAndInTheirCanonicalForm(Path folder) throws IOException {
    ProjectFolder project = ProjectFolder.of(folder);
    CircuitReader.Result read = project.read();
    assertEquals(List.of(), read.problems());
    Circuit circuit = read.circuit().orElseThrow();
    assertEquals(List.of(), Validation.problems(circuit, Library.builtIn(), project));
    assertEquals(
        Files.readString(project.circuitFile()),
        CircuitWriter.write(circuit.withModels(List.of())));
    assertTrue(!circuit.description().isBlank(), "says what it is");
    assertTrue(!circuit.probes().isEmpty(), "shows something when it is opened");
  }
}
