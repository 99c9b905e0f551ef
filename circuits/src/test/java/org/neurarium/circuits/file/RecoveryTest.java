package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RandomCircuits;

/// Unsaved work is found again after a program ended without a word.
class RecoveryTest {

  @TempDir Path directory;
  private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor();
  private final List<Problem> problems = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    background.shutdownNow();
  }

  private RecoveryStore store(Path where) {
    return new RecoveryStore(where, Duration.ofMillis(1), background, problems::add);
  }

  /// Waits until everything scheduled so far has run.
  private void settle() throws Exception {
    background.schedule(() -> {}, 20, TimeUnit.MILLISECONDS).get();
  }

  /// What a program started after a kill would see: the same files, the lock gone with its program.
  private RecoveryStore afterKill() throws IOException {
    Path copy = Files.createTempDirectory(directory, "killed");
    try (Stream<Path> files = Files.walk(directory.resolve("store"))) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(directory.resolve("store").relativize(file));
        if (Files.isDirectory(file)) Files.createDirectories(to);
        else Files.copy(file, to);
      }
    }
    return store(copy);
  }

  @Test
  void offersTheNewestVersionWithItsFile() throws Exception {
    Path original = directory.resolve("my circuit.json");
    Autosave autosave = store(directory.resolve("store")).keep(Optional.of(original));
    for (int seed = 0; seed < 10; seed++) autosave.changed(RandomCircuits.circuit(seed));
    settle();
    List<RecoveryStore.Recovery> found = afterKill().leftBehind();
    assertEquals(1, found.size());
    assertEquals(Optional.of(original), found.getFirst().original());
    assertEquals(Optional.of(RandomCircuits.circuit(9)), found.getFirst().read().circuit());
    found.getFirst().discard();
    assertTrue(Files.notExists(found.getFirst().folder()));
  }

  @Test
  void keepsTheCircuitsOwnModels() throws Exception {
    Autosave autosave = store(directory.resolve("store")).keep(Optional.empty());
    Circuit circuit =
        RandomCircuits.circuit(1)
            .withModels(List.of(new OwnModel("a", "neuron a"), new OwnModel("b", "neuron b")));
    autosave.changed(circuit);
    settle();
    assertEquals(Optional.of(circuit), afterKill().leftBehind().getFirst().read().circuit());
    Circuit later = circuit.withModels(List.of(new OwnModel("b", "neuron b # better")));
    autosave.changed(later);
    settle();
    RecoveryStore.Recovery found = afterKill().leftBehind().getFirst();
    assertEquals(Optional.of(later), found.read().circuit());
    found.discard();
    assertTrue(Files.notExists(found.folder()));
    autosave.close();
    assertEquals(List.of(), afterKill().leftBehind());
    assertEquals(List.of(), problems);
  }

  @Test
  void offersNothingAfterSavingOrClosing() throws Exception {
    RecoveryStore store = store(directory.resolve("store"));
    Circuit circuit = RandomCircuits.circuit(1);
    Autosave saved = store.keep(Optional.empty());
    saved.changed(circuit);
    settle();
    saved.saved(directory.resolve("c.json"), circuit);
    Autosave closed = store.keep(Optional.empty());
    closed.changed(circuit);
    settle();
    closed.close();
    closed.changed(circuit);
    settle();
    assertEquals(List.of(), afterKill().leftBehind());
  }

  @Test
  void keepsChangesMadeWhileAnOlderVersionWasSaved() throws Exception {
    Autosave autosave = store(directory.resolve("store")).keep(Optional.empty());
    autosave.changed(RandomCircuits.circuit(1));
    autosave.changed(RandomCircuits.circuit(2));
    settle();
    Path file = directory.resolve("c.json");
    autosave.saved(file, RandomCircuits.circuit(1));
    RecoveryStore.Recovery found = afterKill().leftBehind().getFirst();
    assertEquals(Optional.of(RandomCircuits.circuit(2)), found.read().circuit());
    assertEquals(Optional.of(file), found.original());
  }

  @Test
  void offersTheWorkOfAKilledProgramButNotOfALivingOne() throws Exception {
    Path kept = directory.resolve("store");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledProgram.class.getName(),
                kept.toString(),
                "5")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      await(() -> holds(kept, ProjectFolder.CIRCUIT));
      assertEquals(List.of(), store(kept).leftBehind());
    } finally {
      program.destroyForcibly().waitFor();
    }
    List<RecoveryStore.Recovery> found = store(kept).leftBehind();
    assertEquals(1, found.size());
    assertEquals(Optional.of(RandomCircuits.circuit(5)), found.getFirst().read().circuit());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline);
      Thread.sleep(10);
    }
  }

  private static boolean holds(Path directory, String name) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.anyMatch(file -> file.endsWith(name));
    } catch (IOException | UncheckedIOException e) {
      return false; // not made yet, or changing while it is walked
    }
  }

  @Test
  void resumesWithoutAMomentUnguarded() throws Exception {
    store(directory.resolve("store")).keep(Optional.empty()).changed(RandomCircuits.circuit(1));
    settle();
    RecoveryStore next = afterKill();
    RecoveryStore.Recovery found = next.leftBehind().getFirst();
    Autosave resumed = next.resume(found);
    assertEquals(List.of(), next.leftBehind());
    assertEquals(Optional.of(RandomCircuits.circuit(1)), found.read().circuit());
    resumed.changed(RandomCircuits.circuit(2));
    settle();
    assertEquals(Optional.of(RandomCircuits.circuit(2)), found.read().circuit());
    resumed.close();
    assertTrue(Files.notExists(found.folder()));
  }

  @Test
  void forgetsAResumedDocumentThatIsClosedUnchanged() throws Exception {
    store(directory.resolve("store")).keep(Optional.empty()).changed(RandomCircuits.circuit(1));
    settle();
    RecoveryStore next = afterKill();
    RecoveryStore.Recovery found = next.leftBehind().getFirst();
    next.resume(found).close();
    assertTrue(Files.notExists(found.folder()));
  }

  @Test
  void leavesDocumentsOfLivingProgramsAlone() throws Exception {
    RecoveryStore store = store(directory.resolve("store"));
    store.keep(Optional.empty()).changed(RandomCircuits.circuit(1));
    settle();
    assertEquals(List.of(), store.leftBehind());
    assertEquals(List.of(), store(directory.resolve("store")).leftBehind());
  }

  @Test
  void saysOnceThatItCannotWrite() throws Exception {
    Path blocked = Files.writeString(directory.resolve("a file"), "");
    Autosave autosave = store(blocked).keep(Optional.empty());
    autosave.changed(RandomCircuits.circuit(1));
    settle();
    autosave.changed(RandomCircuits.circuit(2));
    settle();
    assertEquals(1, problems.size());
  }
}
