package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RandomCircuits;

/// A project's folder keeps what it is given and gives away nothing else.
class ProjectFolderTest {

  @TempDir Path directory;

  @Test
  void savesAndReadsACircuit() {
    ProjectFolder project = ProjectFolder.of(directory);
    Circuit circuit = RandomCircuits.circuit(7);
    assertEquals(Optional.empty(), project.save(circuit));
    assertEquals(Optional.of(circuit), project.read().circuit());
    assertEquals(project.circuitFile(), ProjectFolder.of(project.circuitFile()).circuitFile());
  }

  @Test
  void leavesNothingBesideTheFile() throws IOException {
    ProjectFolder project = ProjectFolder.of(directory);
    for (int seed = 0; seed < 5; seed++)
      assertEquals(
          Optional.empty(), project.save(RandomCircuits.circuit(seed).withModels(List.of())));
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(List.of(project.circuitFile()), files.toList());
    }
  }

  @Test
  void keepsTheOldFileWhenTheNewOneCannotBeWritten() throws IOException {
    Path file = Files.createDirectory(directory.resolve("circuit.json"));
    Problem problem = SafeFiles.write(file, "text").orElseThrow();
    assertEquals("'circuit.json' is not a place for a file", problem.sentence());
    assertTrue(Files.isDirectory(file));
    Path plain = Files.writeString(directory.resolve("plain"), "old");
    Problem inside = SafeFiles.write(plain.resolve("c.json"), "text").orElseThrow();
    assertEquals("'c.json' was not saved, since its folder does not exist", inside.sentence());
    assertEquals("old", Files.readString(plain));
    Problem missing = SafeFiles.write(directory.resolve("no/such/c.json"), "text").orElseThrow();
    assertEquals("'c.json' was not saved, since its folder does not exist", missing.sentence());
  }

  @Test
  void leavesNothingBehindWhereADiskCanOnlyBeRead() {
    // The kernel's own file system takes no new files, whoever asks.
    Path kernel = Path.of("/proc/version");
    assumeTrue(Files.isReadable(kernel));
    Problem problem = SafeFiles.write(kernel, "text").orElseThrow();
    assertTrue(
        problem.sentence().startsWith("'version' was not saved, since "), problem.sentence());
    assertFalse(problem.hint().isEmpty());
  }

  @Test
  void replacesWhatALinkPointsToAndKeepsTheLink() throws IOException {
    Path real = Files.writeString(directory.resolve("real.json"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link.json"), real);
    assertEquals(Optional.empty(), SafeFiles.write(link, "new"));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(real));
  }

  @Test
  void opensDataFilesInsideTheFolder() throws IOException {
    Files.createDirectory(directory.resolve("data"));
    Files.writeString(directory.resolve("data/a.csv"), "t_ms\n1\n");
    try (BufferedReader in = new BufferedReader(ProjectFolder.of(directory).open("data/a.csv"))) {
      assertEquals("t_ms", in.readLine());
    }
  }

  @Test
  void refusesEveryWayOutOfTheFolder() throws IOException {
    Path inner = Files.createDirectory(directory.resolve("project"));
    Path secret = Files.writeString(directory.resolve("secret.csv"), "1");
    Files.createSymbolicLink(inner.resolve("link.csv"), secret);
    Files.createSymbolicLink(inner.resolve("up"), directory);
    ProjectFolder project = ProjectFolder.of(inner);
    for (String name :
        List.of(
            "../secret.csv",
            "x/../../secret.csv",
            secret.toString(),
            "link.csv",
            "up/secret.csv",
            "",
            ".",
            "a\u0000")) assertThrows(IOException.class, () -> project.open(name).close(), name);
  }

  @Test
  void findsLessonAndChecks() throws IOException {
    ProjectFolder project = ProjectFolder.of(directory);
    assertFalse(project.lesson().isPresent() || project.checks().isPresent());
    Files.writeString(directory.resolve("lesson.md"), "# Look");
    Files.writeString(directory.resolve("checks.json"), "[]");
    assertEquals(Optional.of("# Look"), project.lesson());
    assertTrue(project.checks().isPresent());
  }

  @Test
  void remembersRecentFilesNewestFirst() throws IOException {
    RecentFiles recent = new RecentFiles(directory.resolve("user/recent"));
    Path a = Files.writeString(directory.resolve("a"), "");
    Path b = Files.writeString(directory.resolve("b"), "");
    recent.add(a);
    recent.add(b);
    recent.add(a);
    assertEquals(List.of(a, b), recent.list());
    Files.delete(b);
    assertEquals(List.of(a), recent.list());
    recent.remove(a);
    assertEquals(List.of(), recent.list());
  }
}
