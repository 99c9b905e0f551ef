package org.neurarium.engine.cable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.engine.compile.KernelLayout;

/// The values of a population's parameters by id, in engine units.
final class Values {

  private final Map<String, double[]> values = new HashMap<>();
  private final Set<String> varied = new TreeSet<>();

  /// @param columns the population's, with parameters that vary
  /// @param uniforms with the others
  Values(CableKernel kernel, double[][] columns, double[] uniforms) {
    for (int p = 0; p < kernel.model().parameters().size(); p++) {
      Parameter parameter = kernel.model().parameters().get(p);
      KernelLayout.Parameter place = new KernelLayout.Parameter(p);
      int column = kernel.layout().column(place);
      if (column >= 0) {
        values.put(parameter.id(), columns[column]);
        varied.add(parameter.id());
      } else {
        values.put(parameter.id(), new double[] {uniforms[kernel.layout().uniform(place)]});
      }
    }
  }

  /// Whether any of a compartment's own parameters differs from neuron to neuron.
  boolean isAnyVaried(String compartment, String... suffixes) {
    for (String suffix : suffixes) if (varied.contains(compartment + suffix)) return true;
    return false;
  }

  /// The values for a neuron.
  ToDoubleFunction<String> of(int neuron) {
    return id -> {
      double[] all = values.get(id);
      if (all == null) throw new IllegalArgumentException("no parameter " + id);
      return all[all.length == 1 ? 0 : neuron];
    };
  }
}
