package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Link;
import org.neurarium.circuits.ModulatorSource;
import org.neurarium.circuits.NeuronSelection;
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
import org.neurarium.circuits.units.Quantity;

/// The networks that simulators are compared by, as ordinary circuits.
final class BenchmarkCircuits {

  private static final ElementId E = new ElementId("e");
  private static final ElementId I = new ElementId("i");

  private static final Quantity ZERO = Quantity.of(0, "nS");
  private static final Quantity NO_LIMIT = ZERO.withValue(Double.POSITIVE_INFINITY);

  /// How many parts [#crowd()] has.
  static final int CROWD = 300;

  private BenchmarkCircuits() {}

  /// The circuit of one of [#all()].
  static Circuit named(String name) {
    Supplier<Circuit> circuit = all().get(name);
    if (circuit == null) throw new IllegalArgumentException("no benchmark is called " + name);
    return circuit.get();
  }

  /// By name, in the order in which they are run.
  static Map<String, Supplier<Circuit>> all() {
    Map<String, Supplier<Circuit>> all = new LinkedHashMap<>();
    all.put("cuba", BenchmarkCircuits::cuba);
    all.put("coba", BenchmarkCircuits::coba);
    all.put("brunel", BenchmarkCircuits::brunel);
    all.put("stdp", () -> stdp("stdp", PAIRS));
    all.put("stdp-static", () -> stdp("stdp-static", Synapse.STATIC));
    all.put("stdp-dopamine", BenchmarkCircuits::dopamine);
    return all;
  }

  /// Additive pair STDP.
  private static final Synapse PAIRS =
      Synapse.of("stdp_pair")
          .withParameter("A_plus", Quantity.number(0.01))
          .withParameter("A_minus", Quantity.number(0.0105))
          .withParameter("tau_plus", Quantity.of(20, "ms"))
          .withParameter("tau_minus", Quantity.of(20, "ms"))
          .withParameter("w_max", Quantity.number(1));

  /// Vogels & Abbott (2005) with currents: 4,000 neurons that keep each other going. Brette and colleagues (2007),
  /// doi:10.1007/s10827-007-0038-6, benchmark 2.
  static Circuit cuba() {
    Map<String, Value> parameters =
        Map.of(
            "C_m", of(200, "pF"),
            "tau_m", of(20, "ms"),
            "E_L", of(-49, "mV"),
            "V_th", of(-50, "mV"),
            "V_reset", of(-60, "mV"),
            "t_ref", of(5, "ms"),
            "tau_syn_ex", of(5, "ms"),
            "tau_syn_in", of(10, "ms"));
    Map<String, Value> initial =
        Map.of("V_m", new Value.Uniform(Quantity.of(-60, "mV"), Quantity.of(-50, "mV")));
    return vogelsAbbott("cuba", "lif_exp_psc", parameters, initial, of(16.2, "pA"), of(-90, "pA"));
  }

  /// The same with conductances: benchmark 1. There the inhibitory conductances start normally distributed and clipped at 0; here they start
  /// evenly distributed with the same mean, which lights the network as well (a start drawn again below 0 often does not).
  static Circuit coba() {
    Map<String, Value> parameters =
        Map.of(
            "C_m", of(200, "pF"),
            "g_L", of(10, "nS"),
            "E_L", of(-60, "mV"),
            "V_th", of(-50, "mV"),
            "V_reset", of(-60, "mV"),
            "t_ref", of(5, "ms"),
            "tau_syn_ex", of(5, "ms"),
            "tau_syn_in", of(10, "ms"));
    Map<String, Value> initial =
        Map.of(
            "V_m", new Value.Normal(Quantity.of(-65, "mV"), Quantity.of(5, "mV")),
            "g_ex", new Value.Normal(Quantity.of(40, "nS"), Quantity.of(15, "nS"), ZERO, NO_LIMIT),
            "g_in", new Value.Uniform(ZERO, Quantity.of(400, "nS")));
    return vogelsAbbott("coba", "lif_cond_exp", parameters, initial, of(6, "nS"), of(67, "nS"));
  }

  private static Circuit vogelsAbbott(
      String title,
      String model,
      Map<String, Value> parameters,
      Map<String, Value> initial,
      Value excitation,
      Value inhibition) {
    Wiring wiring = new Wiring.PairwiseBernoulli(0.02);
    Value delay = of(0.1, "ms");
    return circuit(
        title,
        List.of(
            population(E, Population.Type.EXCITATORY, 3200, model, parameters, initial),
            population(I, Population.Type.INHIBITORY, 800, model, parameters, initial),
            projection(E, E, "ex", wiring, excitation, delay),
            projection(E, I, "ex", wiring, excitation, delay),
            projection(I, E, "in", wiring, inhibition, delay),
            projection(I, I, "in", wiring, inhibition, delay)));
  }

