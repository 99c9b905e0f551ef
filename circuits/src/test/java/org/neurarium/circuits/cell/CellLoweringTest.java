package org.neurarium.circuits.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.formula.Equation;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.model.Cell;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.NeuronModel.Input;

@DisplayName("A cell becomes a neuron model")
class CellLoweringTest {

  private static List<String[]> rows(String file, String morphology) throws IOException {
    try (var in = CellLoweringTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> l.startsWith(morphology + ","))
          .map(l -> l.split(",", -1))
          .toList();
    }
  }

  @Test
  void segmentsHaveTheAreasAndCapacitancesOfTheReference() throws IOException {
    NeuronModel model = Cells.lowered(Cells.FORK);
    Cell cell = model.cell().orElseThrow();
    Cell.Geometry sizes = cell.geometry(Cells.standard(model));
    List<Cell.Segment> membrane = cell.segments().stream().filter(s -> !s.isJunction()).toList();
    List<String[]> rows = rows("passive_cable_compartments.csv", "Y");
    assertEquals(rows.size(), membrane.size());
    for (String[] row : rows) {
      int k = cell.segments().indexOf(membrane.get(Integer.parseInt(row[1])));
      assertEquals(1, sizes.area()[k] / Double.parseDouble(row[3]), 1e-8, row[2]);
      assertEquals(1, sizes.capacitance()[k] / Double.parseDouble(row[4]), 1e-8, row[2]);
    }
  }

  @Test
  void couplingsAreThoseOfTheReference() throws IOException {
    NeuronModel model = Cells.lowered(Cells.FORK);
    Cell cell = model.cell().orElseThrow();
    List<String> membrane =
        cell.segments().stream().filter(s -> !s.isJunction()).map(Cell.Segment::potential).toList();
    for (String[] row : rows("passive_cable_couplings.csv", "Y")) {
      String a = membrane.get(Integer.parseInt(row[1]));
      String b = membrane.get(Integer.parseInt(row[2]));
      // The equations say what a difference of 1 mV at one end lets flow into the other.
      double capacitance = value(model, a.substring(0, a.length() - 2).split("\\[")[0] + ".C");
      double rest = rate(model, a, Map.of());
      double flow = (rate(model, a, Map.of(b, -69.0)) - rest) * capacitance;
      assertEquals(1, flow / Double.parseDouble(row[3]), 1e-7, a + " " + b);
    }
  }

  @Test
  void chargeFlowsFromSegmentToSegmentAndIsNotLost() {
    NeuronModel model =
        Cells.lowered(
            Cells.FORK.replace(
                "insert leak in all g = 0.05 mS/cm^2, E = -70 mV\n  insert na_hh in soma\n", ""));
    Map<String, Double> potentials = new HashMap<>();
    double charge = 0;
    int k = 0;
    for (NeuronModel.State s : model.states())
      potentials.put(s.id(), -80 + 7.0 * (k++ % 5) + 0.3 * k);
    for (NeuronModel.State s : model.states())
      charge += rate(model, s.id(), potentials) * value(model, s.id().split("[.\\[]")[0] + ".C");
    assertEquals(0, charge, 1e-9);
  }

  @Test
  void namesFollowCompartmentSegmentAndChannel() {
    NeuronModel model = Cells.lowered(Cells.FORK);
    assertEquals("soma.v", model.states().getFirst().id());
    assertTrue(model.state("trunk[10].v").isPresent());
    assertTrue(model.state("soma.na_hh.m").isPresent());
    assertTrue(model.parameter("left.leak.g").isPresent());
    assertTrue(model.parameter("soma.length").isPresent());
    assertEquals(
        List.of("soma.current", "trunk.current", "left.current", "right.current"),
        model.receptors().stream()
            .filter(r -> r.input() == Input.CURRENT)
            .map(NeuronModel.Receptor::id)
            .toList());
  }

  @Test
  void gatesStartWhereThePotentialHoldsThem() {
    NeuronModel model = Cells.lowered(Cells.FORK.replace("v = -70 mV\n", "v = -65 mV\n"));
    // Hodgkin and Huxley's own numbers at rest.
    assertEquals(0.05293248525724958, Cells.start(model, "soma.na_hh.m"), 1e-12);
    assertEquals(0.5961207535084603, Cells.start(model, "soma.na_hh.h"), 1e-12);
  }

  @Test
  void aLaterInsertionOverridesTheValuesOfAnEarlierOne() {
    NeuronModel model = Cells.lowered(Cells.FORK + "  insert leak in soma, left g = 0.2 mS/cm^2\n");
    assertEquals(2e-3, Cells.standard(model).applyAsDouble("left.leak.g"), 1e-12);
    assertEquals(5e-4, Cells.standard(model).applyAsDouble("right.leak.g"), 1e-12);
    assertEquals(-70, Cells.standard(model).applyAsDouble("left.leak.E"));
  }

  @Test
  void aFormulaOfOwnParametersTakesAParametersPlace() {
    NeuronModel model =
        Cells.lowered(
            Cells.FORK.replace(
                    "  membrane", "  parameter factor = 2 positive \"factor\"\n  membrane")
                + "  insert leak in left g = factor*0.1 mS/cm^2\n");
    assertTrue(model.parameter("left.leak.g").isEmpty());
    Cell.Mechanism leak =
        model.cell().orElseThrow().mechanisms().stream()
            .filter(m -> m.compartment().equals("left"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        2e-3,
        Evaluator.evaluate(
            java.util.Objects.requireNonNull(leak.values().get("g")), Cells.standard(model)),
        1e-12);
  }

  @Test
  void hundredsOfSegmentsAreLoweredOnce() {
    var catalogue = org.neurarium.circuits.language.Library.builtIn();
    catalogue
        .entries(org.neurarium.circuits.model.Model.Kind.CELL)
        .forEach(e -> assertSame(catalogue.neuron(e.id()).get(), catalogue.neuron(e.id()).get()));
    NeuronModel model = Cells.lowered(Cells.FORK.replace("segments 10", "segments 300"));
    assertEquals(
        901, model.cell().orElseThrow().segments().stream().filter(s -> !s.isJunction()).count());
  }

  private static double rate(NeuronModel model, String state, Map<String, Double> potentials) {
    Equation equation =
        model.dynamics().equations().stream()
            .filter(e -> e.state().equals(state))
            .findFirst()
            .orElseThrow();
    return Evaluator.evaluate(equation.rate(), symbols(model, potentials));
  }

  private static double value(NeuronModel model, String definition) {
    return symbols(model, Map.of()).applyAsDouble(definition);
  }

  private static ToDoubleFunction<String> symbols(
      NeuronModel model, Map<String, Double> potentials) {
    return new ToDoubleFunction<>() {
      @Override
      public double applyAsDouble(String id) {
        if (potentials.containsKey(id)) return potentials.get(id);
        if (id.endsWith(".current") && model.receptor(id).isPresent()) return 0;
        if (model.state(id).isPresent()) return Cells.start(model, id);
        if (model.parameter(id).isPresent()) return Cells.standard(model).applyAsDouble(id);
        return model.dynamics().definitions().stream()
            .filter(d -> d.name().equals(id))
            .findFirst()
            .map(d -> Evaluator.evaluate(d.value(), this))
            .orElseThrow(() -> new AssertionError(id));
      }
    };
  }
}
