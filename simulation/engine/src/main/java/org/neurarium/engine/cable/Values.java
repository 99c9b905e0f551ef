package org.neurarium.engine.cable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.neurarium.circuits.model.Parameter;
import org.neurarium.engine.compile.KernelLayout;

/// The values of a population's parameters by id, in engine units, each multiplied by what neuromodulators make of it.
final class Values {

  private final Map<String, Source> sources = new HashMap<>();
  private final Set<String> varied = new TreeSet<>();
  private double[][] columns = {};
  private double[] uniforms = {};

  /// Where a value is found: in a column or, where that is -1, in a uniform; its factor likewise, where there is one.
  private record Source(int column, int uniform, int factorColumn, int factorUniform) {}

  Values(CableKernel kernel) {
    KernelLayout layout = kernel.layout();
    for (int p = 0; p < kernel.model().parameters().size(); p++) {
      Parameter parameter = kernel.model().parameters().get(p);
      KernelLayout.Parameter place = new KernelLayout.Parameter(p);
      KernelLayout.Factor factor = new KernelLayout.Factor(parameter.id());
      Source source =
          new Source(
              layout.column(place),
              layout.uniform(place),
              layout.column(factor),
              layout.uniform(factor));
      sources.put(parameter.id(), source);
      if (source.column >= 0 || source.factorColumn >= 0) varied.add(parameter.id());
    }
  }

  /// Looks here from now on.
  ///
  /// @param newColumns the population's, with parameters that vary
  /// @param newUniforms with the others
  void take(double[][] newColumns, double[] newUniforms) {
    columns = newColumns;
    uniforms = newUniforms;
  }

  /// Whether any of a compartment's own parameters differs from neuron to neuron.
  boolean isAnyVaried(String compartment, String... suffixes) {
    for (String suffix : suffixes) if (varied.contains(compartment + suffix)) return true;
    return false;
  }

  /// The values for a neuron.
  ToDoubleFunction<String> of(int neuron) {
    return id -> {
      Source source = sources.get(id);
      if (source == null) throw new IllegalArgumentException("no parameter " + id);
      double value = source.column >= 0 ? columns[source.column][neuron] : uniforms[source.uniform];
      if (source.factorColumn >= 0) return value * columns[source.factorColumn][neuron];
      return source.factorUniform >= 0 ? value * uniforms[source.factorUniform] : value;
    };
  }
}
