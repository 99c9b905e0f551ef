package org.neurarium.circuits.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue.Entry;
import org.neurarium.circuits.model.ModulatorModel;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Effect;
import org.neurarium.circuits.model.NeuronModel.Input;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.model.Preset;
import org.neurarium.circuits.model.SynapseModel;
import org.neurarium.circuits.units.Quantity;

/// What must hold for every file of the library, beside reading without problems and printing back. A model that a rule does not fit is left out by name, with the reason.
class LibraryRulesTest {

  private static final Map<String, String> NO_PARAMETERS =
      Map.of(
          "static", "hands over a weight and has nothing to set",
          "parrot", "repeats spikes and has nothing to set",
          "relay", "repeats spikes and has nothing to set");

  private static final Map<String, String> NO_SOURCE =
      Map.of("static", "a weight that never changes comes from no paper");

  private static final Path PAGE = Path.of("..", "src", "site", "models", "library.md");

  private static List<Model> all() {
    return Library.builtIn().entries().stream().map(Entry::model).<Model>map(m -> m).toList();
  }

  static Stream<String> ids() {
    return Library.ids().stream();
  }

  private static Model model(String id) {
    return all().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
  }

  /// The model, a cell with all that its channels bring.
  private static Model whole(String id) {
    return model(id) instanceof CellModel ? Library.builtIn().neuron(id).orElseThrow() : model(id);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void saysWhatItIsAndWhereItComesFrom(String id) {
    Model m = model(id);
    assertFalse(m.title().isBlank());
    assertFalse(m.title().equals(m.id()), "a title for people");
    assertTrue(m.summary().endsWith("."), m.summary());
    assertEquals(NO_SOURCE.containsKey(id), m.references().isEmpty());
    m.references().forEach(r -> assertTrue(r.doi().startsWith("10."), r.doi()));
    for (Parameter p : m.parameters()) assertFalse(p.label().isBlank(), p.id());
    switch (m) {
      case NeuronModel n -> {
        n.states().forEach(s -> assertFalse(s.label().isBlank(), s.id()));
        n.receptors().forEach(r -> assertFalse(r.label().isBlank(), r.id()));
      }
      case SynapseModel s -> s.states().forEach(v -> assertFalse(v.label().isBlank(), v.id()));
      case ChannelModel c -> c.states().forEach(v -> assertFalse(v.label().isBlank(), v.id()));
      case ModulatorModel o -> o.states().forEach(v -> assertFalse(v.label().isBlank(), v.id()));
      case CellModel c -> assertFalse(c.compartments().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void standardValuesLieWithinTheirRanges(String id) {
    List<Parameter> parameters = whole(id).parameters();
    assertEquals(NO_PARAMETERS.containsKey(id), parameters.isEmpty());
    for (Parameter p : parameters) check(p, p.standard(), "standard");
  }

  private static void check(Parameter p, Quantity value, String where) {
    double size = value.in(p.unit()).value();
    assertTrue(p.min() < p.max(), p.id());
    assertTrue(p.limit().allows(p.min()) || p.limit() == Parameter.Limit.POSITIVE, p.id());
    assertTrue(
        size >= p.min() && size <= p.max() && p.limit().allows(size),
        where + ": " + p.id() + " = " + value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ids")
  void presetsSetWhatIsThereWithinItsRange(String id) {
    Model m = whole(id);
    Set<String> names = new HashSet<>();
    for (Preset preset : m.presets()) {
      assertTrue(names.add(preset.name()), preset.name());
      assertFalse(preset.values().isEmpty(), preset.name());
      preset
          .values()
          .forEach((name, value) ->
              m.parameter(name)
                  .ifPresentOrElse(
                      p -> check(p, value, preset.name()),
                      () -> assertTrue(hasState(m, name), preset.name() + ": " + name)));
    }
  }

  private static boolean hasState(Model m, String id) {
    return switch (m) {
      case NeuronModel n -> n.state(id).isPresent();
      case SynapseModel s -> s.states().stream().anyMatch(v -> v.id().equals(id));
      case ChannelModel c -> c.states().stream().anyMatch(v -> v.id().equals(id));
      case ModulatorModel o -> o.states().stream().anyMatch(v -> v.id().equals(id));
      case CellModel _ -> false;
    };
  }

  @Test
  void presetsOfAModelSetTheSameThings() {
    for (Model m : all())
      for (Preset preset : m.presets())
        assertEquals(
            m.presets().getFirst().values().keySet(),
            preset.values().keySet(),
            m.id() + ", " + preset.name() + ": what one sets and another does not stays behind");
  }

  @Test
  void receptorsHaveTypicalWeightsThatDoWhatTheySay() {
    for (Model m : all()) {
      if (!(m instanceof NeuronModel n)) continue;
      for (NeuronModel.Receptor r : n.receptors()) {
        String where = n.id() + ", " + r.id();
        double weight = r.standardWeight().value();
        assertEquals(r.weightUnit().dimension(), r.standardWeight().unit().dimension(), where);
        if (r.input() == Input.SPIKES) assertTrue(weight != 0, where);
        if (r.effect() == Effect.EXCITES) assertTrue(weight > 0 && r.weightSign() > 0, where);
        if (r.effect() == Effect.INHIBITS) assertEquals(Math.signum(weight), r.weightSign(), where);
      }
    }
  }

  @Test
  void listsHaveNoModelTwiceAndLeaveNoFileOut() {
    List<String> ids = Library.ids();
    assertEquals(ids.size(), new HashSet<>(ids).size());
    NO_PARAMETERS.keySet().forEach(id -> assertTrue(ids.contains(id), id));
  }

  @Test
  void theManualTellsOfEveryModel() throws IOException {
    String page = ManualPage.of(all());
    for (Model m : all()) {
      assertTrue(page.contains("\n### " + m.id() + "\n"), m.id());
      m.references().forEach(r -> assertTrue(page.contains(r.address()), r.doi()));
      m.parameters().forEach(p -> assertTrue(page.contains("| `" + p.id() + "` |"), p.id()));
    }
    assertEquals(
        page,
        Files.readString(PAGE, StandardCharsets.UTF_8),
        "write it again: ./neurarium models --manual > src/site/models/library.md");
  }
}