  /// Brunel (2000), doi:10.1023/A:1008925309027, with 12,500 neurons: g = 5, eta = 2, J = 0.1 mV, each neuron with a Poisson input of its own.
  static Circuit brunel() {
    Map<String, Value> parameters =
        Map.of(
            "tau_m", of(20, "ms"),
            "E_L", of(0, "mV"),
            "V_th", of(20, "mV"),
            "V_reset", of(0, "mV"),
            "t_ref", of(2, "ms"));
    ElementId background = new ElementId("background");
    Wiring excitatory = new Wiring.FixedInDegree(1000);
    Wiring inhibitory = new Wiring.FixedInDegree(250);
    Value weight = of(0.1, "mV");
    Value opposite = of(-0.5, "mV");
    Value delay = of(1.5, "ms");
    return circuit(
        "brunel",
        List.of(
            population(E, Population.Type.EXCITATORY, 10_000, "lif_delta", parameters, Map.of()),
            population(I, Population.Type.INHIBITORY, 2500, "lif_delta", parameters, Map.of()),
            new Stimulus(
                background,
                "Background",
                new Point(0, 0),
                1,
                new Signal.PoissonBackground(Quantity.of(20_000, "Hz")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            projection(background, E, "delta", new Wiring.AllToAll(), weight, delay),
            projection(background, I, "delta", new Wiring.AllToAll(), weight, delay),
            projection(E, E, "delta", excitatory, weight, delay),
            projection(E, I, "delta", excitatory, weight, delay),
            projection(I, E, "delta", inhibitory, opposite, delay),
            projection(I, I, "delta", inhibitory, opposite, delay)));
  }

  /// 1,000 Poisson inputs onto 1,000 neurons, all to all, with a drive that lets these fire about as often as the inputs.
  ///
  /// @param rule of the inputs' synapses
  private static Circuit stdp(String title, Synapse rule) {
    Map<String, Value> parameters =
        Map.of(
            "C_m", of(250, "pF"),
            "tau_m", of(10, "ms"),
            "tau_syn_ex", of(0.5, "ms"),
            "E_L", of(-65, "mV"),
            "V_th", of(-50, "mV"),
            "V_reset", of(-65, "mV"),
            "t_ref", of(2, "ms"));
    ElementId inputs = new ElementId("inputs");
    ElementId background = new ElementId("background");
    return circuit(
        title,
        List.of(
            population(E, Population.Type.EXCITATORY, 1000, "lif_exp_psc", parameters, Map.of()),
            new Stimulus(
                inputs,
                "Inputs",
                new Point(0, 0),
                1000,
                new Signal.Poisson(of(10, "Hz")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            new Stimulus(
                background,
                "Background",
                new Point(0, 0),
                1,
                new Signal.PoissonBackground(Quantity.of(7600, "Hz")),
                Stimulus.AT_ONCE,
                Stimulus.NEVER),
            projection(background, E, "ex", new Wiring.AllToAll(), of(87.8, "pA"), of(1, "ms")),
            projection(
                    inputs,
                    E,
                    "ex",
                    new Wiring.AllToAll(),
                    new Value.Uniform(Quantity.of(0, "pA"), Quantity.of(1, "pA")),
                    of(1, "ms"))
                .withSynapse(rule)));
  }

  /// The same with a million synapses whose rule has dopamine as its third factor, which every spike of the neurons releases.
  private static Circuit dopamine() {
    Circuit circuit = stdp("stdp-dopamine", Synapse.of("rstdp"));
    ElementId source = new ElementId("dopamine");
    List<Element> elements = new ArrayList<>(circuit.elements());
    elements.add(
        new ModulatorSource(
            source, "Dopamine", new Point(0, 0), "dopamine", Map.of(), ModulatorSource.EVERYWHERE));
    elements.add(
        new Link(
            new ElementId("release"),
            "Release",
            E,
            source,
            new Link.Release(Quantity.of(1e-4, "uM"), Quantity.of(1, "ms"))));
    return circuit.of(elements);
  }

  /// A circuit with a raster of everything, two traces and the weights of its first projection.
  static Circuit watched(Circuit circuit) {
    List<Element> elements = new ArrayList<>(circuit.elements());
    List<ElementId> populations = circuit.populations().stream().map(Population::id).toList();
    elements.add(probe("raster", populations, new Recording.Spikes(NeuronSelection.ALL)));
    elements.add(
        probe("traces", populations, new Recording.State("V_m", NeuronSelection.first(2))));
    elements.add(
        probe("weights", List.of(circuit.projections().getFirst().id()), new Recording.Weights()));
    return circuit.of(elements);
  }

  /// [#CROWD] parts in rows and columns, each connected to the next.
  static Circuit crowd() {
    List<Element> elements = new ArrayList<>();
    for (int n = 0; n < CROWD; n++) {
      boolean excites = n % 4 != 3;
      elements.add(
          population(
                  crowded(n),
                  excites ? Population.Type.EXCITATORY : Population.Type.INHIBITORY,
                  10,
                  "lif_exp_psc",
                  Map.of(),
                  Map.of())
              .at(new Point(n % 20 * 180, n / 20 * 180)));
      if (n > 0)
        elements.add(
            projection(
                crowded(n - 1),
                crowded(n),
                n % 4 == 0 ? "in" : "ex",
                new Wiring.OneToOne(),
                of(n % 4 == 0 ? -10 : 10, "pA"),
                of(1, "ms")));
    }
    return circuit("crowd", elements);
  }

  private static ElementId crowded(int n) {
    return new ElementId("p" + n);
  }

  private static Probe probe(String id, List<ElementId> targets, Recording recording) {
    return new Probe(new ElementId(id), id, new Point(300, 0), targets, recording);
  }

  private static Circuit circuit(String title, List<Element> elements) {
    return new Circuit(title, "", RunSettings.DEFAULT, elements);
  }

  private static Population population(
      ElementId id,
      Population.Type type,
      int size,
      String model,
      Map<String, Value> parameters,
      Map<String, Value> initial) {
    return new Population(
        id, id.text(), new Point(0, 0), type, size, model, parameters, initial, Sheet.DEFAULT);
  }

  private static Projection projection(
      ElementId from, ElementId to, String receptor, Wiring wiring, Value weight, Value delay) {
    ElementId id = new ElementId(from + "-" + to);
    return new Projection(
        id, id.text(), from, to, receptor, wiring, true, true, weight, delay, Synapse.STATIC);
  }

  private static Value of(double value, String unit) {
    return Value.of(value, unit);
  }
}
