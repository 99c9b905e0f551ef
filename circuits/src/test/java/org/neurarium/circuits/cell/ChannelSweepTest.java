package org.neurarium.circuits.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.neurarium.circuits.formula.Definition;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.ChannelModel;
import org.neurarium.circuits.model.Model;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.circuits.units.Unit;

@DisplayName("The library's channels and cells")
class ChannelSweepTest {

  private static final ModelCatalogue LIBRARY = Library.builtIn();

  static Stream<String> channels() {
    return LIBRARY.ids(Model.Kind.CHANNEL).stream();
  }

  static Stream<String> cells() {
    return LIBRARY.ids(Model.Kind.CELL).stream();
  }

  private static ChannelModel channel(String id) {
    return LIBRARY.channel(id).orElseThrow();
  }

  /// The symbols of a channel with its standard values.
  private static ToDoubleFunction<String> at(ChannelModel channel, Map<String, Double> given) {
    return new ToDoubleFunction<>() {
      @Override
      public double applyAsDouble(String id) {
        if (given.containsKey(id)) return given.get(id);
        if (id.startsWith("I_")) return 0;
        if (id.startsWith("[")) return 0.1;
        Optional<Parameter> parameter = channel.parameter(id);
        if (parameter.isPresent()) return parameter.get().standard().engineValue();
        Optional<Definition> definition =
            channel.definitions().stream().filter(d -> d.name().equals(id)).findFirst();
        if (definition.isPresent()) return Evaluator.evaluate(definition.get().value(), this);
        return Evaluator.evaluate(
            channel.states().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow()
                .start(),
            this);
      }
    };
  }

  private static double rate(
      ChannelModel channel, Equation equation, double v, double gate, double calcium) {
    Map<String, Double> given = new HashMap<>(Map.of("v", v, equation.state(), gate));
    if (!equation.state().equals("[Ca]")) given.put("[Ca]", calcium);
    return Evaluator.evaluate(equation.rate(), at(channel, given));
  }

  private static double steady(String id, String gate, double v, double calcium) {
    ChannelModel channel = channel(id);
    Equation equation =
        channel.equations().stream().filter(e -> e.state().equals(gate)).findFirst().orElseThrow();
    double shut = rate(channel, equation, v, 0, calcium);
    return shut / (shut - rate(channel, equation, v, 1, calcium));
  }

