package org.neurarium.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.ModelCatalogue;

class ModelsCommandTest {

  private static final String MINE =
      """
      neuron mine "Mine"
        summary   "A leak and nothing else."
        parameter tau = 10 ms in 1 .. 50 positive "time constant"
        state     v = -70 mV "membrane potential"
        dv/dt = -(v + 70 mV)/tau : mV
        spike when v >= -50 mV
        reset v = -70 mV
      """;

  private static void inOrder(String text, String... parts) {
    int at = 0;
    for (String part : parts) {
      int found = text.indexOf(part, at);
      assertTrue(found >= 0, () -> "'" + part + "' is missing, or too early, in\n" + text);
      at = found + part.length();
    }
  }

  @Test
  void listsAllKindsWithTitleAndSummary() {
    Outcome outcome = Outcome.of("models");
    assertEquals(0, outcome.exitCode());
    inOrder(
        outcome.out(),
        "neuron ",
        "lif_exp_psc  ",
        "LIF, exponential currents",
        "Leaky integrate-and-fire",
        "synapse ",
        "static",
        "stdp_pair",
        "channel ",
        "na_hh",
        "modulator ",
        "dopamine");
  }

  @Test
  void printsANeuronToTheCodeThatIsMadeOfIt() {
    Outcome outcome = Outcome.of("models", "lif_exp_psc");
    assertEquals(0, outcome.exitCode());
    inOrder(
        outcome.out(),
        "lif_exp_psc: LIF",
        "https://doi.org/10.1007/s004220050570",
        "dI_syn_ex/dt = -I_syn_ex/tau_syn_ex : pA",
        "spike when V_m >= V_th",
        "parameter",
        "20 … 1000",
        "pF",
        "membrane capacitance",
        "state",
        "E_L",
        "receptor",
        "exact propagator",
        "linear with constant coefficients",
        "Generated code (",
        "step, ",
        "I_syn_ex ← P[I_syn_ex,I_syn_ex]*I_syn_ex + arrivals.ex",
        "reset");
  }

  @Test
  void printsPresets() {
    assertTrue(Outcome.of("models", "izhikevich").out().contains("Presets"));
  }

  @Test
  void printsASynapseWithWhatEachStateBelongsTo() {
    inOrder(
        Outcome.of("models", "tsodyks_markram").out(),
        "on pre u += U*(1 - u) ; deliver w*u*x ; x -= u*x",
        "of each",
        "source",
        "Presets",
        "depressing: U = 0.5",
        "every step, exact propagator",
        "Generated code, for synapses onto lif_exp_psc",
        "arriving spike");
  }

  @Test
  void printsChannelsAndModulators() {
    inOrder(Outcome.of("models", "na_hh").out(), "current g*m^3*h*(v - E)", "m ", "exponential");
    inOrder(Outcome.of("models", "dopamine").out(), "[DA]", "release, 1 instruction", "amount");
  }

  static Stream<String> ids() {
    return Library.builtIn().entries().stream().map(ModelCatalogue.Entry::id);
  }

  @ParameterizedTest
  @MethodSource("ids")
  void saysOfEveryStateWithAnEquationHowItIsIntegrated(String id) {
    Outcome outcome = Outcome.of("models", id, "--json");
    assertEquals(0, outcome.exitCode(), outcome::err);
    String json = outcome.out();
    String scheme = json.substring(json.indexOf("\"scheme\":"), json.indexOf("\"code\":"));
    java.util.regex.Matcher equation =
        java.util.regex.Pattern.compile("\"d(\\S+)/dt = ").matcher(json);
    while (equation.find()) inOrder(scheme, "\"state\": \"" + equation.group(1) + "\"");
    assertEquals(0, Outcome.of("models", id).exitCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind",
        "name",
        "title",
        "summary",
        "origin",
        "references",
        "doi",
        "equations",
        "parameters",
        "default",
        "unit",
        "min",
        "max",
        "limit",
        "label",
        "states",
        "start",
        "receptors",
        "typical_weight",
        "presets",
        "values",
        "scheme",
        "reason",
        "code",
        "instructions",
        "lines",
        "text"
      })
  void printsAsJson(String field) {
    String json = Outcome.of("models", "adex", "--json").out();
    assertTrue(json.contains("\"" + field + "\":"), json);
  }

  @Test
  void printsAProjectsOwnModel(@TempDir Path folder) throws IOException {
    Path project = TinyProject.in(folder);
    Files.createDirectories(project.resolve("models"));
    Files.writeString(project.resolve("models/mine.model"), MINE);
    String path = project.toString();
    inOrder(Outcome.of("models", "mine", "--project", path).out(), "mine: Mine", "exact");
    assertTrue(Outcome.of("models", "--project", path).out().contains("A leak and nothing else."));
    Outcome misspelt = Outcome.of("models", "mien", "--project", path);
    assertEquals(2, misspelt.exitCode());
    assertTrue(misspelt.err().contains("Did you mean 'mine'?"), misspelt::err);
    Files.writeString(project.resolve("models/mine.model"), MINE.replace("/tau", "/tua"));
    Outcome broken = Outcome.of("models", "mine", "--project", path);
    assertEquals(1, broken.exitCode());
    assertTrue(broken.err().contains("models/mine.model:5:"), broken::err);
  }

  @Test
  void saysThatAFolderIsNoProject(@TempDir Path folder) {
    Outcome outcome = Outcome.of("models", "mine", "--project", folder.toString());
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("is not a project"), outcome::err);
  }

  @Test
  void printsACellWithWhatItsChannelsBring() {
    Outcome outcome = Outcome.of("models", "l5_pyramidal");
    assertEquals(0, outcome.exitCode());
    inOrder(
        outcome.out(),
        "l5_pyramidal: Layer 5 pyramidal cell (cell)",
        "compartment nexus on trunk length 150 um",
        "insert ca_hva in nexus",
        "nexus.ca_hva.g",
        "soma.v",
        "tuft.nmda",
        "tuft.current");
  }

  @Test
  void makesACellOfADrawing(@TempDir Path folder) throws IOException {
    Path drawing = folder.resolve("01 drawn.swc");
    Files.writeString(drawing, "1 1 0 0 0 10 -1\n2 3 0 10 0 1 1\n3 3 0 210 0 1 2\n");
    Outcome outcome = Outcome.of("models", "--swc", drawing.toString());
    assertEquals(0, outcome.exitCode());
    inOrder(
        outcome.out(),
        "cell cell_01_drawn",
        "compartment basal on soma length 200 um diameter 2 um segments 7");
    Outcome coarse = Outcome.of("models", "--swc", drawing.toString(), "--segments", "2");
    inOrder(coarse.out(), "compartment basal on soma length 200 um diameter 2 um\n");
  }

  @Test
  void saysWhereADrawingIsWrong(@TempDir Path folder) throws IOException {
    Path drawing = folder.resolve("bad.swc");
    Files.writeString(drawing, "1 1 0 0 0 10 -1\n2 3 0 10 0 0 1\n");
    Outcome outcome = Outcome.of("models", "--swc", drawing.toString());
    assertTrue(outcome.exitCode() != 0);
    assertTrue(outcome.err().contains("bad.swc:2:12"), outcome.err());
  }
}
