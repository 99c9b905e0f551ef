package org.neurarium.visualization.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neurarium.circuits.units.Unit;

class TraceHistoryTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void extremesOfAnyWindowEqualBruteForce(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TraceHistory history = new TraceHistory(Unit.MILLIVOLT, 13);
    long step = random.nextInt(200);
    double[] chunk = new double[300];
    for (int i = 0; i < 100; i++) {
      int n = 1 + random.nextInt(chunk.length);
      for (int k = 0; k < n; k++)
        chunk[k] = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble(-80, 20);
      history.put(step, chunk, n);
      step += n;
      if (random.nextInt(15) == 0) step += random.nextInt(100); // a gap
      if (random.nextInt(15) == 0) {
        step -= random.nextInt(50);
        history.forgetFrom(step);
      }
    }
    assertTrue(history.endStep() - history.firstStep() <= 1 << 13);
    for (int trial = 0; trial < 100; trial++) {
      long from = history.firstStep() - 10 + random.nextLong(8000);
      long to = from + random.nextLong(3000);
      double[] known =
          LongStream.range(from, to)
              .mapToDouble(history::at)
              .filter(v -> !Double.isNaN(v))
              .toArray();
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double v : known) {
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
      assertEquals(low, history.low(from, to));
      assertEquals(high, history.high(from, to));
    }
  }

  @Test
  void aGapIsUnknownAndAnOverlapIsOverwritten() {
    TraceHistory history = new TraceHistory(Unit.MILLIVOLT, 12);
    history.put(5, new double[] {1, 2, 3}, 3);
    history.put(10, new double[] {4}, 1);
    history.put(6, new double[] {9}, 1);
    assertEquals(1, history.at(5));
    assertEquals(9, history.at(6));
    assertEquals(7, history.endStep());
    assertTrue(Double.isNaN(history.at(8)));
  }
}
