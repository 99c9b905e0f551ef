package org.neurarium.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.neurarium.circuits.Circuit;
import org.neurarium.circuits.DataFiles;
import org.neurarium.circuits.Element;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.OwnModel;
import org.neurarium.circuits.Point;
import org.neurarium.circuits.Population;
import org.neurarium.circuits.Projection;
import org.neurarium.circuits.RunSettings;
import org.neurarium.circuits.Sheet;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;
import org.neurarium.circuits.Synapse;
import org.neurarium.circuits.Value;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.model.ModelCatalogue;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.BuildMonitor;
import org.neurarium.engine.Simulation;
import org.neurarium.engine.Threads;

/// How fast neurons with seven compartments step: passive ones, and ones with NMDA receptors and high-voltage activated calcium channels in every compartment, of which those of the
/// tuft get input.
///
/// A number is the median over short stretches of one run, after a warm-up.
final class DendriteBenchmark {

  /// Name on the command line.
  static final String NAME = "dendrites";

  private static final int NEURONS = 10_000;
  private static final int COMPARTMENTS = 7;
  private static final int STEPS = 50;
  private static final int WARM_UP = 40;
  private static final int STRETCHES = 41;

  private static final ElementId CELLS = new ElementId("cells");
  private static final ElementId INPUT = new ElementId("input");

  private static final String TREE =
      """
      cell seven "Seven compartments"
        membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV
        compartment soma length 20 um diameter 20 um
        compartment axon on soma length 100 um diameter 1 um
        compartment basal on soma length 150 um diameter 2 um
        compartment trunk on soma length 300 um diameter 3 um
        compartment oblique on trunk length 150 um diameter 1 um
        compartment tuft_left on trunk length 200 um diameter 1 um
        compartment tuft_right on trunk length 200 um diameter 1 um
        insert leak in all g = 0.05 mS/cm^2, E = -70 mV
      """;

  private DendriteBenchmark() {}

  /// Measures both.
  ///
  /// @param threads workers
  static List<Map<String, Object>> measure(
      ModelCatalogue models, Threads threads, BuildMonitor monitor) {
    return List.of(
        measure("passive", circuit("", false), models, threads, monitor),
        measure(
            "NMDA and calcium",
            circuit("  insert nmda in all\n  insert ca_hva in all\n", true),
            models,
            threads,
            monitor));
  }

  private static Circuit circuit(String channels, boolean driven) {
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Population(
            CELLS,
            "Cells",
            new Point(0, 0),
            Population.Type.MIXED,
            NEURONS,
            "seven",
            Map.of(),
            Map.of("soma.v", new Value.Uniform(Quantity.of(-75, "mV"), Quantity.of(-60, "mV"))),
            Sheet.DEFAULT));
    if (driven) {
      elements.add(
          new Stimulus(
              INPUT,
              "Input",
              new Point(0, 0),
              1,
              new Signal.PoissonBackground(Quantity.of(50, "Hz")),
              Stimulus.AT_ONCE,
              Stimulus.NEVER));
      elements.add(
          new Projection(
              new ElementId("input-cells"),
              "Input to the tuft",
              INPUT,
              CELLS,
              "tuft_left.nmda",
              new Wiring.AllToAll(),
              true,
              false,
              Value.of(Quantity.of(1, "nS")),
              Value.of(Quantity.of(1, "ms")),
              Synapse.STATIC));
    }
    return new Circuit(
        "Dendrites",
        "",
        new RunSettings(Quantity.of(0.1, "ms"), 1, Quantity.of(1, "s")),
        elements,
        List.of(new OwnModel("seven", TREE + channels)));
  }

  private static Map<String, Object> measure(
      String name, Circuit circuit, ModelCatalogue models, Threads threads, BuildMonitor monitor) {
    long start = System.nanoTime();
    Simulation.Build build = Simulation.build(circuit, DataFiles.NONE, models, threads, monitor);
    double buildSeconds = (System.nanoTime() - start) * 1e-9;
    try (Simulation simulation =
        build.simulation().orElseThrow(() -> Failure.of(build.problems()))) {
      for (int k = 0; k < WARM_UP; k++) stretch(simulation, monitor);
      double[] nanos = new double[STRETCHES];
      for (int k = 0; k < STRETCHES; k++) nanos[k] = stretch(simulation, monitor);
      Arrays.sort(nanos);
      double perStep = nanos[STRETCHES / 2] / STEPS;
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("name", NAME + ": " + name);
      row.put("neurons", NEURONS);
      row.put("compartments", COMPARTMENTS);
      row.put("threads", simulation.threads());
      row.put("build_s", buildSeconds);
      row.put("compartment_step_ns", perStep / NEURONS / COMPARTMENTS);
      row.put("real_time_factor", perStep * 1e-6 / simulation.dt());
      row.put("peak_memory_bytes", PeakMemory.bytes());
      return row;
    }
  }

  /// How long [#STEPS] take (ns).
  private static double stretch(Simulation simulation, BuildMonitor monitor) {
    if (monitor.isCancelled()) throw Failure.of("Stopped.");
    long start = System.nanoTime();
    simulation
        .advance(STEPS)
        .ifPresent(problem -> {
          throw Failure.of(List.of(problem));
        });
    return System.nanoTime() - start;
  }
}
