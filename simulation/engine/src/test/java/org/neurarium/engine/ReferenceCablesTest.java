package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Placement;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Stimulus;

/// Passive cables and NMDA spikes against the reference cases.
class ReferenceCablesTest {

  private static final double REST = -70;

  private static Sketch cable(String cell, double dt) {
    return new Sketch()
        .dt(dt)
        .own(Dendrites.TWO_EXP)
        .own(cell)
        .population("p", 1, cell.strip().split("\\s+")[1]);
  }

  private static double[] steady(int segments, String into) {
    Sketch sketch =
        cable(Dendrites.straight(segments), 0.1)
            .stimulus("in", 1, new Signal.Dc(Sketch.quantity("50 pA")))
            .connect("in", "p", into, Dendrites.ALL, "1", "0.1 ms");
    try (Simulation simulation = sketch.build()) {
      simulation.advance(10_000);
      String end = segments == 1 ? "dend.v" : "dend[" + segments + "].v";
      return new double[] {
        simulation.state(Sketch.id("p"), "soma.v").orElseThrow()[0] - REST,
        simulation.state(Sketch.id("p"), end).orElseThrow()[0] - REST
      };
    }
  }

  @ParameterizedTest(name = "{0} compartments")
  @ValueSource(ints = {1, 5, 10, 20, 50, 201})
  void currentIntoTheSomaSpreadsAsTheReferenceSays(int segments) {
    Csv reference = Csv.read("passive_cable/steady_state_straight.csv");
    for (int row = 0; row < reference.size(); row++) {
      if (!reference.text(row, "discretisation").equals("compartments_" + segments)) continue;
      double[] found = steady(segments, "soma.current");
      double soma = reference.number(row, "V_soma_inject_soma_mV");
      double distal = reference.number(row, "V_distal_inject_soma_mV");
      assertEquals(soma, found[0], 1e-6 * soma);
      assertEquals(distal, found[1], 1e-6 * distal);
      return;
    }
    throw new AssertionError("no row");
  }

  @Test
  void aSealedCableAttenuatesByTheHyperbolicCosineOfItsLength() {
    double[] found = steady(400, "soma.current");
    // L = 600 um, lambda = sqrt(d/(4 R_a g)) = 707.107 um (Rall 1959).
    assertEquals(1 / Math.cosh(600 / 707.10678), found[1] / found[0], 1e-5);
  }

