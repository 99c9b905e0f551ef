package org.neurarium.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.ElementId;
import org.neurarium.circuits.NeuronSelection;
import org.neurarium.circuits.Place;
import org.neurarium.circuits.Wiring;
import org.neurarium.circuits.check.Change;
import org.neurarium.circuits.check.Check;
import org.neurarium.circuits.check.Checks;
import org.neurarium.circuits.check.Measure;
import org.neurarium.circuits.check.Target;
import org.neurarium.circuits.check.Variation;
import org.neurarium.circuits.language.Library;
import org.neurarium.engine.check.CheckResult;
import org.neurarium.engine.check.CheckRunner;

class CheckRunnerTest {

  private static final NeuronSelection ALL = NeuronSelection.ALL;
  private static final ElementId LIST = Sketch.id("list");
  private static final ElementId CELL = Sketch.id("cell");

  /// A source that is played at known times and makes a neuron fire one delay later.
  private static Sketch relay() {
    return new Sketch()
        .population("cell", 1, "lif_delta", "t_ref", "0 ms")
        .spikes("list", 5, 15, 20, 95, 200)
        .connect("list", "cell", "delta", new Wiring.AllToAll(), "100 mV", "2 ms")
        .file("expected.csv", "t_ms\n7\n17\n22.5\n97\n");
  }

  private static Check check(Measure measure, double target) {
    Target near = new Target(target - 1e-9, target + 1e-9);
    return new Check("c", "It is so.", "", measure, near, "cut", "nothing", Place.NOWHERE);
  }

  private static List<CheckResult> results(List<Check> checks, boolean withLesions) {
    Sketch sketch = relay();
    Variation cut =
        new Variation(
            "cut", "The source is gone.", List.of(new Change.Remove(LIST, Place.NOWHERE)));
    Variation nothing = new Variation("nothing", "Nothing is gone.", List.of());
    Checks protocol =
        new Checks(
            Sketch.quantity("150 ms"),
            Sketch.quantity("0 ms"),
            Sketch.quantity("100 ms"),
            1,
            List.of(),
            List.of(cut, nothing),
            checks);
    CheckRunner.Report report =
        new CheckRunner(Library.builtIn(), 2)
            .run(
                new CheckRunner.Plan(
                    sketch.circuit(), sketch.files(), protocol, List.of(1L, 2L), withLesions),
                () -> false);
    assertEquals(List.of(), report.problems());
    return report.results();
  }

  @Test
  void measuresAreThoseOfKnownTrains() {
    double mean = (7 + 17 + 22 + 97) / 4.0;
    double squares = 0;
    for (double t : new double[] {7, 17, 22, 97}) squares += (t - mean) * (t - mean);
    Measure count = new Measure.SpikeCount(LIST, ALL);
    List<Check> checks = new ArrayList<>();
    checks.add(check(count, 4));
    checks.add(check(new Measure.SpikeCount(CELL, ALL), 4));
    checks.add(check(new Measure.Rate(CELL, ALL), 40));
    checks.add(check(new Measure.MeanSpikeTime(CELL, ALL), mean));
    checks.add(check(new Measure.SpikeTimeSpread(CELL, ALL), Math.sqrt(squares / 3)));
    checks.add(check(new Measure.LastSpike(CELL, ALL), 97));
    checks.add(check(new Measure.SpikeTimeError(CELL, ALL, "expected.csv"), 0.5));
    // Four of 20 bins of 5 ms hold one spike each.
    checks.add(check(new Measure.Fano(CELL, ALL, Sketch.quantity("5 ms")), 0.8));
    checks.add(check(new Measure.SynapseCount(Sketch.id("list-cell-delta")), 1));
    checks.add(check(new Measure.MeanWeight(Sketch.id("list-cell-delta")), 100));
    checks.add(check(new Measure.Difference(new Measure.LastSpike(CELL, ALL), count), 93));
    checks.add(check(new Measure.Ratio(new Measure.Rate(CELL, ALL), count), 10));
    for (CheckResult result : results(checks, false))
      assertTrue(result.isGreen(), result.toString());
  }

  @Test
  void fewSpikesHaveNoIrregularityAndNoTargetAcceptsThat() {
    CheckResult result = results(List.of(check(new Measure.CvIsi(CELL, ALL), 1)), false).getFirst();
    assertTrue(Double.isNaN(result.value()));
    assertFalse(result.isGreen());
  }

  @Test
  void turnsRedUnderTheLesionAndStaysGreenUnderTheSham() {
    List<CheckResult> results = results(List.of(check(new Measure.SpikeCount(CELL, ALL), 4)), true);
    assertEquals(6, results.size(), "three on each of two seeds");
    for (CheckResult result : results) {
      assertEquals(!result.lesion().equals("cut"), result.isGreen(), result.toString());
      assertTrue(result.isAsExpected(), result.toString());
    }
  }
}
