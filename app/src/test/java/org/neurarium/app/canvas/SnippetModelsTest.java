package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.language.Library;

/// Parts that go to another circuit take the models along that only their circuit has.
final class SnippetModelsTest {

  private static final OwnModel MINE =
      new OwnModel("mine", "neuron mine \"Mine\"\n  state v = 0\n  dv/dt = -v/ms : 1\n");
  private static final OwnModel SPARE = new OwnModel("spare", "neuron spare\n  state v = 0\n");

  private static Population population(String model) {
    return new Population(
        new ElementId("p"),
        "P",
        new Point(0, 0),
        Population.Type.EXCITATORY,
        5,
        model,
        Map.of(),
        Map.of(),
        Sheet.DEFAULT);
  }

  private static Circuit circuit(List<Population> populations, OwnModel... models) {
    return new Circuit("", "", RunSettings.DEFAULT, populations, List.of(models));
  }

  private static Snippet copied() {
    Circuit from = circuit(List.of(population("mine")), MINE, SPARE);
    Snippet copied = Snippet.of(from, List.of(new ElementId("p")));
    return PartsClipboard.snippet(PartsClipboard.text(copied)).orElseThrow();
  }

  private static Snippet fitting(Circuit into) {
    return copied().fitting(into, Library.builtIn().including(into));
  }

  @Test
  void theClipboardKeepsTheModelsThatThePartsUseToTheLastCharacter() {
    assertEquals(List.of(MINE), copied().models());
    assertEquals(List.of(population("mine")), copied().elements());
  }

  @Test
  void aModelThatIsNotThereComesAlong() {
    Snippet fitting = fitting(Circuit.EMPTY);
    assertEquals(List.of(MINE), fitting.models());
    assertEquals("mine", ((Population) fitting.elements().getFirst()).model());
  }

  @Test
  void aModelThatIsThereAlreadyStaysAway() {
    assertEquals(List.of(), fitting(circuit(List.of(), MINE)).models());
  }

  @Test
  void aModelWhoseNameIsTakenByAnotherGetsANameOfItsOwn() {
    Snippet fitting = fitting(circuit(List.of(), MINE.withText("neuron mine\n  state u = 1\n")));
    OwnModel renamed = fitting.models().getFirst();
    assertEquals("mine_2", renamed.id());
    assertTrue(renamed.text().startsWith("neuron mine_2 \"Mine\""), renamed.text());
    assertEquals("mine_2", ((Population) fitting.elements().getFirst()).model());
  }

  @Test
  void partsOfBuiltInModelsBringNone() {
    Circuit from = circuit(List.of(population("lif_delta")), MINE);
    Snippet copied = Snippet.of(from, List.of(new ElementId("p")));
    assertEquals(List.of(), copied.models());
    assertEquals(List.of(), copied.fitting(Circuit.EMPTY, Library.builtIn()).models());
  }
}