  private static double timeConstant(String id, String gate, double v) {
    ChannelModel channel = channel(id);
    Equation equation =
        channel.equations().stream().filter(e -> e.state().equals(gate)).findFirst().orElseThrow();
    return 1 / (rate(channel, equation, v, 0, 0.1) - rate(channel, equation, v, 1, 0.1));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void gatesRestBetweenShutAndOpenAndReturnThere(String id) {
    ChannelModel channel = channel(id);
    if (id.equals("dcaap")) return; // counts waves; it has no gate
    for (Equation e : channel.equations()) {
      if (!e.unit().equals(Unit.NONE)) continue;
      for (double v = -120; v <= 80; v += 0.5)
        for (double calcium : new double[] {0, 0.1, 1, 1000}) {
          double steady = steady(id, e.state(), v, calcium);
          assertTrue(steady >= 0 && steady <= 1, e.state() + " at " + v + ": " + steady);
          double below = rate(channel, e, v, steady - 0.01, calcium);
          double above = rate(channel, e, v, steady + 0.01, calcium);
          assertTrue(below > 0 && above < 0, e.state() + " at " + v);
        }
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void currentsReverseWhereTheParameterSays(String id) {
    ChannelModel channel = channel(id);
    if (channel.parameter("E").isEmpty()) return;
    double reversal = channel.parameter("E").orElseThrow().standard().engineValue();
    assertEquals(
        0, Evaluator.evaluate(channel.current(), at(channel, Map.of("v", reversal))), 1e-15);
  }

  /// Numbers of the papers: half activations, and time constants by hand from their formulas.
  @ParameterizedTest(name = "{0} {1} at {2} mV")
  @CsvSource({
    "ca_lva, m, -40, 0.5",
    "ca_lva, h, -90, 0.5",
    "k_v3, m, 18.7, 0.5",
    "k_a, n, 11, 0.5",
    "k_a, l, -56, 0.5",
    "m_current, m, -35, 0.5",
    // Hodgkin and Huxley at rest
    "na_hh, m, -65, 0.0529",
    "na_hh, h, -65, 0.5961",
    "k_hh, n, -65, 0.3177",
  })
  void gatesAreHalfOpenWherePublished(String id, String gate, double v, double expected) {
    assertEquals(expected, steady(id, gate, v, 0.1), 5e-5);
  }

  @ParameterizedTest(name = "{0} {1} at {2} mV")
  @CsvSource({
    // (5 + 20/(1 + exp((-30 + 35)/5)))/2.3^1.3 with v = -30 mV; 2.3^1.3 = 2.9529
    "ca_lva, m, -30, 3.5148",
    // 4/(1 + exp(-(v + 46.56)/44.14)) at v = 0
    "k_v3, m, 0, 2.9668",
    // 0.26 (v + 50) at v = 0
    "k_a, l, 0, 13",
    "sk, z, -60, 1",
  })
  void timeConstantsAreThePublishedOnes(String id, String gate, double v, double expected) {
    assertEquals(expected, timeConstant(id, gate, v), 1e-4 * expected);
  }

  @Test
  void skIsHalfOpenAt430Nanomolar() {
    assertEquals(0.5, steady("sk", "z", -60, 0.43), 1e-12);
    assertTrue(steady("sk", "z", -60, 0.1) < 0.001);
    assertTrue(steady("sk", "z", -60, 2) > 0.999);
  }

  @Test
  void magnesiumBlocksAsJahrAndStevensMeasured() {
    // 1/(1 + Mg/3.57 exp(-0.062 v)) at 1 mM.
    for (double[] point :
        new double[][] {{-70, 0.044466}, {-20, 0.508138}, {0, 0.781182}, {40, 0.977075}}) {
      double open = at(channel("nmda"), Map.of("v", point[0])).applyAsDouble("unblocked");
      assertEquals(point[1], open, 1e-4, "at " + point[0]);
    }
  }

  @ParameterizedTest
  @CsvSource({"ampa", "nmda", "gaba_a"})
  void aWeightIsThePeakOfItsConductance(String id) {
    ChannelModel channel = channel(id);
    ToDoubleFunction<String> values = at(channel, Map.of("v", 0.0, "weight", 1.0));
    double scale = values.applyAsDouble("scale");
    double rise = values.applyAsDouble("rise");
    double decay = values.applyAsDouble("tau_decay");
    double peak = 0;
    for (double t = 0; t < 50; t += 0.001)
      peak = Math.max(peak, scale * (Math.exp(-t / decay) - Math.exp(-t / rise)));
    assertEquals(1, peak, 1e-6);
  }

  @Test
  void aPoolKeepsTheChargeThatComesIn() {
    ChannelModel pool = channel("calcium_pool");
    double factor = at(pool, Map.of("I_Ca", -1.0)).applyAsDouble("influx");
    // 1 pA/um^2 into a shell of 0.1 um of which 5 % stays: 0.05/(2 F 0.1 um), F = 96485.33 C/mol.
    double molar = 0.05 * 1e-12 * 1e-3 / (2 * 96485.33212) / (0.1 * 1e-15);
    assertEquals(molar * 1e6, factor, 1e-5 * factor);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void aCellHasAValueForEverything(String id) {
    NeuronModel model = LIBRARY.neuron(id).orElseThrow();
    assertEquals(List.of(), LIBRARY.problemsOf(id));
    for (NeuronModel.State s : model.states()) {
      double start = Cells.start(model, s.id());
      assertTrue(Double.isFinite(start), s.id());
      if (s.unit().equals(Unit.NONE) && !s.id().contains("dcaap"))
        assertTrue(start >= 0 && start <= 1, s.id() + " = " + start);
    }
    Cell.Geometry sizes = model.cell().orElseThrow().geometry(Cells.standard(model));
    for (int k = 1; k < sizes.axial().length; k++) assertTrue(sizes.axial()[k] > 0);
    assertTrue(model.dynamics().spike().isPresent());
  }

  @Test
  void thePresetCellsHaveTheCompartmentsThatTheirNamesPromise() {
    assertEquals(7, LIBRARY.cell("l5_pyramidal").orElseThrow().compartments().size());
    assertEquals(12, LIBRARY.cell("ca1_pyramidal").orElseThrow().compartments().size());
    assertEquals(2, LIBRARY.cell("two_compartment").orElseThrow().compartments().size());
    assertEquals(2, LIBRARY.cell("ball_and_stick").orElseThrow().compartments().size());
  }
}
