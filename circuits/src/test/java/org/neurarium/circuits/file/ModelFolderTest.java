package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;

/// A circuit's models lie beside it as files, and nobody else's files suffer.
class ModelFolderTest {

  private static final OwnModel MINE = new OwnModel("mine", "neuron mine\r\n  # Grüße\n");
  private static final OwnModel OTHER = new OwnModel("other", "synapse other");

  @TempDir Path directory;
  private Path folder = Path.of("");
  private ProjectFolder project = ProjectFolder.of(folder);

  @BeforeEach
  void makeProject() throws IOException {
    folder = Files.createDirectory(directory.resolve("project"));
    project = ProjectFolder.of(folder);
  }

  private static Circuit circuit(OwnModel... models) {
    return Circuit.EMPTY.withModels(List.of(models));
  }

  private Path file(String name) {
    return folder.resolve("models").resolve(name);
  }

  private void put(String name, byte[] bytes) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.write(file(name), bytes);
  }

  private void put(String name, String text) throws IOException {
    put(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /// What is said about the project's only model file, which is not read.
  private String said() {
    CircuitReader.Result read = project.read();
    assertEquals(List.of(), read.circuit().orElseThrow().models());
    assertTrue(read.complete(), "saving touches no such file");
    assertEquals(1, read.problems().size(), read.problems().toString());
    return read.problems().getFirst().sentence();
  }

  @Test
  void savesAndReadsModelsToTheLastCharacter() throws IOException {
    assertEquals(Optional.empty(), project.save(circuit(MINE, OTHER)));
    assertEquals(Optional.of(circuit(MINE, OTHER)), project.read().circuit());
    assertEquals(MINE.text(), Files.readString(file("mine.model")));
    assertFalse(Files.readString(project.circuitFile()).contains("models"));
    assertEquals(Set.of("mine", "other"), project.models());
  }

  @Test
  void removesTheFilesOfModelsThatWereRemovedAndNoOthers() throws IOException {
    project.save(circuit(MINE, OTHER));
    put("notes.txt", "mine");
    put("strangers.model", "neuron strangers");
    assertEquals(Optional.empty(), project.save(circuit(OTHER), Set.of("mine", "other")));
    assertTrue(Files.notExists(file("mine.model")));
    assertTrue(Files.exists(file("notes.txt")) && Files.exists(file("strangers.model")));
    Files.delete(file("notes.txt"));
    Files.delete(file("strangers.model"));
    assertEquals(Optional.empty(), project.save(circuit(), Set.of("other")));
    assertTrue(Files.notExists(folder.resolve("models")));
  }

  @Test
  void writesOverItsOwnFilesOnly() throws IOException {
    project.save(circuit(MINE));
    Circuit changed = circuit(MINE.withText("neuron mine"));
    assertEquals(Optional.empty(), project.save(changed, Set.of("mine")));
    assertEquals(Optional.of(changed), project.read().circuit());
    Problem refused = project.save(circuit(MINE)).orElseThrow();
    assertEquals("There is another model 'mine' in that folder already", refused.sentence());
    assertEquals("neuron mine", Files.readString(file("mine.model")));
    assertEquals(Optional.empty(), project.save(changed), "the same text is in nobody's way");
  }

  @Test
  void findsModelsThatWerePutBesideTheCircuit() throws IOException {
    project.save(circuit());
    put("mine.model", "\uFEFFneuron mine");
    put(".hidden.model", "neuron hidden");
    assertEquals(
        Optional.of(circuit(new OwnModel("mine", "neuron mine"))), project.read().circuit());
  }

  @Test
  void prefersFilesToWhatTheCircuitsTextHolds() throws IOException {
    Files.writeString(project.circuitFile(), CircuitWriter.write(circuit(MINE, OTHER)));
    put("mine.model", "neuron mine");
    assertEquals(
        Optional.of(circuit(MINE.withText("neuron mine"), OTHER)), project.read().circuit());
  }

  @Test
  void leavesOutNamesThatCannotBeModels() throws IOException {
    project.save(circuit());
    put("my neuron.model", "neuron mine");
    assertEquals("'my neuron' cannot be the name of a model", said());
    Files.delete(file("my neuron.model"));
    put("con.model", "neuron con");
    assertEquals("'con' cannot be the name of a model", said());
  }

  @Test
  void leavesOutWhatIsNoText() throws IOException {
    project.save(circuit());
    put("mine.model", new byte[] {'n', (byte) 0xFF, (byte) 0xC3});
    assertEquals("The file 'models/mine.model' is not UTF-8 text", said());
    assertTrue(project.save(circuit(MINE)).isPresent(), "it is not written over either");
  }

  @Test
  void leavesOutEnormousFiles() throws IOException {
    project.save(circuit());
    put("mine.model", new byte[4 * OwnModel.MOST_CHARACTERS + 1]);
    assertEquals("The file 'models/mine.model' is too large for a model", said());
  }

  @Test
  void keepsTextsThatAreTooLongOutOfFiles() {
    Circuit circuit = circuit(MINE.withText("#".repeat(OwnModel.MOST_CHARACTERS + 1)));
    assertEquals(
        "The text of the model 'mine' is too long to be kept in a file",
        project.save(circuit).orElseThrow().sentence());
    assertTrue(Files.notExists(project.circuitFile()));
  }

  @Test
  void followsNoLinkOutOfTheProject() throws IOException {
    project.save(circuit());
    Path secret = Files.writeString(directory.resolve("secret.model"), "neuron secret");
    Files.createDirectory(folder.resolve("models"));
    Files.createSymbolicLink(file("secret.model"), secret);
    assertEquals("The file 'models/secret.model' is a link to somewhere else", said());
    Files.delete(file("secret.model"));
    Files.delete(folder.resolve("models"));
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("models"), elsewhere);
    Files.writeString(elsewhere.resolve("mine.model"), "neuron mine");
    assertEquals("The file 'models/mine.model' is a link to somewhere else", said());
    assertEquals(
        "The models were not saved, since the folder 'models' is a link to elsewhere",
        project.save(circuit(OTHER)).orElseThrow().sentence());
    ModelFolder.remove(folder, Set.of("mine"));
    assertTrue(Files.exists(elsewhere.resolve("mine.model")));
  }

  @Test
  void tellsOfTwoNamesThatDifferInCaseOnly() throws IOException {
    project.save(circuit());
    put("Mine.model", "neuron Mine");
    put("mine.model", "neuron mine");
    if (project.models().size() == 1 && Files.readString(file("Mine.model")).endsWith("mine"))
      return; // a disk on which both are the same file
    CircuitReader.Result read = project.read();
    assertEquals(1, read.circuit().orElseThrow().models().size());
    assertEquals(
        "There is another model of this name, which differs only in large and small letters",
        read.problems().getFirst().sentence());
  }

  @Test
  void readsAPersonsOwnFolderAndNoneWhereThereIsNone() throws IOException {
    assertEquals(List.of(), ModelFolder.read(directory.resolve("none"), directory).models());
    Path own = Files.createDirectory(directory.resolve("own"));
    Files.writeString(own.resolve("mine.model"), "neuron mine");
    assertEquals(List.of(new OwnModel("mine", "neuron mine")), ModelFolder.read(own, own).models());
  }
}
