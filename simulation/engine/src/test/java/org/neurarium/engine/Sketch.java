package org.neurarium.engine;

import java.io.StringReader;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Placement;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Probe;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.Recording;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.compile.ProgramCompiler;
import org.neurarium.engine.kernel.Kernels;
import org.neurarium.engine.kernel.Translation;

/// Draws circuits for tests in few words.
final class Sketch {

  private static final Point HERE = new Point(0, 0);

  private final List<Element> elements = new ArrayList<>();
  private final List<OwnModel> models = new ArrayList<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private double dt = 0.1;
  private long seed = 1;

  static ElementId id(String text) {
    return new ElementId(text);
  }

  /// Reads `-70 mV`.
  static Value value(String text) {
    return Value.of(quantity(text));
  }

  static Quantity quantity(String text) {
    return Quantity.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
  }

  /// Pairs of parameter and value: `"tau_m", "20 ms", …`.
  static Map<String, Value> values(String... pairs) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (int k = 0; k < pairs.length; k += 2) map.put(pairs[k], value(pairs[k + 1]));
    return map;
  }

  Sketch dt(double milliseconds) {
    dt = milliseconds;
    return this;
  }

  Sketch seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  Sketch add(Element element) {
    elements.add(element);
    return this;
  }

  Sketch population(
      String name,
      int size,
      String model,
      Map<String, Value> parameters,
      Map<String, Value> initial) {
    return add(
        new Population(
            id(name),
            name,
            HERE,
            Population.Type.MIXED,
            size,
            model,
            parameters,
            initial,
            Sheet.DEFAULT));
  }

  Sketch population(String name, int size, String model, String... parameters) {
    return population(name, size, model, values(parameters), Map.of());
  }

  Sketch stimulus(String name, int size, Signal signal) {
    return stimulus(name, size, signal, Stimulus.AT_ONCE, Stimulus.NEVER);
  }

  Sketch stimulus(String name, int size, Signal signal, Quantity start, Quantity stop) {
    return add(new Stimulus(id(name), name, HERE, size, signal, start, stop));
  }

  /// A stimulus of one source that spikes at these times in ms.
  Sketch spikes(String name, double... times) {
    StringBuilder text = new StringBuilder("t_ms\n");
    for (double t : times) text.append(t).append('\n');
    files.put(name + ".csv", text.toString());
    return stimulus(name, 1, new Signal.SpikeList(name + ".csv"));
  }

  /// A stimulus of as many sources as there are lists of times in ms.
  Sketch trains(String name, List<double[]> times) {
    StringBuilder text = new StringBuilder("t_ms,source\n");
    for (int s = 0; s < times.size(); s++)
      for (double t : times.get(s)) text.append(t).append(',').append(s).append('\n');
    files.put(name + ".csv", text.toString());
    return stimulus(name, times.size(), new Signal.SpikeList(name + ".csv"));
  }

  /// A neuron model of the circuit's own.
  Sketch model(String id, String... lines) {
    models.removeIf(m -> m.id().equals(id));
    models.add(new OwnModel(id, "neuron " + id + "\n" + String.join("\n", lines)));
    return this;
  }

  /// Any model of the circuit's own, as its file says it; the first line names it.
  Sketch own(String text) {
    models.add(new OwnModel(text.strip().split("\\s+")[1], text));
    return this;
  }

  /// Lets the synapses of the projection that was added last lie somewhere else.
  Sketch placed(Placement placement) {
    elements.add(((Projection) elements.removeLast()).placed(placement));
    return this;
  }

  Sketch file(String name, String text) {
    files.put(name, text);
    return this;
  }

  Sketch connect(
      String from, String to, String receptor, Wiring wiring, String weight, String delay) {
    return connect(from, to, receptor, wiring, value(weight), value(delay));
  }

  Sketch connect(
      String from, String to, String receptor, Wiring wiring, Value weight, Value delay) {
    String name = from + "-" + to + "-" + receptor.replace('.', '-');
    return add(
        new Projection(
            id(name),
            name,
            id(from),
            id(to),
            receptor,
            wiring,
            true,
            false,
            weight,
            delay,
            Synapse.STATIC));
  }

  /// Connects with changing synapses.
  ///
  /// @param parameters pairs of parameter and value: `"tau_plus", "20 ms", …`
  Sketch learn(
      String from,
      String to,
      String receptor,
      Wiring wiring,
      Value weight,
      Value delay,
      String synapse,
      String... parameters) {
    Synapse model = Synapse.of(synapse);
    for (int k = 0; k < parameters.length; k += 2)
      model = model.withParameter(parameters[k], quantity(parameters[k + 1]));
    String name = from + "-" + to + "-" + receptor.replace('.', '-');
    return add(
        new Projection(
            id(name), name, id(from), id(to), receptor, wiring, true, false, weight, delay, model));
  }

  Sketch probe(String population, String variable) {
    return add(
        new Probe(
            id("probe-" + population + "-" + variable),
            "probe",
            HERE,
            List.of(id(population)),
            new Recording.State(variable, NeuronSelection.ALL)));
  }

  Circuit circuit() {
    return new Circuit(
        "Test",
        "",
        new RunSettings(Quantity.of(dt, "ms"), seed, Quantity.of(1, "s")),
        elements,
        models);
  }

  DataFiles files() {
    Map<String, String> known = Map.copyOf(files);
    return name -> {
      String text = known.get(name);
      if (text == null) throw new NoSuchFileException(name);
      return new StringReader(text);
    };
  }

  Simulation build() {
    return build(1);
  }

  Simulation build(int threads) {
    return build(threads, new Kernels(Translation.compiled(ProgramCompiler.Form.PLAIN)));
  }

  Simulation build(int threads, Kernels kernels) {
    Simulation.Build built =
        Simulation.build(
            circuit(),
            files(),
            Library.builtIn(),
            kernels,
            Threads.exactly(threads),
            BuildMonitor.NONE);
    return built.simulation().orElseThrow(() -> new AssertionError(built.problems().toString()));
  }
}
