package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.world.WorldKinds;

final class PartsTest {

  private static final ElementId E = new ElementId("cortex-e");
  private static final ElementId I = new ElementId("cortex-i");

  private final Connections connections = new Connections(Library::builtIn, WorldKinds.installed());

  @ParameterizedTest
  @EnumSource(Part.class)
  void everyPartGetsAFreshNameAndIdAndStandsWhereItWasDropped(Part part) {
    Circuit circuit = Circuit.EMPTY;
    for (int i = 0; i < 3; i++) {
      Element made = PartFactory.make(part, circuit, Library.builtIn(), new Point(40, 60));
      List<Element> all = new ArrayList<>(circuit.elements());
      all.add(made);
      circuit = circuit.of(all); // throws when the id is taken
    }
    assertEquals(3, circuit.elements().stream().map(Element::name).distinct().count());
  }

  @Test
  void pastedPiecesReferToEachOtherAndToNothingElse() {
    Circuit example = CanvasPicture.example();
    Snippet snippet = Snippet.of(example, List.of(E, I, new ElementId("raster")));

    List<Element> fresh = snippet.fresh(example, 40, 40);

    Set<ElementId> freshIds = new HashSet<>(fresh.stream().map(Element::id).toList());
    assertTrue(freshIds.stream().noneMatch(example::contains));
    List<Projection> projections =
        fresh.stream().filter(Projection.class::isInstance).map(Projection.class::cast).toList();
    assertEquals(
        3, projections.size()); // there, back and recurrent; not those to parts left behind
    for (Projection p : projections)
      assertTrue(freshIds.contains(p.from()) && freshIds.contains(p.to()));
    Probe probe =
        fresh.stream()
            .filter(Probe.class::isInstance)
            .map(Probe.class::cast)
            .findFirst()
            .orElseThrow();
    assertTrue(freshIds.contains(probe.targets().getFirst()));
    assertEquals(new ElementId("layer-5"), probe.targets().getLast());
    assertEquals(example.elements().size() + fresh.size(), plus(example, fresh).elements().size());
  }

  @Test
  void pasteIntoAnotherCircuitLeavesOutWhatIsNotThere() {
    Snippet snippet =
        Snippet.of(CanvasPicture.example(), List.of(new ElementId("raster"), new ElementId("p4")));

    List<Element> fresh = snippet.fresh(Circuit.EMPTY, 0, 0);

    assertEquals(1, fresh.size());
    assertEquals(List.of(), assertInstanceOf(Probe.class, fresh.getFirst()).targets());
  }

  @Test
  void copyOfAGroupHasCopiesOfItsMembers() {
    Circuit example = CanvasPicture.example();
    List<Element> fresh =
        Snippet.of(example, List.of(new ElementId("choice"))).fresh(example, 40, 40);

    Group group =
        fresh.stream()
            .filter(Group.class::isInstance)
            .map(Group.class::cast)
            .findFirst()
            .orElseThrow();
    Set<ElementId> freshIds = new HashSet<>(fresh.stream().map(Element::id).toList());
    assertEquals(2, group.members().size());
    assertTrue(freshIds.containsAll(group.members()));
  }

  @Test
  void alignmentBringsEdgesTogetherAndDistributionEqualGaps() {
    List<Arrange.Item> items =
        List.of(
            new Arrange.Item(E, new Point(100, 100), new Outline.Disc(30)),
            new Arrange.Item(I, new Point(300, 160), new Outline.Disc(10)),
            new Arrange.Item(new ElementId("x"), new Point(220, 400), new Outline.Box(40, 20)));

    Map<ElementId, Point> left = Arrange.LEFT.apply(items);
    assertEquals(70, at(left, I).x() - 10);
    assertEquals(70, at(left, new ElementId("x")).x() - 40);
    assertEquals(400, at(left, new ElementId("x")).y());
    Map<ElementId, Point> bottom = Arrange.BOTTOM.apply(items);
    assertEquals(420, at(bottom, E).y() + 30);
    Map<ElementId, Point> across = Arrange.ACROSS.apply(items);
    assertEquals(new Point(100, 100), at(across, E));
    assertEquals(new Point(300, 160), at(across, I));
    double gap1 = at(across, new ElementId("x")).x() - 40 - 130;
    double gap2 = 290 - (at(across, new ElementId("x")).x() + 40);
    assertEquals(gap1, gap2, 1e-9);
  }

  @Test
  void groupingInsideAGroupNestsAndUngroupingGivesTheMembersBack() {
    Circuit example = CanvasPicture.example();
    ElementId actions = new ElementId("actions");
    Grouping.Made made = Grouping.group(example, List.of(actions)).orElseThrow();
    Circuit nested = made.edit().apply(example);

    Folding folding = new Folding(nested);
    assertEquals(made.group().id(), folding.parent(actions).orElseThrow().id());
    assertEquals(new ElementId("choice"), folding.parent(made.group().id()).orElseThrow().id());
    Circuit back = Grouping.ungroup(nested, List.of(made.group())).apply(nested);
    assertEquals(new ElementId("choice"), new Folding(back).parent(actions).orElseThrow().id());
    assertEquals(example.elements().size(), back.elements().size());
  }

