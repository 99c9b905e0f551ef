package org.neurarium.engine.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.language.Library;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.portrait.PhasePortrait.FixedPoint;
import org.neurarium.engine.portrait.PhasePortrait.Kind;

/// Models alone: rates against the closed form, orbits and portraits against what is known of FitzHugh's equations.
final class StudyTest {

  /// FitzHugh 1961 (doi:10.1016/S0006-3495(61)86902-6), equations 1 and 2, with his constants.
  private static final String FITZHUGH =
      """
      neuron fitzhugh "FitzHugh 1961"
        parameter a = 0.7
        parameter b = 0.8
        parameter c = 3 positive
        parameter tau = 1 ms positive
        state x = 1.2
        state y = -0.6
        dx/dt = c*(y + x - x^3/3 + I_ext/pA)/tau : 1
        dy/dt = -(x - a + b*y)/(c*tau) : 1
        spike when x < -1
      """;

  private static NeuronModel read(String text) {
    var result = ModelReader.read("test.model", text);
    return (NeuronModel)
        result.model().orElseThrow(() -> new AssertionError(result.problems().toString()));
  }

  private static NeuronModel library(String id) {
    return Library.builtIn().neuron(id).orElseThrow();
  }

  @Test
  @DisplayName("LIF fires at the rate of the closed form, within the grid's step, at every current")
  void lifFiresAtTheRateOfTheClosedForm() {
    NeuronModel lif =
        read(
            """
            neuron lif "LIF"
              parameter tau = 10 ms positive
              parameter R = 100 MOhm
              parameter theta = 15 mV
              parameter t_ref = 2 ms
              state v = 0 mV
              dv/dt = (R*I_ext - v)/tau : mV
              spike when v >= theta
              reset v = 0 mV
              refractory t_ref
            """);
    double[] currents = {-50, 0, 100, 149, 155, 200, 300, 500, 1000};
    double dt = 0.1;
    double duration = 4000;
    FrequencyCurve curve =
        new Study(lif, Map.of(), dt).frequencyCurve(currents, duration, () -> false).orElseThrow();
    assertTrue(curve.trouble().isEmpty());
    for (int k = 0; k < currents.length; k++) {
      double steady = 0.1 * currents[k];
      if (steady <= 15) {
        assertEquals(0, curve.rates()[k], "at " + currents[k] + " pA");
        continue;
      }
      // On a grid the threshold is found at the first point at or after the crossing.
      double climb = 10 * Math.log(steady / (steady - 15));
      double exact = Math.ceil(climb / dt - 1e-9) * dt + 2;
      assertEquals(
          1000 / exact, curve.rates()[k], 1000 / duration + 1e-9, "at " + currents[k] + " pA");
    }
  }

  @Test
  void currentsThatMakeTheModelFireAreFoundInItsOwnMeasure() {
    Study fitzhugh = new Study(read(FITZHUGH), Map.of(), 0.1);
    CurrentRange range = fitzhugh.usefulCurrents(600, () -> false).orElseThrow();
    assertTrue(
        -1.4 <= range.firing() && range.firing() <= -0.33, "FitzHugh fires at z < 0: " + range);
    CurrentRange lif =
        new Study(library("lif_exp_psc"), Map.of(), 0.1)
            .usefulCurrents(600, () -> false)
            .orElseThrow();
    assertTrue(lif.firing() > 100 && lif.firing() < 2000, lif.toString());
  }

  @Test
  void currentsBeyondWhatTheStepCanFollowHaveNoRateAndAReason() {
    Study study = new Study(read(FITZHUGH), Map.of(), 0.1);
    FrequencyCurve curve =
        study
            .frequencyCurve(new double[] {-100_000, -0.5, 0, 100_000}, 600, () -> false)
            .orElseThrow();
    assertTrue(Double.isNaN(curve.rates()[0]));
    assertTrue(curve.rates()[1] > 30);
    assertEquals(0, curve.rates()[2]);
    assertTrue(Double.isNaN(curve.rates()[3]));
    assertFalse(curve.trouble().orElseThrow().sentence().isEmpty());
  }

  @Test
  void modelThatCannotBeFollowedAtAllSaysWhy() {
    NeuronModel bursting =
        read(
            """
            neuron x "X"
              parameter tau = 1 ms positive
              state v = 1
              dv/dt = v^3*1000/tau + I_ext/pA/tau : 1
              spike when v > 1e300
            """);
    FrequencyCurve curve =
        new Study(bursting, Map.of(), 0.1)
            .frequencyCurve(new double[] {-1, 0, 1}, 600, () -> false)
            .orElseThrow();
    assertTrue(curve.isEmpty());
    assertTrue(curve.trouble().isPresent());
  }