  @ParameterizedTest(name = "{0} {1}, dt {5} ms")
  @CsvSource({
    "straight, proximal, dend, 2, 0.001, 0.1",
    "straight, distal, dend, 20, 0.001, 0.1",
    "fork, left_tip, left, 10, 0.001, 0.1",
    "fork, right_tip, right, 10, 0.001, 0.1",
    "fork, trunk_mid, trunk, 6, 0.001, 0.1",
    "straight, proximal, dend, 2, 0.0001, 0.025",
    "straight, distal, dend, 20, 0.0001, 0.025",
    "fork, left_tip, left, 10, 0.0001, 0.025",
    "fork, right_tip, right, 10, 0.0001, 0.025",
    "fork, trunk_mid, trunk, 6, 0.0001, 0.025"
  })
  void synapsesGiveThePotentialsOfTheReference(
      String cell, String site, String compartment, int segment, double tolerance, double dt) {
    int segments = cell.equals("straight") ? 20 : 10;
    Sketch sketch =
        cable(cell.equals("straight") ? Dendrites.straight(20) : Dendrites.FORK, dt)
            .spikes("in", 4)
            .connect("in", "p", compartment + ".two_exp", Dendrites.ALL, "2 nS", "1 ms")
            .placed(new Placement.Clustered((segment - 0.5) / segments));
    Csv summary = Csv.read("passive_cable/epsp_summary.csv");
    Csv trace = Csv.read("passive_cable/trace.csv");
    String prefix = (cell.equals("straight") ? "straight_" : "Y_") + site;
    try (Simulation simulation = sketch.build()) {
      double[][] v =
          Dendrites.traces(
              simulation, (int) Math.round(40 / dt), "soma.v", compartment + "[" + segment + "].v");
      for (int row = 0; row < summary.size(); row++) {
        if (!summary.text(row, "site").equals(site)) continue;
        double soma = summary.number(row, "peak_soma_mV");
        double local = summary.number(row, "peak_local_mV");
        assertEquals(soma, Dendrites.max(v[0]) - REST, tolerance * soma);
        assertEquals(local, Dendrites.max(v[1]) - REST, tolerance * local);
        for (int k = 0; k < 400; k++) {
          int at = (int) Math.round(0.1 * k / dt);
          double after = 0.1 * k - 5;
          double loose = after > 0 && after < 1 ? 0.05 : 0.003;
          assertEquals(trace.number(k, prefix + "_soma_mV"), v[0][at] - REST, loose * soma);
          assertEquals(trace.number(k, prefix + "_local_mV"), v[1][at] - REST, loose * local);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"straight", "fork"})
  void aStepOfCurrentChargesTheSomaAsTheReferenceSays(String cell) {
    Sketch sketch =
        cable(cell.equals("straight") ? Dendrites.straight(20) : Dendrites.FORK, 0.1)
            .stimulus(
                "in",
                1,
                new Signal.Dc(Sketch.quantity("100 pA")),
                Sketch.quantity("5 ms"),
                Stimulus.NEVER)
            .connect("in", "p", "soma.current", Dendrites.ALL, "1", "0.1 ms");
    Csv trace = Csv.read("passive_cable/trace.csv");
    String column = (cell.equals("straight") ? "straight" : "Y") + "_step_soma_mV";
    try (Simulation simulation = sketch.build()) {
      double[] v = Dendrites.traces(simulation, 800, "soma.v")[0];
      for (int k = 0; k <= 800; k++) assertEquals(trace.number(k, column), v[k] - REST, 0.02);
      assertTrue(v[800] > v[60]);
    }
  }

  private static final String BRANCH =
      """
      cell branch "Branch with synapses"
        membrane C_m = 1 uF/cm^2, R_a = 150 Ohm*cm, v = -70 mV
        compartment soma length 50 um diameter 50 um
        compartment dend on soma length 200 um diameter 0.8 um segments 10
        insert leak in all g = 0.06666666666666667 mS/cm^2, E = -70 mV
        insert ampa_nmda in dend
      """;

  private static final String TWO =
      BRANCH.replace("cell branch", "cell two").replace("0.8 um segments 10", "0.6 um");

  @ParameterizedTest(name = "{0}, dt {1} ms")
  @CsvSource({
    "branch_10, 0.1, 0.002",
    "branch_10, 0.025, 0.0005",
    "two_compartment, 0.1, 0.002",
    "two_compartment, 0.025, 0.0005"
  })
  void nmdaSpikesHaveThePeaksOfTheReference(String model, double dt, double tolerance) {
    boolean branched = model.equals("branch_10");
    Csv reference = Csv.read("nmda_spike/peaks_vs_n.csv");
    double before = 0;
    double wantedBefore = 0;
    double largest = 0;
    double wantedLargest = 0;
    int at = 0;
    int wantedAt = 0;
    for (int row = 0; row < reference.size(); row++) {
      if (!reference.text(row, "model").equals(model)) continue;
      int n = (int) reference.number(row, "n_synapses");
      Sketch sketch =
          new Sketch()
              .dt(dt)
              .own(Dendrites.AMPA_NMDA)
              .own(branched ? BRANCH : TWO)
              .population("p", 1, branched ? "branch" : "two")
              .spikes("in", 4)
              .connect("in", "p", "dend.ampa_nmda", Dendrites.ALL, Integer.toString(n), "1 ms")
              .placed(new Placement.Clustered(0.75));
      try (Simulation simulation = sketch.build()) {
        String dend = branched ? "dend[8].v" : "dend.v";
        double[][] v = Dendrites.traces(simulation, (int) Math.round(120 / dt), "soma.v", dend);
        double soma = reference.number(row, "peak_soma_mV");
        double local = reference.number(row, "peak_dend_mV");
        double found = Dendrites.max(v[1]) - REST;
        assertEquals(soma, Dendrites.max(v[0]) - REST, tolerance * soma, "soma, n = " + n);
        assertEquals(local, found, tolerance * local, "dendrite, n = " + n);
        if (n > 1 && found - before > largest) {
          largest = found - before;
          at = n;
        }
        if (n > 1 && local - wantedBefore > wantedLargest) {
          wantedLargest = local - wantedBefore;
          wantedAt = n;
        }
        before = found;
        wantedBefore = local;
      }
    }
    assertEquals(wantedAt, at);
  }
}
