package org.neurarium.circuits.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.Note;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.validation.Validation;

/// What is said of files that are not as they should be, and what is kept of them.
class CircuitReaderTest {

  private static final String SOUND =
      """
      {
        "neurarium": 1,
        "title": "Two",
        "populations": [
          {"id": "e", "type": "excitatory", "size": 80, "model": "lif_exp_psc"},
          {"id": "i", "type": "inhibitory", "size": 20, "model": "lif_exp_psc"}
        ],
        "projections": [
          {"id": "ei", "from": "e", "to": "i", "receptor": "ex", "wiring": "all_to_all", "weight": "20 pA"}
        ]
      }
      """;

  private static CircuitReader.Result read(String text) {
    return CircuitReader.read("c.json", text);
  }

  private static String told(Problem problem) {
    return problem.place() + ": " + problem.sentence();
  }

  @Test
  void fillsInWhatIsLeftOut() {
    CircuitReader.Result result = read(SOUND);
    assertEquals(List.of(), result.problems());
    Circuit circuit = result.circuit().orElseThrow();
    assertEquals(RunSettings.DEFAULT, circuit.run());
    Projection projection = circuit.projections().getFirst();
    assertEquals("ei", projection.name());
    assertEquals(new Wiring.AllToAll(), projection.wiring());
    assertEquals(Value.of(1, "ms"), projection.delay());
    assertTrue(projection.autapses() && projection.multapses());
  }

  @Test
  void takesBareNumbersForPureNumbersAndWholeNumbersWithPoint() {
    String text = SOUND.replace("\"20 pA\"", "20").replace("\"size\": 80", "\"size\": 8e1");
    Circuit circuit = read(text).circuit().orElseThrow();
    assertEquals(Value.of(20, ""), circuit.projections().getFirst().weight());
    assertEquals(80, circuit.populations().getFirst().size());
  }