  @Test
  void fitzhughRestsAtTheFixedPointOfThePaper() {
    NeuronModel model = read(FITZHUGH);
    Orbit orbit = new Study(model, Map.of(), 0.1).orbit(0, 200, () -> false).orElseThrow();
    Flow flow = Flow.of(model, Map.of(), 0).orElseThrow();
    List<FixedPoint> points =
        PhasePortrait.of(flow, PhasePortrait.Box.around(List.of(orbit), flow)).points();
    assertEquals(1, points.size());
    // The root of x - x^3/3 + (a - x)/b = 0: x = 1.1994 (FitzHugh gives 1.20 and -0.625).
    assertEquals(1.1994, points.getFirst().x(), 1e-4);
    assertEquals(-0.6243, points.getFirst().y(), 1e-4);
    assertTrue(points.getFirst().kind().isStable());
    assertEquals(points.getFirst().x(), orbit.x()[orbit.x().length - 1], 1e-6);
  }

  @Test
  void orbitStaysNearItsLimitCycleAndTurnsAroundAnUnstablePoint() {
    NeuronModel model = read(FITZHUGH);
    Study study = new Study(model, Map.of(), 0.02);
    Orbit orbit = study.orbit(-0.4, 400, () -> false).orElseThrow();
    Flow flow = Flow.of(model, Map.of(), -0.4).orElseThrow();
    List<FixedPoint> points =
        PhasePortrait.of(flow, PhasePortrait.Box.around(List.of(orbit), flow)).points();
    assertEquals(1, points.size());
    assertFalse(points.getFirst().kind().isStable());
    assertTrue(orbit.spikes().length > 10, orbit.spikes().length + " spikes");
    // Two periods late in the run lie on the same closed curve.
    int[] spikes = orbit.spikes();
    int last = spikes[spikes.length - 1];
    int before = spikes[spikes.length - 2];
    int period = last - before;
    for (int k = before - period; k < before; k++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = before; j < last; j++)
        nearest =
            Math.min(nearest, Math.hypot(orbit.x()[j] - orbit.x()[k], orbit.y()[j] - orbit.y()[k]));
      assertTrue(nearest < 0.1, "place " + k + " is " + nearest + " away from the cycle");
    }
  }

  @Test
  void finerStepsFollowTheSameOrbit() {
    NeuronModel model = read(FITZHUGH);
    Orbit coarse = new Study(model, Map.of(), 0.1).orbit(-0.4, 50, () -> false).orElseThrow();
    Orbit fine = new Study(model, Map.of(), 0.01).orbit(-0.4, 50, () -> false).orElseThrow();
    double worst = 0;
    for (int k = 1; k < coarse.x().length; k++)
      worst = Math.max(worst, Math.abs(coarse.x()[k] - fine.x()[10 * k]));
    assertTrue(worst < 0.01, "largest distance " + worst);
  }

  @Test
  void slidersChangeTheStudyAndNothingElse() {
    NeuronModel model = read(FITZHUGH);
    Study stiff = new Study(model, Map.of("a", Quantity.of(0.0, "1")), 0.1);
    Flow flow = Flow.of(model, stiff.parameters(), 0).orElseThrow();
    Orbit orbit = stiff.orbit(0, 100, () -> false).orElseThrow();
    PhasePortrait portrait = PhasePortrait.of(flow, PhasePortrait.Box.around(List.of(orbit), flow));
    assertEquals(Kind.UNSTABLE_NODE, portrait.points().getFirst().kind());
    assertTrue(orbit.spikes().length > 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"fitzhugh_nagumo", "morris_lecar", "adex", "izhikevich", "hodgkin_huxley"})
  void libraryModelsFireMoreWithMoreCurrent(String id) {
    Study study = new Study(library(id), Map.of(), 0.1);
    CurrentRange range = study.usefulCurrents(600, () -> false).orElseThrow();
    assertTrue(range.firing() > 0, range.toString());
    FrequencyCurve curve =
        study
            .frequencyCurve(
                new double[] {range.lowest(), 0.5 * range.firing(), range.firing()},
                600,
                () -> false)
            .orElseThrow();
    assertTrue(curve.trouble().isEmpty(), () -> curve.trouble().orElseThrow().toString());
    assertEquals(0, curve.rates()[0]);
    assertTrue(curve.rates()[2] >= curve.rates()[1]);
  }

  @Test
  void givenUpMeasurementGivesNothing() {
    Study study = new Study(read(FITZHUGH), Map.of(), 0.1);
    assertTrue(study.frequencyCurve(new double[] {0}, 600, () -> true).isEmpty());
    assertTrue(study.usefulCurrents(600, () -> true).isEmpty());
  }
}
