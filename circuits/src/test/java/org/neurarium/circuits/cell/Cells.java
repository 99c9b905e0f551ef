package org.neurarium.circuits.cell;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.Problem;
import org.neurarium.circuits.formula.Evaluator;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.CellModel;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.model.Parameter;

/// Cells for tests, with the library's channels.
final class Cells {

  /// The Y-shaped cable of the reference data.
  static final String FORK =
      """
      cell fork "A fork"
        membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV
        compartment soma           length 20 um  diameter 20 um
        compartment trunk on soma  length 200 um diameter 3 um   segments 10
        compartment left on trunk  length 250 um diameter 1.2 um segments 10
        compartment right on trunk length 150 um diameter 0.8 um segments 10
        insert leak in all g = 0.05 mS/cm^2, E = -70 mV
        insert na_hh in soma
      """;

  private static final ModelCatalogue LIBRARY = Library.builtIn();

  private Cells() {}

  static CellModel read(String text) {
    var reading = ModelReader.read("cell.model", text);
    return (CellModel)
        reading.model().orElseThrow(() -> new AssertionError(reading.problems().toString()));
  }

  static CellLowering.Lowered lowering(String text) {
    return CellLowering.lower(
        read(text), LIBRARY::channel, LIBRARY.ids(org.neurarium.circuits.model.Model.Kind.CHANNEL));
  }

  static NeuronModel lowered(String text) {
    CellLowering.Lowered lowered = lowering(text);
    return lowered.model().orElseThrow(() -> new AssertionError(lowered.problems().toString()));
  }

  static List<Problem> problems(String text) {
    var reading = ModelReader.read("cell.model", text);
    return reading.model().isPresent() ? lowering(text).problems() : reading.problems();
  }

  /// The parameters' standard values.
  static ToDoubleFunction<String> standard(NeuronModel model) {
    return id -> {
      Optional<Parameter> parameter = model.parameter(id);
      return parameter.orElseThrow(() -> new AssertionError(id)).standard().engineValue();
    };
  }

  /// Where a state starts.
  static double start(NeuronModel model, String state) {
    return Evaluator.evaluate(model.state(state).orElseThrow().start(), standard(model));
  }
}