  static Stream<Arguments> slips() {
    return Stream.of(
        Arguments.of(
            "\"size\": 80",
            "\"siez\": 80",
            "c.json:5:39 $.populations[0].siez: A population has no field 'siez'",
            "Did you mean 'size'?"),
        Arguments.of(
            "20 pA",
            "20 pa",
            "c.json:9:94 $.projections[0].weight: There is no unit 'pa'",
            "Did you mean 'pA'?"),
        Arguments.of(
            "20 pA",
            "twenty",
            "c.json:9:94 $.projections[0].weight: 'twenty' is not a number with a unit",
            "Write it like '250 pF' or '-70.6 mV'."),
        Arguments.of(
            "all_to_all",
            "all-to-all",
            "c.json:9:70 $.projections[0].wiring: There is no wiring rule 'all-to-all'",
            "Did you mean 'all_to_all'?"),
        Arguments.of(
            "\"all_to_all\"",
            "{\"fixed_in_degree\": {}}",
            "c.json:9:90 $.projections[0].wiring.fixed_in_degree: The field 'degree' is missing in"
                + " fixed in-degree wiring",
            "Add \"degree\" here."),
        Arguments.of(
            "\"all_to_all\"",
            "{}",
            "c.json:9:70 $.projections[0].wiring: One kind of wiring rule should be named here, not"
                + " none",
            null),
        Arguments.of(
            "excitatory",
            "excitator",
            "c.json:5:25 $.populations[0].type: 'excitator' is not one of the choices here",
            "Did you mean 'excitatory'?"),
        Arguments.of(
            "80",
            "80.5",
            "c.json:5:47 $.populations[0].size: '80.5' is not a whole number between -2147483648"
                + " and 2147483647",
            "Round it."),
        Arguments.of(
            "80",
            "99999999999",
            "c.json:5:47 $.populations[0].size: '99999999999' is not a whole number between"
                + " -2147483648 and 2147483647",
            ""),
        Arguments.of(
            "80",
            "NaN",
            "c.json:5:47 $.populations[0].size: 'NaN' is not a whole number between -2147483648 and"
                + " 2147483647",
            ""),
        Arguments.of(
            "80",
            "\"80\"",
            "c.json:5:47 $.populations[0].size: This should be a whole number, but it is a text",
            "Numbers stand without quotes."),
        Arguments.of(
            "\"e\", \"type\"",
            "\"1e\", \"type\"",
            "c.json:5:12 $.populations[0].id: '1e' is not an id, such as \"cortex-e\"",
            null),
        Arguments.of(
            "\"i\", \"type\"",
            "\"e\", \"type\"",
            "c.json:6:12 $.populations[1].id: Another element has the id 'e' already",
            "This one was opened as 'e-2'."),
        Arguments.of(
            "\"size\": 80",
            "\"id\": \"x\", \"size\": 80",
            "c.json:5:39 $.populations[0].id: The name 'id' stands here for the second time",
            "Keep one of the two; the first was read."),
        Arguments.of(
            "\"title\": \"Two\"",
            "\"title\": null",
            "c.json:3:12 $.title: This should be a text, but it is null",
            null),
        Arguments.of(
            "\"title\": \"Two\"",
            "\"titel\": \"Two\"",
            "c.json:3:3 $.titel: A circuit has no field 'titel'",
            "Did you mean 'title'?"),
        Arguments.of(
            "\"size\": 80",
            "\"size\": 80, \"position\": [1]",
            "c.json:5:63 $.populations[0].position: A position is a list of two numbers",
            null),
        Arguments.of(
            "\"size\": 80",
            "\"size\": 80, \"position\": [1, 1e999]",
            "c.json:5:67 $.populations[0].position[1]: '1e999' is not a number that a computer can"
                + " hold",
            ""),
        Arguments.of(
            "\"populations\": [",
            "\"populations\": {}, \"notes\": [",
            "c.json:4:18 $.populations: This should be a list, but it is an object",
            null),
        Arguments.of("\n}", "\n} x", "c.json:11:3: The file is not valid JSON from here on", null),
        Arguments.of(
            "\n}",
            "\n} 5",
            "c.json:11:3: Something follows after the closing bracket",
            "Remove it."));
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource("slips")
  void pointsToTheSlip(String sound, String slip, String told, String hint) {
    assertTrue(SOUND.contains(sound));
    CircuitReader.Result result =
        read(
            SOUND.replaceFirst(
                java.util.regex.Pattern.quote(sound),
                java.util.regex.Matcher.quoteReplacement(slip)));
    Problem first = result.problems().getFirst();
    assertEquals(told, told(first));
    if (hint != null) assertEquals(hint, first.hint());
    assertFalse(result.complete());
    assertTrue(result.circuit().isPresent());
  }

  @Test
  void leavesOutOnlyWhatCannotBeRead() {
    CircuitReader.Result result = read(SOUND.replace("\"size\": 80, ", ""));
    assertEquals(
        List.of(
            "c.json:5:5 $.populations[0]: The field 'size' is missing in a population",
            "c.json:5:5 $.populations[0]: This is left out, since it cannot be read as a"
                + " population"),
        result.problems().stream().map(CircuitReaderTest::told).toList());
    assertEquals(
        List.of("i", "ei"),
        result.circuit().orElseThrow().elements().stream().map(e -> e.id().text()).toList());
  }

  @Test
  void collectsSeveralProblemsAtOnce() {
    String text =
        SOUND
            .replace("80", "\"x\"")
            .replace("20 pA", "?")
            .replace("Two", "Two\", \"what\": \"")
            .replace("inhibitory", "x");
    assertEquals(
        7,
        read(text).problems().size(),
        read(text).problems().toString()); // four slips, three elements left out
  }

  @Test
  void keepsWholeElementsOfAFileThatBreaksOff() {
    String text = SOUND.substring(0, SOUND.indexOf("inhibitory"));
    CircuitReader.Result result = read(text);
    assertEquals(
        "c.json:6:26 $.populations[1].type: The file ends in the middle",
        told(result.problems().getFirst()));
    assertEquals(1, result.problems().size());
    Circuit circuit = result.circuit().orElseThrow();
    assertEquals("Two", circuit.title());
    assertEquals(List.of("e"), circuit.elements().stream().map(e -> e.id().text()).toList());
    assertFalse(result.complete());
  }

  @Test
  void neverReadsHalfAnElement() {
    Circuit whole = read(SOUND).circuit().orElseThrow();
    for (int end = 0; end < SOUND.length() - 2; end++) {
      CircuitReader.Result result = read(SOUND.substring(0, end));
      assertFalse(result.complete());
      assertFalse(result.problems().isEmpty());
      for (Element element : result.circuit().map(Circuit::elements).orElse(List.of()))
        assertEquals(Optional.of(element), whole.find(element.id()));
    }
  }

  static Stream<Arguments> noCircuits() {
    return Stream.of(
        Arguments.of("", "The file is empty"),
        Arguments.of(" \n", "The file is empty"),
        Arguments.of("hello", "The file is not valid JSON from here on"),
        Arguments.of("[1, 2]", "This should be a circuit, an object in braces, but it is a list"),
        Arguments.of(
            "{\"name\": \"package\"}",
            "This is not a Neurarium circuit: it does not say which version of the format it has"),
        Arguments.of(
            "{\"neurarium\": 2}", "This circuit was written by a newer Neurarium (format 2)"),
        Arguments.of("{\"neurarium\": 0}", "There is no format version 0"),
        Arguments.of("{\"neurarium\": \"1\"}", "This should be a whole number, but it is a text"),
        Arguments.of("[".repeat(100_000), "The brackets are nested more than 64 deep"),
        Arguments.of("{\"a\":".repeat(100_000), "The brackets are nested more than 64 deep"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("noCircuits")
  void saysWhatAFileIsNot(String text, String sentence) {
    CircuitReader.Result result = read(text);
    assertEquals(sentence, result.problems().getFirst().sentence());
    assertFalse(result.complete());
    assertTrue(result.circuit().isEmpty());
  }

  @Test
  void stopsAtAbsurdSizes() {
    String values = "{\"neurarium\": 1, \"x\": [" + "0,".repeat(JsonSource.MOST_VALUES) + "0]}";
    assertTrue(read(values).problems().getFirst().sentence().contains("more than 2000000 values"));
    String text = "{\"neurarium\": 1, \"title\": \"" + "a".repeat(JsonSource.MOST_TEXT + 1) + "\"}";
    assertTrue(
        read(text).problems().getFirst().sentence().contains("more than 1000000 characters"));
    String digits = "{\"neurarium\": 1, \"title\": " + "9".repeat(1_000_000) + "}";
    assertTrue(read(digits).problems().getFirst().sentence().contains("more than 400 digits"));
    byte[] huge = new byte[CircuitReader.MOST_BYTES + 1];
    assertTrue(
        CircuitReader.read("c", huge)
            .problems()
            .getFirst()
            .sentence()
            .contains("larger than 64 MB"));
    String elements = "{\"neurarium\": 1, \"notes\": [" + "0,".repeat(100_001) + "0]}";
    assertTrue(read(elements).problems().getFirst().sentence().contains("at most 100000"));
  }

  @Test
  void countsProblemsBeyondTheFirstHundred() {
    CircuitReader.Result result =
        read("{\"neurarium\": 1, \"notes\": [" + "0,".repeat(999) + "0]}");
    assertEquals(101, result.problems().size());
    assertEquals("and 1900 more problems of this kind", result.problems().getLast().sentence());
  }

  @Test
  void readsWhatItCanOfTextInAnotherEncoding(@TempDir Path folder) throws Exception {
    String text = SOUND.replace("Two", "Zwölf");
    Path file = Files.write(folder.resolve("c.json"), text.getBytes(StandardCharsets.ISO_8859_1));
    CircuitReader.Result result = CircuitReader.read(file);
    assertEquals(
        "c.json:3:15: Some characters of the file are not UTF-8 text",
        told(result.problems().getFirst()));
    assertEquals("Zw\uFFFDlf", result.circuit().orElseThrow().title());
    assertFalse(result.complete());
    assertTrue(CircuitReader.read(Files.writeString(file, "\uFEFF" + text)).complete());
  }

  @Test
  void knowsTheLineOfAnElementThatMakesNoSense() {
    CircuitReader.Result read =
        CircuitReader.read(
            "c.json",
            """
            {
              "neurarium": 1,
              "populations": [
                {"id": "a", "type": "mixed", "size": 1, "model": "lif_delta"},
                {"id": "b", "type": "mixed", "size": 1, "model": "none"}
              ]
            }
            """);
    Problem problem =
        Validation.problems(read.circuit().orElseThrow(), Library.builtIn(), DataFiles.NONE)
            .getFirst();
    assertEquals("b.model", problem.place().toString());
    Place placed = read.placed(problem).place();
    assertEquals("c.json:5:5 $.populations[1]", placed.toString());
    assertEquals(problem.place().element(), placed.element());
    assertEquals("model", placed.field());
    Problem elsewhere = Problem.error(Place.NOWHERE, "So it is", "");
    assertEquals(elsewhere, read.placed(elsewhere));
  }

  @Test
  void saysThatAFileIsMissing(@TempDir Path folder) {
    assertEquals(
        "There is no file 'x.json'",
        CircuitReader.read(folder.resolve("x.json")).problems().getFirst().sentence());
    assertTrue(
        CircuitReader.read(folder).problems().getFirst().sentence().endsWith("cannot be read"));
  }

  @Test
  void liftsOlderVersionsStepByStep() {
    // Version 1 of this story had "text" where version 2 has "title", and version 3 wants a
    // description.
    Migrations migrations =
        new Migrations(
            List.of(
                root -> root.with("title", root.get("text").orElseThrow()),
                root -> root.with("description", new Json.Text("from version 2", Json.Spot.NONE))));
    CircuitReader.Result result =
        CircuitReader.read("", "{\"neurarium\": 2, \"title\": \"old\"}", migrations);
    assertEquals("from version 2", result.circuit().orElseThrow().description());
    CircuitReader.Result oldest =
        CircuitReader.read("", "{\"neurarium\": 1, \"text\": \"oldest\"}", migrations);
    assertEquals("oldest", oldest.circuit().orElseThrow().title());
    CircuitReader.Result newest = CircuitReader.read("", "{\"neurarium\": 3}", migrations);
    assertEquals("", newest.circuit().orElseThrow().description());
    assertTrue(CircuitReader.read("", "{\"neurarium\": 4}", migrations).circuit().isEmpty());
  }

  @Test
  void keepsTheUnitsAsWritten() {
    String text = SOUND.replace("20 pA", "0,02 nA");
    assertEquals(
        "0.02 nA",
        read(text).circuit().orElseThrow().projections().getFirst().weight()
                instanceof Value.Constant c
            ? c.quantity().toString()
            : "");
  }

  @Test
  void readsElementsOfEveryKindWithoutTheirOptions() {
    String text =
        """
        {"neurarium": 1,
         "stimuli": [{"id": "s", "signal": {"dc": {"amplitude": "1 pA"}}}],
         "probes": [{"id": "p", "recording": "spikes"}],
         "groups": [{"id": "g"}],
         "notes": [{"id": "n", "text": "hello"}]}
        """;
    CircuitReader.Result result = read(text);
    assertEquals(List.of(), result.problems());
    assertEquals(Stimulus.NEVER, result.circuit().orElseThrow().stimuli().getFirst().stop());
    assertEquals(240, result.circuit().orElseThrow().all(Note.class).getFirst().width());
    assertEquals(List.of(), result.circuit().orElseThrow().all(Population.class));
  }
}
