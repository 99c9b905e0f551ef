package org.neurarium.circuits.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.Projection;

/// From which sources the rules of synapses take the concentrations that they read.
///
/// Lines from sources say it: a line from a source of the substance that is read or, where a rule reads one concentration only, a line from any source, which then stands in for that
/// substance. Without a line a rule reads the substance wherever it comes from. Concentrations of several sources add up.
public final class ThirdFactors {

  private ThirdFactors() {}

  /// The sources of each concentration that a projection's rule reads; none where nothing releases it.
  ///
  /// @param models in force for the circuit
  public static Map<String, List<ModulatorSource>> of(
      Circuit circuit, ModelCatalogue models, Projection projection) {
    Map<String, List<ModulatorSource>> found = new LinkedHashMap<>();
    Optional<SynapseModel> model = models.synapse(projection.synapse().model());
    if (model.isEmpty()) return found;
    var symbols = model.get().concentrations();
    List<ModulatorSource> linked = linked(circuit, projection);
    for (String symbol : symbols) {
      List<ModulatorSource> own = of(linked, models, symbol);
      if (!own.isEmpty()) found.put(symbol, own);
      else if (symbols.size() == 1 && !linked.isEmpty()) found.put(symbol, linked);
      else found.put(symbol, of(circuit.modulatorSources(), models, symbol));
    }
    return found;
  }

  /// The sources with lines to a projection that stand for a third factor, in the order of these lines, each once.
  public static List<ModulatorSource> linked(Circuit circuit, Projection projection) {
    return circuit.links().stream()
        .filter(l ->
            l.to().equals(projection.id())
                && l.role() instanceof Link.Modulate m
                && m.parameter().isEmpty())
        .flatMap(l -> circuit.find(l.from(), ModulatorSource.class).stream())
        .distinct()
        .toList();
  }

  private static List<ModulatorSource> of(
      List<ModulatorSource> sources, ModelCatalogue models, String symbol) {
    return sources.stream()
        .filter(s ->
            models.modulator(s.model()).map(ModulatorModel::symbol).equals(Optional.of(symbol)))
        .toList();
  }
}
