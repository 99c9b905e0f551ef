package org.neurarium.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.World;
import org.neurarium.circuits.edit.Edit;
import org.neurarium.circuits.file.CircuitReader;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.circuits.validation.Validation;

/// Worlds, what they show, and modulators are copied and pasted with all that is among them.
final class SnippetLabTest {

  private static final ElementId CORTEX = new ElementId("cortex");
  private static final ElementId ARM = new ElementId("arm-1");
  private static final ElementId DOPAMINE = new ElementId("da");

  private static Circuit sample() {
    Path folder = Path.of("..", "sample-projects", "18-choosing-by-reward");
    Circuit c = CircuitReader.read(folder.resolve("circuit.json")).circuit().orElseThrow();
    List<OwnModel> own = new ArrayList<>();
    Path models = folder.resolve("models");
    if (!Files.isDirectory(models)) return c;
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        own.add(new OwnModel(name.replace(".model", ""), Files.readString(file)));
      }
      return new Circuit(c.title(), c.description(), c.run(), c.elements(), own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ElementId> ids(Circuit circuit) {
    return circuit.all(org.neurarium.circuits.Node.class).stream().map(Element::id).toList();
  }

  private static Circuit pasted(Snippet copied, Circuit into) {
    Snippet read =
        PartsClipboard.snippet(PartsClipboard.text(copied))
            .orElseThrow()
            .fitting(into, Library.builtIn().including(into));
    Circuit with = into;
    for (OwnModel m : read.models()) with = new Edit.AddModel("Paste", m).apply(with);
    return new Edit.Add("Paste", read.fresh(with, 40, 40)).apply(with);
  }

  private static List<Problem> errors(Circuit circuit) {
    return Validation.problems(circuit, Library.builtIn(), DataFiles.NONE).stream()
        .filter(Problem::isError)
        .toList();
  }

  @Test
  void aWholeLaboratoryIsPastedIntoAnotherCircuitAsItWas() {
    Circuit from = sample();
    Circuit into = pasted(Snippet.of(from, ids(from)), Circuit.EMPTY);
    assertEquals(from.elements().size(), into.elements().size());
    assertEquals(from.links().size(), into.links().size());
    assertEquals(errors(from), errors(into));
  }

  @Test
  void aSecondLaboratoryBesideTheFirstHasAWorldAndAModulatorOfItsOwn() {
    Circuit from = sample();
    Circuit both = pasted(Snippet.of(from, ids(from)), from);
    assertEquals(2, both.all(World.class).size());
    assertEquals(2, both.modulatorSources().size());
    World second = both.all(World.class).getLast();
    List<Stimulus> seers = new ArrayList<>();
    for (Stimulus s : both.stimuli())
      if (s.signal() instanceof Signal.Observation o && o.world().equals(second.id())) seers.add(s);
    assertEquals(3, seers.size());
    assertTrue(
        both.links().stream().anyMatch(l -> l.to().equals(second.id())),
        "its own actors choose in it");
    ModulatorSource source = both.modulatorSources().getLast();
    assertTrue(both.links().stream().anyMatch(l -> l.to().equals(source.id())));
    assertEquals(List.of(), errors(both));
  }

  @Test
  void whatAStimulusShowsIsStillSeenByACopyOfTheStimulusAlone() {
    Circuit from = sample();
    Circuit into = pasted(Snippet.of(from, List.of(new ElementId("cue"))), from);
    Stimulus copy = into.stimuli().getLast();
    assertEquals(
        new ElementId("bandit"), ((Signal.Observation) copy.signal()).world(), copy.toString());
  }

  @Test
  void aModulationOfALineIsCopiedWithTheLineAndItsSource() {
    Circuit from = sample();
    Link third =
        new Link(
            from.freshId("third"),
            "Third factor",
            DOPAMINE,
            new ElementId("cortex-1"),
            new Link.Modulate("", Quantity.of(0.1, "uM"), 1, 1));
    Circuit with = new Edit.Add("Draw", List.of(third)).apply(from);
    Circuit into = pasted(Snippet.of(with, List.of(CORTEX, ARM, DOPAMINE)), Circuit.EMPTY);
    assertEquals(1, into.links().size());
    Link copy = into.links().getFirst();
    assertEquals(into.modulatorSources().getFirst().id(), copy.from());
    assertEquals(
        into.projections().stream()
            .filter(p -> p.name().startsWith("Cortex"))
            .findFirst()
            .orElseThrow()
            .id(),
        copy.to());
    assertEquals(List.of(), errors(into));
  }
}
