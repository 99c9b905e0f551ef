package org.neurarium.engine.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.neurarium.circuits.language.ModelReader;
import org.neurarium.circuits.model.NeuronModel;
import org.neurarium.circuits.units.Quantity;
import org.neurarium.engine.portrait.PhasePortrait.Box;
import org.neurarium.engine.portrait.PhasePortrait.FixedPoint;
import org.neurarium.engine.portrait.PhasePortrait.Kind;

class PhasePortraitTest {

  private static final Box BOX = new Box(-2.5, 2.5, -1.5, 2.5);

  /// FitzHugh 1961 (doi:10.1016/S0006-3495(61)86902-6) with a constant drive.
  private static final String FITZHUGH_NAGUMO =
      """
      neuron fhn "FitzHugh–Nagumo"
        parameter I = 0 in -1 .. 2
        parameter a = 0.7
        parameter b = 0.8
        parameter tau = 12.5 ms
        state v = -1.2
        state w = -0.6
        state s = 0
        dv/dt = (v - v^3/3 - w + I + s)/ms : 1
        dw/dt = (v + a - b*w)/tau : 1
        ds/dt = -s/(5 ms) : 1
        receptor ex : 1
        on ex s += weight
        spike when v >= 1
      """;

  private static NeuronModel model(String text) {
    var reading = ModelReader.read("test.model", text);
    return (NeuronModel)
        reading.model().orElseThrow(() -> new AssertionError(reading.problems().toString()));
  }

  private static PhasePortrait portrait(double drive) {
    Flow flow =
        Flow.of(model(FITZHUGH_NAGUMO), Map.of("I", Quantity.number(drive)), 0).orElseThrow();
    return PhasePortrait.of(flow, BOX);
  }

  @Test
  void aSynapticVariableIsNoPartOfThePlane() {
    List<NeuronModel.State> plane = Flow.plane(model(FITZHUGH_NAGUMO)).orElseThrow();
    assertEquals(List.of("v", "w"), plane.stream().map(NeuronModel.State::id).toList());
  }

  @Test
  void theCubicNullclineIsWhereTheEquationSaysItIs() {
    PhasePortrait p = portrait(0.5);
    assertEquals(1, p.xNullcline().size(), "one unbroken line");
    double[] line = p.xNullcline().getFirst();
    for (int k = 0; k < line.length; k += 2) {
      double v = line[k];
      assertEquals(v - v * v * v / 3 + 0.5, line[k + 1], 1e-8);
    }
    assertTrue(line.length > 200, "drawn finely");
  }

  @Test
  void theRestingPointIsAStableFocusAndSolvesBothEquations() {
    List<FixedPoint> points = portrait(0).points();
    assertEquals(1, points.size());
    FixedPoint rest = points.getFirst();
    assertEquals(0, rest.x() - Math.pow(rest.x(), 3) / 3 - rest.y(), 1e-9);
    assertEquals(0, rest.x() + 0.7 - 0.8 * rest.y(), 1e-9);
    assertEquals(Kind.STABLE_FOCUS, rest.kind());
  }

  @Test
  void enoughDriveMakesTheFixedPointUnstable() {
    // The trace of the linearised flow, 1 - v² - b/tau, changes its sign at v = ±sqrt(1 - 0.064).
    double edge = -Math.sqrt(1 - 0.8 / 12.5);
    double drive = -(edge - Math.pow(edge, 3) / 3 - (edge + 0.7) / 0.8);
    assertTrue(portrait(drive - 0.01).points().getFirst().kind().isStable());
    assertEquals(Kind.UNSTABLE_FOCUS, portrait(drive + 0.01).points().getFirst().kind());
  }

  @Test
  void aSaddleAndTwoRestsAreFoundWhereThereAreThree() {
    String bistable =
        """
        neuron pair "Two rests"
          state x = 0.1
          state y = 0
          dx/dt = (x - x^3 - y)/ms : 1
          dy/dt = (-y + 0.2*x)/ms : 1
        """;
    Flow flow = Flow.of(model(bistable), Map.of(), 0).orElseThrow();
    List<FixedPoint> points = PhasePortrait.of(flow, new Box(-2, 2.1, -1, 1.1)).points();
    assertEquals(3, points.size());
    double rest = Math.sqrt(0.8);
    assertEquals(-rest, points.get(0).x(), 1e-9);
    assertEquals(0, points.get(1).x(), 1e-9);
    assertEquals(rest, points.get(2).x(), 1e-9);
    assertTrue(points.get(0).kind().isStable() && points.get(2).kind().isStable());
    assertEquals(Kind.SADDLE, points.get(1).kind());
  }

  @Test
  void arrowsPointWhereTheStateGoes() {
    Flow flow = Flow.of(model(FITZHUGH_NAGUMO), Map.of(), 0).orElseThrow();
    double[] arrows = PhasePortrait.of(flow, BOX).arrows();
    assertTrue(arrows.length > 0);
    for (int k = 0; k < arrows.length; k += 4) {
      double dx = flow.dx(arrows[k], arrows[k + 1]);
      double dy = flow.dy(arrows[k], arrows[k + 1]);
      assertEquals(Math.signum(dx), Math.signum(arrows[k + 2]), 0);
      assertEquals(Math.signum(dy), Math.signum(arrows[k + 3]), 0);
      assertEquals(1, Math.hypot(arrows[k + 2], arrows[k + 3]), 1e-12);
    }
  }
}
