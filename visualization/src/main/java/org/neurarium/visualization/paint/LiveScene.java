package org.neurarium.visualization.paint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.NeuronSource;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.units.Unit;
import org.neurarium.visualization.colour.PlotTheme.Role;
import org.neurarium.visualization.history.RunHistory.TraceKey;

/// What the plots show, as a circuit's probes ask for it.
///
/// @param bands of the raster, from above
/// @param traces lines of state variables
/// @param kymographs potentials along trees
/// @param rates lines of population rates
/// @param heatmaps projections whose weights are shown
/// @param overlaid whether traces of the same variable share a row
public record LiveScene(
    List<Band> bands,
    List<Trace> traces,
    List<Kymograph> kymographs,
    List<Rate> rates,
    List<Heatmap> heatmaps,
    boolean overlaid) {

  /// No more lines than this are taken from one probe; more could not be told apart.
  static final int MOST_TRACES = 12;

  public static final LiveScene EMPTY =
      new LiveScene(List.of(), List.of(), List.of(), List.of(), List.of(), true);

  /// An element in the raster.
  ///
  /// @param size how many neurons it has
  /// @param neurons which of them are shown
  public record Band(ElementId element, String name, Role role, int size, NeuronSelection neurons) {

    /// How many rows it takes.
    public int rows() {
      return neurons.ranges().isEmpty() ? size : neurons.indices(size).length;
    }
  }

  /// A line of a state variable.
  ///
  /// @param name of the population
  public record Trace(TraceKey key, String name, Role role) {

    /// The neuron by name, such as `Cortex E 3`, or the source of a concentration.
    public String label() {
      if (key.variable().equals(Recording.Concentration.VARIABLE)) return name;
      return name + " " + key.neuron();
    }
  }

  /// The potential along the tree of one neuron.
  ///
  /// @param name of the population
  public record Kymograph(ElementId element, int neuron, String name, Role role) {}

  /// A line of a population rate.
  ///
  /// @param size how many neurons share the spikes
  /// @param bin width in ms
  public record Rate(ElementId element, String name, Role role, int size, double bin) {}

  /// The weights of a projection.
  ///
  /// @param name of the projection for people
  public record Heatmap(ElementId projection, String name, String from, String to) {}

  public LiveScene {
    bands = List.copyOf(bands);
    traces = List.copyOf(traces);
    kymographs = List.copyOf(kymographs);
    rates = List.copyOf(rates);
    heatmaps = List.copyOf(heatmaps);
  }

  /// Reads the probes of a circuit, in their order. Targets that do not exist are left out; what two probes both show is shown once.
  /// While no probe asks for spikes, the raster shows all populations, so that a circuit just drawn can be watched.
  public static LiveScene of(Circuit circuit) {
    Map<ElementId, Band> bands = new LinkedHashMap<>();
    Map<TraceKey, Trace> traces = new LinkedHashMap<>();
    Map<ElementId, Kymograph> kymographs = new LinkedHashMap<>();
    Map<ElementId, Rate> rates = new LinkedHashMap<>();
    Map<ElementId, Heatmap> heatmaps = new LinkedHashMap<>();
    for (Probe probe : circuit.probes()) {
      for (ElementId target : probe.targets()) {
        switch (probe.recording()) {
          case Recording.Spikes(NeuronSelection neurons) ->
              circuit
                  .find(target, NeuronSource.class)
                  .ifPresent(e ->
                      bands.putIfAbsent(
                          target, new Band(target, e.name(), role(e), e.size(), neurons)));
          case Recording.State(String variable, NeuronSelection neurons) ->
              circuit
                  .find(target, Population.class)
                  .ifPresent(e -> addTraces(traces, e, variable, neurons));
          case Recording.Kymograph(int neuron) ->
              circuit
                  .find(target, Population.class)
                  .ifPresent(e ->
                      kymographs.putIfAbsent(
                          target, new Kymograph(target, neuron, e.name(), role(e))));
          case Recording.Concentration() ->
              circuit
                  .find(target, ModulatorSource.class)
                  .ifPresent(m -> {
                    TraceKey key = new TraceKey(target, 0, Recording.Concentration.VARIABLE);
                    traces.putIfAbsent(key, new Trace(key, m.name(), Role.MIXED));
                  });
          case Recording.Weights() ->
              circuit
                  .find(target, Projection.class)
                  .filter(circuit::hasSynapses)
                  .ifPresent(p -> heatmaps.putIfAbsent(target, heatmap(circuit, p)));
          case Recording.Rate(var bin) ->
              circuit
                  .find(target, NeuronSource.class)
                  .ifPresent(e ->
                      rates.putIfAbsent(
                          target,
                          new Rate(
                              target,
                              e.name(),
                              role(e),
                              e.size(),
                              bin.in(Unit.MILLISECOND).value())));
        }
      }
    }
    if (bands.isEmpty())
      for (Population p : circuit.populations())
        bands.put(p.id(), new Band(p.id(), p.name(), role(p), p.size(), NeuronSelection.ALL));
    return new LiveScene(
        List.copyOf(bands.values()),
        List.copyOf(traces.values()),
        List.copyOf(kymographs.values()),
        List.copyOf(rates.values()),
        List.copyOf(heatmaps.values()),
        true);
  }

  private static void addTraces(
      Map<TraceKey, Trace> traces,
      Population population,
      String variable,
      NeuronSelection neurons) {
    int[] chosen = neurons.indices(population.size());
    for (int i = 0; i < Math.min(chosen.length, MOST_TRACES); i++) {
      TraceKey key = new TraceKey(population.id(), chosen[i], variable);
      traces.putIfAbsent(key, new Trace(key, population.name(), role(population)));
    }
  }

  private static Heatmap heatmap(Circuit circuit, Projection p) {
    return new Heatmap(p.id(), p.name(), name(circuit, p.from()), name(circuit, p.to()));
  }

  private static String name(Circuit circuit, ElementId id) {
    return circuit.find(id).map(e -> e.name()).orElse(id.text());
  }

  private static Role role(NeuronSource source) {
    return switch (source) {
      case Stimulus _ -> Role.STIMULUS;
      case Population p ->
          switch (p.type()) {
            case EXCITATORY -> Role.EXCITATORY;
            case INHIBITORY -> Role.INHIBITORY;
            case MIXED -> Role.MIXED;
          };
    };
  }

  /// The same with traces of a variable in one row, or each in its own.
  public LiveScene overlaid(boolean newOverlaid) {
    return new LiveScene(bands, traces, kymographs, rates, heatmaps, newOverlaid);
  }

  /// The same with other neurons of one element in the raster.
  public LiveScene showing(ElementId element, NeuronSelection neurons) {
    List<Band> changed = new ArrayList<>();
    for (Band b : bands)
      changed.add(
          b.element().equals(element)
              ? new Band(b.element(), b.name(), b.role(), b.size(), neurons)
              : b);
    return new LiveScene(changed, traces, kymographs, rates, heatmaps, overlaid);
  }

  /// Whether there is nothing to draw along the time axis.
  public boolean isEmpty() {
    return bands.isEmpty() && traces.isEmpty() && kymographs.isEmpty() && rates.isEmpty();
  }

  /// The traces, as they share rows.
  public List<List<Trace>> traceRows() {
    if (!overlaid) return traces.stream().map(List::of).toList();
    Map<String, List<Trace>> byVariable = new LinkedHashMap<>();
    for (Trace t : traces)
      byVariable.computeIfAbsent(t.key().variable(), _ -> new ArrayList<>()).add(t);
    return List.copyOf(byVariable.values());
  }
}
