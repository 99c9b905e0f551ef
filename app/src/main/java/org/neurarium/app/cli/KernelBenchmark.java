package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.engine.compile.KernelTrial;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.compile.ProgramCompiler.Form;

/// How fast generated code steps neurons: 4,096 of a model on one core, spike condition included, without a network.
///
/// The fastest of many steps is reported, as anything else that runs on the machine only makes one slower.
final class KernelBenchmark {

  private static final int NEURONS = 4096;
  private static final double DT_MS = 0.1;
  private static final int STEPS = 100;
  private static final int COMPILATIONS = 30;
  private static final List<String> MODELS =
      List.of("lif_exp_psc", "lif_adapt", "izhikevich", "adex", "hodgkin_huxley");

  private KernelBenchmark() {}

  /// Measures the usual models.
  ///
  /// @param seconds how long each form of each model runs
  /// @param stop asked between steps
  static List<Map<String, Object>> measure(
      ModelCatalogue models, double seconds, BooleanSupplier stop) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : MODELS)
      models
          .neuron(name)
          .filter(model -> !model.text().isEmpty())
          .ifPresent(model -> rows.add(measure(model, seconds, stop)));
    return rows;
  }

  private static Map<String, Object> measure(
      NeuronModel model, double seconds, BooleanSupplier stop) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", model.id());
    row.put("neurons", NEURONS);
    row.put("compile_ms", compile(model, stop));
    row.put("plain_ns", step(model, Form.PLAIN, seconds, stop));
    if (ProgramCompiler.vectorsAreThere())
      row.put("vector_ns", step(model, Form.VECTOR, seconds, stop));
    return row;
  }

  /// From text to code that has done a step (ms).
  private static double compile(NeuronModel model, BooleanSupplier stop) {
    double best = Double.MAX_VALUE;
    for (int k = 0; k < COMPILATIONS && !stop.getAsBoolean(); k++) {
      long start = System.nanoTime();
      ModelReader.read(model.id() + ".model", model.text())
          .model()
          .map(NeuronModel.class::cast)
          .ifPresent(read -> trial(read, Form.PLAIN).step());
      best = Math.min(best, (System.nanoTime() - start) * 1e-6);
    }
    return best;
  }

  /// ns per neuron and step.
  private static double step(NeuronModel model, Form form, double seconds, BooleanSupplier stop) {
    KernelTrial trial = trial(model, form);
    double best = Double.MAX_VALUE;
    long end = System.nanoTime() + (long) (seconds * 1e9);
    while (System.nanoTime() < end && !stop.getAsBoolean()) {
      trial.restart();
      for (int k = 0; k < STEPS; k++) {
        long start = System.nanoTime();
        trial.step();
        best = Math.min(best, (System.nanoTime() - start) / (double) NEURONS);
      }
    }
    return best;
  }

  private static KernelTrial trial(NeuronModel model, Form form) {
    return KernelTrial.of(model, form, NEURONS, DT_MS)
        .orElseThrow(() -> new IllegalStateException(model.id() + " does not compile"));
  }
}
