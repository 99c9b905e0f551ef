package org.neurarium.circuits.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.file.ChecksReader;
import org.neurarium.circuits.file.ChecksWriter;
import org.neurarium.circuits.file.CircuitChanges;
import org.neurarium.circuits.units.Quantity;

class ChecksTest {

  private static final ElementId E = new ElementId("e");

  private static final Circuit CIRCUIT =
      new Circuit(
          "A circuit",
          "",
          RunSettings.DEFAULT,
          List.of(
              new Population(
                  E,
                  "Excitatory",
                  new Point(0, 0),
                  Population.Type.EXCITATORY,
                  10,
                  "lif_exp_psc",
                  Map.of(),
                  Map.of(),
                  Sheet.DEFAULT),
              new Stimulus(
                  new ElementId("drive"),
                  "Drive",
                  new Point(0, 0),
                  1,
                  new Signal.Dc(Quantity.of(400, "pA")),
                  Stimulus.AT_ONCE,
                  Stimulus.NEVER)));

  private static final String TEXT =
      """
      {
        "neurarium_checks": 1,
        "duration": "2 s",
        "from": "500 ms",
        "variants": [
          {"name": "fast", "sentence": "A stronger drive.", "set": {"drive.signal.dc.amplitude": "800 pA"}}
        ],
        "lesions": [
          {"name": "no-drive", "sentence": "Nothing drives it.", "remove": ["drive"]},
          {"name": "threshold", "sentence": "A little lower.", "set": {"e.parameters.V_th": "-55.1 mV"}}
        ],
        "checks": [
          {
            "name": "rate",
            "sentence": "It fires.",
            "variant": "fast",
            "measure": {"rate_hz": {"of": "e", "neurons": "0-4"}},
            "target": {"at_least": 10, "at_most": 200},
            "lesion": "no-drive",
            "sham": "threshold"
          }
        ]
      }
      """;

  @Test
  void readsProtocolVariationsAndChecks() {
    ChecksReader.Result result = ChecksReader.read("checks.json", TEXT);
    assertEquals(List.of(), result.problems());
    Checks checks = result.checks().orElseThrow();
    assertEquals(Quantity.of(2, "s"), checks.windowEnd());
    assertEquals(5, checks.seeds());
    Check check = checks.checks().getFirst();
    assertEquals(new Measure.Rate(E, NeuronSelection.parse("0-4").orElseThrow()), check.measure());
    assertEquals(new Target(10, 200), check.target());
    assertEquals(13, check.place().line());
    assertEquals(List.of(), ChecksValidation.problems(checks, CIRCUIT, "checks.json"));
  }

  @Test
  void writesWhatItReads() {
    Checks checks = ChecksReader.read("checks.json", TEXT).checks().orElseThrow();
    String written = ChecksWriter.write(checks);
    assertEquals(
        written,
        ChecksWriter.write(ChecksReader.read("checks.json", written).checks().orElseThrow()));
    assertTrue(written.contains("\"set\": {\"e.parameters.V_th\": \"-55.1 mV\"}"), written);
  }

  @Test
  void setsAFieldThatWasLeftOut() {
    Circuit changed = apply("threshold");
    assertEquals(
        Map.of("V_th", Value.of(-55.1, "mV")),
        changed.find(E, Population.class).orElseThrow().parameters());
  }

  @Test
  void removesAnElement() {
    assertFalse(apply("no-drive").contains(new ElementId("drive")));
  }

  private static Circuit apply(String lesion) {
    Checks checks = ChecksReader.read("checks.json", TEXT).checks().orElseThrow();
    CircuitChanges.Result result =
        CircuitChanges.apply(CIRCUIT, checks.lesion(lesion).orElseThrow().changes());
    assertEquals(List.of(), result.problems());
    return result.circuit();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rate_hz|rate_hy|checks.json:17:19|Did you mean 'rate_hz'?",
        "\"sham\": \"threshold\"|\"sham\": \"treshold\"|checks.json:13:5|Did you mean 'threshold'?",
        "\"variant\": \"fast\"|\"variant\": \"fasd\"|checks.json:13:5|Did you mean 'fast'?",
        "\"of\": \"e\"|\"of\": \"drife\"|checks.json:13:5|Did you mean 'drive'?",
        "at_most|at_mots|checks.json:18:34|Did you mean 'at_most'?",
        "\"from\": \"500 ms\"|\"from\": \"3 s\"|checks.json|'from' comes before 'to'",
        "\"from\": \"500 ms\"|\"from\": \"500 mV\"|checks.json|Write it with a unit",
        "\"at_least\": 10, \"at_most\": 200|\"at_least\": 10, \"at_most\": 2|checks.json:13:5|Swap the two",
        "\"neurarium_checks\": 1|\"neurarium_checks\": 2|checks.json:2:23|This release reads version 1",
        "\"drive.signal.dc.amplitude|\"drive|checks.json:6:63|a full stop and the field"
      })
  void tellsWhatIsWrongAndWhere(String right, String wrong, String place, String hint) {
    String text = TEXT.replace(right, wrong);
    ChecksReader.Result result = ChecksReader.read("checks.json", text);
    List<Problem> problems = new java.util.ArrayList<>(result.problems());
    result
        .checks()
        .ifPresent(c -> problems.addAll(ChecksValidation.problems(c, CIRCUIT, "checks.json")));
    assertTrue(
        problems.stream()
            .anyMatch(p -> p.place().toString().startsWith(place) && p.toString().contains(hint)),
        () -> problems.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"drive\"]|\"drve\"]|Did you mean 'drive'?",
        "e.parameters|e.parametres|Did you mean 'parameters'?",
        "-55.1 mV|-55.1 vM|unit",
      })
  void tellsWhichChangeCannotBeMade(String right, String wrong, String hint) {
    Checks checks =
        ChecksReader.read("checks.json", TEXT.replace(right, wrong)).checks().orElseThrow();
    List<Problem> problems =
        checks.lesions().stream()
            .flatMap(l -> CircuitChanges.apply(CIRCUIT, l.changes()).problems().stream())
            .toList();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.getFirst().toString().contains(hint), problems::toString);
    assertTrue(problems.getFirst().place().line() > 5, problems::toString);
  }

  @Test
  void acceptsNoValueThatCouldNotBeMeasured() {
    assertFalse(new Target(Double.NEGATIVE_INFINITY, 5).accepts(Double.NaN));
  }
}
