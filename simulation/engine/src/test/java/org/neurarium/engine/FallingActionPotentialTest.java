package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.Signal;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.units.Quantity;

/// The dendritic action potential of human layer 2/3 cells, run: nothing below its threshold, largest at it, smaller the stronger the input (Gidon et al. 2020,
/// doi:10.1126/science.aax6239, figure 3), so that one dendrite answers "one or the other, not both".
class FallingActionPotentialTest {

  private static final double REST = -75;
  private static final double THRESHOLD = -36;
  private static final double LOOK = 5;
  private static final double FALL = 0.3 * (THRESHOLD - REST);
  private static final double TAU = 10;
  // 0.001 nS/um² times the membrane of 100 um by 5 um (nS).
  private static final double CONDUCTANCE = 0.001 * Math.PI * 100 * 5;
  private static final double RHEOBASE = CONDUCTANCE * (THRESHOLD - REST);
  private static final int STEPS = 1500;

  private static String cell(String insert) {
    return """
    cell branch "A branch"
      membrane C_m = 1 uF/cm^2, R_a = 100 Ohm*cm, v = -75 mV
      compartment dendrite length 100 um diameter 5 um
      insert leak in dendrite g = 0.1 mS/cm^2, E = -75 mV
      %s
      spike when dendrite.v >= 100 mV
    """
        .formatted(insert);
  }

  /// The potential under constant currents from the beginning on.
  private static double[] course(String insert, double... currents) {
    Sketch sketch = new Sketch().own(cell(insert)).population("n", 1, "branch");
    for (int k = 0; k < currents.length; k++)
      sketch
          .stimulus("dc" + k, 1, new Signal.Dc(Quantity.of(currents[k], "pA")))
          .connect("dc" + k, "n", "dendrite.current", new Wiring.AllToAll(), "1", "1 ms");
    double[] course = new double[STEPS];
    try (Simulation simulation = sketch.build()) {
      for (int k = 0; k < STEPS; k++) {
        simulation.advance(1);
        course[k] = simulation.state(Sketch.id("n"), "dendrite.v").orElseThrow()[0];
      }
    }
    return course;
  }

  /// How far the channel lifts the potential above what the input does alone (mV).
  private static double height(double... currents) {
    double[] with = course("insert dcaap in dendrite", currents);
    double[] without = course("", currents);
    double height = 0;
    for (int k = 0; k < STEPS; k++) height = Math.max(height, with[k] - without[k]);
    return height;
  }

  @ParameterizedTest(name = "{0} of the rheobase")
  @ValueSource(doubles = {0.2, 0.7, 0.98})
  void belowTheThresholdNothingHappens(double part) {
    assertArrayEquals(
        course("", part * RHEOBASE), course("insert dcaap in dendrite", part * RHEOBASE), 1e-6);
  }

  @ParameterizedTest(name = "{0} times the rheobase")
  @ValueSource(doubles = {1.05, 1.15, 1.3, 1.5, 1.75, 2})
  void fallsExponentiallyWithHowFarTheInputGoesBeyondIt(double times) {
    double steady = times * (THRESHOLD - REST);
    double begins = -TAU * Math.log(1 - (THRESHOLD - REST) / steady);
    double seen = REST + steady * (1 - Math.exp(-(begins + LOOK) / TAU));
    double expected = Math.exp(-(seen - THRESHOLD) / FALL);
    assertEquals(expected, height(times * RHEOBASE) / height(1.001 * RHEOBASE), 0.05);
  }

  @Test
  void isLargestAtItsThreshold() {
    double before = Double.POSITIVE_INFINITY;
    for (double times : new double[] {1.01, 1.1, 1.2, 1.4, 1.7, 2, 2.5}) {
      double now = height(times * RHEOBASE);
      assertTrue(now < before, times + ": " + now + " after " + before);
      before = now;
    }
    assertTrue(height(1.01 * RHEOBASE) > 30, "tens of millivolts");
  }

  @Test
  void tellsOneOrTheOtherFromBoth() {
    double one = height(1.1 * RHEOBASE, 0);
    double other = height(0, 1.1 * RHEOBASE);
    double both = height(1.1 * RHEOBASE, 1.1 * RHEOBASE);
    assertEquals(one, other, 1e-9);
    assertTrue(both < 0.5 * one, both + " for both, " + one + " for one");
  }
}
