package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.validation.Validation;
import org.neurarium.circuits.world.Layout;
import org.neurarium.circuits.world.WorldKind;
import org.neurarium.circuits.world.WorldKinds;

/// Takes a circuit with a world, breaks one thing, and listens to what is said.
class WorldRulesTest {

  private static final ElementId WORLD = new ElementId("w");

  /// A bandit and a maze, with a population that chooses and a stimulus that shows.
  private static List<Element> sound() {
    Sketch sketch = new Sketch();
    sketch.add(world("bandit", Map.of(), ""));
    sketch.add(
        new World(new ElementId("m"), "Maze", new Point(0, 0), "maze", Map.of(), "###\n#SG\n###"));
    sketch.population("a", 10, "lif_exp_psc").population("b", 1, "lif_exp_psc");
    sketch.add(act("a", "w", "choice", Link.Readout.SPIKE_COUNT, 0));
    sketch.stimulus("cue", 4, observation("w", "cue", Signal.Coding.ONE_HOT));
    return new ArrayList<>(sketch.circuit().elements());
  }

  private static World world(String kind, Map<String, Quantity> settings, String layout) {
    return new World(WORLD, "World", new Point(0, 0), kind, settings, layout);
  }

  private static Link act(String from, String to, String port, Link.Readout readout, int option) {
    return new Link(
        new ElementId("act-" + from),
        "act-" + from,
        new ElementId(from),
        new ElementId(to),
        new Link.Act(port, readout, option));
  }

  private static Signal observation(String world, String port, Signal.Coding coding) {
    return new Signal.Observation(
        new ElementId(world), port, coding, Sketch.quantity("50 Hz"), Sketch.quantity("0 Hz"), 0.1);
  }

  private static Circuit circuit(List<Element> elements) {
    return new Sketch().circuit().of(elements);
  }

  private static List<Problem> problems(List<Element> elements) {
    return Validation.problems(circuit(elements), Library.builtIn(), DataFiles.NONE);
  }

  record Broken(Element part, String field, String sentence, String hint) {}

  private static Arguments broken(Element part, String field, String sentence, String hint) {
    return Arguments.of(new Broken(part, field, sentence, hint));
  }

  private static World set(String setting, String value) {
    return world("bandit", Map.of(setting, Sketch.quantity(value)), "");
  }

  private static World maze(String layout) {
    return new World(new ElementId("m"), "Maze", new Point(0, 0), "maze", Map.of(), layout);
  }

  private static Element shows(int size, String port, Signal.Coding coding) {
    return new Sketch()
        .stimulus("cue", size, observation("w", port, coding))
        .circuit()
        .elements()
        .getFirst();
  }

  private static Stream<Arguments> mistakes() {
    Link.Readout count = Link.Readout.SPIKE_COUNT;
    return Stream.of(
        broken(world("bandid", Map.of(), ""), "world", "is not known here", "mean 'bandit'"),
        broken(set("arm", "2"), "settings.arm", "does not have", "mean 'arms'"),
        broken(set("arms", "30"), "settings.arms", "outside of its range", "2 to 10"),
        broken(set("arms", "2.5"), "settings.arms", "whole number", "Take 3"),
        broken(set("pause", "3 mV"), "settings.pause", "voltage", "Write it like"),
        broken(set("p_best", "1.5"), "settings.p_best", "outside of its range", "0 to 1"),
        broken(set("latency", "20 ms"), "settings.latency", "next turn", "at most a tick"),
        broken(maze("###\n#.G\n###"), "layout", "no place to start", "with S"),
        broken(maze("###\nS.S\n#G#"), "layout", "2 places to start", "with S"),
        broken(maze("###\n#S.\n###"), "layout", "no reward", "with G"),
        broken(maze("#####\n#S#G#\n#####"), "layout", "cannot be reached", "wall"),
        broken(act("a", "w", "chioce", count, 0), "port", "does not have", "mean 'choice'"),
        broken(act("a", "w", "choice", count, 2), "option", "option 2 of 2", "0 to 1"),
        broken(
            act("a", "w", "choice", Link.Readout.POPULATION_VECTOR, 0),
            "readout",
            "one of 2 options",
            "winner"),
        broken(act("b", "w", "choice", count, 0), "option", "does already", "of its own"),
        broken(act("b", "m", "move", Link.Readout.WINNER, 0), "readout", "among 4 options", "each"),
        broken(shows(4, "clue", Signal.Coding.ONE_HOT), "port", "does not have", "mean 'cue'"),
        broken(shows(4, "cue", Signal.Coding.PLACE), "coding", "as a place", "one of several"),
        broken(shows(1, "chosen", Signal.Coding.ONE_HOT), "size", "2 values", "at least one"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhereAndWhatToDo(Broken broken) {
    assertEquals(List.of(), problems(sound()));
    List<Element> elements = sound();
    elements.removeIf(e -> e.id().equals(broken.part().id()));
    elements.add(broken.part());
    List<Problem> found = problems(elements);
    Problem problem =
        found.stream()
            .filter(p -> p.sentence().contains(broken.sentence()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(found.toString()));
    assertTrue(problem.isError());
    assertEquals(broken.part().id(), problem.place().element().orElseThrow());
    assertEquals(broken.field(), problem.place().field());
    assertTrue(problem.hint().contains(broken.hint()), problem.hint());
    problem.fix().ifPresent(fix -> assertMends(fix, elements, problem));
  }

  private static void assertMends(Edit fix, List<Element> elements, Problem problem) {
    Circuit mended = fix.apply(circuit(elements));
    assertFalse(
        Validation.problems(mended, Library.builtIn(), DataFiles.NONE).stream()
            .anyMatch(p -> p.sentence().equals(problem.sentence())));
  }

  @Test
  void everyWorldThatComesWithItIsSoundAsItStands() {
    for (WorldKind kind : WorldKinds.installed().all()) {
      World plain = world(kind.id(), Map.of(), "");
      assertEquals(List.of(), problems(List.of(plain)), kind.id());
      assertFalse(kind.summary().isBlank(), kind.id());
      for (WorldKind.Setting s : kind.settings()) {
        double standard = s.parameter().standard().value();
        assertTrue(
            s.parameter().min() <= standard && standard <= s.parameter().max(),
            kind.id() + "." + s.id());
      }
    }
  }

  @Test
  void countsTheMovesThroughAMap() {
    Layout map = Layout.read("#####\n#S..#\n###.#\n#G..#\n#####");
    assertEquals(6, map.moves(map.goals())[map.starts().getFirst()]);
  }
}
