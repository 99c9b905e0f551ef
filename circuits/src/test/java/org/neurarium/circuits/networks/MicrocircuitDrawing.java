package org.neurarium.circuits.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.Group;
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

/// Draws the [Microcircuit]: 8 populations on an oval, excitatory ones on its left, the layers from top to bottom, so that no line runs behind a part.
///
/// @param numbers at the scale wanted
/// @param drive what stands for the rest of the brain
record MicrocircuitDrawing(Microcircuit numbers, Drive drive) {

  /// What comes from outside.
  enum Drive {
    /// Random spikes, for each neuron its own.
    POISSON,
    /// Their mean, as a current.
    DC
  }

  private static final double CENTRE_X = 700;
  private static final double CENTRE_Y = 540;
  private static final double RADIUS_X = 380;
  private static final double RADIUS_Y = 460;

  private static final List<String> LAYERS = List.of("2/3", "4", "5", "6");

  /// How far from the vertical the populations of a layer lie, on either side (degrees).
  private static final double[] ANGLES = {38.5, 75, 105, 141.5};

  /// How far from the middle the background stands.
  private static final double OUTSIDE = 600;

  private static final double PROBES_X = 1560;

  Circuit circuit(String title, String description) {
    List<Element> elements = new ArrayList<>();
    for (int p = 0; p < 8; p++) {
      elements.add(population(p));
      if (drive == Drive.POISSON) {
        elements.add(background(p));
        elements.add(fromOutside(p));
      }
    }
    for (int from = 0; from < 8; from++)
      for (int to = 0; to < 8; to++)
        if (numbers.synapses(to, from) > 0) elements.add(projection(from, to));
    elements.addAll(probes());
    for (int layer = 0; layer < 4; layer++) elements.add(group(layer));
    return new Circuit(title, description, RunSettings.DEFAULT, elements);
  }

  static ElementId id(int population) {
    return new ElementId(
        Microcircuit.NAMES.get(population).toLowerCase(Locale.ROOT).replace("/", ""));
  }

  static ElementId background(ElementId population) {
    return new ElementId("outside-" + population);
  }

  private static Point place(int population) {
    double angle = Math.toRadians(ANGLES[population / 2]);
    return beside(population, Math.rint(RADIUS_X * Math.sin(angle)));
  }

  private static Point beside(int population, double away) {
    double angle = Math.toRadians(ANGLES[population / 2]);
    return new Point(
        CENTRE_X + (Microcircuit.excites(population) ? -away : away),
        Math.rint(CENTRE_Y - RADIUS_Y * Math.cos(angle)));
  }

  /// Above 0 where the drive is a current or the network scaled.
  double current(int p) {
    return numbers.compensation(p) + (drive == Drive.DC ? numbers.outsideCurrent(p) : 0);
  }

  private Population population(int p) {
    Map<String, Value> parameters = new TreeMap<>();
    parameters.put("C_m", Value.of(Microcircuit.CAPACITANCE_PF, "pF"));
    parameters.put("tau_m", Value.of(Microcircuit.TAU_M_MS, "ms"));
    parameters.put("tau_syn_ex", Value.of(Microcircuit.TAU_SYN_MS, "ms"));
    parameters.put("tau_syn_in", Value.of(Microcircuit.TAU_SYN_MS, "ms"));
    parameters.put("E_L", Value.of(-65, "mV"));
    parameters.put("V_reset", Value.of(-65, "mV"));
    parameters.put("V_th", Value.of(-50, "mV"));
    parameters.put("t_ref", Value.of(2, "ms"));
    if (current(p) > 0) parameters.put("I_e", Value.of(rounded(current(p)), "pA"));
    return new Population(
        id(p),
        Microcircuit.NAMES.get(p),
        place(p),
        Microcircuit.excites(p) ? Population.Type.EXCITATORY : Population.Type.INHIBITORY,
        numbers.neurons(p),
        "lif_exp_psc",
        parameters,
        Map.of(
            "V_m",
            new Value.Normal(
                Quantity.of(Microcircuit.startMean(p), "mV"),
                Quantity.of(Microcircuit.startSd(p), "mV"))),
        Sheet.DEFAULT);
  }

  private Stimulus background(int p) {
    return new Stimulus(
        background(id(p)),
        "Outside " + Microcircuit.NAMES.get(p),
        beside(p, OUTSIDE),
        1,
        new Signal.PoissonBackground(Quantity.of(numbers.outsideRate(p), "Hz")),
        Stimulus.AT_ONCE,
        Stimulus.NEVER);
  }

  private Projection fromOutside(int p) {
    return new Projection(
        new ElementId(background(id(p)) + "-in"),
        "Outside to " + Microcircuit.NAMES.get(p),
        background(id(p)),
        id(p),
        "ex",
        new Wiring.AllToAll(),
        true,
        true,
        Value.of(rounded(numbers.outsideWeight()), "pA"),
        Value.of(1.5, "ms"),
        Synapse.STATIC);
  }

  private Projection projection(int from, int to) {
    return new Projection(
        new ElementId(id(from) + "-" + id(to)),
        Microcircuit.NAMES.get(from) + " to " + Microcircuit.NAMES.get(to),
        id(from),
        id(to),
        Microcircuit.excites(from) ? "ex" : "in",
        new Wiring.FixedTotalNumber(numbers.synapses(to, from)),
        true,
        true,
        weight(to, from),
        new Value.Normal(
            Quantity.of(Microcircuit.delay(from), "ms"),
            Quantity.of(Microcircuit.delay(from) / 2, "ms"),
            Quantity.of(0.1, "ms"),
            Quantity.of(Double.POSITIVE_INFINITY, "ms")),
        Synapse.STATIC);
  }

  /// A layer: its two populations with what reaches them from outside.
  private Group group(int layer) {
    List<ElementId> members = new ArrayList<>();
    for (int p : new int[] {2 * layer, 2 * layer + 1}) {
      members.add(id(p));
      if (drive == Drive.POISSON) members.add(background(id(p)));
    }
    String name = LAYERS.get(layer);
    return new Group(
        new ElementId("layer-" + name.replace("/", "")),
        "Layer " + name,
        new Point(CENTRE_X, beside(2 * layer, 0).y()),
        members,
        false);
  }

  /// Weights keep their sign.
  Value weight(int to, int from) {
    double mean = numbers.weight(to, from);
    Quantity zero = Quantity.of(0, "pA");
    return new Value.Normal(
        Quantity.of(rounded(mean), "pA"),
        Quantity.of(rounded(0.1 * Math.abs(mean)), "pA"),
        mean > 0 ? zero : zero.withValue(Double.NEGATIVE_INFINITY),
        mean > 0 ? zero.withValue(Double.POSITIVE_INFINITY) : zero);
  }

  private static List<Probe> probes() {
    List<ElementId> all = new ArrayList<>();
    for (int p = 0; p < 8; p++) all.add(id(p));
    return List.of(
        new Probe(
            new ElementId("raster"),
            "Spikes",
            new Point(PROBES_X, CENTRE_Y - 160),
            all,
            new Recording.Spikes(NeuronSelection.ALL)),
        new Probe(
            new ElementId("rates"),
            "Rates",
            new Point(PROBES_X, CENTRE_Y),
            all,
            new Recording.Rate(Quantity.of(5, "ms"))),
        new Probe(
            new ElementId("traces"),
            "Membrane potentials",
            new Point(PROBES_X, CENTRE_Y + 160),
            List.of(id(2), id(3)),
            new Recording.State("V_m", NeuronSelection.first(1))));
  }

  /// To five significant digits.
  static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.4e", value));
  }
}
