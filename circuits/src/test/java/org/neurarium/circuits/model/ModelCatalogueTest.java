package org.neurarium.circuits.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.model.ModelCatalogue.Origin;

class ModelCatalogueTest {

  private final AtomicInteger readings = new AtomicInteger();
  private final ModelCatalogue models = Sketches.catalogue(readings);

  private static Circuit circuit(OwnModel... own) {
    return Circuit.EMPTY.withModels(List.of(own));
  }

  private static OwnModel neuron(String id) {
    return new OwnModel(id, "neuron " + id + " of mine");
  }

  @Test
  void aCircuitsModelsJoinTheOthersAndLeaveWithIt() {
    ModelCatalogue inForce = models.including(circuit(neuron("mine")));
    assertEquals("neuron mine of mine", inForce.neuron("mine").orElseThrow().text());
    assertEquals(Origin.OWN, inForce.entries().getLast().origin());
    assertTrue(inForce.neuron("lif_exp_psc").isPresent());
    assertTrue(models.neuron("mine").isEmpty());
    assertTrue(inForce.including(circuit()).neuron("mine").isEmpty());
    assertTrue(inForce.including(circuit(neuron("other"))).neuron("mine").isEmpty());
  }

  @Test
  void aCircuitsModelTakesThePlaceOfABuiltInOneOfItsKind() {
    ModelCatalogue inForce = models.including(circuit(neuron("lif_delta"), neuron("static")));
    assertEquals("neuron lif_delta of mine", inForce.neuron("lif_delta").orElseThrow().text());
    assertEquals(1, inForce.neurons().stream().filter(m -> m.id().equals("lif_delta")).count());
    assertTrue(inForce.synapse("static").isPresent(), "a synapse, not the neuron of that name");
  }

  @Test
  void theBuiltInModelIsUsedInPlaceOfAPersonsOfTheSameName() {
    ModelCatalogue withUsers =
        models.withUsers(
            List.of(neuron("lif_delta"), neuron("mine"), new OwnModel("bad", "oops")), List.of());
    assertFalse(withUsers.neuron("lif_delta").orElseThrow().text().contains("of mine"));
    assertEquals(Origin.USER, withUsers.entries().getLast().origin());
    List<Problem> notes = withUsers.notes();
    assertEquals(2, notes.size());
    assertTrue(notes.stream().noneMatch(Problem::isError));
    assertTrue(notes.getFirst().sentence().contains("'lif_delta'"), notes.toString());
    assertEquals("models/bad.model:2:3", notes.getLast().place().toString());
    assertTrue(withUsers.problems().isEmpty(), "which is no circuit's fault");
    ModelCatalogue inForce = withUsers.including(circuit(neuron("mine")));
    assertEquals(Origin.OWN, inForce.entries().getLast().origin());
    assertEquals(1, inForce.neurons().stream().filter(m -> m.id().equals("mine")).count());
    assertTrue(inForce.problems().isEmpty());
  }

  @Test
  void oneNoteSaysThatTheCircuitsOwnModelIsUsedOfTwoOfAName() {
    List<Problem> notes = models.including(circuit(neuron("lif_delta"))).problems();
    assertEquals(1, notes.size(), notes.toString());
    assertEquals(Problem.Severity.NOTE, notes.getFirst().severity());
    assertEquals(
        "'lif_delta' is also the name of a built-in model; this circuit uses its own",
        notes.getFirst().sentence());
    assertEquals("models/lif_delta.model", notes.getFirst().place().file());
    assertEquals(
        List.of(), models.including(circuit(neuron("static"))).problems(), "that is a synapse");

    ModelCatalogue withUsers = models.withUsers(List.of(neuron("mine")), List.of());
    assertEquals(
        List.of(), withUsers.including(circuit(neuron("mine"))).problems(), "a copy of the file");
    OwnModel other = new OwnModel("mine", "neuron mine changed of mine");
    assertEquals(
        "'mine' is also the name of a model in your folder; this circuit uses its own",
        withUsers.including(circuit(other)).problems().getFirst().sentence());
    assertEquals(
        other.text(), withUsers.including(circuit(other)).neuron("mine").orElseThrow().text());
  }

  @Test
  void aBrokenTextIsToldAtItsPlaceAndNotUsed() {
    ModelCatalogue inForce = models.including(circuit(new OwnModel("mine", "neuron mine\n  oops")));
    assertTrue(inForce.neuron("mine").isEmpty());
    assertTrue(inForce.isBroken("mine"));
    assertFalse(inForce.isBroken("lif_delta"));
    assertEquals("models/mine.model:2:3", inForce.problems().getFirst().place().toString());
  }

  @Test
  void whoFollowsACircuitKeepsABrokenModelAsItWasLastRead() {
    Circuit broken = circuit(new OwnModel("mine", "neuron mine\n  oops"));
    ModelCatalogue sound = models.including(circuit(neuron("mine")));
    ModelCatalogue kept = sound.including(broken);
    assertEquals("neuron mine of mine", kept.neuron("mine").orElseThrow().text());
    assertEquals("models/mine.model:2:3", kept.problems().getFirst().place().toString());
    assertFalse(kept.problems().getFirst().isError(), "it runs");
    Circuit stillBroken = broken.withModels(List.of(new OwnModel("mine", "oops"), neuron("a")));
    assertTrue(kept.including(stillBroken).neuron("mine").isPresent());
    assertTrue(models.including(stillBroken).neuron("mine").isEmpty(), "nobody else does");
    assertTrue(models.including(broken).problems().getFirst().isError());
    assertTrue(kept.including(circuit()).including(broken).neuron("mine").isEmpty());
    OwnModel mended = new OwnModel("mine", "neuron mine mended");
    ModelCatalogue after = kept.including(circuit(mended));
    assertEquals("neuron mine mended", after.neuron("mine").orElseThrow().text());
    assertTrue(after.problems().isEmpty());
  }

  @Test
  void aTextThatGivesItsModelAnotherNameThanItsFileCanBeMended() {
    Circuit circuit = circuit(new OwnModel("mine", "neuron yours \"Yours\""));
    Problem problem = models.including(circuit).problems().getFirst();
    assertEquals(
        "The model in models/mine.model is called 'yours' in its first line", problem.sentence());
    Circuit mended = problem.fix().orElseThrow().apply(circuit);
    assertEquals("neuron mine \"Yours\"", mended.models().getFirst().text());
    assertTrue(models.including(mended).neuron("mine").isPresent());
  }

  @Test
  void readsATextOnceHoweverOftenItIsAskedFor() {
    Circuit a = circuit(neuron("a"), neuron("b"));
    ModelCatalogue first = models.including(a);
    assertSame(first, models.including(a));
    assertSame(first, first.including(a));
    assertSame(models, first.including(circuit()));
    models.including(circuit(neuron("a"), neuron("c")));
    models.including(a);
    assertEquals(3, readings.get());
  }

  @Test
  void unchangedFilesOfThePersonAreNotReadAgain() {
    List<OwnModel> files = Sketches.files(Map.of("a", "neuron a", "b", "synapse b"));
    assertEquals(2, models.withUsers(files, List.of()).entries().size() - models.entries().size());
    models.withUsers(files, List.of()).including(circuit());
    assertEquals(2, readings.get());
  }
}