  @Test
  void outermostFoldedGroupShowsWhatIsInside() {
    Circuit example = CanvasPicture.example();
    Group choice = example.find(new ElementId("choice"), Group.class).orElseThrow();
    Circuit folded = Grouping.fold(example, choice).apply(example);

    assertEquals(choice.id(), new Folding(folded).shownBy(new ElementId("lateral")));
    assertEquals(
        new Point(960, 440), folded.find(choice.id(), Group.class).orElseThrow().position());
  }

  @Test
  void heatmapIsDrawnToTheProjectionThatItLooksAt() {
    Circuit example = CanvasPicture.example();
    ElementId p4 = new ElementId("p4");
    Probe heatmap =
        ((Probe) PartFactory.make(Part.HEATMAP, example, Library.builtIn(), new Point(500, 700)))
            .aimedAt(List.of(p4));
    Circuit circuit = plus(example, List.of(heatmap));
    Set<ElementId> shown = new HashSet<>(circuit.elements().stream().map(Element::id).toList());

    Map<Links.LinkKey, Links.Route> routes =
        Links.of(circuit, new Folding(circuit), shown, Library.builtIn());

    Links.Route look =
        Objects.requireNonNull(routes.get(new Links.LinkKey(heatmap.id(), heatmap.id(), p4)));
    assertEquals(heatmap.id(), look.from());
    assertEquals(p4, look.to());
    assertEquals(Routing.End.NONE, look.style().end());
  }

  @Test
  void connectionsFollowDale() {
    Circuit example = CanvasPicture.example();

    assertEquals("ex", connected(example, E, I).receptor());
    assertEquals("in", connected(example, I, E).receptor());
    assertEquals("current", connected(example, new ElementId("wave"), E).receptor());
    assertInstanceOf(Wiring.AllToAll.class, connected(example, new ElementId("wave"), E).wiring());
  }

  @Test
  void refusalsSayWhy() {
    Circuit example = CanvasPicture.example();

    assertEquals("A stimulus takes no input.", refused(example, E, new ElementId("cue")));
    assertEquals("A note cannot be connected.", refused(example, E, new ElementId("note")));
    assertEquals("Spikes already looks at Cortex E.", refused(example, new ElementId("raster"), E));
    assertEquals(
        "Only populations have a membrane to trace.",
        refused(example, new ElementId("trace"), new ElementId("cue")));
  }

  private Projection connected(Circuit circuit, ElementId from, ElementId to) {
    Connections.Answer answer = answer(circuit, from, to);
    return assertInstanceOf(
        Projection.class, assertInstanceOf(Connections.Answer.Yes.class, answer).made());
  }

  private String refused(Circuit circuit, ElementId from, ElementId to) {
    return assertInstanceOf(Connections.Answer.No.class, answer(circuit, from, to)).reason();
  }

  private Connections.Answer answer(Circuit circuit, ElementId from, ElementId to) {
    return connections.connect(
        circuit, circuit.find(from).orElseThrow(), circuit.find(to).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource(WiringRule.class)
  void wiringRulesReadBackWhatTheyWrite(WiringRule rule) {
    Wiring made =
        rule.make(rule.fields().stream().map(WiringRule.Field::standard).toList()).orElseThrow();

    assertEquals(rule, WiringRule.of(made));
    assertEquals(made, rule.make(WiringRule.texts(made)).orElseThrow());
  }

  @Test
  void wiringRulesRefuseNonsense() {
    assertTrue(WiringRule.PAIRWISE_BERNOULLI.make(List.of("1.5")).isEmpty());
    assertTrue(WiringRule.FIXED_IN_DEGREE.make(List.of("2.5")).isEmpty());
    assertTrue(WiringRule.GAUSSIAN.make(List.of("0.5", "3 ms")).isEmpty());
    assertTrue(WiringRule.FROM_LIST.make(List.of(" ")).isEmpty());
  }

  @Test
  void screenReadersHearWhatAPopulationIs() {
    Circuit example = CanvasPicture.example();
    Captions captions = new Captions(Library::builtIn, WorldKinds.installed());
    Population e = example.find(E, Population.class).orElseThrow();
    Stimulus cue = example.find(new ElementId("cue"), Stimulus.class).orElseThrow();

    assertEquals(
        "Cortex E, 800 excitatory neurons, 12 hertz, 3 inputs", captions.spoken(e, example, 12.2));
    assertEquals(
        "Cue A / B, stimulus, 200 Poisson · 20 Hz", captions.spoken(cue, example, Double.NaN));
  }

  private static Point at(Map<ElementId, Point> places, ElementId id) {
    return Objects.requireNonNull(places.get(id));
  }

  private static Circuit plus(Circuit circuit, List<Element> more) {
    List<Element> all = new ArrayList<>(circuit.elements());
    all.addAll(more);
    return circuit.of(all);
  }
}
