package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.units.Unit;
import org.neurarium.visualization.history.RunHistory;
import org.neurarium.visualization.history.TraceHistory;

class DecimatorTest {

  private static final Area AREA = new Area(10, 0, 500, 100);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsTheExtremesOfEveryWindowAndFewPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TraceHistory trace = new TraceHistory(Unit.MILLIVOLT, 17);
    double[] values = new double[100_000];
    for (int i = 0; i < values.length; i++)
      values[i] =
          random.nextInt(5000) == 0 ? random.nextDouble(-500, 500) : random.nextDouble(-1, 1);
    trace.put(0, values, values.length);
    RunHistory run = new RunHistory();
    Decimator decimator = new Decimator();
    for (int trial = 0; trial < 30; trial++) {
      double start = random.nextDouble(0, 5000);
      TimeWindow window = new TimeWindow(start, start + random.nextDouble(1, 4999));
      decimator.thin(trace, run, window, AREA, 500);
      assertTrue(decimator.count() <= 4 * 504, decimator.count() + " points");
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double before = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < decimator.count(); i++) {
        low = Math.min(low, decimator.y()[i]);
        high = Math.max(high, decimator.y()[i]);
        assertTrue(decimator.x()[i] >= before, "time goes on");
        before = decimator.x()[i];
      }
      long from = Math.max(0, run.stepAt(window.start()) - 1);
      long to = Math.min(values.length, run.stepAt(window.end()) + 2);
      assertEquals(trace.low(from, to), low);
      assertEquals(trace.high(from, to), high);
    }
  }

  @ParameterizedTest(name = "{0} values")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 17, 33})
  void drawsTheFewValuesOfARunThatHasJustBegunInALongWindow(int values) {
    RunHistory run = new RunHistory();
    for (int from = 0; from < 40; from++) {
      TraceHistory trace = new TraceHistory(Unit.MILLIVOLT, 12);
      trace.put(from, new double[values], values);
      for (double length : new double[] {100, 250, 1000, 100_000}) {
        // A new one each time, whose arrays have no room left from pictures before.
        Decimator decimator = new Decimator();
        decimator.thin(trace, run, new TimeWindow(0, length), AREA, 500);
        assertTrue(decimator.count() >= Math.min(values, 4), decimator.count() + " points");
        assertTrue(decimator.count() <= values, decimator.count() + " points");
      }
    }
  }
}
