package org.neurarium.circuits.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Node;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RandomCircuits;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.units.Quantity;

/// Edits change what they name, removing takes along what makes no sense any more, and undo is exact.
class EditTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @Test
  void aWithdrawnStepCannotBeRedone() {
    History history = new History(RandomCircuits.circuit(1));
    Circuit before = history.circuit();
    history.apply(new Edit.SetTitle("Rename", "Called off", ""));
    history.withdraw();
    assertEquals(before, history.circuit());
    assertFalse(history.canRedo());
    history.withdraw();
    assertEquals(before, history.circuit());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void undoAndRedoGoThroughExactlyTheSameCircuits(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    History history = new History(RandomCircuits.circuit(seed));
    List<Circuit> seen = new ArrayList<>(List.of(history.circuit()));
    for (int i = 0; i < 20; i++) {
      history.apply(edit(history.circuit(), random));
      if (!history.circuit().equals(seen.getLast())) seen.add(history.circuit());
    }
    assertEquals(seen, history.versions().stream().map(History.Version::circuit).toList());
    for (int i = seen.size() - 2; i >= 0; i--) {
      assertTrue(history.canUndo());
      history.undo();
      assertEquals(seen.get(i), history.circuit());
    }
    assertFalse(history.canUndo());
    history.undo();
    for (int i = 1; i < seen.size(); i++) {
      history.redo();
      assertEquals(seen.get(i), history.circuit());
    }
    assertFalse(history.canRedo());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void editsLeaveTheCircuitTheyStartFromAlone(long seed) {
    Circuit circuit = RandomCircuits.circuit(seed);
    Circuit same = RandomCircuits.circuit(seed);
    edit(circuit, new SplittableRandom(seed)).apply(circuit);
    assertEquals(same, circuit);
    assertEquals(same.hashCode(), circuit.hashCode());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void removingTakesAlongWhatMakesNoSenseWithoutIt(long seed) {
    Circuit before = RandomCircuits.circuit(seed);
    Set<ElementId> chosen = someIds(before, new SplittableRandom(seed));
    Circuit after = new Edit.Remove("", chosen).apply(before);
    Set<ElementId> gone = new HashSet<>();
    for (Element e : before.elements()) if (!after.contains(e.id())) gone.add(e.id());
    gone.addAll(chosen);
    for (Element e : after.elements()) {
      Element old = before.find(e.id()).orElseThrow();
      switch (e) {
        case Projection p -> assertFalse(gone.contains(p.from()) || gone.contains(p.to()));
        case Link l -> assertFalse(gone.contains(l.from()) || gone.contains(l.to()));
        case Stimulus s when s.signal() instanceof Signal.Observation o ->
            assertFalse(gone.contains(o.world()));
        case Probe p -> {
          assertTrue(p.targets().stream().noneMatch(gone::contains));
          assertEquals(((Probe) old).targets().isEmpty(), p.targets().isEmpty());
        }
        case Group g -> {
          assertTrue(g.members().stream().noneMatch(gone::contains));
          assertEquals(((Group) old).members().isEmpty(), g.members().isEmpty());
        }
        default -> assertEquals(old, e);
      }
    }
    for (ElementId id : gone)
      if (!chosen.contains(id)) assertTrue(hadToGo(before.find(id).orElseThrow(), gone));
    assertEquals(before, new Edit.Remove("", Set.of()).apply(before));
  }

  private static boolean hadToGo(Element e, Set<ElementId> gone) {
    return switch (e) {
      case Projection p -> gone.contains(p.from()) || gone.contains(p.to());
      case Link l -> gone.contains(l.from()) || gone.contains(l.to());
      case Stimulus s -> s.signal() instanceof Signal.Observation o && gone.contains(o.world());
      case Probe p -> gone.containsAll(p.targets());
      case Group g -> gone.containsAll(g.members());
      default -> false;
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void addingAndRemovingAreEachOthersInverse(long seed) {
    Circuit circuit = RandomCircuits.circuit(seed);
    Element added = renamed(RandomCircuits.circuit(seed + 1).elements().getFirst(), circuit);
    Circuit more = new Edit.Add("", List.of(added)).apply(circuit);
    assertEquals(Optional.of(added), more.find(added.id()));
    assertEquals(circuit, new Edit.Remove("", Set.of(added.id())).apply(more));
  }

  private static Element renamed(Element element, Circuit circuit) {
    return element.withId(circuit.freshId("added"));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void movingThereAndBackChangesNothing(long seed) {
    Circuit circuit = RandomCircuits.circuit(seed);
    Map<ElementId, Point> back = new HashMap<>();
    Map<ElementId, Point> there = new HashMap<>();
    for (Element e : circuit.elements())
      if (e instanceof Node node) {
        back.put(e.id(), node.position());
        there.put(e.id(), new Point(1234, 4321));
      }
    Circuit moved = new Edit.Move("", there).apply(circuit);
    for (Element e : moved.elements())
      if (e instanceof Node node) assertEquals(new Point(1234, 4321), node.position());
    assertEquals(circuit, new Edit.Move("", back).apply(moved));
  }

  @Test
  void oneGestureIsOneStepOfUndo() {
    History history = new History(Circuit.EMPTY);
    for (int i = 0; i < 10; i++)
      history.applyDuring("drag 1", new Edit.SetTitle("Rename", "title " + i, ""));
    history.applyDuring("drag 2", new Edit.SetTitle("Rename", "other", ""));
    history.undo();
    assertEquals("title 9", history.circuit().title());
    history.undo();
    assertEquals(Circuit.EMPTY, history.circuit());
    assertEquals(Optional.of("Rename"), history.redoLabel());
  }

  @Test
  void anEditThatChangesNothingLeavesNoTrace() {
    History history = new History(Circuit.EMPTY);
    history.apply(new Edit.SetRun("Set run", RunSettings.DEFAULT));
    assertFalse(history.canUndo());
  }

  @Test
  void aNewEditForgetsWhatWasUndone() {
    History history = new History(Circuit.EMPTY);
    history.apply(new Edit.SetTitle("a", "a", ""));
    history.undo();
    history.apply(new Edit.SetTitle("b", "b", ""));
    assertFalse(history.canRedo());
    assertEquals(Optional.of("b"), history.undoLabel());
  }

  private static Edit edit(Circuit circuit, SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 ->
          new Edit.Add(
              "Add",
              List.of(
                  renamed(
                      RandomCircuits.circuit(random.nextInt(1000)).elements().getFirst(),
                      circuit)));
      case 1 -> new Edit.Remove("Remove", someIds(circuit, random));
      case 2 ->
          new Edit.Replace(
              "Rename",
              circuit.elements().stream()
                  .map(e -> e.withName("name " + random.nextInt(3)))
                  .toList());
      case 3 -> {
        Map<ElementId, Point> positions = new HashMap<>();
        for (ElementId id : someIds(circuit, random))
          positions.put(id, new Point(random.nextInt(5), 0));
        yield new Edit.Move("Move", positions);
      }
      case 4 -> new Edit.SetTitle("Title", "title " + random.nextInt(3), "");
      case 5 ->
          new Edit.SetRun(
              "Run",
              new RunSettings(Quantity.of(0.1, "ms"), random.nextInt(3), Quantity.of(1, "s")));
      case 6 -> modelEdit(circuit, random);
      default -> {
        Edit first = edit(circuit, random);
        yield new Edit.Together("Both", List.of(first, edit(first.apply(circuit), random)));
      }
    };
  }

  private static Edit modelEdit(Circuit circuit, SplittableRandom random) {
    if (circuit.models().isEmpty() || random.nextInt(3) == 0)
      return new Edit.AddModel(
          "Add", new OwnModel(freshId(circuit), "neuron " + random.nextInt(9)));
    String id = circuit.models().get(random.nextInt(circuit.models().size())).id();
    return switch (random.nextInt(3)) {
      case 0 -> new Edit.ChangeModel("Change", id, "neuron " + random.nextInt(9));
      case 1 -> new Edit.RenameModel("Rename", id, freshId(circuit));
      default -> new Edit.RemoveModel("Remove", id);
    };
  }

  private static String freshId(Circuit circuit) {
    return OwnModel.freshId(
        "My neuron!", circuit.models().stream().map(OwnModel::id).collect(Collectors.toSet()));
  }

  @Test
  void renamingAModelRenamesItInItsTextAndWhereverItIsNamed() {
    Population population =
        new Population(
            new ElementId("p"),
            "P",
            new Point(0, 0),
            Population.Type.EXCITATORY,
            1,
            "mine",
            Map.of(),
            Map.of(),
            Sheet.DEFAULT);
    Circuit circuit =
        Circuit.EMPTY
            .of(List.of(population))
            .withModels(List.of(new OwnModel("mine", "# mine\nneuron mine \"Mine\"\n")));
    Circuit renamed = new Edit.RenameModel("", "mine", "yours").apply(circuit);
    assertEquals("yours", renamed.populations().getFirst().model());
    assertEquals(
        List.of(new OwnModel("yours", "# mine\nneuron yours \"Mine\"\n")), renamed.models());
    assertEquals(circuit, new Edit.RenameModel("", "yours", "mine").apply(renamed));
  }

  @Test
  void typingInAModelIsOneStepOfUndo() {
    History history = new History(Circuit.EMPTY);
    history.apply(new Edit.AddModel("Add", new OwnModel("mine", "")));
    for (String text : List.of("n", "ne", "neu"))
      history.applyDuring("typing", new Edit.ChangeModel("Change mine", "mine", text));
    assertEquals("neu", history.circuit().models().getFirst().text());
    history.undo();
    assertEquals("", history.circuit().models().getFirst().text());
    history.redo();
    assertEquals("neu", history.circuit().models().getFirst().text());
  }

  private static Set<ElementId> someIds(Circuit circuit, SplittableRandom random) {
    Set<ElementId> ids = new HashSet<>();
    for (Element e : circuit.elements()) if (random.nextInt(4) == 0) ids.add(e.id());
    return ids;
  }
}
