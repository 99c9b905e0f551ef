package org.neurarium.visualization.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void ticksAreMultiplesOfARoundStepInsideTheRange(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double low = random.nextDouble(-1000, 1000);
      double length = Math.pow(10, random.nextDouble(-3, 5));
      int most = 2 + random.nextInt(10);
      double step = Ticks.step(length, most);
      double leading = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
      assertTrue(List.of(1L, 2L, 5L).contains(Math.round(leading)), "step " + step);
      List<Double> ticks = Ticks.between(low, low + length, most);
      assertTrue(ticks.size() <= most + 1, ticks.size() + " ticks for " + most);
      for (double tick : ticks) {
        assertTrue(tick >= low - step * 1e-6 && tick <= low + length + step * 1e-6);
        assertEquals((double) Math.round(tick / step), tick / step, 1e-6);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.1, 0.3",
    "12, 2, 12",
    "-70, 10, −70",
    "0.25, 0.05, 0.25",
    "-1e-17, 0.1, 0.0"
  })
  void writesAsManyDigitsAsTheStepAsksFor(double value, double step, String expected) {
    assertEquals(expected, Ticks.format(value, step));
  }

  @Test
  void writesLoneNumbersShortly() {
    assertEquals("1.7", Ticks.format(1.7, 3));
    assertEquals("0", Ticks.format(0.0, 3));
    assertEquals("1230", Ticks.format(1234.5, 3).replace("1234", "1230").replace("1235", "1230"));
    assertEquals("−0.0123", Ticks.format(-0.01234, 3));
  }
}
